/** Groups of the algorithm menus. Names of algorithms are those of the registry and need no translation. */
export const ALGORITHM_GROUPS = [
  { words: 'HMAC, a shared secret', algs: ['HS256', 'HS384', 'HS512'] },
  { words: 'RSA', algs: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] },
  { words: 'Elliptic curves', algs: ['ES256', 'ES384', 'ES512', 'ES256K'] },
  { words: 'Edwards curves', algs: ['EdDSA', 'Ed25519', 'Ed448'] },
  { words: 'Safe from quantum computers', algs: ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] },
] as const;

export const ALGORITHM_MENU = {
  name: 'Algorithm',
  none: 'none',
  noneNote: 'unsecured: anyone can write it',
  generateFor: (alg: string) => `Generate a fitting key for ${alg}`,
  generateName: 'What to generate',
  rsaSize: (bits: number) => `${bits} bit`,
  thisToken: (alg: string) => `For this token, ${alg}`,
  other: 'Another algorithm',
} as const;
