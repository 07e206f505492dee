/** What a key text becomes. Keys are JWKs from here on, whatever they were written as. */
import type { KeyProblemCode } from '../codes.ts';
import type { JsonObject, KeyReport, Values } from '../types.ts';

export type KeyType = 'oct' | 'RSA' | 'EC' | 'OKP' | 'AKP';

/** One key that can be used. */
export interface KeyMaterial {
  readonly kty: KeyType;
  readonly crv?: string;
  /** RSA: of the modulus; EC: of the field; oct: of the key; otherwise undefined */
  readonly bits?: number;
  readonly kid?: string;
  readonly alg?: string;
  readonly use?: string;
  readonly keyOps?: readonly string[];
  /** key members with `kid`, `alg` and `use`; for oct with `k` */
  readonly publicJwk: JsonObject;
  /** where the private half is known; RSA with all its primes and exponents; oct: the same as `publicJwk` */
  readonly privateJwk?: JsonObject;
  /** base64url SHA-256 of RFC 7638 */
  readonly thumbprint: string;
  readonly report: KeyReport;
}

export type SecretEncoding = 'utf8' | 'base64' | 'base64url' | 'hex';

/** One way to read a text as a secret; `report` is what to answer with where this reading was the one that counted. */
export interface SecretReading {
  readonly encoding: SecretEncoding;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly report: KeyReport;
}

export type ReadKey =
  /** a blank text where the encoding is left open: no key was given */
  | { readonly kind: 'blank'; readonly report: KeyReport }
  | {
      readonly kind: 'keys';
      readonly report: KeyReport;
      /** those that can be used, in the order of the text */
      readonly keys: readonly KeyMaterial[];
      /** whether a `kid` selects among them (JWK Set, several blocks) */
      readonly isSet: boolean;
    }
  /**
   * A text that is no other known thing, or one with a chosen encoding. Where the encoding is left open, the report has
   * the problem `not-a-key`: it is a secret only for who needs one.
   */
  | { readonly kind: 'secret'; readonly report: KeyReport; readonly readings: readonly SecretReading[] }
  | { readonly kind: 'unreadable'; readonly report: KeyReport };

/** What is wrong, before it is put into words. */
export interface KeyProblem {
  readonly code: KeyProblemCode;
  readonly values: Values;
  readonly member?: string;
  /** offset in the key's text */
  readonly at?: number;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: KeyProblem };

export type KeyNote = KeyReport['notes'][number];
