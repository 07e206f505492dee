/** Claims that are points in time, and what can be read of a NumericDate (RFC 7519 section 2). No clock: `now` is given. */
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import { escapeToken } from '../token/json-pointer.ts';
import type { Json } from '../types.ts';
import { readIsoDate } from './iso-date.ts';

/** Claims and header parameters whose value is a NumericDate, at the top of a claims set. */
export const NUMERIC_DATES: readonly string[] = [
  ...['exp', 'nbf', 'iat', 'auth_time', 'updated_at', 'toe'],
  // of providers and common use
  ...['refresh_exp', 'orig_iat', 'xms_tcdt', 'tokenExp'],
];

/** Those that stand inside a claim. */
const INSIDE: readonly (readonly [claim: string, member: string])[] = [['kubernetes.io', 'warnafter']];

export interface TimeClaim {
  readonly name: string;
  /** from the top of the claims set (RFC 6901) */
  readonly pointer: string;
  readonly value: Json;
}

/** The points in time of a claims set or a header, in the order of `NUMERIC_DATES`; those that are `null` too. */
export function timesIn(claims: Json | undefined): readonly TimeClaim[] {
  if (!isJsonObject(claims)) return [];
  const top = NUMERIC_DATES.flatMap((name) => timeAt(ownMember(claims, name), name, `/${escapeToken(name)}`));
  const inside = INSIDE.flatMap(([claim, member]) => {
    const object = ownMember(claims, claim);
    const value = isJsonObject(object) ? ownMember(object, member) : undefined;
    return timeAt(value, member, `/${escapeToken(claim)}/${escapeToken(member)}`);
  });
  return [...top, ...inside, ...signInTimes(ownMember(claims, 'amr'))];
}

function timeAt(value: Json | undefined, name: string, pointer: string): readonly TimeClaim[] {
  return value === undefined ? [] : [{ name, pointer, value }];
}

/** Supabase says when each method of `amr` was used. */
function signInTimes(methods: Json | undefined): readonly TimeClaim[] {
  if (!isJsonArray(methods)) return [];
  return methods.flatMap((method, i) => {
    const value = isJsonObject(method) ? ownMember(method, 'timestamp') : undefined;
    return timeAt(value, 'timestamp', `/amr/${i}/timestamp`);
  });
}

export type NumericDate =
  /** by the letter; a fraction is allowed */
  | { readonly kind: 'seconds'; readonly seconds: number; readonly isWhole: boolean }
  /** as seconds it is the year 5138 or later: the number of milliseconds that many languages give; `seconds` is as if so */
  | { readonly kind: 'milliseconds-likely'; readonly seconds: number }
  /** no point in time that a calendar has; `seconds` is what it is as micro- or nanoseconds, where it looks like those */
  | { readonly kind: 'out-of-range'; readonly unit?: 'microseconds' | 'nanoseconds'; readonly seconds?: number }
  /** no number; `seconds` is what a text seems to mean, and `reads` how it was read */
  | {
      readonly kind: 'not-a-number';
      readonly found: 'string' | 'boolean' | 'null' | 'array' | 'object';
      readonly reads?: 'iso-8601' | 'digits';
      readonly seconds?: number;
    };

/** The bounds of the lint rules: 1e11 seconds are the year 5138, and the same number of milliseconds is 1973. */
const FIRST_MILLISECONDS = 1e11;
const FIRST_MICROSECONDS = 1e14;
const FIRST_NANOSECONDS = 1e17;
const PAST_NANOSECONDS = 1e20;

/** The first year that a calendar of four digits has: 0001-01-01. */
const FIRST_SECOND = -62_135_596_800;

/** Reads a NumericDate and says what is the matter with any other value. Never throws. */
export function readNumericDate(value: Json): NumericDate {
  if (typeof value === 'number') return readNumber(value);
  if (typeof value === 'string') return { kind: 'not-a-number', found: 'string', ...readText(value) };
  return { kind: 'not-a-number', found: kindOf(value) };
}

function readNumber(value: number): NumericDate {
  if (value < FIRST_SECOND) return { kind: 'out-of-range' };
  if (value < FIRST_MILLISECONDS) return { kind: 'seconds', seconds: value, isWhole: Number.isInteger(value) };
  if (value < FIRST_MICROSECONDS) return { kind: 'milliseconds-likely', seconds: value / 1e3 };
  if (value < FIRST_NANOSECONDS) return { kind: 'out-of-range', unit: 'microseconds', seconds: value / 1e6 };
  if (value < PAST_NANOSECONDS) return { kind: 'out-of-range', unit: 'nanoseconds', seconds: value / 1e9 };
  return { kind: 'out-of-range' };
}

function readText(text: string): { readonly reads?: 'iso-8601' | 'digits'; readonly seconds?: number } {
  if (/^[0-9]{1,17}(?:\.[0-9]+)?$/.test(text)) {
    const inner = readNumber(Number(text));
    return inner.kind === 'seconds' || inner.kind === 'milliseconds-likely'
      ? { reads: 'digits', seconds: inner.seconds }
      : { reads: 'digits' };
  }
  const seconds = readIsoDate(text);
  return seconds === undefined ? {} : { reads: 'iso-8601', seconds };
}

function kindOf(value: Json): 'boolean' | 'null' | 'array' | 'object' {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  return isJsonArray(value) ? 'array' : 'object';
}
