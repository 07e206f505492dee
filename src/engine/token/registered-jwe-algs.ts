/** Where the `alg` and `enc` of a JWE stand: the names of IANA's registry, as in `registered-algs.ts`. */
import { nearIn } from './registered-algs.ts';

/** RFC 7518 section 4.1. */
const KEY_MANAGEMENT_ALGS: ReadonlySet<string> = new Set([
  ...['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512', 'dir'],
  ...['A128KW', 'A192KW', 'A256KW', 'A128GCMKW', 'A192GCMKW', 'A256GCMKW'],
  ...['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'],
  ...['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW'],
]);

/** RFC 7518 section 5.1, and the two of draft-amringer-jose-chacha, which are known by name and not registered. */
const CONTENT_ENCRYPTIONS: ReadonlySet<string> = new Set([
  ...['A128GCM', 'A192GCM', 'A256GCM', 'A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512', 'C20P', 'XC20P'],
]);

export type NameStanding =
  | { readonly known: true }
  /** `near` is the known name that differs in the case of letters or in blanks around it only, otherwise '' */
  | { readonly known: false; readonly near: string };

/** Of the `alg` of a JWE. */
export function keyManagementStanding(alg: string): NameStanding {
  return KEY_MANAGEMENT_ALGS.has(alg) ? { known: true } : { known: false, near: nearIn(KEY_MANAGEMENT_ALGS, alg) };
}

export function contentEncryptionStanding(enc: string): NameStanding {
  return CONTENT_ENCRYPTIONS.has(enc) ? { known: true } : { known: false, near: nearIn(CONTENT_ENCRYPTIONS, enc) };
}
