import { expect, test } from 'vitest';
import { ago, ahead, another } from './time-spans.ts';

const DAY = 86_400;

test.each([
  [0, 'less than another minute', 'less than a minute ago', 'in less than a minute'],
  [59.9, 'less than another minute', 'less than a minute ago', 'in less than a minute'],
  [60, 'another minute', 'a minute ago', 'in a minute'],
  [119, 'another minute', 'a minute ago', 'in a minute'],
  [872, 'another 14 minutes', '14 minutes ago', 'in 14 minutes'],
  [7199, 'another 119 minutes', '119 minutes ago', 'in 119 minutes'],
  [11_700, 'another 3 hours', '3 hours ago', 'in 3 hours'],
  [2 * DAY - 1, 'another 47 hours', '47 hours ago', 'in 47 hours'],
  [12.5 * DAY, 'another 12 days', '12 days ago', 'in 12 days'],
  [729 * DAY, 'another 729 days', '729 days ago', 'in 729 days'],
  [4000 * DAY, 'another 10 years', '10 years ago', 'in 10 years'],
])('%d seconds are told in one unit', (seconds, more, before, after) => {
  expect([another(seconds), ago(seconds), ahead(seconds)]).toEqual([more, before, after]);
});
