/** The key binding JWT (RFC 9901 sections 4.3 and 7.3). Its signature is checked where the keys are. */

import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import type { CryptoOptions } from '../crypto/answer.ts';
import { readCompact } from '../token/compact.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import { isMalformed } from '../token/problem-order.ts';
import type { Content, ReadToken } from '../token/shapes.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Json, JsonObject } from '../types.ts';
import { digestOfText } from './digests.ts';

export interface ReadKeyBinding {
  readonly token: ReadToken;
  /** undefined where the segment holds no JSON object */
  readonly header: JsonObject | undefined;
  readonly payload: JsonObject | undefined;
  /** what the signature is over, and the signature; undefined where it is not base64url by the letter */
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array | undefined;
}

/** Reads a key binding JWT as far as it goes. Never throws. */
export function readKeyBinding(text: string): ReadKeyBinding {
  const token = readCompact(text);
  const signature = token.segments[2];
  return {
    token,
    header: objectOf(token.header),
    payload: objectOf(token.payload),
    signingInput: encodeUtf8(text.slice(0, Math.max(0, text.lastIndexOf('.')))),
    signature: signature?.strict ? signature.bytes : undefined,
  };
}

function objectOf(content: Content): JsonObject | undefined {
  return content.kind === 'json' && isJsonObject(content.value) ? content.value : undefined;
}

/** What `sd_hash` is over (section 4.3.1): everything up to and including the `~` before the key binding JWT. */
export function sdHashInput(text: string): string {
  return text.slice(0, text.lastIndexOf('~') + 1);
}

/**
 * The `sd_hash` that a key binding JWT for this presentation must have: base64url, by the hash of the disclosures
 * (`hashNameOf`). `text` is a compact SD-JWT with or without key binding; for a JSON serialization that which
 * `compactSdJwt` makes of its first signature. Undefined where the hash is unknown or its code did not arrive.
 */
export function expectedSdHash(text: string, hash: string, options: CryptoOptions = {}): Promise<string | undefined> {
  return digestOfText(hash, sdHashInput(text), options);
}

/** How the token names the holder's key (section 4.1.2, RFC 7800 section 3). */
export type HolderKey =
  | { readonly kind: 'jwk'; readonly jwk: JsonObject }
  /** `cnf` names a key by other members (`kid`, `jku`, `x5t#S256` …), which no key can be had from */
  | { readonly kind: 'named'; readonly by: readonly string[] }
  | { readonly kind: 'none' };

/** The key that the key binding JWT must be checked with, of the processed payload. */
export function holderKeyOf(processedPayload: JsonObject): HolderKey {
  const cnf = ownMember(processedPayload, 'cnf');
  if (!isJsonObject(cnf)) return { kind: 'none' };
  const jwk = ownMember(cnf, 'jwk');
  if (isJsonObject(jwk)) return { kind: 'jwk', jwk };
  const by = Object.keys(cnf).filter((name) => name !== 'jwk');
  return by.length === 0 ? { kind: 'none' } : { kind: 'named', by };
}

/** `name`: of the claim that is missing or of another kind than it must be. */
export type KeyBindingFault =
  | { readonly reason: 'form' | 'typ' | 'alg' | 'sd-hash' }
  | { readonly reason: 'claims'; readonly name: 'iat' | 'aud' | 'nonce' | 'sd_hash' };

const CLAIMS = [
  { name: 'iat', isRight: (value: Json | undefined) => typeof value === 'number' },
  { name: 'aud', isRight: (value: Json | undefined) => typeof value === 'string' },
  { name: 'nonce', isRight: (value: Json | undefined) => typeof value === 'string' },
  { name: 'sd_hash', isRight: (value: Json | undefined) => typeof value === 'string' },
] as const;

/**
 * The rules of sections 4.3 and 7.3 that a key binding JWT breaks, besides its signature; none where it may count.
 * Whether `aud` and `nonce` are those of this transaction, and `iat` is recent, is for the checks to say.
 */
export function keyBindingFaults(keyBinding: ReadKeyBinding, sdHash: string): readonly KeyBindingFault[] {
  const { token, header, payload } = keyBinding;
  const faults: KeyBindingFault[] = [];
  if (header === undefined || payload === undefined || token.problems.some(isMalformed))
    faults.push({ reason: 'form' });
  if (header !== undefined && ownMember(header, 'typ') !== 'kb+jwt') faults.push({ reason: 'typ' });
  if (header !== undefined && !isDigitalSignature(ownMember(header, 'alg'))) faults.push({ reason: 'alg' });
  if (payload === undefined) return faults;
  for (const { name, isRight } of CLAIMS) {
    if (!isRight(ownMember(payload, name))) faults.push({ reason: 'claims', name });
  }
  const claimed = ownMember(payload, 'sd_hash');
  if (typeof claimed === 'string' && claimed !== sdHash) faults.push({ reason: 'sd-hash' });
  return faults;
}

/** Never `none`; and no MAC, whose secret would stand in `cnf` for everyone to read. An unknown name is not judged here. */
function isDigitalSignature(alg: Json | undefined): boolean {
  if (typeof alg !== 'string' || alg === 'none') return false;
  return !isSignatureAlg(alg) || SIGNATURE_ALGORITHMS[alg].kty !== 'oct';
}
