/** Words of the search for a weak secret. */
import type { KeyEncoding } from '../engine/types.ts';
import { number } from './numbers.ts';

export const SECRETS = {
  title: 'Weak secret',
  explain:
    'Whoever guesses the secret of this token can sign tokens of their own. The search tries secrets that documentation and frameworks print, and each line of a word list that you choose or drop here. Nothing leaves this page.',
  notForThis: 'Only the secret of an HS256, HS384 or HS512 token can be searched for, and there is none here.',
  search: 'Search for a weak secret',
  choose: 'Choose a word list',
  without: 'Without the list',
  toKey: 'Put it into the key box',
  advice: 'Make a new secret of at least 32 random bytes, and accept nothing more that this one signed.',
  failed: 'The part of this page that searches for secrets could not be loaded. Reload the page and try again.',
} as const;

export const LIST_PROBLEMS: Readonly<Record<'too-large' | 'unreadable', string>> = {
  'too-large': 'That file is larger than 20 MB. Split it, and search part by part.',
  unreadable: 'The browser could not read that file.',
};

export const listLine = (name: string) => `Word list: ${name}`;
/** 'No match so far, 310,000 a second.' */
export const noneYetLine = (perSecond: number | undefined) =>
  perSecond === undefined ? 'No match so far.' : `No match so far, ${number(Math.round(perSecond))} a second.`;

interface Found {
  readonly reading: Exclude<KeyEncoding, 'auto'>;
  readonly from: 'known' | 'list';
  readonly tried: number;
}

/** `secret` as it can be seen. */
export const foundTitle = (secret: string) =>
  secret === ''
    ? 'The secret is empty: anyone can sign such a token'
    : `The secret is “${secret}”: anyone can sign such a token`;

const READINGS: Readonly<Record<Found['reading'], string>> = {
  utf8: '',
  base64: ', read as base64',
  base64url: ', read as base64url',
  hex: ', read as hex',
};

/** 'Found in your word list, read as hex, at try 1,204.' */
export function foundLine({ reading, from, tried }: Found): string {
  const list = from === 'known' ? 'among the known secrets' : 'in your word list';
  return `Found ${list}${READINGS[reading]}, at try ${number(tried)}.`;
}

export const notFoundLine = (tried: number) =>
  `No match among ${number(tried)} secrets. That does not make it a strong one: it only is none of these.`;
