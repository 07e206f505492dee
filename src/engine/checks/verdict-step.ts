/** At which step of deciding a verdict fell. */
import type { UncheckedCode, UnsupportedCode } from '../codes.ts';
import type { Verdict } from '../types.ts';

/** In this order. */
export type VerdictStep = 'form' | 'alg' | 'crit' | 'key' | 'signature';

export interface Fell {
  readonly step: VerdictStep;
  /** `stop`: every sound verifier refuses; `cannot`: it was not decided here */
  readonly outcome: 'stop' | 'cannot';
}

/** Undefined where it fell at none: verified or decrypted. */
export function verdictStep(verdict: Verdict): Fell | undefined {
  switch (verdict.state) {
    case 'verified':
    case 'decrypted':
      return undefined;
    case 'malformed':
      return { step: 'form', outcome: 'stop' };
    case 'unsecured':
      return { step: 'alg', outcome: 'stop' };
    case 'failed':
      return { step: 'signature', outcome: 'stop' };
    case 'unchecked':
      return { step: UNCHECKED[verdict.code], outcome: 'cannot' };
    case 'unsupported':
      return UNSUPPORTED[verdict.code];
  }
}

const UNCHECKED: Readonly<Record<UncheckedCode, VerdictStep>> = {
  'no-token': 'form',
  'payload-detached': 'signature',
  'key-missing': 'key',
  'key-in-token-only': 'key',
  'kid-unknown': 'key',
  'key-not-for-this': 'key',
  'key-wrong-curve': 'key',
  'key-wrong-size': 'key',
  'public-key-as-secret': 'key',
  'key-wrong-kind': 'key',
  'key-empty': 'key',
  'key-passphrase-needed': 'key',
  'key-unreadable': 'key',
  'pbes2-rounds': 'key',
  'signed-by-another-key': 'key',
};

const at = (step: VerdictStep): Fell => ({ step, outcome: 'cannot' });

/** A critical parameter that is not understood makes the token invalid (RFC 7515 section 4.1.11). */
const UNSUPPORTED: Readonly<Record<UnsupportedCode, Fell>> = {
  'token-too-long': at('form'),
  'alg-prohibited': { step: 'alg', outcome: 'stop' },
  'alg-unknown': at('alg'),
  'enc-unknown': at('alg'),
  'zip-unknown': at('alg'),
  'crit-unknown': { step: 'crit', outcome: 'stop' },
  'key-type-unknown': at('key'),
  'key-refused': at('key'),
  'insecure-context': at('signature'),
  'runtime-lacks': at('signature'),
  'not-loaded': at('signature'),
  'too-many-layers': at('signature'),
  'inflated-too-large': at('signature'),
  'sd-alg-unknown': at('signature'),
};
