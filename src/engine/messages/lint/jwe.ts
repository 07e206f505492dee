/** Findings about encrypted tokens. */
import { text } from '../sentence.ts';
import { words } from './words.ts';

export const JWE_WORDS = {
  // values: open (boolean), shared (boolean)
  'jwe-not-signed': words(
    (v) =>
      v.open === true
        ? 'What was encrypted is not signed.'
        : 'Encryption alone does not say who made a token; whether there is a signature inside shows when it is opened.',
    (v) =>
      v.shared === true
        ? 'Everyone who shares the key can make such a token. Sign first and encrypt then, where that matters.'
        : 'Everyone who has the public key can make such a token. Sign first and encrypt then.',
  ),
  'jwe-rsa1_5': words(
    'The key is encrypted by RSA1_5, whose padding can be used to find it out, question by question.',
    'Use RSA-OAEP-256 or ECDH-ES. A draft of the JOSE working group takes RSA1_5 away.',
  ),
  'jwe-rsa-oaep-sha1': words(
    'RSA-OAEP hashes with SHA-1. That is no weakness here.',
    'Prefer RSA-OAEP-256 in new systems.',
  ),
  'jwe-dir': words(
    'With “dir” the shared key itself must have the length that “enc” needs, and there is no encrypted key.',
    'Look which key was meant, and let the issuer leave the second part empty.',
  ),
  'jwe-dir-gcm-reuse': words(
    'With “dir” and AES GCM one key encrypts every token, each with a random IV.',
    'Change the key long before 2^32 tokens, or let each token have a key of its own (A256GCMKW).',
  ),
  // values: rounds
  'jwe-p2c-high': words(
    (v) => `“p2c” asks for ${text(v, 'rounds')} rounds of PBKDF2 before anything is known of the token.`,
    'Set a limit: such a number keeps a server busy with every token that is sent.',
  ),
  // values: rounds, need
  'jwe-p2c-low': words(
    (v) => `“p2c” asks for ${text(v, 'rounds')} rounds of PBKDF2; ${text(v, 'need')} are advised.`,
    'Raise it: few rounds let a password be tried quickly.',
  ),
  // values: bytes
  'jwe-p2s-short': words(
    (v) => `The salt “p2s” has ${text(v, 'bytes')} bytes; at least 8 are needed.`,
    'Let the issuer use 16 random bytes.',
  ),
  'jwe-zip': words(
    'The content was compressed before it was encrypted.',
    'Leave compression out: the length tells something of the content, and a small token can grow without bound when it is opened.',
  ),
  'jwe-zip-not-deflate': words(
    'The content is not compressed in the way that “zip” says.',
    'Let the issuer write raw DEFLATE (RFC 1951), or leave “zip” out.',
  ),
  // values: name, bytes, need, enc
  'jwe-iv-tag-length': words(
    (v) => `The ${text(v, 'name')} has ${text(v, 'bytes')} bytes; ${text(v, 'enc')} needs ${text(v, 'need')}.`,
    (v) =>
      v.name === 'initialization vector' && v.bytes === 16
        ? 'Let the issuer use 12 bytes; python-jose is known to write 16.'
        : 'Refuse it. An authentication tag that is cut short can be guessed.',
  ),
  // values: member
  'jwe-epk-invalid': words(
    '“epk” holds a private member.',
    'Refuse it. The ephemeral key is a public JWK on the curve of the recipient; anything else may be an attack on the private key.',
  ),
  'jwe-enc-missing': words('The header has no “enc”.', 'Let the issuer name the content encryption.'),
  // values: enc
  'jwe-cbc': words(
    (v) => `${text(v, 'enc')} is sound where the tag is checked before anything is decrypted.`,
    'Prefer AES GCM where you can choose.',
  ),
} as const;
