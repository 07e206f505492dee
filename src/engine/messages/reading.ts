/** The English of everything that reading a token of any form can answer before any key is looked at. */
import type { OtherFormCode, ReadingCode } from '../codes.ts';
import type { Values } from '../types.ts';
import { SIGNED_SENTENCES } from './compact-jws.ts';
import { type Sentence, text } from './sentence.ts';

/** Of forms other than a compact JWS alone. */
const OTHER_SENTENCES: Readonly<Record<OtherFormCode, Sentence>> = {
  // values: found
  'enc-missing': (v) =>
    v.found === 'absent'
      ? 'The header has no “enc”, so it does not say how the content was encrypted. RFC 7516 section 4.1.2 requires it.'
      : `“enc” in the header is ${text(v, 'found')}; it must be a string that names an algorithm (RFC 7516 section 4.1.2).`,
  // values: name, reason ('absent' | 'kind' | 'unprotected' | 'point' | 'curve' | 'encoding' | 'length')
  'jwe-parameter-invalid': (v) => {
    const name = `“${text(v, 'name')}”`;
    switch (v.reason) {
      case 'absent':
        return `The header has no ${name}, which ${text(v, 'alg')} needs to open the content.`;
      case 'unprotected':
        return `${name} stands in an unprotected header. It must be protected (RFC 7516 section 4.1.3).`;
      case 'point':
        return `${name} in the header is no point of its curve, so nothing may be computed with it. A character of it was changed.`;
      case 'curve':
        return `${name} in the header is on another curve than your key, so the two cannot agree on a key.`;
      default:
        return `${name} in the header is not what ${text(v, 'alg')} needs there, so the content cannot be opened.`;
    }
  },
  // values: alg, present (boolean)
  'encrypted-key-wrong': (v) =>
    v.present === true
      ? `${text(v, 'alg')} has no encrypted key, yet there is one. RFC 7516 section 5.2 refuses that.`
      : `The encrypted key is empty, but ${text(v, 'alg')} needs one. A part of the token was lost.`,
  // values: reason, name
  'envelope-invalid': (v) => {
    const name = `“${text(v, 'name')}”`;
    switch (v.reason) {
      case 'both-syntaxes':
        return `The JSON has both ${name} and “${text(v, 'other')}”. It must be either the general or the flattened serialization (RFC 7515 section 7.2).`;
      case 'missing':
        return `The JSON has no ${name}, which this serialization needs (RFC 7515 and RFC 7516 section 7.2).`;
      case 'kind':
        return `${name} in the JSON is ${text(v, 'found')}; it must be ${text(v, 'need')}.`;
      case 'empty-list':
        return `${name} is an empty list; there must be at least one entry.`;
      case 'no-header':
        return 'An entry has neither a protected nor an unprotected header; it must have one of them.';
      case 'duplicate':
        return `The JSON names ${name} twice, and readers disagree on which one counts.`;
      case 'b64-differs':
        return 'The signatures do not agree on “b64”. It must be the same for all (RFC 7797 section 3).';
      case 'enc-differs':
        return 'The recipients do not agree on “enc”. It must be the same for all (RFC 7516 section 7.2.1).';
      case 'one-recipient-only':
        return `${text(v, 'alg')} makes the content key itself, so there can be one recipient only, and here are several.`;
      default:
        return 'The JSON is not a serialization by RFC 7515 or RFC 7516 section 7.2.';
    }
  },
  // values: name, places (list)
  'header-clash': (v) =>
    `“${text(v, 'name')}” stands in two headers (${text(v, 'places')}). A name may stand in one only (RFC 7515 and RFC 7516 section 7.2.1).`,
  'payload-twice': () => 'Content was given for this token, but it has a payload of its own. Take one of the two away.',
  // values: reason
  'sd-jwt-form': (v) => {
    switch (v.reason) {
      case 'no-final-tilde':
        return 'The last part is neither empty nor a key binding JWT. An SD-JWT without key binding ends in “~” (RFC 9901 section 4).';
      case 'empty-disclosure':
        return 'There is an empty disclosure: two “~” stand side by side (RFC 9901 section 4).';
      case 'disclosures-kind':
        return '“disclosures” in the unprotected header must be a list of texts (RFC 9901 section 8.1).';
      case 'kb-jwt-kind':
        return '“kb_jwt” in the unprotected header must be a key binding JWT of three parts (RFC 9901 section 8.1).';
      case 'not-in-first-header':
        return 'Disclosures and the key binding JWT may stand in the first unprotected header only (RFC 9901 section 8.3).';
      default:
        return 'The parts of this SD-JWT are not what RFC 9901 section 4 says.';
    }
  },
  // values: total, verified, failed
  'some-signatures-failed': (v) =>
    Number(v.verified) > 0
      ? `${text(v, 'failed')} of ${text(v, 'total')} signatures ${v.failed === 1 ? 'does' : 'do'} not match, although ${text(v, 'verified')} ${v.verified === 1 ? 'does' : 'do'}. Each has its own verdict.`
      : `None of the ${text(v, 'total')} signatures matches, and ${text(v, 'failed')} of them ${v.failed === 1 ? 'was' : 'were'} checked with a key that fits. Each has its own verdict.`,
  // values: enc, near
  'enc-unknown': (v) =>
    text(v, 'near') !== ''
      ? `${text(v, 'enc')} is not a registered content encryption (names are case-sensitive: ${text(v, 'near')}), so the content cannot be opened.`
      : `${text(v, 'enc')} is not a registered content encryption, so the content cannot be opened.`,
  // values: zip
  'zip-unknown': (v) =>
    `The header says that the content is compressed by ${text(v, 'zip')}. Only DEF is registered (RFC 7516 section 4.1.3), so it was not opened.`,
};

const READING_SENTENCES: Readonly<Record<ReadingCode, Sentence>> = { ...SIGNED_SENTENCES, ...OTHER_SENTENCES };

/** The sentence for what reading found. */
export function sayRead(code: ReadingCode, values: Values = {}): string {
  return READING_SENTENCES[code](values);
}

export function isReadingCode(code: string): code is ReadingCode {
  return Object.hasOwn(READING_SENTENCES, code);
}
