/** The shape of a rule that recognises an issuer. */
import { type Address, isAt, isUnder } from '../address.ts';
import type { Reason } from '../because.ts';
import { hasAll, type TokenFacts } from '../facts.ts';
import type { IssuerName } from './names.ts';

export interface IssuerFacts extends TokenFacts {
  /** `iss`, where it is a string with something in it */
  readonly iss: string | undefined;
  /** `iss` in parts, where it is an http or https address */
  readonly address: Address | undefined;
}

export interface IssuerRule {
  readonly name: IssuerName;
  /** undefined where the token does not look like this issuer's */
  readonly told: (facts: IssuerFacts) => Reason | undefined;
}

const atHost = (host: string): Reason => ({ code: 'issuer-host', values: { host } });

/** `iss` is an https address at exactly one of these hosts. */
export function issuerAt(name: IssuerName, ...hosts: readonly string[]): IssuerRule {
  return {
    name,
    told: ({ address }) => {
      const host = hosts.find((each) => isAt(address, each));
      return host === undefined ? undefined : atHost(host);
    },
  };
}

/** `iss` is an https address at a host below one of these domains. */
export function issuerUnder(name: IssuerName, ...domains: readonly string[]): IssuerRule {
  return {
    name,
    told: ({ address }) => {
      const isThere = address !== undefined && domains.some((domain) => isUnder(address, domain));
      return isThere ? atHost(address.host) : undefined;
    },
  };
}

/** `iss` is exactly one of these texts. */
export function issuerIs(name: IssuerName, ...texts: readonly string[]): IssuerRule {
  return {
    name,
    told: ({ iss }) =>
      iss !== undefined && texts.includes(iss) ? { code: 'claim-is', values: { name: 'iss', found: iss } } : undefined,
  };
}

/** All of these claims are there: names that nobody else would choose. */
export function claimsAre(name: IssuerName, ...names: readonly string[]): IssuerRule {
  return {
    name,
    told: ({ claims }) => (hasAll(claims, names) ? { code: 'claims', values: { names } } : undefined),
  };
}
