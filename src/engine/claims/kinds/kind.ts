/** The shape of a rule that tells a kind. */
import type { Reason } from '../because.ts';
import type { TokenFacts } from '../facts.ts';
import type { KindName } from './names.ts';

/**
 * How much a reason says. `typ`: the header names the kind, which is what explicit typing is for (RFC 8725 section
 * 3.11). `said`: a claim names it, in the words of one provider. `shape`: it has what this kind has and others lack.
 * `hint`: it looks a little like it.
 */
export type Strength = 'typ' | 'said' | 'shape' | 'hint';

export interface Told {
  readonly name: KindName;
  readonly strength: Strength;
  readonly reason: Reason;
}

/** Undefined where the token does not look like it. */
export type KindRule = (facts: TokenFacts) => Told | undefined;

export function told(name: KindName, strength: Strength, reason: Reason): Told {
  return { name, strength, reason };
}
