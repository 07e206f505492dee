/** The form of a token case in the public vectors, and which kinds of cases there are. */
import type { Json } from '../types.ts';

/** One entry of a file of token cases. */
export interface PackEntry {
  readonly id: string;
  readonly kind: 'jws' | 'jwe' | 'thumbprint' | 'ecdh';
  readonly token: string | null;
  readonly key: string | null;
  readonly keyFormat: string;
  readonly expect: 'valid' | 'invalid' | 'acceptable';
  readonly alg: string;
  readonly flags?: readonly string[];
  readonly twinOf?: string;
  readonly detachedPayload?: string;
  readonly expectedPayload?: string;
  readonly expectedPayloadHex?: string;
  readonly expectedThumbprint?: string;
  readonly nested?: { readonly innerKey: string; readonly innerKeyFormat: string; readonly innerPayload: string };
  readonly sdClaims?: Json;
  readonly sd?: {
    readonly disclosures: number;
    readonly keyBinding: boolean;
    readonly kbAud?: string;
    readonly kbNonce?: string;
  };
  readonly dpop?: {
    readonly method: string;
    readonly url: string;
    readonly iat?: number;
    readonly accessToken?: string;
    readonly expectedJkt?: string;
    readonly failing?: string;
  };
}

/** The kinds that `inspect` answers. */
export const TOKEN_KINDS = [
  'jws-compact',
  'detached-no-content',
  'detached',
  'jws-json',
  'sd-jwt',
  'jwe-compact',
  'jwe-json',
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];
export type PackKind = TokenKind | 'thumbprint' | 'ecdh';

/** Each entry is of one kind, so the kinds together are all of them. */
export function packKindOf({ kind, token, flags, detachedPayload }: PackEntry): PackKind {
  if (kind === 'thumbprint' || kind === 'ecdh') return kind;
  const isJson = token?.startsWith('{') ?? false;
  if (kind === 'jwe') return isJson ? 'jwe-json' : 'jwe-compact';
  if (flags?.includes('sd-jwt') && (isJson || token?.includes('~'))) return 'sd-jwt';
  if (detachedPayload !== undefined) return 'detached';
  if (isJson) return 'jws-json';
  return token?.split('.')[1] === '' ? 'detached-no-content' : 'jws-compact';
}
