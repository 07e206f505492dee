/** Words of the timeline: the picture of a token's times, the moment that everything is judged at, and edits of times. */
import type { TimeVerdict } from '../engine/types.ts';
import {
  clockWords,
  dateAt,
  dayOfYear,
  momentWords,
  offsetWords,
  relativeWords,
  spanWords,
  yearWords,
  type Zone,
} from './claims-tab.ts';

export const TIMELINE = {
  checkAsOf: 'Check as of',
  now: 'Now',
  otherTime: 'Other time…',
  timesIn: 'Times in',
  utc: 'UTC',
  local: 'Local',
  moment: 'Moment to check at',
  momentHint: 'As 2026-11-24 15:25:28Z, or in seconds',
  needle: 'Check as of',
  table: 'Times of the token',
  columns: { claim: 'Claim', moment: 'Moment', relative: 'Seen from the check' },
  noTimes: 'No exp, nbf, iat or auth_time: there are no times to draw.',
  noEnd: ['no end', 'no exp'],
  edit: 'Edit times',
  exp: 'Set exp to',
  aDate: 'A date…',
  removeExp: 'Remove exp',
  shift: 'Shift all times',
  shiftBy: 'By…',
  issuedNow: 'So that it was issued now',
  others: 'Other times',
  set: 'Set',
  shiftNow: 'Shift',
  cancel: 'Cancel',
  span: 'Time to shift by',
  spanHint: 'As +15 min, −2 h, 1 day or 90 s',
  change: 'Change',
} as const;

/** What `exp` can be set to at a press, in seconds from now. */
export const LIVES: readonly (readonly [seconds: number, words: string])[] = [
  [300, 'Now + 5 min'],
  [900, 'Now + 15 min'],
  [3600, 'Now + 1 h'],
  [86_400, 'Now + 1 day'],
  [2_592_000, 'Now + 30 days'],
];

export const setToNow = (name: string) => `Set ${name} to now`;
export const addNow = (name: string) => `Add ${name}, now`;
export const newMoment = (name: string) => `New moment of ${name}`;
export const changeTime = (name: string) => `Change ${name}`;

/** As short as it can be said beside `now`: '15:40:00' of its day, '24 Nov 15:40' of its year, '24 Nov 2026' else. */
export function momentLabel(seconds: number, now: number, zone: Zone): string {
  const date = localDate(seconds, zone);
  const today = localDate(now, zone);
  if (yearWords(date) !== yearWords(today)) return `${dayOfYear(date)} ${yearWords(date)}`;
  if (dayOfYear(date) !== dayOfYear(today)) return `${dayOfYear(date)} ${clockWords(date).slice(0, 5)}`;
  return clockWords(date);
}

/** To the second, with the day where that is another than the clock's. */
export function exactLabel(seconds: number, clock: number, zone: Zone): string {
  const date = localDate(seconds, zone);
  const today = localDate(clock, zone);
  if (yearWords(date) !== yearWords(today)) return `${dayOfYear(date)} ${yearWords(date)} ${clockWords(date)}`;
  return dayOfYear(date) === dayOfYear(today) ? clockWords(date) : `${dayOfYear(date)} ${clockWords(date)}`;
}

function localDate(seconds: number, zone: Zone): Date {
  return dateAt(seconds + zone.offsetAt(seconds) * 60);
}

/** '2026-11-24 15:25:28Z', '2026-11-24 16:25:28+01:00': as it can be typed. */
export function typedMoment(seconds: number, zone: Zone): string {
  const offset = zone.offsetAt(seconds);
  const [day = '', time = ''] = localDate(seconds, zone).toISOString().split('T');
  return `${day} ${time.slice(0, 8)}${offset === 0 ? 'Z' : offsetWords(offset, '-')}`;
}

export const needleLabel = (label: string, isNow: boolean) => `${isNow ? 'now' : 'as of'} ${label}`;
/** The chip beside what is judged at another moment. */
export const asOfChip = (label: string) => `as of ${label}, not now`;
export const skewLabel = (seconds: number) => `± ${seconds <= 120 ? `${seconds} s` : lengthWords(seconds)} skew`;

/** '30 min', '1 h 30 min' */
export function lengthWords(seconds: number): string {
  return spanWords(Math.round(seconds)).replace(/ 0 (?:s|min)$/, '');
}

const IN_SKEW = 'within the skew';

/** Below the needle: what the verdict is then, and what that is seen beside. `life` in seconds. */
export function needleWords(verdict: TimeVerdict, life: number | undefined): readonly [string, string] {
  switch (verdict.state) {
    case 'valid':
      return [`${spanWords(Math.ceil(verdict.left))} left`, life === undefined ? '' : `of ${lengthWords(life)}`];
    case 'expired':
      return ['expired', relativeWords(-Math.floor(verdict.ago))];
    case 'within-skew':
      return verdict.name === 'exp'
        ? [`expired ${relativeWords(-Math.floor(verdict.by) + 0)}`, IN_SKEW]
        : [`starts ${relativeWords(Math.ceil(verdict.by))}`, IN_SKEW];
    case 'not-yet-valid':
      return ['not valid yet', `starts ${relativeWords(Math.ceil(verdict.ahead))}`];
    case 'no-end':
    case 'contradict':
    case 'unreadable':
    case 'not-asked':
      return ['', ''];
    default:
      return verdict satisfies never;
  }
}

/** As the slider tells it: '15:25:28, valid'. */
export const needleText = (label: string, verdict: TimeVerdict) => `${label}, ${STATES[verdict.state]}`;

const STATES: Readonly<Record<TimeVerdict['state'], string>> = {
  valid: 'valid',
  'no-end': 'valid, no end',
  expired: 'expired',
  'within-skew': 'within the skew',
  'not-yet-valid': 'not valid yet',
  contradict: 'the times contradict',
  unreadable: 'the times cannot be read',
  'not-asked': 'no times',
};

export const notDrawn = (name: string, fault: string) => `${name} is not drawn. ${fault}.`;

/** `apart` in seconds. */
export function contradiction(name: 'nbf' | 'iat', apart: number): string {
  if (apart === 0) return `exp and ${name} are the same moment: there is none at which the token holds.`;
  return `exp is ${lengthWords(apart)} before ${name}: there is no moment at which the token holds.`;
}

/** Why the times cannot be edited here. */
export const NOT_EDITABLE = {
  'other-layer': (layer: number) => `These are the claims of layer ${layer}. Open that layer to edit them.`,
  'not-applied': () => 'The payload pane holds text that is not applied yet. Mend it first.',
  'not-json': () => 'The payload pane shows no JSON object, so no claim can be set in it.',
} as const;

/** What could not be read as a moment, and how to write one. */
export const NO_MOMENT = {
  empty: 'Write a moment, as 2026-11-24 15:25:28Z.',
  'no-date': 'This is no date. Write it as 2026-11-24 15:25:28Z, or as seconds since 1970.',
  'no-such-time': 'The calendar or the clock has no such moment. Look at month, day and hour.',
  milliseconds: 'These are more than the seconds of any year that is meant here. Leave out the milliseconds.',
} as const;

export const NO_SPAN = 'This is no length of time. Write it as +15 min, −2 h, 1 day or 90 s.';

/** The other way to write what was typed: seconds of a date, the date of seconds. */
export const alsoSeconds = (seconds: number) => `= ${seconds}`;
export const alsoDate = (seconds: number, zone: Zone) => `= ${momentWords(seconds, zone)}`;

/** What an edit did. */
export const wasSet = (name: string, seconds: number, zone: Zone) => `${name} is ${momentWords(seconds, zone)}.`;
export const wasRemoved = (name: string) => `${name} is removed.`;
export const wasShifted = (names: readonly string[], by: number) =>
  `${names.join(', ')}: ${lengthWords(Math.abs(by))} ${by < 0 ? 'earlier' : 'later'}.`;
export const wasRewritten = (names: readonly string[]) =>
  `${names.join(', ')} did not stand in seconds; now ${names.length === 1 ? 'it does' : 'they do'}.`;
export const wasLeft = (names: readonly string[]) => `${names.join(', ')} cannot be read as a time and stays.`;

export type { Zone };
