/** A moment and a length of time as people type them. */
import { readIsoDate } from '../../engine/claims/iso-date.ts';
import { readNumericDate } from '../../engine/claims/times.ts';
import type { NO_MOMENT, Zone } from '../../words/timeline.ts';

export type ReadMoment =
  /** `as`: how it was written */
  | { readonly ok: true; readonly seconds: number; readonly as: 'date' | 'seconds' }
  | { readonly ok: false; readonly why: keyof typeof NO_MOMENT };

/** A date without an offset is one of `zone`; a bare number is seconds since 1970. */
export function readMoment(typed: string, zone: Zone): ReadMoment {
  const text = typed.trim();
  if (text === '') return { ok: false, why: 'empty' };
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return readSeconds(Number(text));
  // '2026-11-24 16:25:28 +01:00', '2026-11-24  15:25 UTC'
  const plain = text
    .replace(/\s*(?:UTC|GMT)$/i, 'Z')
    .replace(/\s+([+-]\d{2}:?\d{2}|Z)$/i, '$1')
    .replace(/\s+/, ' ');
  const seconds = readIsoDate(plain);
  if (seconds === undefined)
    return { ok: false, why: /^\d{4}-\d{1,2}-\d{1,2}\b/.test(plain) ? 'no-such-time' : 'no-date' };
  const hasOffset = /[Zz]$|\d[+-]\d{2}:?\d{2}$/.test(plain) && plain.length > DAY_LENGTH;
  return { ok: true, seconds: hasOffset ? seconds : fromZone(seconds, zone), as: 'date' };
}

const DAY_LENGTH = '2026-11-24'.length;

function readSeconds(number: number): ReadMoment {
  const read = readNumericDate(number);
  return read.kind === 'seconds' ? { ok: true, seconds: number, as: 'seconds' } : { ok: false, why: 'milliseconds' };
}

/** The moment at which the clocks of the zone show what those of UTC show at `seconds`. */
function fromZone(seconds: number, zone: Zone): number {
  const guess = seconds - zone.offsetAt(seconds) * 60;
  // beside a change of the clocks the offset of the guess is the one that counts
  return seconds - zone.offsetAt(guess) * 60;
}

const UNITS: readonly (readonly [name: RegExp, seconds: number])[] = [
  [/^(?:s|sec|secs|seconds?)$/i, 1],
  [/^(?:m|min|mins|minutes?)$/i, 60],
  [/^(?:h|hours?)$/i, 3600],
  [/^(?:d|days?)$/i, 86_400],
  [/^(?:w|weeks?)$/i, 604_800],
];

/** Whole seconds, negative for the past: '+15 min', '−2 h', '1 day 6 h', '90'. Undefined for anything else, and for 0. */
export function readSpan(typed: string): number | undefined {
  const found = /^([+\-−–])?\s*(\d.*)$/.exec(typed.trim());
  if (found === null || typed.length > 60) return undefined;
  const [, sign, rest = ''] = found;
  const parts = [...rest.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)\s*/gi)];
  if (parts.map(([whole]) => whole).join('') !== rest) return undefined;
  let sum = 0;
  for (const [, count, unit] of parts) {
    const seconds = unit === '' ? 1 : UNITS.find(([name]) => name.test(unit ?? ''))?.[1];
    if (seconds === undefined) return undefined;
    sum += Number(count) * seconds;
  }
  const span = Math.round(sum);
  if (span === 0 || span > LONGEST_SPAN) return undefined;
  return sign === undefined || sign === '+' ? span : -span;
}

/** A thousand years. */
const LONGEST_SPAN = 31_556_952_000;
