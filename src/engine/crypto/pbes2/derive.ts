/** The key that wraps the content key, from a password (PBES2, RFC 7518 section 4.8). */
import { encodeUtf8 } from '../../token/utf8.ts';
import type { DoneBy, JsonObject } from '../../types.ts';
import { answered, type CryptoAnswer, type CryptoOptions, type NotDone, notDone } from '../answer.ts';
import type { HeaderMember } from '../header-member.ts';
import { hasByTrial } from '../trials.ts';
import type { Derivation } from './derivation.ts';
import { type Pbes2Note, readPbes2Header } from './header.ts';
import { type OnRounds, startReports } from './reports.ts';
import { pbkdf2ByWebCrypto, watchedByWebCrypto } from './webcrypto.ts';

export type { OnRounds, Pbes2Note };

export type Pbes2Alg = 'PBES2-HS256+A128KW' | 'PBES2-HS384+A192KW' | 'PBES2-HS512+A256KW';

export interface Pbes2Request {
  readonly alg: Pbes2Alg;
  /** the UTF-8 bytes of a password, or those of an `oct` key */
  readonly password: Uint8Array;
  /** the joined JOSE Header */
  readonly header: JsonObject;
  /** more rounds than these are not begun; 1,200,000 when left out */
  readonly maxRounds?: number | undefined;
  readonly onProgress?: OnRounds | undefined;
}

/** `p2c` asks for more rounds than were allowed, or (`maxRounds` being higher) than can be done here. */
export interface TooManyRounds {
  readonly done: false;
  readonly code: 'pbes2-rounds';
  readonly rounds: number;
  /** those that would have been done */
  readonly maxRounds: number;
}

export type Pbes2Answer =
  | {
      readonly done: true;
      /** 16, 24 or 32 bytes */
      readonly value: Uint8Array;
      readonly by: DoneBy;
      readonly notes: readonly Pbes2Note[];
    }
  | HeaderMember
  | TooManyRounds
  | NotDone;

const ALGORITHMS: Readonly<Record<Pbes2Alg, Pick<Derivation, 'hash' | 'length'>>> = {
  'PBES2-HS256+A128KW': { hash: 'SHA-256', length: 16 },
  'PBES2-HS384+A192KW': { hash: 'SHA-384', length: 24 },
  'PBES2-HS512+A256KW': { hash: 'SHA-512', length: 32 },
};

const MAX_ROUNDS = 1_200_000;
/** OpenSSL, which does the work in Node, counts in a signed integer of 32 bits. */
const MOST_POSSIBLE_ROUNDS = 2 ** 31 - 1;

/**
 * Answers the key by PBKDF2 over `UTF8(alg) || 00 || p2s`, in `p2c` rounds. Rejects at once when `options.signal` is
 * aborted, with its reason and nothing else; the page and its workers stay responsive meanwhile. Chromium does such runs
 * one after the other, so one that follows an aborted one may have to wait for its end.
 */
export async function derivePbes2Key(request: Pbes2Request, options: CryptoOptions = {}): Promise<Pbes2Answer> {
  const { alg, password, header, onProgress } = request;
  options.signal?.throwIfAborted();
  const read = readPbes2Header(header);
  if (!read.done) return read;
  if (password.length === 0) return notDone('empty-key');
  const { saltInput, rounds, notes } = read;
  const maxRounds = Math.min(request.maxRounds ?? MAX_ROUNDS, MOST_POSSIBLE_ROUNDS);
  if (rounds > maxRounds) return { done: false, code: 'pbes2-rounds', rounds, maxRounds };
  const derivation = { ...ALGORITHMS[alg], password, salt: saltFor(alg, saltInput), rounds };
  const answer = await untilAborted(derive(derivation, onProgress, options), options.signal);
  return answer.done ? { ...answer, notes } : answer;
}

function saltFor(alg: Pbes2Alg, saltInput: Uint8Array): Uint8Array {
  const name = encodeUtf8(alg);
  const salt = new Uint8Array(name.length + 1 + saltInput.length);
  salt.set(name);
  salt.set(saltInput, name.length + 1);
  return salt;
}

async function derive(
  derivation: Derivation,
  onProgress: OnRounds | undefined,
  options: CryptoOptions,
): Promise<CryptoAnswer<Uint8Array>> {
  const { subtle } = options.runtime ?? globalThis.crypto;
  if (subtle === undefined || !(await hasPbkdf2(subtle, derivation)))
    return deriveByJavaScript(derivation, onProgress, options);
  const key = await watchedByWebCrypto(subtle, derivation, onProgress, options).catch(() => undefined);
  return answered(key, 'webcrypto');
}

function hasPbkdf2(subtle: SubtleCrypto, { hash, length }: Derivation): Promise<boolean> {
  const bytes = new Uint8Array(8);
  const trial = { hash, length, password: bytes, salt: bytes, rounds: 1 };
  return hasByTrial(subtle, `PBKDF2 ${hash}`, () => pbkdf2ByWebCrypto(subtle, trial));
}

async function deriveByJavaScript(
  derivation: Derivation,
  onProgress: OnRounds | undefined,
  { signal }: CryptoOptions,
): Promise<CryptoAnswer<Uint8Array>> {
  const code = await import('./javascript.ts').catch(() => undefined);
  if (code === undefined) return notDone('not-loaded');
  const { rounds } = derivation;
  let done = 0;
  const stop = startReports(() => onProgress?.(done, rounds, false), signal);
  try {
    const slices = code.pbkdf2InSlices(derivation);
    let slice = slices.next();
    while (!slice.done) {
      done = slice.value;
      await pause();
      signal?.throwIfAborted();
      slice = slices.next();
    }
    return answered(slice.value, 'javascript');
  } finally {
    stop();
  }
}

/** Lets everything else that waits have its turn, a message that asks to stop among it. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
