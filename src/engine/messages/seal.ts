/** The English of why a layer was not made anew (`seal/`). */
import type { Values } from '../types.ts';
import { grouped, type Sentence, text } from './sentence.ts';

/** values of all: layer (from 1), nested (boolean: there are several) */
const SEAL_SENTENCES = {
  'not-a-token': () => 'There is no token here that could be made anew.',
  'no-such-layer': (v) => `This token has no layer ${text(v, 'layer')}.`,
  // values: why (a whole sentence)
  'layer-locked': (v) => `${subject(v)} cannot be opened, so what is inside cannot be made anew. ${text(v, 'why')}`,
  // values: need, secret (boolean)
  'no-signing-key': (v) =>
    `${subject(v)} would have to be signed again, and no key here can do it. Add ${text(v, 'need')}${v.secret === true ? '' : ' with its private half'}.`,
  // values: need, recipient (from 1), recipients (how many), kid ('' where it names none), isNew (boolean)
  'no-encryption-key': (v) =>
    v.isNew === true
      ? `No key here can encrypt by this header. Add ${text(v, 'need')}.`
      : `${subject(v)} would have to be encrypted again${forRecipient(v)}, and no key here can do it. Add ${text(v, 'need')}.`,
  // values: alg
  'alg-unknown': (v) => `${subject(v)} names ${algorithm(v, 'alg')}, with which nothing is made here.`,
  // values: enc
  'enc-unknown': (v) => `${subject(v)} names ${algorithm(v, 'enc')}, with which nothing is encrypted here.`,
  // values: zip
  'zip-unknown': (v) =>
    `${subject(v)} asks for compression by ${text(v, 'zip')}; only DEF is done (RFC 7516 section 4.1.3).`,
  'decrypt-only': () =>
    'RSA1_5 is only opened here: nothing new should be encrypted with it. Choose RSA-OAEP-256, which takes the same key.',
  // values: alg
  'content-key-fixed': (v) =>
    `${text(v, 'alg')} has no key of its own for each recipient, so a token with several recipients cannot use it.`,
  'header-unreadable': (v) => `The header of ${object(v)} is no JSON object, so nothing can be made with it.`,
  // values: name
  'header-parameter': (v) => `The header parameter “${text(v, 'name')}” is not what ${text(v, 'alg')} needs.`,
  // values: name
  'parameter-shared': (v) =>
    `“${text(v, 'name')}” stands in the header that all recipients share, and each needs its own.`,
  // values: rounds, limit
  'pbes2-rounds': (v) =>
    `The header asks for ${grouped(v, 'rounds')} rounds of PBKDF2, more than the ${grouped(v, 'limit')} that are done without asking.`,
  'content-elsewhere': (v) =>
    `The content of ${object(v)} is kept outside of it. Change it there; the signature is then made for it.`,
  'content-not-plain': () =>
    'The payload is not encoded (b64 false), and this one cannot stand in a compact token, or would be read as another one there (RFC 7797 section 5.2). Letters, digits, “-” and “_” always can.',
  'content-not-text': () =>
    'The payload is not encoded (b64 false), and a token can hold it only as text. These bytes are not UTF-8.',
  // values: alg
  'insecure-context': (v) =>
    `This page was opened over plain http, where browsers switch their cryptography off, so ${text(v, 'alg')} cannot be done. Open it over https or on localhost.`,
  'runtime-lacks': (v) => `This browser cannot do ${text(v, 'alg')}. A newer browser can.`,
  'not-loaded': (v) =>
    `The part of this page that does ${text(v, 'alg')} could not be loaded. Reload the page and try again.`,
  'key-refused': (v) => `The key cannot be used for ${text(v, 'alg')} here.`,
} as const satisfies Readonly<Record<string, Sentence>>;

export type SealRefusal = keyof typeof SEAL_SENTENCES;

function subject(values: Values): string {
  return values.nested === true ? `Layer ${text(values, 'layer')}` : 'This token';
}

function object(values: Values): string {
  return values.nested === true ? `layer ${text(values, 'layer')}` : 'this token';
}

/** A name out of a header, cut where it is very long. */
function algorithm(values: Values, name: string): string {
  const found = text(values, name);
  if (found === '') return `no ${name}`;
  return found.length > 40 ? `${found.slice(0, 40)}…` : found;
}

function forRecipient(values: Values): string {
  if (values.recipients === 1) return '';
  const kid = text(values, 'kid');
  return ` for recipient ${text(values, 'recipient')} of ${text(values, 'recipients')}${kid === '' ? '' : ` (kid “${kid}”)`}`;
}

/** The sentence for why nothing was made. */
export function saySeal(code: SealRefusal, values: Values): string {
  return SEAL_SENTENCES[code](values);
}
