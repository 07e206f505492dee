/** Findings about `alg` and the signature. */
import { text } from '../sentence.ts';
import { shown, words } from './words.ts';

const ALLOW_LIST = 'Let the verifier keep a list of the algorithms it takes, and compare names exactly.';

export const ALGORITHM_WORDS = {
  'alg-missing': words('The header has no “alg”.', 'Let the issuer name the algorithm: the parameter is required.'),
  'alg-not-string': words(
    '“alg” is no string.',
    'Refuse it. A verifier that compares loosely may take another type for a name.',
  ),
  'alg-none': words(
    'The token is unsecured: anyone can write one like it.',
    'Refuse it, unless something else protects it on its whole way. A draft of the JOSE working group takes “none” away.',
  ),
  // values: alg
  'alg-none-casing': words(
    (v) => `“alg” is ${shown(v, 'alg')}: the name “none” in other letters.`,
    `Refuse it: such spellings are made to pass a list of forbidden names. ${ALLOW_LIST}`,
  ),
  'alg-none-with-signature': words(
    'The token is unsecured by its “alg”, and has a signature.',
    'Refuse it: an unsecured token ends with an empty signature.',
  ),
  // values: alg, near
  'alg-casing': words(
    (v) => `“alg” is ${shown(v, 'alg')}; the registered name is “${text(v, 'near')}”, and names are case-sensitive.`,
    'Let the issuer write the name exactly.',
  ),
  // values: alg
  'alg-unknown': words(
    (v) => `“alg” is ${shown(v, 'alg')}, which is no registered name.`,
    'A verifier must know it and have it on its list. Ask the issuer what it stands for.',
  ),
  // values: alg
  'alg-prohibited': words(
    (v) => `${shown(v, 'alg')} must not be used in JOSE.`,
    'Let the issuer use an algorithm that is not prohibited: its hash is broken, or it does not authenticate.',
  ),
  'alg-eddsa-polymorphic': words(
    '“EdDSA” does not say which curve; RFC 9864 deprecates it.',
    'Prefer the names Ed25519 and Ed448 where both sides know them.',
  ),
  // values: alg
  'alg-rsa-pkcs1': words(
    (v) => `${text(v, 'alg')} is sound, and its padding is old.`,
    'Nothing needs to change. New systems do well with PS256, ES256 or Ed25519; FAPI 2.0 takes no other.',
  ),
  'alg-es256k': words(
    'ES256K uses the curve secp256k1, which no WebCrypto has.',
    'Use it only where an ecosystem asks for it.',
  ),
  // values: alg, reason ('key-parameter' | 'audience'), name
  'alg-hs-for-multi-party': words(
    (v) =>
      v.reason === 'audience'
        ? `${text(v, 'alg')} is made with a shared secret, and issuer and audience are on different hosts.`
        : `${text(v, 'alg')} is made with a shared secret, yet the header has ${shown(v, 'name')}, which is about public keys.`,
    'Use a signature with a key pair where others verify: everyone who shares the secret can issue tokens too.',
  ),
  // values: alg, allowed
  'alg-not-allowed': words(
    (v) => `“alg” is ${shown(v, 'alg')}; allowed here: ${text(v, 'allowed')}.`,
    'Refuse the token. The verifier decides which algorithms it takes, never the token.',
  ),
  // values: alg, bytes, need
  'sig-length-mismatch': words(
    (v) => `The signature has ${text(v, 'bytes')} bytes; ${text(v, 'alg')} makes ${text(v, 'need')}.`,
    'Copy the token again; a part of the signature is lost, or another algorithm made it.',
  ),
  // values: alg
  'sig-ecdsa-der': words(
    (v) =>
      `The signature is ASN.1 DER, as OpenSSL writes it; ${text(v, 'alg')} in JOSE is r and s one after the other.`,
    'Let the issuer convert it to the form of RFC 7518 section 3.4.',
  ),
  // values: alg
  'sig-ecdsa-zero': words(
    (v) => `In the ${text(v, 'alg')} signature r or s is zero.`,
    'Refuse it. Some Java versions took such a signature for every content (CVE-2022-21449); update them.',
  ),
  'sig-header-or-payload-edited': words(
    'As it came in, this token verified with this key; it was changed since.',
    'A signature is over the exact characters of header and payload, so that any change breaks it. Undo the edit, or sign the token again with its key.',
  ),
  'sig-all-zero-or-constant': words(
    'All bytes of the signature are the same.',
    'It is a placeholder, or somebody wrote it over. No algorithm makes such a signature.',
  ),
} as const;
