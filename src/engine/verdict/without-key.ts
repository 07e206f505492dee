/** What can be said of a token before any key is looked at. Synchronous, and part of the page's first script. */
import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import { say } from '../messages/verdict.ts';
import type { Opened } from '../open.ts';
import type { JsonObject, Values, Verdict } from '../types.ts';
import { isObject, type TokenKey, tokenKeyOf } from './token-key.ts';

/** What the verdict needs to know of the runtime. */
export interface HasSubtle {
  readonly subtle?: unknown;
}

/**
 * Steps 1 to 4 of the order within a layer: what the letters and the algorithm decide whatever the key is;
 * undefined where a key decides.
 */
export function verdictBeforeKeys(opened: Opened, runtime: HasSubtle = globalThis.crypto): Verdict | undefined {
  const early = opened.verdict;
  if (early !== undefined && early.code !== 'signature-empty') return early;
  const alg = opened.token?.alg;
  // `crypto.subtle` is absent where the page came over plain http; what JavaScript does goes on working.
  if (alg !== undefined && runtime.subtle === undefined && needsWebCrypto(alg))
    return { state: 'unsupported', code: 'insecure-context', ...said('insecure-context', { alg }) };
  return early;
}

/** What there is to say where no key was given: a verdict, or the token's own key is to be tried. */
export type WithoutKey =
  | { readonly next: 'verdict'; readonly verdict: Verdict }
  | { readonly next: 'try-token-key'; readonly tokenKey: TokenKey };

/** Steps 1 to 6 where no key was given. */
export function withoutKey(opened: Opened, useTokenKey: boolean, runtime: HasSubtle = globalThis.crypto): WithoutKey {
  const early = verdictBeforeKeys(opened, runtime);
  if (early !== undefined) return { next: 'verdict', verdict: early };
  const tokenKey = tokenKeyOf(headerOf(opened));
  if (tokenKey !== undefined && (tokenKey.kind !== undefined || useTokenKey))
    return { next: 'try-token-key', tokenKey };
  return { next: 'verdict', verdict: uncheckedWithoutKey(opened, tokenKey) };
}

function uncheckedWithoutKey(opened: Opened, tokenKey: TokenKey | undefined): Verdict {
  if (isDetached(opened)) return { state: 'unchecked', code: 'payload-detached', ...said('payload-detached', {}) };
  if (tokenKey !== undefined) {
    const values = { member: tokenKey.member };
    return { state: 'unchecked', code: 'key-in-token-only', ...said('key-in-token-only', values) };
  }
  const alg = opened.token?.alg ?? '';
  const values = { alg, need: needsSecret(alg) ? 'secret' : 'public-key' };
  return { state: 'unchecked', code: 'key-missing', ...said('key-missing', values) };
}

/** The JOSE Header of the picked token; empty where it is no object. */
export function headerOf(opened: Opened): JsonObject {
  const header = opened.layer?.header;
  return isObject(header) ? header : {};
}

/** The `kid` that the header names; one that is no string names nothing. */
export function kidNamedBy({ kid }: JsonObject): string | undefined {
  return typeof kid === 'string' ? kid : undefined;
}

/** The payload segment is empty: the content may be elsewhere (RFC 7515 appendix F). */
export function isDetached(opened: Opened): boolean {
  return opened.token?.segments[1]?.text === '';
}

export function needsSecret(alg: string): boolean {
  return isSignatureAlg(alg) && SIGNATURE_ALGORITHMS[alg].kty === 'oct';
}

function needsWebCrypto(alg: string): boolean {
  return isSignatureAlg(alg) && SIGNATURE_ALGORITHMS[alg].doneBy === 'webcrypto';
}

/** Message and values of a verdict. */
export function said(code: Parameters<typeof say>[0], values: Values): { message: string; values: Values } {
  return { message: say(code, values), values };
}
