/** Who a token looks like: the provider that makes tokens of this shape, with what it was told from. */
import type { Json } from '../types.ts';
import { addressOf } from './address.ts';
import { type Resemblance, resemblance } from './because.ts';
import { factsOf, textOf } from './facts.ts';
import { AMAZON } from './issuers/amazon.ts';
import { GOOGLE } from './issuers/google.ts';
import { BY_CLAIMS, IDENTITY } from './issuers/identity.ts';
import type { IssuerRule } from './issuers/issuer.ts';
import { MICROSOFT } from './issuers/microsoft.ts';
import type { IssuerName } from './issuers/names.ts';
import { SERVICES } from './issuers/services.ts';
import { WORKLOADS } from './issuers/workloads.ts';

export type LikelyIssuer = Resemblance<IssuerName>;

/** The first that matches counts: those with a host of their own before those told by a path or by claims. */
const RULES: readonly IssuerRule[] = [
  ...MICROSOFT,
  ...GOOGLE,
  ...AMAZON,
  ...SERVICES,
  ...WORKLOADS,
  ...IDENTITY,
  ...BY_CLAIMS,
];

/**
 * Who the token looks like, or undefined. A resemblance, never a proof: anyone can write `iss`, and only a signature
 * that verifies with that issuer's key shows where a token comes from. Hosts are compared by their labels, so
 * `login.microsoftonline.com.evil.example` is not Microsoft's. Never throws.
 */
export function issuerOf({
  header,
  payload,
}: {
  readonly header: Json | undefined;
  readonly payload: Json | undefined;
}): LikelyIssuer | undefined {
  const facts = factsOf(header, payload, 'none');
  const iss = textOf(facts.claims, 'iss') ?? textOf(facts.header, 'iss');
  const known = { ...facts, iss, address: addressOf(iss) };
  for (const { name, told } of RULES) {
    const reason = told(known);
    if (reason !== undefined) return resemblance(name, reason);
  }
  return undefined;
}
