/** Microsoft: Entra ID in its two versions and its sovereign clouds, B2C, External ID, AD FS, bots. */
import { type Address, isAt, isUnder } from '../address.ts';
import { claimStarts, type Reason } from '../because.ts';
import { textOf } from '../facts.ts';
import { type IssuerFacts, type IssuerRule, issuerAt, issuerUnder } from './issuer.ts';

const LOGIN_HOSTS: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
];

const policyOf = ({ claims }: IssuerFacts): string | undefined => textOf(claims, 'tfp') ?? textOf(claims, 'acr');

/** A policy's name begins with `b2c_1`, in any case: what tells a token at the shared login host from Entra ID's. */
function b2cPolicy(facts: IssuerFacts): Reason | undefined {
  const claim = textOf(facts.claims, 'tfp') === undefined ? 'acr' : 'tfp';
  const policy = policyOf(facts);
  return policy?.toLowerCase().startsWith('b2c_1') === true ? claimStarts(claim, policy.slice(0, 5)) : undefined;
}

function entraV2({ address }: IssuerFacts): Reason | undefined {
  const host = LOGIN_HOSTS.find((each) => isAt(address, each));
  if (address === undefined || host === undefined) return undefined;
  return isTenant(address, 'v2.0') ? { code: 'issuer-host', values: { host } } : undefined;
}

/** '/<tenant>/v2.0' */
function isTenant({ segments }: Address, version: string): boolean {
  return segments.length === 2 && segments[1] === version;
}

function adFs({ address }: IssuerFacts): Reason | undefined {
  const [first, second, third] = address?.segments ?? [];
  if (first === 'adfs' && second === undefined) return { code: 'issuer-path', values: { path: '/adfs' } };
  const isTrust = first === 'adfs' && second === 'services' && third === 'trust';
  return isTrust ? { code: 'issuer-path', values: { path: '/adfs/services/trust' } } : undefined;
}

/** B2C on a domain of one's own keeps '/<tenant>/v2.0/' and names its policy. */
function b2cElsewhere(facts: IssuerFacts): Reason | undefined {
  const isShaped = facts.address?.segments.includes('v2.0') === true;
  return isShaped && !isUnder(facts.address, 'ciamlogin.com') ? b2cPolicy(facts) : undefined;
}

export const MICROSOFT: readonly IssuerRule[] = [
  issuerUnder('Azure AD B2C', 'b2clogin.com', 'b2clogin.cn'),
  issuerUnder('Microsoft Entra External ID', 'ciamlogin.com'),
  { name: 'Azure AD B2C', told: b2cElsewhere },
  issuerAt('Microsoft Entra ID v1', 'sts.windows.net', 'sts.chinacloudapi.cn'),
  { name: 'Microsoft Entra ID v2', told: entraV2 },
  issuerAt('Microsoft Bot Framework', 'api.botframework.com', 'api.botframework.us'),
  { name: 'AD FS', told: adFs },
];
