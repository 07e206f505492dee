/** The two ways in which a certificate writes a moment (RFC 5280 section 4.1.2.5). */
import type { DerNode } from '../keys/der/tree.ts';
import { contentOctets, TAG, universalTag } from './der-content.ts';

const SECONDS_A_DAY = 86_400;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/**
 * Seconds since the epoch of a UTCTime or GeneralizedTime. Seconds left out, fractions and offsets from UTC, which
 * RFC 5280 forbids and old certificates have, are read; undefined where it is no moment at all.
 */
export function secondsOf(node: DerNode | undefined): number | undefined {
  if (node === undefined) return undefined;
  const text = Array.from(contentOctets(node), (octet) => String.fromCharCode(octet)).join('');
  const tag = universalTag(node);
  if (tag === TAG.generalizedTime) return secondsFrom(GENERALIZED.exec(text), (year) => year);
  // RFC 5280 section 4.1.2.5.1: 50 to 99 are of the last century
  if (tag === TAG.utcTime) return secondsFrom(UTC.exec(text), (year) => (year >= 50 ? 1900 : 2000) + year);
  return undefined;
}

const REST = '(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?(?:[.,]\\d+)?(?:Z|([+-])(\\d\\d)(\\d\\d))$';
const UTC = new RegExp(`^(\\d\\d)${REST}`);
const GENERALIZED = new RegExp(`^(\\d{4})${REST}`);

function secondsFrom(match: RegExpExecArray | null, wholeYear: (year: number) => number): number | undefined {
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = match;
  const days = daysOf(wholeYear(Number(year)), Number(month), Number(day));
  const clock = [hour, minute, second ?? 0].map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = clock;
  if (days === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const offset = Number(offsetHours ?? 0) * 3600 + Number(offsetMinutes ?? 0) * 60;
  return days * SECONDS_A_DAY + hours * 3600 + minutes * 60 + seconds - (sign === '-' ? -offset : offset);
}

/** Days since 1 January 1970 in the Gregorian calendar; undefined where there is no such day. */
function daysOf(year: number, month: number, day: number): number | undefined {
  const before = DAYS_BEFORE_MONTH[month - 1];
  if (before === undefined || day < 1) return undefined;
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  const ofMonth = (DAYS_BEFORE_MONTH[month] ?? 365) - before + (month === 2 && isLeap(year) ? 1 : 0);
  if (day > ofMonth) return undefined;
  return (year - 1970) * 365 + leapYearsBefore(year) - leapYearsBefore(1970) + before + leapDay + day - 1;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function leapYearsBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}
