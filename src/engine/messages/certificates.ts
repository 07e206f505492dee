/** The English of what there is to say of certificates in a header (`certificates/shapes.ts`). */
import type {
  CannotCheckCode,
  EntryFaultCode,
  ListFaultCode,
  NotSignedCode,
  Said,
  ThumbprintFaultCode,
} from '../certificates/shapes.ts';
import type { Values } from '../types.ts';

type Code = EntryFaultCode | ListFaultCode | NotSignedCode | CannotCheckCode | ThumbprintFaultCode;

/** `not-text` and `not-loaded` and the like mean the same wherever they are said; each table has its own codes. */
const ENTRY_FAULTS: Readonly<Record<EntryFaultCode, (values: Values) => string>> = {
  // values: found ('a number', 'an object' …)
  'not-text': (v) => `This entry of “x5c” is ${v.found}. It must be a string with a certificate in base64.`,
  empty: () => 'This entry of “x5c” is empty. It must hold a certificate in base64.',
  // values: length, limit
  'too-long': (v) =>
    `This entry has ${v.length} characters. Certificates of up to ${v.limit} characters are read here.`,
  // values: character, position (from 1); or none of both where the length is at fault
  'not-base64': (v) =>
    v.character === undefined
      ? 'This entry is not base64: no bytes encode to that many characters. Look for a lost or added one.'
      : `This entry is not base64: character ${v.position} is “${v.character}”. Paste the certificate’s base64 anew.`,
  base64url: () =>
    'This entry is base64url. “x5c” holds standard base64, with + and / (RFC 7515 section 4.1.6), so strict readers refuse it.',
  pem: () =>
    'This entry has the BEGIN and END lines of a PEM file. “x5c” holds the base64 alone (RFC 7515 section 4.1.6), so strict readers refuse it.',
  // values: count
  several: (v) =>
    `This entry holds ${v.count} PEM blocks, and the first is shown. Each certificate needs an entry of its own.`,
  'white-space': () =>
    'This entry has line breaks or blanks in its base64. RFC 7515 section 4.1.6 allows none, so strict readers refuse it.',
  padding: () =>
    'The = at the end of this entry do not fit its length. Standard base64 is padded to a multiple of four.',
  'trailing-bits': () =>
    'The last character of this entry has spare bits that are not zero, so no encoder wrote it. Look for a changed last character.',
  'not-der': () => 'This entry is base64, but its bytes are not DER, so they are no certificate.',
  // values: have, need
  truncated: (v) => `The certificate stops early: it has ${v.have} of ${v.need} bytes. Paste it whole.`,
  // values: extra
  'trailing-bytes': (v) =>
    `${v.extra === 1 ? '1 byte follows' : `${v.extra} bytes follow`} the end of the certificate. They are left out here.`,
  // values: found (a structure's word, or 'other')
  'not-a-certificate': (v) =>
    `This entry holds ${FOUND[String(v.found)] ?? FOUND.other}, and “x5c” holds certificates only.`,
  // values: members ('notBefore' and 'notAfter')
  'time-unreadable': (v) =>
    `${listOf(v.members)} of this certificate cannot be read as a date of RFC 5280 section 4.1.2.5.`,
  // values: inner, outer
  'algorithms-differ': (v) =>
    `The certificate names two signature algorithms: ${v.inner} inside, ${v.outer} beside the signature. RFC 5280 section 4.1.1.2 wants one.`,
};

const FOUND: Readonly<Record<string, string>> = {
  spki: 'a public key without a certificate',
  'pkcs1-public': 'a public key without a certificate',
  pkcs8: 'a private key',
  'pkcs8-encrypted': 'an encrypted private key',
  'pkcs1-private': 'a private key',
  sec1: 'a private key',
  'dsa-traditional': 'a private key',
  csr: 'a certificate request',
  pkcs12: 'a PKCS#12 file (.p12, .pfx)',
  pkcs7: 'a PKCS#7 file (.p7b)',
  other: 'DER that is no certificate of RFC 5280',
};

const LIST_FAULTS: Readonly<Record<ListFaultCode, (values: Values) => string>> = {
  // values: found
  'not-a-list': (v) =>
    `“x5c” is ${v.found}. It must be a list of strings, one for each certificate (RFC 7515 section 4.1.6).`,
  'no-entries': () => '“x5c” is an empty list. It must hold at least the certificate of the signing key.',
};

const NOT_SIGNED: Readonly<Record<NotSignedCode, (values: Values) => string>> = {
  'signature-differs': () => 'The signature was not made with this key.',
  // values: algorithm
  'signature-malformed': (v) => `The signature is not written as ${v.algorithm} writes one, so no key made it.`,
  // values: algorithm, need, have
  'key-of-another-kind': (v) =>
    `The signature is ${v.algorithm}, and this key is ${v.have}, which makes none of that kind.`,
};

const CANNOT_CHECK: Readonly<Record<CannotCheckCode, (values: Values) => string>> = {
  'certificate-unreadable': () => 'One of the two certificates cannot be read.',
  // values: problem (the sentence of the key's problem)
  'key-unreadable': (v) => `The key cannot be used here. ${v.problem}`,
  // values: algorithm
  'algorithm-unknown': (v) => `The signature is of a kind that is not checked here: ${v.algorithm}.`,
  // values: algorithm, hash
  'hash-not-here': (v) => `${v.algorithm} is not checked here: browsers no longer offer ${v.hash}, or never did.`,
  // values: algorithm
  'parameters-not-here': (v) => `The signature is ${v.algorithm} with parameters that browsers do not offer.`,
  // values: algorithm
  'insecure-context': (v) =>
    `This page was opened over plain http, where browsers switch their cryptography off, so ${v.algorithm} cannot be checked. Open it over https or on localhost.`,
  // values: algorithm
  'runtime-refuses': (v) => `This browser does not use this key for ${v.algorithm}.`,
  // values: algorithm
  'not-loaded': (v) =>
    `The part of this page that does ${v.algorithm} could not be loaded. Reload the page and try again.`,
};

const THUMBPRINT_FAULTS: Readonly<Record<ThumbprintFaultCode, (values: Values) => string>> = {
  // values: name, found
  'not-text': (v) => `“${v.name}” is ${v.found}. It must be a string in base64url.`,
  // values: name
  hex: (v) =>
    `“${v.name}” is in hexadecimal. It must be base64url of the hash’s bytes (RFC 7515 sections 4.1.7 and 4.1.8).`,
  'hex-in-base64url': (v) =>
    `“${v.name}” is base64url of a hexadecimal text. It must be base64url of the hash’s bytes (RFC 7515 sections 4.1.7 and 4.1.8).`,
  base64: (v) => `“${v.name}” is padded or standard base64. It must be base64url without padding (RFC 7515 section 2).`,
  'not-base64url': (v) => `“${v.name}” is not base64url, so it is no hash.`,
  // values: name, have, need (bytes)
  'wrong-length': (v) => `“${v.name}” has ${v.have} bytes; this hash has ${v.need}.`,
};

function listOf(members: Values[string] | undefined): string {
  return typeof members === 'object' ? members.join(' and ') : String(members);
}

function teller<C extends Code>(table: Readonly<Record<C, (values: Values) => string>>) {
  return (code: C, values: Values = {}): Said<C> => ({ code, message: table[code](values), values });
}

export const entryFault = teller(ENTRY_FAULTS);
export const listFault = teller(LIST_FAULTS);
export const notSigned = teller(NOT_SIGNED);
export const cannotCheck = teller(CANNOT_CHECK);
export const thumbprintFault = teller(THUMBPRINT_FAULTS);
