/** How a time is told, and when what is told of it changes next. */
import { NUMERIC_DATES, type NumericDate, readNumericDate } from '../../engine/claims/times.ts';
import type { Json } from '../../engine/types.ts';
import { TIME_FAULTS } from '../../words/claims-tab.ts';

const HOUR = 3600;
const DAY = 86_400;

/** Whole seconds until a moment; from the moment on 0 or negative. */
export function secondsUntil(seconds: number, now: number): number {
  // + 0: no negative zero
  return Math.ceil(seconds - now) + 0;
}

/**
 * Seconds until the words for a moment change: each second below an hour, each minute below a day, else not before a
 * day is left. Undefined where they stay. Both in whole seconds.
 */
export function nextChange(ahead: number): number | undefined {
  const span = Math.abs(ahead);
  if (span < HOUR) return 1;
  if (ahead >= DAY) return ahead - DAY + 1;
  if (span >= DAY) return undefined;
  return ahead > 0 ? (span % 60) + 1 : 60 - (span % 60);
}

/** The first of the changes of all moments. */
export function firstChange(moments: readonly number[], now: number): number | undefined {
  const changes = moments.map((seconds) => nextChange(secondsUntil(seconds, now))).filter((one) => one !== undefined);
  return changes.length === 0 ? undefined : Math.min(...changes);
}

/** The reading of a value that should be a NumericDate, by its name or by what the dictionary says; else undefined. */
export function dateOf(name: string, type: string | undefined, value: Json): NumericDate | undefined {
  return NUMERIC_DATES.includes(name) || type === 'NumericDate' ? readNumericDate(value) : undefined;
}

export interface TimeFault {
  readonly words: string;
  /** what was probably meant */
  readonly seconds: number | undefined;
}

/** What is wrong with it; undefined where it is seconds. */
export function faultOf(date: NumericDate): TimeFault | undefined {
  switch (date.kind) {
    case 'seconds':
      return undefined;
    case 'milliseconds-likely':
      return { words: TIME_FAULTS.milliseconds, seconds: date.seconds };
    case 'out-of-range':
      return { words: TIME_FAULTS[date.unit ?? 'no-time'], seconds: date.seconds };
    case 'not-a-number':
      return { words: TIME_FAULTS[date.reads ?? date.found], seconds: date.seconds };
  }
}

/** The year of a number of seconds that no calendar of four digits has. */
export function yearOf(seconds: number): number {
  return 1970 + Math.floor(seconds / (365.2425 * DAY));
}
