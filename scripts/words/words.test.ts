import { expect, test } from 'vitest';
import { parsed, sourcesOf } from './syntax.ts';
import { unusedWords } from './unused.ts';
import { writtenHere } from './written-here.ts';

/** What looks like words and is not read by anyone, or must stand where it stands, with the reason. */
const NOT_SENTENCES: readonly (readonly [text: string, why: string])[] = [
  ['Ctrl V', 'names of keys, which are the same in every language of the page'],
  ["connect-src 'none'", 'a directive of the policy'],
  ['The engine is asked nothing while the empty page is rendered.', 'an error of ours, for the one who builds'],
];

const PAGE = ['app', 'panes', 'ui', 'editor'].flatMap(sourcesOf);
const CATALOGUE = sourcesOf('words');

test('no sentence is written in a component', () => {
  const known = new Set(NOT_SENTENCES.map(([text]) => text));
  const found = PAGE.flatMap(writtenHere).filter((line) => !known.has(line.replace(/^\S+: /, '')));
  expect(found).toEqual([]);
});

test('nothing in the catalogue is unused', () => {
  expect(unusedWords(CATALOGUE, [...PAGE, ...sourcesOf('workbench'), ...sourcesOf('worker')])).toEqual([]);
});

test.each([
  ['<p>Hello</p>', ['Hello']],
  ['<p>{late ? "Late" : `Early`}</p>', ['Late', 'Early']],
  ['<p>{done && "Done"}</p>', ['Done']],
  ['<button aria-label="Close" />', ['Close']],
  ['<button title={open ? "Close" : "Open"} />', ['Close', 'Open']],
  ['<Notice text="Two words" />', ['Two words']],
  ['say("What happened, and why.")', ['What happened, and why.']],
  ['<p className="two words">{WORDS.hello}</p>', []],
  ['<p aria-label={kind === "jws" ? A : B}>{name === "exp" ? C : t("key")}</p>', []],
  ['document.querySelector("button, [role=menu] a")', []],
  ['element.className = "one two"', []],
  ['import words from "two words"', []],
])('words in %s: %j', (code, found) => {
  expect(writtenHere(parsed('a.tsx', code))).toEqual(found.map((text) => `a.tsx:1: ${text}`));
});

const WORDS = `export const A = { one: 'One', in: { two: 'Two', three: 'Three' } } as const;
export const B: Readonly<Record<string, string>> = { x: 'X' };
export const say = () => 'said';
export function tell() { return 'told'; }`;

test.each([
  ['', ['A.one', 'A.in.two', 'A.in.three', 'B.x', 'say', 'tell']],
  ['import { A } from "./words.ts";', ['A.one', 'A.in.two', 'A.in.three', 'B.x', 'say', 'tell']],
  ['show(A.one, A.in.two.length, B[name], say());', ['A.in.three', 'tell']],
  ['show(A.in); tell();', ['A.one', 'B.x', 'say']],
  ['show(A.in[name], other.B, { say: 1 });', ['A.one', 'B.x', 'say', 'tell']],
  ['import { A as W } from "./words.ts"; show(W.one);', ['A.in.two', 'A.in.three', 'B.x', 'say', 'tell']],
  ['import * as w from "./words.ts"; show(w.A.one, w.tell(), w.B);', ['A.in.two', 'A.in.three', 'say']],
])('of what is used in %s, unused: %j', (code, unused) => {
  expect(unusedWords([parsed('words.ts', WORDS)], [parsed('a.ts', code)])).toEqual(
    unused.map((path) => `words.ts: ${path}`),
  );
});
