/** Words of the token pane and of the empty page. */
import type { Removed } from '../engine/types.ts';
import { characters, count } from './numbers.ts';

export const TOKEN = {
  title: 'Encoded token',
  paste: 'Paste',
  copy: 'Copy token',
  examples: 'Examples',
  convert: 'Convert to another serialization',
  clear: 'Clear',
  openFile: 'Open file',
  showAsPasted: 'Show as pasted',
  undoEdit: 'Undo edit',
  found: 'Tokens found',
  startTitle: 'Paste a token, or anything that holds one',
  startText:
    'A whole Authorization header, a cURL command, a HAR file, cookies, JSON or log lines. The tokens inside will be found. You can also drop a file here.',
  startLegend:
    'A signed token has three parts. Colour, line and letter mark them everywhere in this tool: solid H, dashed P, dotted S.',
  parts: { h: 'header', p: 'payload', s: 'signature' },
  examplesTitle: 'Start from an example',
  examplesMeta: 'real keys, made for this page',
  moreExamples: 'Show all',
  promiseTitle: 'Your token stays here, and you can check that',
  promise:
    'Nothing is stored but your theme and the page’s own files. The browser itself blocks every request from this page: ',
  showLess: 'Show 4 lines',
} as const;

/** The examples of the empty page: one of each kind of lesson; the menu holds the others. */
export const FIRST_EXAMPLES = {
  rs256: { title: 'Signed with RSA, RS256', note: 'a key pair: the private key is in the box, so edits sign again' },
  hs256: { title: 'Signed with a shared secret, HS256', note: 'whoever can check it can also make it' },
  es256: { title: 'Signed on an elliptic curve, ES256', note: 'the same strength in 64 bytes' },
  tampered: { title: 'Tampered with', note: 'a role was added after signing' },
  'key-confusion': { title: 'Forged: public key used as secret', note: 'RS256 to HS256 confusion' },
  unsecured: { title: 'Unsecured, alg none', note: 'anyone could have written this one' },
} as const;

const REMOVED: Readonly<Record<Removed, string>> = {
  'line-breaks': 'line breaks',
  blanks: 'blanks',
  'quote-marks': 'quote marks',
  'percent-encoding': 'percent-encoding',
  invisible: 'invisible characters',
};

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What the page took away from a paste. */
export function removedLine(removed: readonly Removed[], around: boolean): string {
  const what = removed.map((kind) => REMOVED[kind]);
  if (around) what.push('the text around the token');
  return `Removed: ${list(what)}`;
}

export interface EditedCharacters {
  readonly part: 'header' | 'payload' | 'signature';
  readonly characters: number;
}

/** What differs from the paste. */
export function editedLine(edited: readonly EditedCharacters[]): string {
  if (edited.length === 0) return 'Edited since paste';
  return `Edited since paste: ${list(edited.map((one) => `${characters(one.characters)} in the ${one.part}`))}`;
}

export const lengthLine = characters;
export const showAllLines = (lines: number) => `Show all ${count(lines, 'line', 'lines')}`;
export const foundLine = (tokens: number) => `${count(tokens, 'token', 'tokens')} found`;
export const pickName = (index: number) => `Token ${index + 1}`;

interface PartRange {
  /** as the engine names it: 'header', 'encrypted-key' … */
  readonly name: string;
  /** which of several, from 0 */
  readonly index?: number;
  readonly start: number;
  readonly end: number;
}

function partWords({ name, index }: PartRange): string {
  const words = name === 'iv' ? 'initialization vector' : name.replace('-', ' ');
  return index === undefined ? words : `${words} ${index + 1}`;
}

/** The colours in words, for those who do not see them. */
export function partsLine(parts: readonly PartRange[]): string {
  return parts
    .map((part) => {
      const words = partWords(part);
      const { start, end } = part;
      return start === end
        ? `${words} is empty`
        : `${words.charAt(0).toUpperCase()}${words.slice(1)}, characters ${start + 1} to ${end}`;
    })
    .join('. ');
}
