/** The cell 'Time and claims': a word for whether the token is in its time and as expected, and the reason. */
import type { ExpIgnored, TimeVerdict } from '../engine/types.ts';
import {
  clockWords,
  dateAt,
  dayOfYear,
  offsetWords,
  relativeWords,
  spanWords,
  yearWords,
  type Zone,
} from './claims-tab.ts';
import { number } from './numbers.ts';

type Unreadable = Extract<TimeVerdict, { readonly state: 'unreadable' }>;
type Contradiction = Extract<TimeVerdict, { readonly state: 'contradict' }>;

/** What can be read and holds at some time, seen from now. */
export type Moment = Exclude<Judged['verdict'], Unreadable | Contradiction>;

/** A check that failed. */
export interface FailedCheck {
  /** of the check: 'aud', 'iss', 'kb-nonce' … */
  readonly id: string;
  /** what the person asked for, where that is a text */
  readonly asked: string | undefined;
}

/** Judged at `now`, seconds since the epoch; `isNow`: that is what the clock says. */
export interface Judged {
  readonly kind: 'judged';
  readonly verdict: TimeVerdict | ExpIgnored;
  readonly failed: readonly FailedCheck[];
  readonly skewSeconds: number;
  readonly now: number;
  readonly isNow: boolean;
  /** in which moments are told */
  readonly zone: Zone;
}

export type TimeFacts =
  /** nothing is pasted */
  | { readonly kind: 'nothing' }
  /** no token was read, or its content holds no claims */
  | { readonly kind: 'no-claims' }
  /** the content is encrypted */
  | { readonly kind: 'locked' }
  /** the token leaves its content out */
  | { readonly kind: 'elsewhere' }
  /** the engine compares */
  | { readonly kind: 'waiting' }
  | Judged;

export interface ShortWords {
  readonly word: string;
  /** where there is no room for the word */
  readonly short: string;
  readonly reason: string;
}

function words(word: string, reason: string, short = word): ShortWords {
  return { word, short, reason };
}

export const CELL_LABELS = {
  time: 'Time and claims',
  /** beside the note of another moment than now */
  timeShort: 'Time',
  notNow: 'not now',
  findings: 'Findings',
} as const;
export const WAITING = words('Checking…', '');

export function timeWords(facts: TimeFacts): ShortWords {
  switch (facts.kind) {
    case 'nothing':
      return words('Not asked', 'no token yet');
    case 'no-claims':
      return words('Not asked', 'no claims to ask about');
    case 'locked':
      return words('Cannot read', 'content is encrypted');
    case 'elsewhere':
      return words('Cannot read', 'payload is detached');
    case 'waiting':
      return WAITING;
    case 'judged':
      return judgedWords(facts);
  }
}

/** What cannot be read or never holds is said before what is not as expected, and that before the moment. */
function judgedWords(facts: Judged): ShortWords {
  const { verdict, failed } = facts;
  if (verdict.state === 'unreadable') return words('Times unreadable', unreadable(verdict), 'Unreadable');
  if (verdict.state === 'contradict') return words('Times contradict', contradiction(verdict), 'Contradict');
  const [first] = failed;
  return first === undefined ? momentWords(verdict, facts) : failedWords(first, failed);
}

const WRONG: Readonly<Record<string, string>> = {
  alg: 'Wrong algorithm',
  aud: 'Wrong audience',
  iss: 'Wrong issuer',
  typ: 'Wrong type',
};

function failedWords(first: FailedCheck, failed: readonly FailedCheck[]): ShortWords {
  const names = failed.map(({ id }) => checkedName(id)).join(', ');
  if (failed.length > 1) return words(`${failed.length} checks failed`, names, `${failed.length} failed`);
  const wrong = WRONG[first.id];
  if (wrong === undefined) return words('1 check failed', names, '1 failed');
  return words(wrong, first.asked === undefined ? names : `asked ${first.asked}`);
}

/** 'aud' of 'kb-aud': the claim that was compared. */
export function checkedName(id: string): string {
  return id.replace(/^(?:dpop|kb)-/, '');
}

function momentWords(verdict: Moment, { skewSeconds, now, isNow, zone }: Judged): ShortWords {
  switch (verdict.state) {
    case 'valid': {
      const left = Math.ceil(verdict.left);
      return isNow
        ? words('Valid now', `expires ${relativeWords(left)}`, `${shortSpan(left)} left`)
        : words('Valid then', `expires ${spanWords(left)} later`);
    }
    case 'within-skew':
      return skewWords(verdict, isNow, `skew ${number(skewSeconds)} s`);
    case 'expired': {
      const when = `exp was ${momentOf(verdict.exp, now, zone)}`;
      if (!isNow) return words('Expired by then', when, 'Expired');
      return words(`Expired ${relativeWords(-Math.floor(verdict.ago))}`, when, 'Expired');
    }
    case 'not-yet-valid': {
      const ahead = Math.ceil(verdict.ahead);
      return isNow
        ? words('Not valid yet', `starts ${relativeWords(ahead)}`)
        : words('Not valid then', `starts ${spanWords(ahead)} later`);
    }
    case 'exp-ignored':
      return words('Expiry ignored', 'exp was not looked at', 'exp ignored');
    case 'no-end':
      return words('No end', 'no exp claim: never expires');
    case 'not-asked':
      return words('Not asked', 'no exp, nbf or iat');
  }
}

function skewWords(
  { name, by }: Extract<Moment, { readonly state: 'within-skew' }>,
  isNow: boolean,
  skew: string,
): ShortWords {
  const isExp = name === 'exp';
  const seconds = isExp ? Math.floor(by) : Math.ceil(by);
  const when = isNow
    ? relativeWords(isExp ? -seconds : seconds)
    : `${spanWords(seconds)} ${isExp ? 'before' : 'later'}`;
  const reason = `${name} ${isExp && seconds > 0 ? 'was' : 'is'} ${when}, ${skew}`;
  return words(isExp ? 'Expires within skew' : 'Starts within skew', reason, 'Within skew');
}

const FOUND: Readonly<Record<Unreadable['found'], string>> = {
  string: 'is text, not a number',
  boolean: 'is true or false, not a number',
  null: 'is null, not a number',
  array: 'is a list, not a number',
  object: 'is an object, not a number',
  infinite: 'is too large a number',
};

/** 'exp is text, not a number' */
export function unreadable({ name, found }: Unreadable): string {
  return `${name} ${FOUND[found]}`;
}

/** 'exp is before nbf' */
export function contradiction({ name, apart }: Contradiction): string {
  return apart === 0 ? `exp equals ${name}` : `exp is before ${name}`;
}

/** '14 min', '3 h', '12 days': the largest unit alone. */
function shortSpan(seconds: number): string {
  return spanWords(seconds).replace(/^(about )?(\d[\d,]* [a-z]+).*$/, '$2');
}

/** '12:10:28 UTC', '13:10:28 UTC+01:00'; a day and more from `now` '24 Nov 2026'. */
function momentOf(seconds: number, now: number, zone: Zone): string {
  if (Number.isNaN(dateAt(seconds).getTime())) return 'a moment that no calendar has';
  return Math.abs(seconds - now) < DAY ? `${clockOf(seconds, zone)} ${placeOf(seconds, zone)}` : dayOf(seconds, zone);
}

/** 'as of 12:00, not now'; of another day 'as of 24 Nov 2026, not now'. `clock`: what the clock says. */
export function asOfWords(seconds: number, clock: number, zone: Zone): string {
  const day = dayOf(seconds, zone);
  return `as of ${day === dayOf(clock, zone) ? shortClock(seconds, zone) : day}, not now`;
}

/** '24 Nov 2026 12:00 UTC' */
export function wholeMoment(seconds: number, zone: Zone): string {
  return `${dayOf(seconds, zone)} ${shortClock(seconds, zone)} ${placeOf(seconds, zone)}`;
}

const DAY = 86_400;

function localDate(seconds: number, zone: Zone): Date {
  return dateAt(seconds + zone.offsetAt(seconds) * 60);
}

function dayOf(seconds: number, zone: Zone): string {
  const date = localDate(seconds, zone);
  return `${dayOfYear(date)} ${yearWords(date)}`;
}

function clockOf(seconds: number, zone: Zone): string {
  return clockWords(localDate(seconds, zone));
}

function shortClock(seconds: number, zone: Zone): string {
  return clockOf(seconds, zone).replace(/:00$/, '');
}

function placeOf(seconds: number, zone: Zone): string {
  const offset = zone.offsetAt(seconds);
  return offset === 0 ? 'UTC' : `UTC${offsetWords(offset)}`;
}
