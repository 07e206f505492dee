/** Findings about keys, and about what a verification is asked to look at. */
import { text } from '../sentence.ts';
import { shown, words } from './words.ts';

const NEW_SECRET =
  'Make a new secret of random bytes, at least as long as the hash, and replace this one wherever it is used.';

export const KEY_WORDS = {
  // the verdict's own sentences are told for those that come from it
  'alg-key-type-mismatch': words(
    'The key is of another kind than the algorithm needs.',
    'Use each key with the one algorithm that it was made for.',
  ),
  'alg-confusion-public-key-as-secret': words(
    'A public key was given for an algorithm that needs a shared secret.',
    'Refuse HS* wherever you verify with public keys: the key-confusion forgery signs with the text of a public key, which everyone has.',
  ),
  'alg-jwk-alg-mismatch': words(
    'The key is bound to another algorithm by its “alg”.',
    'Take the key that was made for this algorithm.',
  ),
  'hmac-key-short': words('The secret is shorter than the hash.', NEW_SECRET),
  'hmac-key-empty': words('The secret is empty.', `With an empty secret anyone can sign. ${NEW_SECRET}`),
  'hmac-key-dictionary': words(
    'The secret is one that documentation and tutorials print, so anyone can sign such tokens.',
    NEW_SECRET,
  ),
  'hmac-token-uses-known-secret': words(
    'The signature was made with a secret that documentation and tutorials print, so anyone can sign such tokens.',
    NEW_SECRET,
  ),
  // values: bits
  'hmac-key-low-entropy': words(
    (v) =>
      `The secret looks like something made by a person: it holds about ${text(v, 'bits')} bits that cannot be guessed.`,
    `Passwords must not key a MAC: they are tried offline, by the million. ${NEW_SECRET}`,
  ),
  'hmac-key-django-insecure': words(
    'The secret begins with “django-insecure-”, which Django writes into new projects for development.',
    'Give production a secret of its own; this one guards sessions as well.',
  ),
  // values: encoding
  'hmac-key-looks-encoded': words(
    (v) => `The secret was used as text, and is also valid ${text(v, 'encoding')} of a usual length.`,
    'If the signature does not match, try the other reading: the issuer may have decoded it first.',
  ),
  'hmac-key-whitespace': words(
    'White space at an end of the secret is part of it.',
    'Look whether it was meant: a line break at the end of a file is the usual cause.',
  ),
  'private-key-pasted': words(
    'A private key was given, and its public half is enough.',
    'Verify with the public half. A production key that was pasted somewhere counts as exposed.',
  ),
  // values: bits, size ('small' | 'usual' | 'large')
  'rsa-key-small': words(
    (v) =>
      v.size === 'large'
        ? `The RSA key has ${text(v, 'bits')} bits: every check takes long.`
        : `The RSA key has ${text(v, 'bits')} bits, about as strong as 112 bits of a symmetric key.`,
    (v) =>
      v.size === 'large'
        ? 'Use 3072 or 4096 bits, or an elliptic curve.'
        : 'Use 3072 bits or an elliptic curve for keys that are to live past 2030.',
  ),
  'rsa-exponent-odd': words('The public exponent of the RSA key is 3.', 'Make new keys with the exponent 65537.'),
  // values: bits
  'rsa-key-roca-or-shared': words(
    (v) =>
      `The RSA key of ${text(v, 'bits')} bits bears the mark of a faulty library (ROCA): the private key can be computed from it.`,
    'Make a new key elsewhere, and take this one out of use. Smart cards and TPMs of before 2018 made such keys.',
  ),
  // values: first, second
  'key-reused-for-two-algs': words(
    (v) => `One key is used for ${shown(v, 'first')} and for ${shown(v, 'second')}.`,
    'Make a key for each: proofs of security are for one algorithm, and a weakness of one reaches the other.',
  ),
  // values: fault ('expired' | 'not-yet' | 'weak' | 'common-name'), name, hash
  'cert-expired-or-weak': words(
    (v) => {
      const subject = `The certificate of ${shown(v, 'name')}`;
      switch (v.fault) {
        case 'expired':
          return `${subject} has expired.`;
        case 'not-yet':
          return `${subject} is not valid yet.`;
        case 'weak':
          return `${subject} is signed with ${text(v, 'hash')}, for which two contents with one signature can be made.`;
        default:
          return `${subject} names a host in its common name alone.`;
      }
    },
    (v) =>
      v.fault === 'common-name'
        ? 'Put the name into the alternative names of a new certificate; verifiers look for it only there.'
        : 'Renew it. Whether a token signed in its time still counts is for the verifier to say.',
  ),
  // values: what ('x5t' | 'x5t#S256' | 'jwk' | 'kid')
  'x5c-leaf-mismatch': words((v) => {
    switch (v.what) {
      case 'kid':
        return 'The first certificate in “x5c” has another key than the one with this “kid” in the set.';
      case 'jwk':
        return '“jwk” and the first certificate in “x5c” are different keys.';
      default:
        return `“${text(v, 'what')}” is not the thumbprint of the first certificate in “x5c”.`;
    }
  }, 'Refuse it: the header claims two different keys for one signature.'),
  'ec-curve-mismatch': words(
    'The key is on another curve than the algorithm needs.',
    'Take the key on the curve of the algorithm: P-256 for ES256, P-384 for ES384, P-521 for ES512.',
  ),
  'ec-point-invalid': words(
    'The key is no point of its curve.',
    'Refuse it: computing with such a point gives a private key away.',
  ),
  'jwk-missing-required': words('The JWK lacks a member that its type needs.', 'Copy the whole key.'),
  // values: name
  'jwk-use-mismatch': words(
    (v) => `“key_ops” of the key names ${shown(v, 'name')} twice.`,
    'Look whether another key was meant.',
  ),
  // values: kid, kty
  'jwk-private-in-jwks': words(
    (v) =>
      `The key set holds a ${v.kty === 'oct' ? 'shared secret' : 'private key'}${v.kid === '' ? '' : `, kid ${shown(v, 'kid')}`}.`,
    'Never publish such a set. If it has been published, take these keys out of use.',
  ),
  // values: kid
  'jwks-duplicate-kid': words(
    (v) => `Two keys of one type in the set have the kid ${shown(v, 'kid')}.`,
    'Give every key a kid of its own.',
  ),
  'jwks-no-matching-kid': words(
    'The set has no key with the kid of the token.',
    'Fetch the set again once: keys may have changed. Do not try all keys in silence.',
  ),
  'jwk-thumbprint-kid': words(
    '“kid” is the thumbprint of the key (RFC 7638), so it can be computed from the key.',
    'Nothing needs to be done.',
  ),
  'settings-no-alg-allowlist': words(
    'The algorithm was taken from the token, and none is expected.',
    'Say which algorithms you take: the verifier decides, not the token.',
  ),
  'settings-mixed-families': words(
    'The allowed algorithms name HS* beside such with key pairs.',
    'Keep the two apart: a public key could be taken for a secret.',
  ),
  'settings-no-aud': words(
    'The token has “aud”, and no audience is expected.',
    'Say who you are: a token for another service must not pass.',
  ),
  'settings-no-iss': words('The token has “iss”, and no issuer is expected.', 'Say whose tokens you take.'),
  // values: skew
  'settings-skew-large': words(
    (v) => `Clocks may differ by ${text(v, 'skew')} seconds.`,
    'A few minutes are enough: expired tokens live on for as long as this.',
  ),
  'settings-ignore-exp': words(
    'The look at “exp” is switched off.',
    'Switch it on again after looking at an old token: a verifier must refuse one that has expired.',
  ),
  'settings-typ-unchecked': words(
    'No “typ” is expected.',
    'Say which kind of token you take, where its issuer names it.',
  ),
  'verified-but-not-trusted': words(
    'The signature matches the key that the token itself brought: that proves possession, and not where the token comes from.',
    'Check it with a key that you have from the issuer by another way.',
  ),
} as const;
