/** What a kind or an issuer was told from: a code with values, and the sentence made of them. */
import { type BecauseCode, sayBecause } from '../messages/claims.ts';
import type { Values } from '../types.ts';

export interface Reason {
  readonly code: BecauseCode;
  readonly values: Values;
}

/** A resemblance with its reason; never a proof. */
export interface Resemblance<Name extends string> extends Reason {
  readonly name: Name;
  /** one plain sentence that names what it was told from */
  readonly because: string;
}

export function resemblance<Name extends string>(name: Name, reason: Reason): Resemblance<Name> {
  const { code } = reason;
  const values = Object.fromEntries(Object.entries(reason.values).map(([key, value]) => [key, shortened(value)]));
  return { name, because: sayBecause(code, values), code, values };
}

/** Values are the token's own text; a sentence quotes no more of it than this. */
const LONGEST_QUOTE = 80;

function shortened(value: Values[string]): Values[string] {
  const isLong = typeof value === 'string' && value.length > LONGEST_QUOTE;
  return isLong ? `${value.slice(0, LONGEST_QUOTE)}…` : value;
}

export const hasClaims = (...names: readonly string[]): Reason => ({ code: 'claims', values: { names } });

export const hasClaimsWithout = (names: readonly string[], without: readonly string[]): Reason => ({
  code: 'claims-without',
  values: { names, without },
});

export const claimIs = (name: string, found: string): Reason => ({
  code: 'claim-is',
  values: { name, found },
});

export const claimStarts = (name: string, found: string): Reason => ({ code: 'claim-starts', values: { name, found } });
