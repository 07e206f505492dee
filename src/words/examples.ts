/** Titles and notes of the examples, by id. */

interface ExampleWords {
  readonly title: string;
  readonly note: string;
}

const SECRET = 'a shared secret signs and checks';
const PAIR = 'a private key signs, its public half checks';

export const EXAMPLE_WORDS = {
  hs256: { title: 'HS256', note: SECRET },
  hs384: { title: 'HS384', note: SECRET },
  hs512: { title: 'HS512', note: SECRET },
  rs256: { title: 'RS256', note: `RSA: ${PAIR}` },
  rs384: { title: 'RS384', note: `RSA: ${PAIR}` },
  rs512: { title: 'RS512', note: `RSA: ${PAIR}` },
  ps256: { title: 'PS256', note: 'RSA with PSS padding' },
  ps384: { title: 'PS384', note: 'RSA with PSS padding' },
  ps512: { title: 'PS512', note: 'RSA with PSS padding' },
  es256: { title: 'ES256', note: 'elliptic curve P-256' },
  es384: { title: 'ES384', note: 'elliptic curve P-384' },
  es512: { title: 'ES512', note: 'elliptic curve P-521' },
  es256k: { title: 'ES256K', note: 'elliptic curve secp256k1' },
  eddsa: { title: 'EdDSA', note: 'Ed25519 under its older name' },
  ed25519: { title: 'Ed25519', note: 'Edwards curve 25519' },
  ed448: { title: 'Ed448', note: 'Edwards curve 448' },
  'ml-dsa-44': { title: 'ML-DSA-44', note: 'lattices: a signature of 2,420 bytes' },
  'ml-dsa-65': { title: 'ML-DSA-65', note: 'lattices: a signature of 3,309 bytes' },
  'ml-dsa-87': { title: 'ML-DSA-87', note: 'lattices: a signature of 4,627 bytes' },
  encrypted: { title: 'Encrypted', note: 'RSA-OAEP-256: only the private key opens it' },
  'key-agreement': { title: 'Encrypted by key agreement', note: 'ECDH-ES on P-256, made for one reader' },
  password: { title: 'Encrypted with a password', note: 'PBES2 with only 10,000 rounds, to open at once' },
  nested: { title: 'Nested', note: 'signed, then encrypted; both keys are in the box' },
  'two-signatures': { title: 'Two signatures', note: 'general JSON: RS256 and ES256 over the same claims' },
  detached: { title: 'Detached content', note: 'the token leaves out what it signs' },
  'sd-jwt': { title: 'SD-JWT with key binding', note: 'some claims shown, some hidden, for one verifier' },
  dpop: { title: 'DPoP proof', note: 'a client shows that it holds a key' },
  expired: { title: 'Expired', note: 'the signature holds, the time is over' },
  tampered: { title: 'Tampered', note: 'a role was added after signing' },
  unsecured: { title: 'Unsecured', note: 'alg none: no signature at all' },
  'wrong-key': { title: 'Wrong key', note: 'another key of the same kind signed it' },
  'key-confusion': { title: 'Key confusion', note: 'a public key used as a shared secret' },
  'changed-ciphertext': { title: 'Changed ciphertext', note: 'one bit of an encrypted token was flipped' },
  'foreign-disclosure': { title: 'Foreign disclosure', note: 'an SD-JWT with a claim that its issuer never signed' },
} as const satisfies Readonly<Record<string, ExampleWords>>;

export const EXAMPLE_GROUPS = {
  mishaps: 'What goes wrong',
  objects: 'Encrypted, nested and other forms',
  algorithms: 'Signed, one for each algorithm',
} as const;
