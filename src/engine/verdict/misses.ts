/** Why no key was used: the nearest miss of all keys on offer. */
import type { UncheckedCode } from '../codes.ts';
import type { KeyMaterial } from '../keys/shapes.ts';
import { say } from '../messages/verdict.ts';
import type { Values, Verdict } from '../types.ts';
import type { Attempt, Miss } from './attempt.ts';
import { kidOf, type Offer } from './offers.ts';

export type Skipped = Extract<Attempt, { outcome: 'skipped' }>;

/** Nearest first: what is one step from a check stands before what has nothing to do with the token. */
const NEAREST: readonly Miss['reason'][] = [
  'kid',
  'alg',
  'use',
  'key_ops',
  'crv',
  'size',
  'public-as-secret',
  'kty',
  'empty',
  'unreadable',
  'another-layer',
];

/** What is asked of the keys, as the sentences name it. */
export interface MissContext {
  readonly alg: string;
  readonly kid: string | undefined;
  /** a content is to be opened, not a signature to be checked */
  readonly encrypted: boolean;
  /** values of 'key-missing' */
  readonly missing: Values;
  /** 'an RSA key' */
  readonly need: string;
  /** what a key is that does not fit; undefined stands for a secret */
  readonly have: (key: KeyMaterial | undefined) => string;
  /** what would be large enough */
  readonly sizeNeed: string;
  /** the MAC was made with the text of one of these public keys */
  readonly isForged: (entries: readonly Skipped[]) => Promise<boolean>;
  readonly matchesEmpty: () => Promise<boolean>;
}

/** The verdict where every key was passed over. */
export async function nearestMiss(skipped: readonly Skipped[], context: MissContext): Promise<Verdict> {
  const nearest = NEAREST.map((reason) => skipped.filter((entry) => entry.miss.reason === reason)).find(
    (entries) => entries.length > 0,
  );
  const first = nearest?.[0];
  if (nearest === undefined || first === undefined) return unchecked('key-missing', context.missing);
  const { alg, encrypted } = context;
  const { miss } = first;
  switch (miss.reason) {
    case 'kid':
      return kidUnknown(skipped, context.kid ?? '');
    case 'alg':
    case 'use':
    case 'key_ops':
      return unchecked('key-not-for-this', { alg, member: miss.reason, value: boundTo(miss, miss.reason) });
    case 'crv': {
      const need = context.need.replace(/^an? (EC key on )?/, '').replace(/ key$/, '');
      return unchecked('key-wrong-curve', { alg, need, have: miss.key?.crv ?? 'another curve' });
    }
    case 'size':
      return unchecked('key-wrong-size', { alg, need: context.sizeNeed, have: sizeOf(miss.key) });
    case 'public-as-secret':
      return unchecked('public-key-as-secret', { alg, forged: await context.isForged(nearest) });
    case 'kty':
      return unchecked('key-wrong-kind', { alg, encrypted, need: context.need, have: context.have(miss.key) });
    case 'empty':
      return unchecked('key-empty', { alg, encrypted, matches: await context.matchesEmpty() });
    case 'unreadable':
      return unreadable(first.offer, context);
    case 'another-layer':
      return unchecked('key-missing', context.missing);
    default:
      return miss satisfies never;
  }
}

function unchecked(code: UncheckedCode, values: Values): Verdict {
  return { state: 'unchecked', code, message: say(code, values), values };
}

function kidUnknown(skipped: readonly Skipped[], kid: string): Verdict {
  const have = skipped.map((entry) => kidOf(entry.offer)).filter((have) => have !== undefined);
  return unchecked('kid-unknown', { kid, have, count: skipped.length });
}

function sizeOf(key: KeyMaterial | undefined): string {
  if (key === undefined) return 'another length';
  return key.kty === 'oct' ? `${(key.bits ?? 0) / 8} bytes` : `${key.bits ?? 0} bits`;
}

function boundTo(miss: Extract<Miss, { key: unknown }>, member: 'alg' | 'use' | 'key_ops'): string {
  const { key } = miss;
  if (key === undefined) return '';
  if (member === 'key_ops') return key.keyOps?.join(', ') ?? '';
  if (member === 'use') return key.use ?? '';
  const bound = key.alg ?? key.publicJwk.alg;
  return typeof bound === 'string' ? bound : '';
}

function unreadable(offer: Offer, { alg, encrypted }: MissContext): Verdict {
  const problem = offer.kind === 'key' ? undefined : offer.report.problem;
  if (problem?.code === 'passphrase-needed') return unchecked('key-passphrase-needed', {});
  if (problem?.code === 'not-loaded') {
    const values = { alg, encrypted };
    return { state: 'unsupported', code: 'not-loaded', message: say('not-loaded', values), values };
  }
  if (problem?.code === 'unknown-kty' && offer.kind === 'unreadable') {
    const values = { have: offer.report.kty ?? 'an unknown key type', encrypted };
    return { state: 'unsupported', code: 'key-type-unknown', message: say('key-type-unknown', values), values };
  }
  return unchecked('key-unreadable', { problem: problem?.message ?? '', problemCode: problem?.code ?? 'not-a-key' });
}
