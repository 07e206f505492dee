/** Changes to texts, of the kinds that people, programs and attackers make. */
import { itemOf, type Random } from './random.ts';

const ODD = [
  ' ',
  '\n',
  '\r\n',
  '\t',
  '.',
  '..',
  '=',
  '+',
  '/',
  '%',
  '%2E',
  '~',
  '"',
  '{',
  '}',
  '\\',
  '\u200b',
  '\ufeff',
  '\u00ad',
];
const ODDER = [
  '\0',
  'é',
  '🚀',
  '\ud800',
  '\udc00',
  'eyJ',
  '-----BEGIN PUBLIC KEY-----',
  '__proto__',
  '>',
  '<html>',
  ':',
];
const STRANGE: readonly string[] = [...ODD, ...ODDER];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

type Mutation = (text: string, random: Random) => string;

const MUTATIONS: readonly Mutation[] = [
  (text, random) => withLetter(text, random.below(text.length), random),
  (text, random) => splice(text, random.below(text.length + 1), 0, itemOf(STRANGE, random)),
  (text, random) => splice(text, random.below(text.length), 1, itemOf(STRANGE, random)),
  (text, random) => splice(text, random.below(text.length), 1 + random.below(5), ''),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => text.slice(random.below(text.length)),
  (text, random) => splice(text, random.below(text.length), 0, text.slice(0, random.below(40))),
  (text, random) => swapSegments(text, random),
  (text, random) => changeInside(text, random),
  (text, random) => text + itemOf(STRANGE, random) + text,
];

/** The text with one to three changes. */
export function mutated(text: string, random: Random): string {
  let result = text;
  for (let left = 1 + random.below(3); left > 0; left -= 1) result = itemOf(MUTATIONS, random)(result, random);
  return result;
}

/** The text with another letter of base64url at this place. */
export function withLetter(text: string, at: number, random: Random): string {
  const others = LETTERS.replace(text[at] ?? '', '');
  return splice(text, at, 1, others[random.below(others.length)] ?? 'A');
}

/** A text of random letters, odd characters and pieces of tokens and keys. */
export function randomText(random: Random): string {
  const pieces = Array.from({ length: random.below(30) }, () =>
    random.below(2) === 0 ? itemOf(STRANGE, random) : (LETTERS[random.below(64)] ?? '').repeat(1 + random.below(6)),
  );
  return pieces.join('');
}

function splice(text: string, at: number, removed: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + removed);
}

function swapSegments(text: string, random: Random): string {
  const segments = text.split('.');
  return segments.map(() => segments[random.below(segments.length)]).join('.');
}

/** Decodes a segment, changes what it says and encodes it again, so that the letters stay right. */
function changeInside(text: string, random: Random): string {
  const segments = text.split('.');
  const at = random.below(segments.length);
  const inside = Buffer.from(segments[at] ?? '', 'base64url').toString('latin1');
  const position = random.below(inside.length + 1);
  const changed = splice(inside, position, random.below(3), itemOf(STRANGE, random));
  return segments
    .map((segment, index) => (index === at ? Buffer.from(changed).toString('base64url') : segment))
    .join('.');
}
