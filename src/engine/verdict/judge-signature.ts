/** Steps 5 to 7 of the order within a layer, for one signature: what the attempts of the keys say of it. */

import type { FailedCode } from '../codes.ts';
import { emptySecretMatches, verifySignature } from '../crypto/verify.ts';
import { secretReadings } from '../keys/secret.ts';
import { say } from '../messages/verdict.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Trust, Values, Verdict } from '../types.ts';
import type { Attempt } from './attempt.ts';
import { type AttemptOptions, attemptVerify, type SignedBytes } from './attempt-verify.ts';
import { cannot } from './cannot.ts';
import { describeKey, describeNeed, needOfSignature } from './describe.ts';
import { nearestMiss, type Skipped } from './misses.ts';
import type { Offer } from './offers.ts';

export interface SignatureCase {
  readonly signed: SignedBytes;
  readonly kid: string | undefined;
  /** the content is elsewhere and was not given, so a mismatch with the empty one says nothing */
  readonly isDetached: boolean;
  readonly trust: Trust;
  /** the token carries its key by design (a proof of possession) */
  readonly byDesign: boolean;
}

/** `attempts` on the keys that were selected, or where none was, those that the `kid` left out. */
export async function judgeSignature(
  attempts: readonly Attempt[],
  given: SignatureCase,
  options: AttemptOptions,
): Promise<Verdict> {
  const { signed } = given;
  const verified = attempts.find((entry) => entry.outcome === 'verified');
  if (verified !== undefined) return matched(verified, given);
  if (given.isDetached) return { state: 'unchecked', code: 'payload-detached', ...said('payload-detached', {}) };
  const der = attempts.filter((entry) => entry.outcome === 'failed-der');
  if (der.length > 0) {
    const wouldMatch = der.some((entry) => entry.wouldMatch);
    return failed('signature-der', { alg: signed.alg, wouldMatch });
  }
  const mismatches = attempts.filter((entry) => entry.outcome === 'failed');
  if (mismatches.length > 0) return mismatched(mismatches, signed, options);
  const notDone = attempts.find((entry) => entry.outcome === 'not-done');
  if (notDone !== undefined) return cannot(notDone, signed.alg, false);
  return missed(attempts, given, options);
}

function matched(attempt: Extract<Attempt, { outcome: 'verified' }>, given: SignatureCase): Verdict {
  const { trust, byDesign, signed } = given;
  const { by } = attempt;
  const values = { alg: signed.alg, trust, byDesign, keyWord: keyWord(attempt.offer) };
  return { state: 'verified', code: 'signature-match', trust, by, ...said('signature-match', values) };
}

/** 'secret', 'private key' or 'public key'. */
export function keyWord(offer: Offer): string {
  if (offer.kind === 'secret' || (offer.kind === 'key' && offer.key.kty === 'oct')) return 'secret';
  return offer.kind === 'key' && offer.key.privateJwk !== undefined ? 'private key' : 'public key';
}

type Failed = Extract<Attempt, { outcome: 'failed' }>;

async function mismatched(entries: readonly Failed[], signed: SignedBytes, options: AttemptOptions): Promise<Verdict> {
  const [first] = entries;
  const secret = entries.every((entry) => keyWord(entry.offer) === 'secret');
  const other = first === undefined || entries.length > 1 ? undefined : await otherReading(first, signed, options);
  return failed('signature-mismatch', { alg: signed.alg, secret, fitting: entries.length, ...other });
}

/** Where a reading was chosen by hand and failed: the reading of the same characters that would verify. */
async function otherReading(
  { offer }: Failed,
  signed: SignedBytes,
  options: AttemptOptions,
): Promise<{ reading: string; otherReading: string } | undefined> {
  const chosen = offer.input.encoding ?? 'auto';
  if (offer.kind !== 'secret' || chosen === 'auto') return undefined;
  const others = (await secretReadings(offer.input.text)).filter((reading) => reading.encoding !== chosen);
  const again = await attemptVerify({ ...offer, readings: others }, signed, options);
  if (again.outcome !== 'verified' || again.reading === undefined) return undefined;
  return { reading: chosen, otherReading: again.reading.encoding };
}

function missed(attempts: readonly Attempt[], given: SignatureCase, options: AttemptOptions): Promise<Verdict> {
  const { signed, kid } = given;
  const { alg } = signed;
  const skipped = attempts.filter((entry) => entry.outcome === 'skipped');
  return nearestMiss(skipped, {
    alg,
    kid,
    encrypted: false,
    missing: { alg, need: needOfSignature(alg) },
    need: describeNeed(alg),
    have: (key) => (key === undefined ? 'a shared secret' : describeKey(key)),
    sizeNeed: 'a larger RSA key',
    isForged: (entries) => anyForged(entries, signed, options),
    matchesEmpty: async () => {
      const matches = await emptySecretMatches(alg, signed.signingInput, signed.signature, options);
      return matches.done && matches.value;
    },
  });
}

/**
 * Whether the MAC was made with exactly the text of one of these public keys, as a server does that hands its PEM to a
 * function which takes secrets as well. Files end in a line break and pastes often do not, so both are tried.
 */
async function anyForged(entries: readonly Skipped[], signed: SignedBytes, options: AttemptOptions): Promise<boolean> {
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

function failed(code: FailedCode, values: Values): Verdict {
  return { state: 'failed', code, ...said(code, values) };
}

function said(code: Verdict['code'], values: Values): { message: string; values: Values } {
  return { message: say(code, values), values };
}
