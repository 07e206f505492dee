/** The cell 'Time and claims': a word for whether the token is in its time and as expected, and the reason. */
import { relativeWords, spanWords } from './claims-tab.ts';
import { number } from './numbers.ts';

type TimeName = 'exp' | 'nbf' | 'iat';
type UnreadableTime = 'string' | 'boolean' | 'null' | 'array' | 'object' | 'infinite';

/** The engine's time verdict (engine/claims/lifetime.ts), all in seconds. */
type TimeVerdict = Unreadable | Contradiction | Moment;

interface Unreadable {
  readonly state: 'unreadable';
  readonly name: TimeName;
  readonly found: UnreadableTime;
}

interface Contradiction {
  readonly state: 'contradict';
  readonly name: 'nbf' | 'iat';
  readonly apart: number;
}

/** What can be read and holds at some time, seen from now. */
export type Moment =
  | { readonly state: 'not-asked' | 'no-end' }
  | { readonly state: 'valid'; readonly left: number }
  | { readonly state: 'expired'; readonly exp: number; readonly ago: number }
  | { readonly state: 'not-yet-valid'; readonly ahead: number }
  | { readonly state: 'within-skew'; readonly name: 'exp' | 'nbf'; readonly by: number };

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
  readonly verdict: TimeVerdict;
  readonly failed: readonly FailedCheck[];
  readonly skewSeconds: number;
  readonly now: number;
  readonly isNow: boolean;
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

export const CELL_LABELS = { time: 'Time and claims', findings: 'Findings' } as const;
export const WAITING = words('Checking…', '');
export const BLANK = words('', '');

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

function momentWords(verdict: Moment, { skewSeconds, now, isNow }: Judged): ShortWords {
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
      const when = `exp was ${momentOf(verdict.exp, now)}`;
      if (!isNow) return words('Expired by then', when, 'Expired');
      return words(`Expired ${relativeWords(-Math.floor(verdict.ago))}`, when, 'Expired');
    }
    case 'not-yet-valid': {
      const ahead = Math.ceil(verdict.ahead);
      return isNow
        ? words('Not valid yet', `starts ${relativeWords(ahead)}`)
        : words('Not valid then', `starts ${spanWords(ahead)} later`);
    }
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

const FOUND: Readonly<Record<UnreadableTime, string>> = {
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

/** '12:10:28 UTC'; a day and more from `now` '24 Nov 2026'. */
function momentOf(seconds: number, now: number): string {
  const clock = clockOf(seconds);
  if (clock === undefined) return 'a moment that no calendar has';
  return Math.abs(seconds - now) < 86_400 ? `${clock} UTC` : (dayOf(seconds) ?? '');
}

/** 'as of 12:00, not now'; of another day 'as of 24 Nov 2026, not now'. `clock`: what the clock says. */
export function asOfWords(seconds: number, clock: number): string {
  const time = clockOf(seconds)?.replace(/:00$/, '');
  return `as of ${dayOf(seconds) === dayOf(clock) ? time : dayOf(seconds)}, not now`;
}

/** '24 Nov 2026 12:00 UTC' */
export function wholeMoment(seconds: number): string {
  return `${dayOf(seconds)} ${clockOf(seconds)?.replace(/:00$/, '')} UTC`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Undefined for what no calendar has. */
function dayOf(seconds: number): string | undefined {
  const date = new Date(Math.floor(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function clockOf(seconds: number): string | undefined {
  const date = new Date(Math.floor(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(-13, -5);
}
