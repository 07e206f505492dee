/** Steps 5 to 7 of the order within a layer: the keys, and what they say of the signature. */
import { isSignatureAlg, type SignatureAlg } from '../crypto/algorithms.ts';
import type { Runtime } from '../crypto/answer.ts';
import { secretReadings } from '../keys/secret.ts';
import type { Opened } from '../open.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { InspectOptions, JsonObject, Trust, Verdict } from '../types.ts';
import { type Attempt, attempt, type SignedBytes } from './attempt.ts';
import { nearestMiss } from './misses.ts';
import { type Offer, type Offers, selectByKid } from './offers.ts';
import { isDetached, kidNamedBy, said } from './without-key.ts';

export interface JudgeInput {
  readonly opened: Opened;
  readonly header: JsonObject;
  readonly offers: Offers;
  readonly ignoreKid: boolean;
  readonly trust: Trust;
  /** the token carries its key by design (a proof of possession) */
  readonly byDesign: boolean;
}

export interface JudgeOptions extends InspectOptions {
  readonly runtime?: Runtime | undefined;
}

export interface Judged {
  readonly verdict: Verdict;
  /** one for each key on offer */
  readonly attempts: readonly Attempt[];
}

/** Tries the keys that fit, in order, until one made the signature. */
export async function judge(input: JudgeInput, options: JudgeOptions): Promise<Judged> {
  const signed = signedBytesOf(input.opened);
  if (signed === undefined) return { verdict: unknownAlg(input.opened), attempts: [] };
  const kid = kidNamedBy(input.header);
  const { selected, passedOver } = selectByKid(input.offers, kid, input.ignoreKid);
  const byKid = passedOver.map((offer): Attempt => ({ outcome: 'skipped', offer, miss: { reason: 'kid' } }));
  const made = await attemptAll(selected, signed, options);
  const verdict = await verdictOf(made.length > 0 ? made : byKid, signed, kid, input, options);
  return { verdict, attempts: [...made, ...byKid] };
}

/** The bytes that the signature is over: the characters of the token as they stand (RFC 7515 section 5.2 step 8). */
export function signedBytesOf(opened: Opened): SignedBytes | undefined {
  const { token } = opened;
  const alg = token?.alg;
  const [, payload, signature] = token?.segments ?? [];
  if (token === undefined || alg === undefined || !isSignatureAlg(alg)) return undefined;
  if (payload === undefined || signature?.bytes === undefined || !signature.strict) return undefined;
  return { alg, signingInput: encodeUtf8(token.text.slice(0, payload.end)), signature: signature.bytes };
}

async function attemptAll(
  offers: readonly Offer[],
  signed: SignedBytes,
  options: JudgeOptions,
): Promise<readonly Attempt[]> {
  const made: Attempt[] = [];
  for (const offer of offers) {
    options.signal?.throwIfAborted();
    options.onProgress?.(made.length, offers.length, 'keys');
    const next = await attempt(offer, signed, options);
    made.push(next);
    if (next.outcome === 'verified') break;
  }
  return made;
}

async function verdictOf(
  attempts: readonly Attempt[],
  signed: SignedBytes,
  kid: string | undefined,
  input: JudgeInput,
  options: JudgeOptions,
): Promise<Verdict> {
  const verified = attempts.find((entry) => entry.outcome === 'verified');
  if (verified !== undefined) return matched(verified, signed.alg, input);
  // The content of a detached payload is elsewhere, so a mismatch with the empty one says nothing.
  if (isDetached(input.opened))
    return { state: 'unchecked', code: 'payload-detached', ...said('payload-detached', {}) };
  const der = attempts.find((entry) => entry.outcome === 'failed-der');
  if (der !== undefined) {
    const wouldMatch = attempts.some((entry) => entry.outcome === 'failed-der' && entry.wouldMatch);
    return { state: 'failed', code: 'signature-der', ...said('signature-der', { alg: signed.alg, wouldMatch }) };
  }
  const failed = attempts.filter((entry) => entry.outcome === 'failed');
  if (failed.length > 0) return mismatched(failed, signed, options);
  const notDone = attempts.find((entry) => entry.outcome === 'not-done');
  if (notDone !== undefined) return cannot(notDone, signed.alg);
  const skipped = attempts.filter((entry) => entry.outcome === 'skipped');
  return nearestMiss(skipped, signed, kid, options);
}

function matched(attempt: Extract<Attempt, { outcome: 'verified' }>, alg: SignatureAlg, input: JudgeInput): Verdict {
  const { trust, byDesign } = input;
  const { by } = attempt;
  const values = { alg, trust, byDesign, keyWord: keyWord(attempt.offer) };
  return { state: 'verified', code: 'signature-match', trust, by, ...said('signature-match', values) };
}

function keyWord(offer: Offer): string {
  if (offer.kind === 'secret' || (offer.kind === 'key' && offer.key.kty === 'oct')) return 'secret';
  return offer.kind === 'key' && offer.key.privateJwk !== undefined ? 'private key' : 'public key';
}

async function mismatched(
  failed: readonly Extract<Attempt, { outcome: 'failed' }>[],
  signed: SignedBytes,
  options: JudgeOptions,
): Promise<Verdict> {
  const [first] = failed;
  const secret = failed.every((entry) => keyWord(entry.offer) === 'secret');
  const other = first === undefined || failed.length > 1 ? undefined : await otherReading(first, signed, options);
  const values = { alg: signed.alg, secret, fitting: failed.length, ...other };
  return { state: 'failed', code: 'signature-mismatch', ...said('signature-mismatch', values) };
}

/** Where a reading was chosen by hand and failed: the reading of the same characters that would verify. */
async function otherReading(
  failed: Extract<Attempt, { outcome: 'failed' }>,
  signed: SignedBytes,
  options: JudgeOptions,
): Promise<{ reading: string; otherReading: string } | undefined> {
  const { offer } = failed;
  const chosen = offer.input.encoding ?? 'auto';
  if (offer.kind !== 'secret' || chosen === 'auto') return undefined;
  const others = (await secretReadings(offer.input.text)).filter((reading) => reading.encoding !== chosen);
  const again = await attempt({ ...offer, readings: others }, signed, options);
  if (again.outcome !== 'verified' || again.reading === undefined) return undefined;
  return { reading: chosen, otherReading: again.reading.encoding };
}

function cannot(attempt: Extract<Attempt, { outcome: 'not-done' }>, alg: SignatureAlg): Verdict {
  const { code, offer } = attempt;
  switch (code) {
    case 'insecure-context':
    case 'runtime-lacks':
    case 'not-loaded':
      return { state: 'unsupported', code, ...said(code, { alg }) };
    case 'key-refused':
    case 'private-key-needed': {
      const have = offer.kind === 'key' ? `this ${offer.key.kty} key` : 'this secret';
      return { state: 'unsupported', code: 'key-refused', ...said('key-refused', { alg, have }) };
    }
    default:
      return code satisfies never;
  }
}

/** Not reached through `inspect`, which answers an unknown `alg` before it looks at keys. */
function unknownAlg(opened: Opened): Verdict {
  const alg = opened.token?.alg ?? '';
  return { state: 'unsupported', code: 'alg-unknown', ...said('alg-unknown', { alg }) };
}
