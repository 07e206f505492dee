/**
 * The English of every engine code, once. First sentence: what is wrong or what was found, where, and what was expected.
 * Second sentence: what to do. A secret or a private key never stands in a message.
 */
import type { JsonExpected, KeyNoteCode, KeyProblemCode, KeyThing, ProblemCode, VerdictCode } from './codes.ts';
import type { Values } from './types.ts';

type Sentence = (values: Values) => string;

/** A value as text; an absent one is left out rather than printed as 'undefined'. */
function text(values: Values, name: string): string {
  const value = values[name];
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

function count(values: Values, name: string, one: string, many: string): string {
  return values[name] === 1 ? `1 ${one}` : `${text(values, name)} ${many}`;
}

function encodingWord(values: Values, name: string): string {
  const encoding = text(values, name);
  return encoding === 'utf8' ? 'UTF-8' : encoding;
}

/** 'line 2, column 7' where the values hold both. */
function place(values: Values): string {
  return `line ${text(values, 'line')}, column ${text(values, 'column')}`;
}

const VERDICT_SENTENCES: Readonly<Record<VerdictCode | ProblemCode, Sentence>> = {
  // values: length
  'no-token-found': (v) =>
    `There is no token in this text (${count(v, 'length', 'character', 'characters')} searched). A token is three runs of letters, digits, - and _ joined by dots.`,
  // values: count
  'segment-count': (v) =>
    Number(v.count) < 3
      ? `This is not a complete token: ${text(v, 'count')} of 3 parts ${v.count === 1 ? 'is' : 'are'} here. What can be read is shown.`
      : `This text has ${text(v, 'count')} parts joined by dots. A signed token has 3 parts and an encrypted one 5.`,
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
      ? 'The header has no “alg”, so it does not say how the token was signed. RFC 7515 section 4.1.1 requires it.'
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
  // values: alg, need ('secret' | 'public-key')
  'key-missing': (v) =>
    v.need === 'secret'
      ? 'Readable, but not checked: add the shared secret to see whether it was signed with it.'
      : 'Readable, but not checked: add a key to see who signed it.',
  // values: member ('jwk' | 'x5c')
  'key-in-token-only': (v) =>
    `Readable, but not checked: the only key at hand is the one in the token (“${text(v, 'member')}”), which proves nothing about who made it. Add a key of your own.`,
  // values: kid, have (list), count
  'kid-unknown': (v) =>
    `No key has kid “${text(v, 'kid')}”. The set has ${count(v, 'count', 'key', 'keys')}${text(v, 'have') === '' ? '' : `: ${text(v, 'have')}`}. The issuer may have rotated its keys.`,
  // values: alg, member ('alg' | 'use' | 'key_ops'), value
  'key-not-for-this': (v) =>
    `The key says that it is not for this: its “${text(v, 'member')}” is ${text(v, 'value')}, the token’s alg is ${text(v, 'alg')}. Use the key that was made for it.`,
  // values: alg, need, have
  'key-wrong-curve': (v) =>
    `${text(v, 'alg')} needs a key on ${text(v, 'need')}, and this key is on ${text(v, 'have')}. Nothing was checked.`,
  // values: alg, need, have
  'key-wrong-size': (v) => `${text(v, 'alg')} needs ${text(v, 'need')}; this key has ${text(v, 'have')}.`,
  // values: alg, forged (boolean: the MAC over exactly that text matches)
  'public-key-as-secret': (v) =>
    v.forged === true
      ? 'This signature was made with the text of a public key. Anyone could have made it: this is the key-confusion forgery.'
      : `${text(v, 'alg')} needs a shared secret, and this is a public key, which everyone may know. It was not used as a secret.`,
  // values: alg, need, have
  'key-wrong-kind': (v) =>
    `${text(v, 'alg')} needs ${text(v, 'need')}, and this is ${text(v, 'have')}. The signature was not checked.`,
  // values: alg, matches (boolean)
  'key-empty': (v) =>
    v.matches === true
      ? 'The secret is empty, and the signature was made with an empty secret: anyone could have made it.'
      : `The secret is empty. ${text(v, 'alg')} needs a secret; the signature was not made with an empty one.`,
  'key-passphrase-needed': () => 'The private key is encrypted. Enter its passphrase to use it.',
  // values: problem (the sentence of the key's problem)
  'key-unreadable': (v) => `The key could not be read, so nothing was checked. ${text(v, 'problem')}`,

  // values: alg, trust, keyWord ('public key' | 'private key' | 'secret')
  'signature-match': (v) =>
    v.trust === 'token-supplied-key'
      ? v.byDesign === true
        ? 'The signature matches the key inside the token. That shows who holds the key, not who made it.'
        : 'The signature matches the key inside the token. That proves nothing about who made it.'
      : `The signature matches your ${text(v, 'keyWord') || 'key'}.`,

  'signature-empty': () => 'The signature is empty. Someone may have cut it off; nothing protects this token.',
  // values: secret (boolean), fitting (number of keys tried), readings (list tried), otherReading ('base64' …)
  'signature-mismatch': (v) => {
    if (typeof v.otherReading === 'string')
      return `The signature does not match this secret read as ${encodingWord(v, 'reading')}, but it matches the same characters read as ${encodingWord(v, 'otherReading')}.`;
    if (Number(v.fitting) > 1)
      return `The signature does not match: none of the ${text(v, 'fitting')} keys that fit made it. Either the token was changed, or another key signed it.`;
    return v.secret === true
      ? 'The signature does not match. Either the token was changed, or this is not the secret that signed it.'
      : 'The signature does not match. Either the token was changed, or this is not the key that signed it.';
  },
  // values: alg, wouldMatch (boolean)
  'signature-der': (v) =>
    v.wouldMatch === true
      ? `The signature is in DER, as openssl writes it; ${text(v, 'alg')} in a token is r and s joined. The same r and s in that form match your key.`
      : `The signature is in DER, as openssl writes it; ${text(v, 'alg')} in a token is r and s joined. The same r and s do not match your key either.`,

  // values: name
  'crit-unknown': (v) =>
    `The header marks “${text(v, 'name')}” as critical, and this page does not know it. RFC 7515 then forbids to accept the token, so the signature was not checked.`,
  // values: alg
  'alg-prohibited': (v) =>
    `${text(v, 'alg')} is prohibited for JOSE by its registry, so the signature was not checked. The content is shown.`,
  // values: alg, near (an algorithm's name that differs only in letter case, or '')
  'alg-unknown': (v) =>
    text(v, 'near') !== ''
      ? `${text(v, 'alg')} is not a registered algorithm (names are case-sensitive: ${text(v, 'near')}), so the signature was not checked. The content is shown.`
      : `${text(v, 'alg')} is not a registered signature algorithm, so the signature was not checked. The content is shown.`,
  // values: alg
  'insecure-context': (v) =>
    `This page was opened over plain http, where browsers switch their cryptography off, so ${text(v, 'alg')} cannot be checked. Open it over https or on localhost.`,
  // values: form
  'form-not-here': (v) => {
    switch (v.form) {
      case 'jwe-compact':
      case 'jwe-json':
        return 'This is an encrypted token (JWE). This page does not decrypt yet; its header is shown.';
      case 'jws-json':
        return 'This is a signed token in JSON serialization, which this page does not check yet. Its header is shown.';
      case 'sd-jwt':
        return 'This is an SD-JWT with disclosures, which this page does not check yet. Its header and payload are shown.';
      default:
        return 'The payload of this token is not base64url encoded (“b64” is false, RFC 7797), which this page does not check yet.';
    }
  },
  // values: length, limit
  'token-too-long': (v) =>
    `This token has ${text(v, 'length')} characters; tokens up to ${text(v, 'limit')} are opened. It was not read.`,
  // values: alg
  'runtime-lacks': (v) =>
    `This browser cannot do ${text(v, 'alg')}, so the signature was not checked. A newer browser can.`,
  // values: alg
  'not-loaded': (v) =>
    `The part of this page that does ${text(v, 'alg')} could not be loaded, so the signature was not checked. Reload the page and try again.`,
  // values: alg, have
  'key-refused': (v) =>
    `This browser refuses to use ${text(v, 'have')} for ${text(v, 'alg')}, so the signature was not checked.`,
  // values: have
  'key-type-unknown': (v) =>
    `The key is of a kind that this page cannot use (${text(v, 'have')}), so the signature was not checked.`,
};

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

/** The sentence for a verdict or a problem of a token. */
export function say(code: VerdictCode | ProblemCode, values: Values = {}): string {
  return VERDICT_SENTENCES[code](values);
}

/** The sentence for what is wrong with a key text. */
export function sayKeyProblem(code: KeyProblemCode, values: Values = {}): string {
  return KEY_PROBLEM_SENTENCES[code](values);
}

/** The sentence for what should be known about a key. */
export function sayKeyNote(code: KeyNoteCode, values: Values = {}): string {
  return KEY_NOTE_SENTENCES[code](values);
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
