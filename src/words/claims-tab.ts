/** Words of the Claims tab. Meanings and reasons are the engine's; times are put into words here. */
import { count, number } from './numbers.ts';

export const CLAIMS_TAB = {
  claims: 'Claims',
  headerParameters: 'Header parameters',
  columns: { claim: 'Claim', parameter: 'Parameter', value: 'Value and meaning' },
  unknown: 'No registered meaning. The issuer defines it.',
  kind: 'Kind',
  issuer: 'Issuer',
  unknownKind: 'No kind of token that is known here.',
  unknownIssuer: 'No issuer that is known here.',
  notProof: 'A likeness, not a proof: anyone can write these claims.',
  encrypted: 'The claims are encrypted. They show here once a key opens the token.',
  noClaims: 'The content is no JSON object, so it holds no claims.',
  elsewhere: 'The token leaves its content out.',
  nothing: 'Nothing here can be read as a header or as claims.',
  empty: 'It holds none.',
  mark: 'Mark it in the JSON and in the token; with Alt, show its bytes',
} as const;

/** 'Claims of layer 2', where the panes show another one. */
export const claimsOfLayer = (layer: number) => `Claims of layer ${layer}`;
export const headerOfLayer = (layer: number) => `Header parameters of layer ${layer}`;
export const headerOfEntry = (entry: number, encrypted: boolean) =>
  `Header parameters of ${encrypted ? 'recipient' : 'signature'} ${entry}`;

/** 'Looks like an ID token' */
export function looksLikeKind(kind: string): string {
  return `Looks like ${/^(?:[aeio]|[AEIO]|SD-)/.test(kind) ? 'an' : 'a'} ${kind}.`;
}
export const mayAlsoBe = (kinds: readonly string[]) => `It also resembles: ${kinds.join(', ')}.`;
export const looksLikeIssuer = (issuer: string) => `Looks like a token of ${issuer}.`;

export const snapshotLine = (day: string) =>
  `Meanings as registered on ${day}; what was registered later may be missing.`;

export const cutLine = (shown: number, all: number) => `${number(shown)} of ${count(all, 'character', 'characters')}`;
export const moreRows = (left: number) => `${count(left, 'more row', 'more rows')}, not drawn here.`;
export const partsLine = (parts: number) => `${count(parts, 'part', 'parts')} explained`;
export const moreParts = (left: number) => `${count(left, 'more part', 'more parts')}.`;

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

export interface Zone {
  /** as the device names it */
  readonly name: string;
  /** minutes east of UTC at the given moment */
  offsetAt(seconds: number): number;
}

export const UTC: Zone = { name: 'UTC', offsetAt: () => 0 };

/**
 * 'Tue 24 Nov 2026 15:40:00 UTC', 'Tue 24 Nov 2026 16:40:00 Europe/Berlin (UTC+01:00)'; of a moment that the calendar
 * has.
 */
export function momentWords(seconds: number, zone: Zone): string {
  const offset = zone.offsetAt(seconds);
  const local = dateAt(seconds + offset * 60);
  const place = offset === 0 && /^(?:Etc\/)?UTC$/.test(zone.name) ? 'UTC' : `${zone.name} (UTC${offsetWords(offset)})`;
  return `${dayWords(local)} ${clockWords(local)} ${place}`;
}

/**
 * Behind a time in the JSON: 'today 15:40:00 UTC · in 14 min 32 s', of another day '24 Nov 2026 15:40:00 UTC · …', in
 * another zone 'today 16:40:00 UTC+01:00 · …'. `now`: whole seconds.
 */
export function timeHint(seconds: number, now: number, ahead: number, zone: Zone): string {
  const offset = zone.offsetAt(seconds);
  const place = offset === 0 ? 'UTC' : `UTC${offsetWords(offset)}`;
  const local = seconds + offset * 60;
  return `${nearDay(local, now + offset * 60)} ${clockWords(dateAt(local))} ${place} · ${relativeWords(ahead)}`;
}

function nearDay(seconds: number, now: number): string {
  const days = Math.floor(seconds / DAY) - Math.floor(now / DAY);
  return NEAR_DAYS.get(days) ?? dayWords(dateAt(seconds)).replace(/^\w+ /, '');
}

const NEAR_DAYS: ReadonlyMap<number, string> = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

/** '+01:00' of 60 minutes; `minus`: the sign, for people where it is left out. */
export function offsetWords(minutes: number, minus = '−'): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? minus : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** With its parts in UTC. */
export function dateAt(seconds: number): Date {
  return new Date(Math.floor(seconds) * 1000);
}

function dayWords(date: Date): string {
  return `${DAYS[date.getUTCDay()]} ${dayOfYear(date)} ${yearWords(date)}`;
}

/** '24 Nov' */
export const dayOfYear = (date: Date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
export const yearWords = (date: Date) => String(date.getUTCFullYear()).padStart(4, '0');

export function clockWords(date: Date): string {
  return [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
}

/** 'in 14 min 32 s', '3 h 15 min ago', 'now'. `ahead`: whole seconds until then, negative once it has passed. */
export function relativeWords(ahead: number): string {
  if (ahead === 0) return 'now';
  const span = spanWords(Math.abs(ahead));
  return ahead > 0 ? `in ${span}` : `${span} ago`;
}

const HOUR = 3600;
const DAY = 86_400;
/** A mean year of the Gregorian calendar. */
const YEAR = 365.2425 * DAY;

/** '14 min 32 s', '3 h 15 min', '5 days', 'about 3 years'; of whole seconds. */
export function spanWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ${Math.floor((seconds % HOUR) / 60)} min`;
  if (seconds < 2 * YEAR) return count(Math.floor(seconds / DAY), 'day', 'days');
  return `about ${count(Math.round(seconds / YEAR), 'year', 'years')}`;
}

/** What `exp` and `nbf` say of the moment. */
export const expiryWords = (ahead: number) =>
  ahead > 0 ? `Expires ${relativeWords(ahead)}` : `Expired ${relativeWords(ahead)}`;
export const startWords = (ahead: number) => `Not valid yet: starts ${relativeWords(ahead)}`;

/** What is the matter with a value in the place of a NumericDate. */
export const TIME_FAULTS = {
  milliseconds: 'Milliseconds stand where seconds belong',
  microseconds: 'Microseconds stand where seconds belong',
  nanoseconds: 'Nanoseconds stand where seconds belong',
  'no-time': 'No moment that a calendar has',
  digits: 'A text, not a number',
  'iso-8601': 'A date as text; a number of seconds belongs here',
  string: 'A text, not a number of seconds',
  boolean: 'True or false, not a number of seconds',
  null: 'Null: no time is given',
  array: 'A list, not a number of seconds',
  object: 'An object, not a number of seconds',
} as const;

export const meantTime = (utc: string) => `It seems to mean ${utc}.`;
/** What the number is where it is read as the standard says. */
export const letterYear = (year: number) => `By the letter it is the year ${number(year)}.`;
