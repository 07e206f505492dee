/** The English of every verdict and notice that takes a key. */
import type { ContentNotice, DisclosureFault, ProblemCode, ReadingCode, VerdictCode } from '../codes.ts';
import type { Values } from '../types.ts';
import { isReadingCode, sayRead } from './reading.ts';
import { count, grouped, type Sentence, text } from './sentence.ts';

function encodingWord(values: Values, name: string): string {
  const encoding = text(values, name);
  return encoding === 'utf8' ? 'UTF-8' : encoding;
}

function undone(values: Values): string {
  return values.encrypted === true ? 'nothing was decrypted' : 'the signature was not checked';
}

/** To be read after 'is not what the RFC says:'. */
const DISCLOSURE_REASONS: Readonly<Record<string, string>> = {
  empty: 'it is empty',
  'not-base64url': 'its characters are not base64url',
  'not-utf8': 'it is not UTF-8 text',
  'not-json': 'it is not JSON',
  'not-a-list': 'it is not a list',
  length: 'it must be a list of two or three entries',
  'salt-not-text': 'its salt is not text',
  'name-not-text': 'its claim name is not text',
  'name-reserved': 'its claim name is one that the RFC keeps for itself',
  'other-kind': 'its digest stands where one of the other kind belongs',
};

function claimReason(values: Values): string {
  switch (values.reason) {
    case 'sd-not-strings':
      return '“_sd” must be a list of texts';
    case 'dots-not-string':
      return 'the digest under “...” must be text';
    case 'dots-with-others':
      return '“...” must be the only name in its object';
    case 'dots-misplaced':
      return '“...” may stand only in an object that is an entry of a list';
    case 'sd-alg-not-string':
      return '“_sd_alg” must be text';
    case 'sd-alg-misplaced':
      return '“_sd_alg” may stand only at the top';
    case 'sd-alg-disclosed':
      return '“_sd_alg” must not be disclosed';
    case 'name-exists':
      return `disclosure ${text(values, 'index')} names “${text(values, 'name')}”, which is there already`;
    case 'digest-twice':
      return 'the same digest stands twice';
    default:
      return 'they are nested deeper than is read here';
  }
}

type LateCode = Exclude<VerdictCode | ContentNotice | DisclosureFault, ReadingCode>;

const VERDICT_SENTENCES: Readonly<Record<LateCode, Sentence>> = {
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
  // values: alg, need, have, encrypted
  'key-wrong-kind': (v) =>
    `${text(v, 'alg')} needs ${text(v, 'need')}, and this is ${text(v, 'have')}. ${v.encrypted === true ? 'Nothing was decrypted' : 'The signature was not checked'}.`,
  // values: alg, matches (boolean)
  'key-empty': (v) =>
    v.encrypted === true
      ? `The secret is empty. ${text(v, 'alg')} needs one.`
      : v.matches === true
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
  // values: alg, encrypted
  'runtime-lacks': (v) => `This browser cannot do ${text(v, 'alg')}, so ${undone(v)}. A newer browser can.`,
  // values: alg, encrypted
  'not-loaded': (v) =>
    `The part of this page that does ${text(v, 'alg')} could not be loaded, so ${undone(v)}. Reload the page and try again.`,
  // values: alg, have, encrypted
  'key-refused': (v) => `This browser refuses to use ${text(v, 'have')} for ${text(v, 'alg')}, so ${undone(v)}.`,
  // values: have, encrypted
  'key-type-unknown': (v) => `The key is of a kind that this page cannot use (${text(v, 'have')}), so ${undone(v)}.`,
  // values: rounds, limit
  'pbes2-rounds': (v) =>
    `This token asks for ${grouped(v, 'rounds')} rounds of PBKDF2, more than the ${grouped(v, 'limit')} that are done without asking. A token can be made to keep readers busy; start it yourself if you trust it.`,
  // values: kid
  'signed-by-another-key': (v) =>
    `Not checked: your key made another signature of this token, and this one names ${v.kid === '' ? 'no key' : `kid “${text(v, 'kid')}”`}. Add its key to check it.`,

  // values: alg, enc, trust
  decrypted: (v) => `Your ${text(v, 'keyWord') || 'key'} opened this token and its content arrived unchanged.`,

  // values: alg, enc, fitting, password (boolean)
  'decryption-failed': (v) => {
    const what = v.password === true ? 'password' : v.secret === true ? 'secret' : 'key';
    return Number(v.fitting) > 1
      ? `Could not decrypt: none of the ${text(v, 'fitting')} keys that fit opens it. Either none is the right one, or the token was changed; encryption with a tag does not tell which.`
      : `Could not decrypt. Either this is not the right ${what}, or the token was changed; encryption with a tag does not tell which.`;
  },
  // values: index, reason
  'disclosure-malformed': (v) =>
    `Disclosure ${text(v, 'index')} is not what RFC 9901 section 4.2 says: ${DISCLOSURE_REASONS[text(v, 'reason')] ?? 'it cannot be read'}. A verifier refuses the whole presentation.`,
  // values: index, reason ('sent-twice' | 'digest-twice')
  'disclosure-duplicate': (v) =>
    v.reason === 'sent-twice'
      ? `Disclosure ${text(v, 'index')} was sent before. RFC 9901 section 7.1 refuses a digest that occurs twice.`
      : `The digest of disclosure ${text(v, 'index')} stands more than once in the claims. RFC 9901 section 7.1 refuses that.`,
  // values: index
  'disclosure-unreferenced': (v) =>
    `Disclosure ${text(v, 'index')} does not belong to this token: no digest that the issuer signed is its own.`,
  // values: reason, pointer, name
  'sd-claims-invalid': (v) => {
    const where = text(v, 'pointer') === '' ? '' : ` (at ${text(v, 'pointer')})`;
    return `The claims break a rule of RFC 9901: ${claimReason(v)}${where}. A verifier refuses the whole presentation.`;
  },
  // values: reason ('signature' | 'sd-hash' | 'typ' | 'alg' | 'claims' | 'no-key' | 'form')
  'key-binding-mismatch': (v) => {
    switch (v.reason) {
      case 'signature':
        return 'The issuer’s signature matches, but the key binding JWT was not signed with the key that the token names in “cnf”.';
      case 'sd-hash':
        return 'The issuer’s signature matches, but the key binding JWT was made for another presentation: its “sd_hash” is not that of these disclosures.';
      case 'no-key':
        return 'There is a key binding JWT, but the token names no key in “cnf” that it could be checked with.';
      case 'typ':
        return 'The key binding JWT has another “typ” than kb+jwt, which RFC 9901 section 4.3 requires.';
      default:
        return 'The key binding JWT is not what RFC 9901 section 4.3 says, so the presentation must be refused.';
    }
  },

  // values: limit
  'inflated-too-large': (v) =>
    `The content was decrypted, but it inflates to more than ${grouped(v, 'limit')} bytes and was stopped there. A small token can be made to fill a reader’s memory; raise the limit if you trust it.`,
  // values: limit
  'too-many-layers': (v) =>
    `Tokens are nested in this one more than ${text(v, 'limit')} deep. The inner ones were not opened.`,
  // values: alg
  'sd-alg-unknown': (v) =>
    `The digests of the disclosures are made by ${text(v, 'alg')}, which this page does not know, so the disclosures were not checked.`,

  rsa1_5: () =>
    'RSA1_5 is open to attacks on its padding; RFC 8725 section 3.2 advises against it. It is opened here, and not offered for new tokens.',
  // values: name
  'draft-algorithm': (v) =>
    `${text(v, 'name')} comes from a draft (draft-amringer-jose-chacha) and is not registered; few verifiers know it.`,
  // values: bytes
  'gcm-iv-16': (v) =>
    `The initialization vector has ${text(v, 'bytes')} bytes; AES-GCM in a token has 12 (RFC 7518 section 5.3). Some issuers write this; strict verifiers refuse it.`,
  'epk-as-string': () =>
    '“epk” is written as text that holds a key; it must be the key itself (RFC 7518 section 4.6.1.1). It was read all the same; strict verifiers refuse it.',
  'epk-base64': () =>
    'The coordinates in “epk” are written in standard base64; a JWK uses base64url without padding. They were read all the same; strict verifiers refuse them.',
  'salt-short': () =>
    '“p2s” has fewer than 8 bytes, the least that RFC 7518 section 4.8.1.1 allows. Strict verifiers refuse it.',
  'zip-zlib-wrapped': () =>
    'The content is compressed with a zlib header; RFC 7516 section 4.1.3 wants bare DEFLATE. The issuer’s library is at fault. It was read all the same.',
  'zip-not-compressed': () =>
    'The header says that the content is compressed, but it is not. The issuer’s library is at fault. The content is shown as it is.',
  'zip-broken': () =>
    'The header says that the content is compressed, but it stops being DEFLATE on the way. It is shown as it was decrypted.',
  // values: bytes, common
  'inflated-large': (v) =>
    `The content inflates to ${grouped(v, 'bytes')} bytes. Many verifiers stop at ${grouped(v, 'common')}.`,
};

/** The sentence for a verdict or a problem of a token. */
export function say(code: VerdictCode | ProblemCode, values: Values = {}): string {
  return isReadingCode(code) ? sayRead(code, values) : VERDICT_SENTENCES[code](values);
}

/** What holds of an SD-JWT besides the issuer's signature. */
export function saySdJwt({
  disclosures,
  isBound,
}: {
  readonly disclosures: number;
  readonly isBound: boolean;
}): string {
  const all = disclosures === 1 ? 'The disclosure belongs' : `All ${disclosures} disclosures belong`;
  const theirs = disclosures === 0 ? 'No claim is disclosed' : `${all} to this token`;
  return isBound ? `${theirs}, and the key binding fits.` : `${theirs}.`;
}
