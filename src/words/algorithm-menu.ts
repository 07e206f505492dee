/** Groups of the algorithm menus. Names of algorithms are those of the registry and need no translation. */
export const ALGORITHM_GROUPS = [
  { words: 'HMAC, a shared secret', algs: ['HS256', 'HS384', 'HS512'] },
  { words: 'RSA', algs: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] },
  { words: 'Elliptic curves', algs: ['ES256', 'ES384', 'ES512', 'ES256K'] },
  { words: 'Edwards curves', algs: ['EdDSA', 'Ed25519', 'Ed448'] },
  { words: 'Safe from quantum computers', algs: ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] },
] as const;

/** The same for what opens an encrypted token. */
export const KEY_ALGORITHM_GROUPS = [
  { words: 'RSA', algs: ['RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'] },
  { words: 'Key agreement', algs: ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'] },
  { words: 'A shared secret', algs: ['dir', 'A128KW', 'A192KW', 'A256KW', 'A128GCMKW', 'A192GCMKW', 'A256GCMKW'] },
  { words: 'A password', algs: ['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW'] },
] as const;

export const ALGORITHM_MENU = {
  name: 'Algorithm',
  none: 'none',
  noneNote: 'unsecured: anyone can write it',
  generateFor: (alg: string) => `Generate a fitting key for ${alg}`,
  generateName: 'What to generate',
  rsaSize: (bits: number) => `${bits} bit`,
  thisToken: (alg: string) => `For this token, ${alg}`,
} as const;

/** The two menus of an encrypted token. */
export const SEAL_MENUS = {
  alg: 'Key management',
  enc: 'Content encryption',
  algByKey: 'Key management that the key can do',
  encByKey: 'Content encryption that the key can do',
  algName: (alg: string | undefined) => (alg === undefined ? 'Set the algorithm' : `Algorithm ${alg}, change it`),
  encName: (enc: string | undefined) =>
    enc === undefined ? 'Set the content encryption' : `Content encryption ${enc}, change it`,
  generateFor: (alg: string) => `Generate a fitting key for ${alg}`,
  draft: ', from a draft',
  nothing: 'The key in the box cannot encrypt.',
} as const;
