/** Spans of time as a sentence says them: one unit, so that the words stand still for a while. */
import { count } from './numbers.ts';

const UNITS: readonly (readonly [seconds: number, one: string, many: string])[] = [
  [365.2425 * 86_400, 'year', 'years'],
  [86_400, 'day', 'days'],
  [3600, 'hour', 'hours'],
  [60, 'minute', 'minutes'],
];

/** '14 minutes', '3 hours', '90 minutes': the largest unit of which two or more have gone; '' below a minute. */
function span(seconds: number): string {
  const [size, one, many] = UNITS.find(([unit]) => seconds >= 2 * unit) ?? [60, 'minute', 'minutes'];
  return seconds < 60 ? '' : count(Math.floor(seconds / size), one, many);
}

/** 'another 14 minutes', 'another minute', 'less than another minute' */
export function another(seconds: number): string {
  const words = span(seconds);
  if (words === '') return 'less than another minute';
  return words === '1 minute' ? 'another minute' : `another ${words}`;
}

/** '14 minutes ago', 'a minute ago', 'less than a minute ago' */
export function ago(seconds: number): string {
  return `${amount(seconds)} ago`;
}

/** 'in 14 minutes', 'in a minute', 'in less than a minute' */
export function ahead(seconds: number): string {
  return `in ${amount(seconds)}`;
}

function amount(seconds: number): string {
  const words = span(seconds);
  if (words === '') return 'less than a minute';
  return words === '1 minute' ? 'a minute' : words;
}
