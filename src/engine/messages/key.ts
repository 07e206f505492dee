/** The English of what there is to say of a key text, of signing with it and of copying it. */
import type { KeyNoteCode, KeyProblemCode, KeyThing } from '../codes.ts';
import type { Values } from '../types.ts';
import { count, place, type Sentence, text } from './sentence.ts';

/** Things that a key text may hold; values: name, kty, member. To be read after 'This is' or 'holds'. */
const KEY_THINGS: Readonly<Record<KeyThing, Sentence>> = {
  spki: () => 'a public key (SubjectPublicKeyInfo)',
  pkcs8: () => 'a private key (PKCS#8)',
  'pkcs8-encrypted': () => 'an encrypted private key (PKCS#8)',
  'pkcs1-public': () => 'an RSA public key (PKCS#1)',
  'pkcs1-private': () => 'an RSA private key (PKCS#1)',
  sec1: () => 'an EC private key (SEC1)',
  x509: () => 'a certificate',
  csr: () => 'a certificate request',
  'named-key': (v) => `a ${text(v, 'name')} key`,
  'oid-key': (v) => `a key of the algorithm ${text(v, 'name')}`,
  curve: (v) => `a key on the curve ${text(v, 'name')}`,
  'jwk-parameter': (v) => `a key of type ${text(v, 'kty')} whose “${text(v, 'member')}” is ${text(v, 'name')}`,
  'multi-prime': () => 'an RSA key of more than two primes',
  'security-key': () => 'a key of a hardware security key',
  'dsa-traditional': () => 'a DSA key',
  pkcs12: () => 'a PKCS#12 file (.p12, .pfx)',
  pkcs7: () => 'a PKCS#7 file (.p7b)',
  'java-keystore': () => 'a Java key store',
  putty: () => 'a PuTTY key file (.ppk)',
  ssh2: () => 'a public key in the format of RFC 4716',
  'rsa-xml': () => 'an RSA key in XML',
  'openssh-encrypted': () => 'an encrypted OpenSSH private key',
  'openssh-certificate': () => 'an OpenSSH certificate',
  'pem-encrypted': () => 'a private key encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED)',
  'encrypted-by': (v) => `a private key encrypted by ${text(v, 'name')}`,
  'too-many-rounds': () => 'a private key whose passphrase takes more work than this page does',
  'explicit-curve': () => 'an EC key that spells its curve out instead of naming it',
  'unnamed-curve': () => 'an EC key that does not name its curve',
  'ml-dsa-expanded': () => 'an ML-DSA private key in expanded form, without the seed',
};

function isKeyThing(name: string): name is KeyThing {
  return Object.hasOwn(KEY_THINGS, name);
}

function thing(values: Values): string {
  const name = text(values, 'found');
  return isKeyThing(name) ? KEY_THINGS[name](values) : name;
}

/** Parts of a key, at the start of a sentence. */
const KEY_PARTS: Readonly<Record<string, string>> = {
  pem: 'The PEM block',
  der: 'The key in DER',
  'rsa-numbers': 'The list of RSA numbers in the key',
  'private-key': 'The private key inside the block',
  'openssh-line': 'The OpenSSH line',
  'openssh-file': 'The OpenSSH private key',
  point: 'The point of the key',
};

function part(values: Values): string {
  const name = text(values, 'what');
  if (name === '') return 'The key';
  return KEY_PARTS[name] ?? `“${name}”`;
}

const KEY_PROBLEM_SENTENCES: Readonly<Record<KeyProblemCode, Sentence>> = {
  empty: () => 'There is no key in this text.',
  // values: what (a key part)
  truncated: (v) =>
    v.what === 'begin-line'
      ? 'The BEGIN line of this key is missing. Paste the whole key, from its first to its last line.'
      : `${part(v)} stops early. Paste the whole key, from its first to its last line.`,
  // values: label, found
  'wrong-label': (v) => `The key says ${text(v, 'label')}, but holds ${thing(v)}. Paste it under its right label.`,
  // values: what (a key part or a member), member, character, line, column
  'bad-base64': (v) =>
    v.line === undefined
      ? `${part(v)} is not base64${v.member === undefined ? '' : 'url'}. Look for changed or added characters.`
      : `${text(v, 'character')} is not a base64 character (${place(v)}). Look for changed or added characters.`,
  'passphrase-needed': () => 'The private key is encrypted. Enter its passphrase.',
  'passphrase-wrong': () => 'The passphrase does not open this private key. Check it for typing mistakes.',
  // values: what ('html', 'address', 'token', 'pgp', 'discovery', 'json', 'text', 'parameters', 'xml', 'label' …), label
  'not-a-key': (v) => {
    switch (v.what) {
      case 'html':
        return 'This is a web page, not a key. The server may have answered with an error page; copy the key itself.';
      case 'address':
        return 'This is the address of a key, not the key. This page fetches nothing; open the address and paste what it shows.';
      case 'token':
        return 'This is a token, not a key. Paste it into the token editor, and the key that signed it here.';
      case 'pgp':
        return 'This is an OpenPGP block. JOSE does not use such keys.';
      case 'discovery':
        return 'This is a discovery document. The keys are at the address in its “jwks_uri”; paste what that shows.';
      case 'parameters':
        return `The key is a PEM block of type ${text(v, 'label')}, which holds no key. Paste the block that starts with EC PRIVATE KEY or PUBLIC KEY.`;
      case 'json':
        return 'This is JSON, but not a key: a JWK has “kty”, a key set has “keys”.';
      case 'xml':
        return 'This is XML, not a key. Paste the certificate or key inside it alone.';
      case 'label':
        return `A PEM block of type ${text(v, 'label')} holds no key for tokens.`;
      case 'label-of-key':
        return `The block says ${text(v, 'label')}, but its content is no key. Look for changed, lost or added lines.`;
      case 'bytes':
        return 'The content is no key: it has none of the structures that hold one.';
      default:
        return 'No PEM, JWK, JWKS, certificate or OpenSSH key was recognised. To use it as a shared secret, say how to read it.';
    }
  },
  // values: found (a key thing), name
  'unsupported-algorithm': (v) => `This is ${thing(v)}; no JOSE algorithm uses it.`,
  // values: found (a key thing), name
  'unsupported-format': (v) =>
    `This is ${thing(v)}, which this page does not read. Convert it to PEM or JWK and paste that.`,
  // values: member, kty
  'missing-member': (v) =>
    v.member === 'kty'
      ? 'The JWK has no “kty”, so it does not say what kind of key it is.'
      : `The JWK has no “${text(v, 'member')}”, which a key of type ${text(v, 'kty')} needs.`,
  // values: crv
  'point-not-on-curve': (v) =>
    `The point of this key is not on the curve ${text(v, 'crv')}. A character of the key was changed.`,
  // values: what (a key part or a member), have, need, unit ('bytes' | 'bits')
  'bad-length': (v) => {
    if (v.what === 'der')
      return `The key ends after ${text(v, 'need')} bytes, but ${text(v, 'have')} are here. Look for lines that were added or pasted twice.`;
    if (v.unit === 'bits')
      return `${part(v)} has ${text(v, 'have')} bits; at most ${text(v, 'need')} are read here, and no one uses more.`;
    return `${part(v)} has ${count(v, 'have', 'byte', 'bytes')}; ${text(v, 'need')} are needed. A part of the key is lost, or it belongs to another curve.`;
  },
  // values: kty
  'unknown-kty': (v) =>
    `“${text(v, 'kty')}” is not a key type. RSA, EC, OKP, AKP and oct are; names are case-sensitive.`,
  // values: line, column, expected
  'invalid-json': (v) => `The key is not JSON: ${place(v)}, expected ${text(v, 'expected')}.`,
  'invalid-jwks': () => 'The key set is faulty: “keys” must be a list of JWKs.',
  'empty-set': () => 'The key set is empty: it holds no keys.',
  // values: reason ('exponent' | 'modulus' | 'even-modulus' | 'small-order' | 'private-value'), exponent, bits, crv
  'weak-key': (v) => {
    switch (v.reason) {
      case 'modulus':
        return `This RSA key has ${text(v, 'bits')} bits, so anyone can compute its private half. It is not used.`;
      case 'even-modulus':
        return 'The modulus of this RSA key is even, so it is no product of two odd primes. A character of the key was changed.';
      case 'small-order':
        return `This ${text(v, 'crv')} key is a point of small order, for which anyone could sign. It is not used.`;
      case 'private-value':
        return `The private value of this key is zero or not below the order of the curve ${text(v, 'crv')}. A character of the key was changed.`;
      default:
        return `This RSA key has the public exponent ${text(v, 'exponent')}, with which anyone could sign. It is not used.`;
    }
  },
  'halves-differ': () =>
    'The private half of this key does not belong to its public half. A part of it was changed, or two keys were mixed.',
  // values: encoding, character, position
  'bad-encoding': (v) =>
    v.position === undefined
      ? `This text is not ${text(v, 'encoding')}. Choose another reading or correct it.`
      : `This text is not ${text(v, 'encoding')}: character ${text(v, 'position')}. Choose another reading or correct it.`,
  'not-loaded': () =>
    'This key was not read: the part of this page that reads such keys did not load. Reload the page and try again.',
};

const KEY_NOTE_SENTENCES: Readonly<Record<KeyNoteCode, Sentence>> = {
  'private-key-given': () =>
    'This is a private key. Its public half is enough to verify; keep the private half to yourself.',
  // values: alg, need, have (bytes)
  'hmac-key-short': (v) =>
    `${text(v, 'alg')} asks for a secret of at least ${text(v, 'need')} bytes (RFC 7518 section 3.2); this one has ${text(v, 'have')}.`,
  // values: bits
  'rsa-key-small': (v) =>
    `This RSA key has ${text(v, 'bits')} bits. RFC 7518 asks for 2048 or more; many verifiers refuse it.`,
  // values: kid, token
  'kid-differs': (v) =>
    `The token names kid “${text(v, 'token')}”, this key is “${text(v, 'kid')}”. It was used all the same.`,
  // values: label, found
  // values: label, found, end (the label of the END line, where the two lines disagree)
  'label-differs': (v) =>
    v.end === undefined
      ? `The block says ${text(v, 'label')}, but holds ${thing(v)}. It was read as that.`
      : `The block begins as ${text(v, 'label')} and ends as ${text(v, 'end')}. It holds ${thing(v)} and was read as that.`,
  'end-line-missing': () => 'The END line is missing; the key was complete all the same.',
  // values: member
  'padding-in-jwk': (v) =>
    `“${text(v, 'member')}” is written in standard base64; a JWK uses base64url without padding.`,
  'keys-without-wrapper': () => 'This is a bare list of keys; a key set has them under “keys”.',
  'certificate-request': () => 'This is a certificate request, not a certificate; the key in it was used.',
  // values: count
  'first-of-chain': (v) => `A chain of ${text(v, 'count')} certificates: the key is that of the first.`,
};

/** The sentence for what is wrong with a key text. */
export function sayKeyProblem(code: KeyProblemCode, values: Values = {}): string {
  return KEY_PROBLEM_SENTENCES[code](values);
}

/** The sentence for what should be known about a key. */
export function sayKeyNote(code: KeyNoteCode, values: Values = {}): string {
  return KEY_NOTE_SENTENCES[code](values);
}

const SIGN_SENTENCES = {
  'not-a-token': () =>
    'There is no token here that could be signed: its header names no algorithm that this page signs with.',
  // values: need
  'no-signing-key': (v: Values) =>
    `The key box holds nothing that can sign for this algorithm. To sign again after edits, add ${text(v, 'need')}${v.secret === true ? '' : ' with its private half'}, or keep the signature and see it fail.`,
} as const;

/** The sentence for why nothing was signed. */
export function saySign(code: keyof typeof SIGN_SENTENCES, values: Values = {}): string {
  return SIGN_SENTENCES[code](values);
}

const EXPORT_SENTENCES = {
  'no-private-half': () => 'Only the public half of this key is known, so there is no private key to copy.',
  'secret-not-public': () => 'A shared secret has no public half: who can verify with it can also sign.',
  'secret-not-pem': () => 'PEM has no form for shared secrets. Copy it as JWK.',
} as const;

export type ExportRefusal = keyof typeof EXPORT_SENTENCES;

/** The sentence for why a key has no such form. */
export function sayExport(code: ExportRefusal): string {
  return EXPORT_SENTENCES[code]();
}
