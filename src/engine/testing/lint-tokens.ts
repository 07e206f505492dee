/** Tokens and texts for the rules of `lint/`; none of their signatures was made with a key. */
import { inspect } from '../index.ts';
import { meaningOf } from '../meaning.ts';
import { openText } from '../open.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Check, Finding, InspectInput } from '../types.ts';

/** 2026-11-24T12:00:00Z */
export const NOW = 1_795_521_600;

/** A text, or a text with keys, expectations and a clock; with checks in place of those that the engine makes. */
export type LintCase =
  | string
  | (InspectInput & { readonly checks?: readonly Check[]; readonly verifiedBefore?: boolean });

export async function findingsOf(given: LintCase): Promise<readonly Finding[]> {
  const { checks, verifiedBefore, ...input } = typeof given === 'string' ? { text: given } : given;
  const inspection = await inspect({ now: NOW, ...input });
  if (checks === undefined && verifiedBefore === undefined) return inspection.findings;
  const { layers, keys } = inspection;
  const { text, expectations = {}, keys: inputs = [], now = NOW } = input;
  const keyTexts = inputs.map((key) => key.text);
  const beside = { checks: checks ?? inspection.checks, keyTexts, verifiedBefore: verifiedBefore ?? false };
  return meaningOf({ opened: openText(text), layers, keys, expectations, now, ...beside }).findings;
}

const SIGNATURE_BYTES: Readonly<Record<string, number>> = {
  ...{ HS256: 32, HS384: 48, HS512: 64, ES256: 64, ES384: 96, ES512: 132, ES256K: 64, EdDSA: 64, Ed25519: 64 },
  ...{ Ed448: 114, 'ML-DSA-44': 2420, 'ML-DSA-65': 3309, 'ML-DSA-87': 4627, none: 0 },
};

/** JSON as it stands where a text is given, bytes as they are. */
export function segment(content: unknown): string {
  if (content instanceof Uint8Array) return encodeBase64url(content);
  return encodeBase64url(encodeUtf8(typeof content === 'string' ? content : JSON.stringify(content)));
}

/** A compact JWS with a signature of the length that its `alg` has. */
export function jws(header: unknown, payload: unknown = {}, signature?: string): string {
  return `${segment(header)}.${segment(payload)}.${signature ?? someSignature(algIn(header))}`;
}

/** A compact JWE of parts with the lengths of A256GCM; nothing can open it. */
export function jwe(
  header: Record<string, unknown>,
  parts: Partial<Record<'key' | 'iv' | 'tag', number>> = {},
): string {
  const isDirect = header.alg === 'dir' || header.alg === 'ECDH-ES';
  const bytes = [parts.key ?? (isDirect ? 0 : 256), parts.iv ?? 12, 40, parts.tag ?? 16];
  return [segment(header), ...bytes.map((length) => encodeBase64url(someBytes(length)))].join('.');
}

export function someSignature(alg: string): string {
  return encodeBase64url(someBytes(SIGNATURE_BYTES[alg] ?? 256));
}

/** The same bytes each time, that look like no pattern. */
export function someBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 151 + (index >> 3) * 89 + 37) & 255);
}

function algIn(header: unknown): string {
  const alg = typeof header === 'object' && header !== null && 'alg' in header ? header.alg : undefined;
  return typeof alg === 'string' ? alg : 'RS256';
}
