/** Whether a token was made with a secret that anyone can guess (RFC 8725 section 3.5). */
import type { CryptoOptions } from '../crypto/answer.ts';
import { emptySecretMatches, verifySignature } from '../crypto/verify.ts';
import { saySecrets } from '../messages/secrets.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { SignedBytes } from '../verdict/attempt-verify.ts';
import { type Entries, type Entry, entriesOf } from './candidates.ts';
import { macTargetOf, type NoTarget } from './mac-target.ts';
import { type MacTest, macTestFor } from './mac-tests.ts';
import { startPace } from './pace.ts';
import { type Reading, readingsOf } from './readings.ts';
import type { Variation } from './variations.ts';

export interface SecretSearchInput {
  /** a pasted text; the first signature of the picked token that is a MAC is looked at */
  readonly token: string;
  /** which of the found tokens; 0 when left out */
  readonly pick?: number;
  /** content of a token that leaves it out (RFC 7515 appendix F) */
  readonly detachedPayload?: string | Uint8Array;
  /** a person's own list, one secret in a line, up to 20,000,000 characters */
  readonly list?: string;
  /** the lines of the list are varied as the known secrets are; false when left out */
  readonly varyList?: boolean;
}

export type SecretSearchAnswer =
  | {
      readonly found: true;
      /** as text, to be read by `reading` */
      readonly secret: string;
      readonly reading: Reading['encoding'];
      readonly variation: Variation;
      readonly from: Entry['from'];
      /** secrets, each reading of a text counted by itself */
      readonly tried: number;
    }
  | { readonly found: false; readonly tried: number }
  | NoTarget;

export interface SearchProgress {
  /** of the known secrets with their variations, and the lines of the list */
  readonly done: number;
  readonly total: number;
  readonly ratePerSecond: number;
}

export interface SecretSearchOptions extends CryptoOptions {
  /** about ten times a second */
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
  /** milliseconds, from any point in time */
  readonly clockMs: () => number;
}

/** Characters of a list. */
export const LONGEST_LIST = 20_000_000;

/**
 * Tries the known secrets, and then those of a list, on the MAC of a token (HS256, HS384, HS512). What is found has been
 * confirmed by the engine's own verification. Gives way to other work every few hundredths of a second; rejects only
 * with the reason of `options.signal`. Nothing of it is kept.
 */
export async function searchSecret(
  input: SecretSearchInput,
  options: SecretSearchOptions,
): Promise<SecretSearchAnswer> {
  options.signal?.throwIfAborted();
  const { token, pick = 0, detachedPayload, list = '', varyList = false } = input;
  if (list.length > LONGEST_LIST) {
    const message = saySecrets('list-too-long', { have: list.length, limit: LONGEST_LIST });
    return { cannot: 'list-too-long', message };
  }
  const content = typeof detachedPayload === 'string' ? encodeUtf8(detachedPayload) : detachedPayload;
  const target = macTargetOf(token, pick, content);
  return 'cannot' in target ? target : searchAll(target, entriesOf(list, varyList), options);
}

interface Attempt {
  readonly secret: string;
  readonly reading: Reading;
  readonly variation: Variation;
  readonly from: Entry['from'];
}

async function searchAll(
  target: SignedBytes,
  entries: Entries,
  options: SecretSearchOptions,
): Promise<SecretSearchAnswer> {
  const test = await macTestFor(target, options);
  if (test === undefined) return { cannot: 'not-loaded', message: saySecrets('not-loaded') };
  const pace = startPace(entries.count, options);
  let tried = 0;
  let done = 0;
  for (const batch of inBatches(entries.all, test.batch)) {
    const index = await firstMatch(batch.attempts, target, test, options);
    const hit = batch.attempts[index];
    if (hit !== undefined) return foundBy(hit, tried + index + 1);
    tried += batch.attempts.length;
    done += batch.entries;
    await pace.step(done);
  }
  options.signal?.throwIfAborted();
  return { found: false, tried };
}

interface Batch {
  readonly attempts: readonly Attempt[];
  /** how many entries they come from */
  readonly entries: number;
}

function* inBatches(all: Iterable<Entry>, size: number): Generator<Batch> {
  let attempts: Attempt[] = [];
  let entries = 0;
  for (const entry of all) {
    attempts.push(...attemptsOf(entry));
    entries++;
    if (attempts.length < size) continue;
    yield { attempts, entries };
    attempts = [];
    entries = 0;
  }
  if (entries > 0) yield { attempts, entries };
}

/** Index of the attempt that the engine's own verification confirms; -1 for none. */
async function firstMatch(
  attempts: readonly Attempt[],
  target: SignedBytes,
  test: MacTest,
  options: CryptoOptions,
): Promise<number> {
  const index = await test.firstOf(attempts.map(({ reading }) => reading.bytes));
  const hit = attempts[index];
  return hit !== undefined && (await isConfirmed(target, hit.reading.bytes, options)) ? index : -1;
}

function attemptsOf({ candidates, from }: Entry): readonly Attempt[] {
  return candidates.flatMap(({ text, variation }) =>
    readingsOf(text).map((reading) => ({ secret: text, reading, variation, from })),
  );
}

function foundBy({ secret, reading, variation, from }: Attempt, tried: number): SecretSearchAnswer {
  return { found: true, secret, reading: reading.encoding, variation, from, tried };
}

/** Where WebCrypto is not there to ask (a page over plain http), the MAC that was computed here stands. */
async function isConfirmed(target: SignedBytes, secret: Uint8Array, options: CryptoOptions): Promise<boolean> {
  const { alg, signingInput, signature } = target;
  const answer =
    secret.length === 0
      ? await emptySecretMatches(alg, signingInput, signature, options)
      : await verifySignature(alg, { secret }, signingInput, signature, options);
  return answer.done ? answer.value : true;
}
