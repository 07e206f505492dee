/** Findings about the parameters of the JOSE Header. */
import { text } from '../sentence.ts';
import { shown, words } from './words.ts';

const NEVER_TRUST = 'Choose the key by what you know of the issuer, never by what the token brings or points at.';
const LOOK_UP = 'Look the kid up in a list of keys that you know, and refuse any other.';

export const HEADER_WORDS = {
  'typ-missing': words(
    'The header has no “typ”.',
    'Let the issuer name the kind of token (RFC 8725 section 3.11), so that one kind is not taken for another.',
  ),
  // values: typ
  'typ-generic-jwt': words(
    (v) => `“typ” is ${shown(v, 'typ')}, which does not say what kind of JWT this is.`,
    'It is allowed. A type of its own, such as at+jwt, keeps kinds of token apart.',
  ),
  // values: typ
  'typ-application-prefix': words(
    (v) => `“typ” is ${shown(v, 'typ')}; the prefix “application/” may be left out.`,
    'Compare types as media types: without regard to case, and with the prefix put in where there is no slash.',
  ),
  // values: typ, expected
  'typ-unexpected': words(
    (v) =>
      v.typ === ''
        ? `There is no “typ”; expected is ${shown(v, 'expected')}.`
        : `“typ” is ${shown(v, 'typ')}; expected is ${shown(v, 'expected')}.`,
    'Refuse it: a token of another kind, made by the same issuer with the same key, must not pass here.',
  ),
  // values: typ, looks
  'typ-kind-mismatch': words(
    (v) =>
      v.typ === ''
        ? `There is no “typ”, and the claims are those of ${text(v, 'looks')}.`
        : `“typ” is ${shown(v, 'typ')}, and the claims are those of ${text(v, 'looks')}.`,
    'Ask the issuer which of the two is meant; a strict verifier refuses the token.',
  ),
  // values: alg
  'kid-missing-asymmetric': words(
    'Nothing in the header says which key made the signature.',
    'Let the issuer name it by “kid”: without one, keys are hard to change.',
  ),
  'kid-not-string': words('“kid” is no string.', 'Refuse it. A key is named by a case-sensitive string.'),
  // values: kid
  'kid-path-traversal': words(
    (v) => `“kid” is ${shown(v, 'kid')}, which looks like a path in a file system.`,
    `Where keys are loaded by file name, the sender chooses a file whose content is known. ${LOOK_UP}`,
  ),
  'kid-sql-injection': words(
    (v) => `“kid” is ${shown(v, 'kid')}, which holds characters of SQL.`,
    `Never build a query of it; pass it as a parameter. ${LOOK_UP}`,
  ),
  'kid-command-injection': words(
    (v) => `“kid” is ${shown(v, 'kid')}, which holds characters that mean something to a shell.`,
    `Never hand it to a command. ${LOOK_UP}`,
  ),
  'kid-ldap-or-nosql': words(
    (v) => `“kid” is ${shown(v, 'kid')}, which holds characters of an LDAP or NoSQL query.`,
    `Escape it where a directory is searched. ${LOOK_UP}`,
  ),
  'kid-url': words(
    (v) => `“kid” is a web address, ${shown(v, 'kid')}.`,
    'Do not fetch it: the sender would choose where your server connects to, and with which key it checks.',
  ),
  'kid-empty': words('“kid” is empty.', `An empty name may find a key that nobody meant. ${LOOK_UP}`),
  // values: length
  'kid-long': words(
    (v) => `“kid” has ${text(v, 'length')} characters.`,
    'Refuse names that are longer than any of your own.',
  ),
  // values: name, address, fault ('scheme' | 'ip' | 'local' | 'userinfo' | 'not-address' | '')
  'jku-present': words(located, `Fetch nothing that is not on an exact list of your own. ${NEVER_TRUST}`),
  'x5u-present': words(located, `Fetch nothing that is not on an exact list of your own. ${NEVER_TRUST}`),
  // values: name, host, issuer
  'jku-off-issuer-host': words(
    (v) => `${shown(v, 'name')} points at ${text(v, 'host')}, and the issuer is at ${text(v, 'issuer')}.`,
    'Keys on a foreign host prove nothing about the issuer. Take its keys from the address that its own metadata names.',
  ),
  // values: byDesign
  'jwk-embedded': words(
    (v) =>
      v.byDesign === true
        ? 'The header holds the key that the token is checked with, as this kind of token must.'
        : 'The header holds a key, and anyone can put one there.',
    (v) =>
      v.byDesign === true
        ? 'Check whose key it is by another way: it proves that the sender holds the key, and nothing more.'
        : `Never check a token with the key that it brings. ${NEVER_TRUST}`,
  ),
  // values: member
  'jwk-embedded-private': words(
    (v) => `The key in the header is private or secret: it has ${shown(v, 'member')}.`,
    'Take this key out of use: everyone who has seen the token has it.',
  ),
  'x5c-present': words(
    'The header holds certificates.',
    'Check the chain against an authority that you trust before you use the key in it.',
  ),
  // values: entry
  'x5c-base64url': words(
    (v) => `Certificate ${text(v, 'entry')} in “x5c” is written as base64url, or lacks its padding.`,
    'Let the issuer write standard base64 with padding (RFC 7515 section 4.1.6).',
  ),
  // values: name, bytes, need
  'x5t-sha1': words(
    (v) =>
      v.need === undefined
        ? 'The certificate is named by its SHA-1 hash alone.'
        : `${shown(v, 'name')} is no base64url of a hash of ${text(v, 'need')} bytes.`,
    (v) =>
      v.need === undefined
        ? 'Prefer “x5t#S256”.'
        : 'Let the issuer encode the bytes of the hash, not its hexadecimal text.',
  ),
  'crit-not-array': words(
    '“crit” is no list of names.',
    'Let the issuer list the parameters that a verifier must know.',
  ),
  'crit-empty': words('“crit” is an empty list.', 'Let the issuer leave it out.'),
  'crit-dup': words('“crit” names a parameter twice.', 'Let the issuer name each once.'),
  'crit-registered-name': words('“crit” names a parameter of the standard.', 'Let the issuer name extensions only.'),
  'crit-missing-member': words(
    '“crit” names a parameter that is not there.',
    'Refuse it; the header was changed, or made wrongly.',
  ),
  // values: name
  'crit-unknown': words(
    (v) => `The header says that ${shown(v, 'name')} must be understood, and it is not known here.`,
    'Refuse it wherever you do not know that parameter. Some libraries have passed over it (CVE-2025-59420).',
  ),
  'b64-without-crit': words('“b64” is there and “crit” does not name it.', 'Let the issuer list “b64” in “crit”.'),
  'b64-false-in-jwt': words(
    '“b64” is false, and the payload is a claims set.',
    'Let the issuer encode the payload: a JWT must not be without (RFC 7797 section 7).',
  ),
  'b64-not-boolean': words('“b64” is neither true nor false.', 'Let the issuer write a boolean.'),
  'cty-nested': words(
    '“cty” says that the content is a token of its own.',
    'Open it and check both layers; a signature outside says nothing about the one inside.',
  ),
  // values: cty
  'cty-unneeded': words(
    (v) => `“cty” is ${shown(v, 'cty')}, and the content is a claims set.`,
    'It may be left out where the token is not nested.',
  ),
  // values: name
  'header-claims-mismatch': words(
    (v) => `${shown(v, 'name')} in the header differs from the claim of that name.`,
    'Refuse it: a claim that is repeated in the header must be the same.',
  ),
  'header-url-nonce': words(
    'The header has “url” and “nonce”: this is a request to an ACME server.',
    'Use it once, at that address; it is no credential to be shown elsewhere.',
  ),
  // values: name
  'header-unknown-param': words(
    (v) => `${shown(v, 'name')} is no registered header parameter.`,
    'It is private to those who agreed on it, and a verifier passes over it.',
  ),
  // values: bytes
  'header-large': words(
    (v) => `The header has ${text(v, 'bytes')} bytes.`,
    'Keep what belongs to the claims in the payload.',
  ),
} as const;

function located(v: Parameters<typeof text>[0]): string {
  const start = `${shown(v, 'name')} points at ${shown(v, 'address')}`;
  switch (v.fault) {
    case 'scheme':
      return `${start}, which is not protected by https.`;
    case 'ip':
      return `${start}, an IP address and no name.`;
    case 'local':
      return `${start}, which only your own machine or network reaches.`;
    case 'userinfo':
      return `${start}. What stands before the “@” is no part of the host.`;
    case 'not-address':
      return `${start}, which is no web address.`;
    default:
      return `${start}, from where a verifier may fetch keys.`;
  }
}
