/** Why no key was used: the nearest miss of all keys on offer. */

import type { UncheckedCode } from '../codes.ts';
import type { SignatureAlg } from '../crypto/algorithms.ts';
import type { Runtime } from '../crypto/answer.ts';
import { emptySecretMatches, verifySignature } from '../crypto/verify.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Values, Verdict } from '../types.ts';
import type { Attempt, Miss, SignedBytes } from './attempt.ts';
import { describeKey, describeNeed } from './describe.ts';
import { kidOf, type Offer } from './offers.ts';
import { said } from './without-key.ts';

type Skipped = Extract<Attempt, { outcome: 'skipped' }>;

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
];

/** The verdict where every key was passed over. `skipped` is not empty. */
export async function nearestMiss(
  skipped: readonly Skipped[],
  signed: SignedBytes,
  kid: string | undefined,
  options: { readonly signal?: AbortSignal | undefined; readonly runtime?: Runtime | undefined },
): Promise<Verdict> {
  const nearest = NEAREST.map((reason) => skipped.filter((entry) => entry.miss.reason === reason)).find(
    (entries) => entries.length > 0,
  );
  const first = nearest?.[0];
  if (nearest === undefined || first === undefined)
    return unchecked('key-missing', { alg: signed.alg, need: describeNeed(signed.alg) });
  const { miss } = first;
  switch (miss.reason) {
    case 'kid':
      return kidUnknown(skipped, kid ?? '');
    case 'alg':
    case 'use':
    case 'key_ops':
      return unchecked('key-not-for-this', {
        alg: signed.alg,
        member: miss.reason,
        value: boundTo(miss, miss.reason),
      });
    case 'crv':
      return unchecked('key-wrong-curve', { alg: signed.alg, ...curves(signed.alg, miss) });
    case 'size':
      return unchecked('key-wrong-size', {
        alg: signed.alg,
        need: 'a larger RSA key',
        have: `${miss.key?.bits ?? 0} bits`,
      });
    case 'public-as-secret': {
      const forged = await anyForged(nearest, signed, options);
      return unchecked('public-key-as-secret', { alg: signed.alg, forged });
    }
    case 'kty':
      return unchecked('key-wrong-kind', {
        alg: signed.alg,
        need: describeNeed(signed.alg),
        have: miss.key === undefined ? 'a shared secret' : describeKey(miss.key),
      });
    case 'empty': {
      const matches = await emptySecretMatches(signed.alg, signed.signingInput, signed.signature, options);
      return unchecked('key-empty', { alg: signed.alg, matches: matches.done && matches.value });
    }
    case 'unreadable':
      return unreadable(first.offer, signed.alg);
    default:
      return miss satisfies never;
  }
}

function unchecked(code: UncheckedCode, values: Values): Verdict {
  return { state: 'unchecked', code, ...said(code, values) };
}

function kidUnknown(skipped: readonly Skipped[], kid: string): Verdict {
  const have = skipped.map((entry) => kidOf(entry.offer)).filter((have) => have !== undefined);
  return unchecked('kid-unknown', { kid, have, count: skipped.length });
}

function boundTo(miss: Extract<Miss, { key: unknown }>, member: 'alg' | 'use' | 'key_ops'): string {
  const { key } = miss;
  if (key === undefined) return '';
  if (member === 'key_ops') return key.keyOps?.join(', ') ?? '';
  if (member === 'use') return key.use ?? '';
  const bound = key.alg ?? key.publicJwk.alg;
  return typeof bound === 'string' ? bound : '';
}

function curves(alg: SignatureAlg, miss: Extract<Miss, { key: unknown }>): { need: string; have: string } {
  const need = describeNeed(alg)
    .replace(/^an? (EC key on )?/, '')
    .replace(/ key$/, '');
  return { need, have: miss.key?.crv ?? 'another curve' };
}

/**
 * Whether the MAC was made with exactly the text of one of these public keys, as a server does that hands its PEM to a
 * function which takes secrets as well. Files end in a line break and pastes often do not, so both are tried.
 */
async function anyForged(
  entries: readonly Skipped[],
  signed: SignedBytes,
  options: { readonly signal?: AbortSignal | undefined; readonly runtime?: Runtime | undefined },
): Promise<boolean> {
  const texts = new Set(entries.map((entry) => entry.offer.input.text));
  for (const text of texts) {
    for (const form of new Set([text, text.trim(), `${text.trim()}\n`])) {
      const secret = encodeUtf8(form);
      const answer = await verifySignature(signed.alg, { secret }, signed.signingInput, signed.signature, options);
      if (answer.done && answer.value) return true;
    }
  }
  return false;
}

function unreadable(offer: Offer, alg: SignatureAlg): Verdict {
  const problem = offer.kind === 'key' ? undefined : offer.report.problem;
  if (problem?.code === 'passphrase-needed') return unchecked('key-passphrase-needed', {});
  if (problem?.code === 'not-loaded')
    return { state: 'unsupported', code: 'not-loaded', ...said('not-loaded', { alg }) };
  if (problem?.code === 'unknown-kty' && offer.kind === 'unreadable') {
    const values = { have: offer.report.kty ?? 'an unknown key type' };
    return { state: 'unsupported', code: 'key-type-unknown', ...said('key-type-unknown', values) };
  }
  return unchecked('key-unreadable', { problem: problem?.message ?? '', problemCode: problem?.code ?? 'not-a-key' });
}
