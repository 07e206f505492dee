/** Amazon: Cognito user pools, and the load balancer that signs in for what is behind it. */
import type { Reason } from '../because.ts';
import { textOf } from '../facts.ts';
import type { IssuerFacts, IssuerRule } from './issuer.ts';

/** 'https://cognito-idp.<region>.amazonaws.com/<pool>', in China below amazonaws.com.cn; a pool's id starts with the region. */
function cognito({ address }: IssuerFacts): Reason | undefined {
  if (address?.scheme !== 'https') return undefined;
  const [service, region, ...domain] = address.labels;
  const isAws = domain.join('.') === 'amazonaws.com' || domain.join('.') === 'amazonaws.com.cn';
  const isPool = address.segments.length === 1 && address.segments[0]?.startsWith(`${region}_`) === true;
  if (!service?.startsWith('cognito-idp') || !['cognito-idp', 'cognito-idp-fips'].includes(service)) return undefined;
  return isAws && isPool ? { code: 'issuer-host', values: { host: address.host } } : undefined;
}

/** The balancer's claims are those of the provider behind it; its own mark is in the header. */
function loadBalancer({ header }: IssuerFacts): Reason | undefined {
  const prefix = /^arn:aws[a-z-]*:elasticloadbalancing:/.exec(textOf(header, 'signer') ?? '')?.[0];
  return prefix === undefined ? undefined : { code: 'parameter-starts', values: { name: 'signer', found: prefix } };
}

export const AMAZON: readonly IssuerRule[] = [
  { name: 'AWS Application Load Balancer', told: loadBalancer },
  { name: 'Amazon Cognito', told: cognito },
];
