/** The pace of a long search: when to give way, and what to tell. */
import type { SecretSearchOptions } from './search.ts';

/** A page that works on its own thread stays usable, and an abort is heard soon. */
const MS_OF_WORK = 30;
const MS_BETWEEN_REPORTS = 100;

export interface Pace {
  /** To be called after some milliseconds of work; rejects with the reason of the signal. */
  step(done: number): Promise<void>;
}

export function startPace(total: number, { signal, onProgress, clockMs }: SecretSearchOptions): Pace {
  const started = clockMs();
  let rested = started;
  let reported = started;

  return {
    async step(done) {
      const now = clockMs();
      if (now - reported >= MS_BETWEEN_REPORTS) {
        reported = now;
        onProgress?.({ done, total, ratePerSecond: Math.round((done * 1000) / (now - started)) });
      }
      if (now - rested < MS_OF_WORK) return;
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      rested = clockMs();
    },
  };
}
