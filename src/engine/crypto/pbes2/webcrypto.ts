/**
 * PBKDF2 by WebCrypto: 6 to 18 times as fast as in JavaScript, in one call that can be neither watched nor stopped.
 * So its progress is estimated, and who stops it does not wait for it: the work runs out unseen.
 */
import type { CryptoOptions } from '../answer.ts';
import type { Derivation } from './derivation.ts';
import { MS_BETWEEN_REPORTS, type OnRounds, startReports } from './reports.ts';

/** A shorter run is over before anybody reads a number. */
const FEWEST_ROUNDS_WATCHED = 300_000;
const TRIAL_ROUNDS = 10_000;
const TRIAL_TICKS = 5;
const MS_OF_TICK = 10;
/** The estimate waits here for a run that takes longer. */
const MOST_BEFORE_THE_END = 0.99;

/** The key, as one run; rejects where the runtime refuses. */
export async function pbkdf2ByWebCrypto(subtle: SubtleCrypto, derivation: Derivation): Promise<Uint8Array> {
  const { hash, password, salt, rounds: iterations, length } = derivation;
  // copies, since WebCrypto takes no view of shared memory
  const key = await subtle.importKey('raw', new Uint8Array(password), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash, salt: new Uint8Array(salt), iterations };
  return new Uint8Array(await subtle.deriveBits(parameters, key, length * 8));
}

/** As `pbkdf2ByWebCrypto`, telling `onRounds` about it. */
export async function watchedByWebCrypto(
  subtle: SubtleCrypto,
  derivation: Derivation,
  onRounds: OnRounds | undefined,
  { signal }: CryptoOptions,
): Promise<Uint8Array> {
  const { rounds } = derivation;
  if (onRounds === undefined || rounds < FEWEST_ROUNDS_WATCHED) return pbkdf2ByWebCrypto(subtle, derivation);
  const pace = await roundsInOneMs(subtle, derivation, signal);
  let waited = 0;
  const stop = startReports(() => {
    waited += MS_BETWEEN_REPORTS;
    onRounds(Math.floor(Math.min(waited * pace, rounds * MOST_BEFORE_THE_END)), rounds, true);
  }, signal);
  try {
    return await pbkdf2ByWebCrypto(subtle, derivation);
  } finally {
    stop();
  }
}

/** Counts the ticks of a timer, since the engine has no clock. Each run has its own salt: NSS (Firefox) keeps results. */
async function roundsInOneMs(
  subtle: SubtleCrypto,
  derivation: Derivation,
  signal: AbortSignal | undefined,
): Promise<number> {
  let ticks = 0;
  let done = 0;
  const timer = setInterval(() => ticks++, MS_OF_TICK);
  try {
    while (ticks < TRIAL_TICKS) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      await pbkdf2ByWebCrypto(subtle, { ...derivation, salt, rounds: TRIAL_ROUNDS });
      signal?.throwIfAborted();
      done += TRIAL_ROUNDS;
    }
  } finally {
    clearInterval(timer);
  }
  return done / (ticks * MS_OF_TICK);
}
