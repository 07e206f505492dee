/** The English of why a token has no other serialization (`convert.ts`). */
import type { Values } from '../types.ts';
import { type Sentence, text } from './sentence.ts';

const CONVERT_SENTENCES = {
  'not-a-token': () => 'There is no token here that could be written in another form.',
  // values: to ('compact' | 'flattened' | 'general')
  already: (v) => `This token is ${formNameOf(v)} already.`,
  // values: problem (a whole sentence)
  'not-well-formed': (v) =>
    `This token is not well formed, so no other form of it would be the same. ${text(v, 'problem')}`,
  // values: to, count, of ('signatures' | 'recipients')
  several: (v) =>
    `This token has ${text(v, 'count')} ${text(v, 'of')}, and the ${text(v, 'to')} form has room for one. The general form keeps them all.`,
  // values: names
  unprotected: (v) =>
    `The compact form has no place for unprotected header parameters, and this token has ${quoted(v)}.`,
  // values: names
  'other-members': (v) =>
    `The compact form has no place for other members of the JSON object, and this one has ${quoted(v)}. Readers ignore them, so you may take them out first.`,
  aad: () =>
    'The compact form has no place for additional authenticated data (“aad”), and without it this token could no longer be opened.',
  'payload-dot': () =>
    'The payload is not encoded (b64 false) and holds a “.”, which in the compact form separates the parts (RFC 7797 section 5.2).',
  // values: character
  'payload-character': (v) =>
    `The payload is not encoded (b64 false) and holds “${text(v, 'character')}”. The compact form takes printable ASCII only (RFC 7797 section 5.2).`,
  'would-change': () =>
    'In that form the token would be read as another one, because of characters that have a meaning there. It was left as it is.',
  surrounded: () =>
    'The token stands in a longer text, where that form of it would not be found again. Copy the token out of it first.',
} as const satisfies Readonly<Record<string, Sentence>>;

export type ConvertRefusal = keyof typeof CONVERT_SENTENCES;

function formNameOf(values: Values): string {
  return values.to === 'compact' ? 'in the compact form' : `in the ${text(values, 'to')} JSON form`;
}

function quoted(values: Values): string {
  const { names } = values;
  const list = (typeof names === 'object' ? names : []).map((name) => `“${name}”`);
  const last = list.pop() ?? '';
  return list.length === 0 ? last : `${list.join(', ')} and ${last}`;
}

/** The sentence for why a token was not written in another serialization. */
export function sayConvert(code: ConvertRefusal, values: Values = {}): string {
  return CONVERT_SENTENCES[code](values);
}
