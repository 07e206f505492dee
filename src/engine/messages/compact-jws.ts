/**
 * The English of everything that reading a compact JWS can answer before any key is looked at. It is in the page's first
 * script, so what only other forms can bring about stands in `reading.ts`, and what only a key can in `verdict.ts` and
 * `key.ts`.
 */
import type { JsonExpected, SignedCode } from '../codes.ts';
import type { Values } from '../types.ts';
import { count, grouped, place, type Sentence, text } from './sentence.ts';

export const SIGNED_SENTENCES: Readonly<Record<SignedCode, Sentence>> = {
  // values: length
  'no-token-found': (v) =>
    `There is no token in this text (${count(v, 'length', 'character', 'characters')} searched). A token is three runs of letters, digits, - and _ joined by dots.`,
  // values: count
  'segment-count': (v) => {
    const parts = Number(v.count);
    if (parts === 4)
      return 'This text has 4 parts joined by dots. A signed token has 3 and an encrypted one 5, so one is missing.';
    return parts < 3
      ? `This is not a complete token: ${text(v, 'count')} of 3 parts ${parts === 1 ? 'is' : 'are'} here. What can be read is shown.`
      : `This text has ${text(v, 'count')} parts joined by dots. A signed token has 3 parts and an encrypted one 5.`;
  },
  // values: part, character, position (counted from 1 within the part)
  'illegal-character': (v) =>
    `${text(v, 'character')} cannot stand in a token: it is character ${text(v, 'position')} of the ${text(v, 'part')}. Only A–Z, a–z, 0–9, - and _ are base64url.`,
  // values: part
  'base64-padding': (v) =>
    `The ${text(v, 'part')} is padded with “=”. Tokens are base64url without padding (RFC 7515 section 2), so strict verifiers refuse this one.`,
  // values: part, length
  'base64-length': (v) =>
    `The ${text(v, 'part')} has ${count(v, 'length', 'character', 'characters')}; no bytes encode to a length of 4n + 1. Look for a lost or added character.`,
  // values: part
  'base64-trailing-bits': (v) =>
    `The last character of the ${text(v, 'part')} has spare bits that are not zero, so it is not what any encoder writes. Look for a changed last character.`,
  // values: byte
  'header-not-utf8': (v) =>
    `The header is not UTF-8 text: byte ${text(v, 'byte')} starts a character that does not end. Look for a changed character.`,
  // values: line, column, expected
  'header-not-json': (v) =>
    `The header is not JSON: ${place(v)}, expected ${text(v, 'expected')}. It is shown as far as it decodes.`,
  // values: found ('a list', 'a string' …)
  'header-not-object': (v) =>
    `The header is valid JSON but ${text(v, 'found')}; a JOSE header is an object such as {"alg":"HS256"}.`,
  // values: name
  'header-duplicate-member': (v) =>
    `The header names “${text(v, 'name')}” twice. Header parameter names must be unique (RFC 7515 section 4), and verifiers disagree on which one counts.`,
  // values: found ('absent', 'a number' …)
  'alg-missing': (v) =>
    v.found === 'absent'
      ? 'The header has no “alg”, so it does not say how the token was made. RFC 7515 and RFC 7516 section 4.1.1 require it.'
      : `“alg” in the header is ${text(v, 'found')}; it must be a string that names an algorithm (RFC 7515 section 4.1.1).`,
  // values: reason ('not-a-list' | 'empty' | 'not-strings' | 'duplicate' | 'registered' | 'absent'), name
  'crit-invalid': (v) => {
    switch (v.reason) {
      case 'duplicate':
        return `“crit” names “${text(v, 'name')}” twice. RFC 7515 section 4.1.11 forbids that.`;
      case 'registered':
        return `“crit” names “${text(v, 'name')}”, a parameter of the standard itself. RFC 7515 section 4.1.11 allows only extensions there.`;
      case 'absent':
        return `“crit” names “${text(v, 'name')}”, but the header has no such parameter (RFC 7515 section 4.1.11).`;
      case 'unprotected':
        return '“crit” stands in an unprotected header. It must be protected (RFC 7515 section 4.1.11).';
      default:
        return '“crit” must be a non-empty list of parameter names (RFC 7515 section 4.1.11).';
    }
  },
  'b64-not-critical': () =>
    'The header has “b64” but “crit” does not name it. RFC 7797 section 6 requires that, so verifiers that know it refuse the token.',
  'none-with-signature': () =>
    'The header says alg none, yet there is a signature. An unsecured token must end with an empty signature (RFC 7518 section 3.6).',
  // values: byte
  'payload-not-utf8': (v) =>
    `The payload is not UTF-8 text: byte ${text(v, 'byte')} starts a character that does not end. It is shown as bytes.`,
  // values: line, column, expected
  'payload-not-json': (v) =>
    `The payload is not JSON: ${place(v)}, expected ${text(v, 'expected')}. A JWT’s claims are JSON; it is shown as text.`,
  // values: found
  'payload-not-object': (v) => `The payload is valid JSON but ${text(v, 'found')}. A JWT holds named claims.`,
  // values: name
  'payload-duplicate-member': (v) =>
    `The payload names “${text(v, 'name')}” twice. Parsers disagree on which one counts (RFC 7519 section 4).`,
  'alg-none': () => 'Anyone could have written this token: it has no signature (alg none).',
  'no-token': () => 'Paste a token to see what it says and whether its signature holds.',
  'payload-detached': () =>
    'The payload is not in this token, and the signature does not match an empty one. The content that was signed is needed to check it.',
  // values: alg, need ('secret' | 'public-key' | 'private-key' | 'aes-key' | 'password')
  'key-missing': (v) => {
    switch (v.need) {
      case 'secret':
        return 'Readable, but not checked: add the shared secret to see whether it was signed with it.';
      case 'private-key':
        return 'The content is encrypted. Add the private key that it was encrypted for to read it.';
      case 'aes-key':
        return 'The content is encrypted. Add the shared secret key that it was encrypted with to read it.';
      case 'password':
        return 'The content is encrypted with a password. Enter that as the key to read it.';
      default:
        return 'Readable, but not checked: add a key to see who signed it.';
    }
  },
  // values: member ('jwk' | 'x5c')
  'key-in-token-only': (v) =>
    `Readable, but not checked: the only key at hand is the one in the token (“${text(v, 'member')}”), which proves nothing about who made it. Add a key of your own.`,
  'signature-empty': () => 'The signature is empty. Someone may have cut it off; nothing protects this token.',
  // values: name
  'crit-unknown': (v) =>
    `The header marks “${text(v, 'name')}” as critical, and this page does not know it. RFC 7515 then forbids to accept the token, so it was not checked.`,
  // values: alg, encrypted
  'alg-prohibited': (v) =>
    `${text(v, 'alg')} is prohibited for JOSE by its registry, so ${v.encrypted === true ? 'the content cannot be opened' : 'the signature was not checked. The content is shown'}.`,
  // values: alg, near (an algorithm's name that differs only in letter case, or ''), encrypted (boolean)
  'alg-unknown': (v) => {
    const done =
      v.encrypted === true ? 'the content cannot be opened' : 'the signature was not checked. The content is shown';
    return text(v, 'near') !== ''
      ? `${text(v, 'alg')} is not a registered algorithm (names are case-sensitive: ${text(v, 'near')}), so ${done}.`
      : `${text(v, 'alg')} is not a registered ${v.encrypted === true ? 'key management' : 'signature'} algorithm, so ${done}.`;
  },
  // values: alg, encrypted (boolean)
  'insecure-context': (v) =>
    `This page was opened over plain http, where browsers switch their cryptography off, so ${text(v, 'alg')} cannot be ${v.encrypted === true ? 'done' : 'checked'}. Open it over https or on localhost.`,
  // values: length, limit
  'token-too-long': (v) =>
    `This token has ${grouped(v, 'length')} characters; tokens up to ${grouped(v, 'limit')} are opened. It was not read.`,
};

/** The sentence for what reading a compact JWS found. */
export function saySigned(code: SignedCode, values: Values = {}): string {
  return SIGNED_SENTENCES[code](values);
}

const JSON_EXPECTED: Readonly<Record<JsonExpected, string>> = {
  value: 'a value',
  'value-after-comma': 'a value after “,”',
  name: 'a name in quotation marks',
  'name-after-comma': 'a name in quotation marks after “,”',
  colon: '“:” after a name',
  'comma-or-brace': '“,” or “}” after a value',
  'comma-or-bracket': '“,” or “]” after a value',
  'closing-quote': 'a closing quotation mark',
  escape: 'an escape that JSON knows, such as \\n or \\u0041',
  'escaped-control': 'an escape such as \\n for a control character',
  number: 'a number such as 12, -0.5 or 1e3',
  literal: 'true, false or null',
  end: 'nothing after the value',
  shallower: 'at most 500 levels of nesting',
};

/** What JSON has in a place where a text has something else; to be read after the word 'expected'. */
export function sayExpected(expected: JsonExpected): string {
  return JSON_EXPECTED[expected];
}
