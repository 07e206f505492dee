/** What can be said of a token before any key is looked at. Synchronous, and part of the page's first script. */
import { saySigned } from '../messages/compact-jws.ts';
import type { Opened } from '../opened.ts';
import { mayBeNested } from '../token/nested.ts';
import type { JwsObject, JwsSignature } from '../token/shapes.ts';
import type { JsonObject, Values, Verdict } from '../types.ts';
import { isObject, tokenKeyOf } from './token-key.ts';

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
  const { object } = opened;
  if (object?.type !== 'jws' || object.signatures.length !== 1) return early;
  const [only] = object.signatures;
  return (only && signatureBeforeKeys(only, runtime)) ?? early;
}

/** The same for one signature. */
export function signatureBeforeKeys(
  { verdict, alg }: JwsSignature,
  runtime: HasSubtle = globalThis.crypto,
): Verdict | undefined {
  if (verdict !== undefined && verdict.code !== 'signature-empty') return verdict;
  // `crypto.subtle` is absent where the page came over plain http; what JavaScript does goes on working.
  if (alg !== undefined && runtime.subtle === undefined && needsWebCrypto(alg)) {
    const values = { alg };
    const code = 'insecure-context';
    return { state: 'unsupported', code, message: saySigned(code, values), values };
  }
  return verdict;
}

/** What there is to say where no key was given: a verdict, or that the engine has to look further. */
export type WithoutKey =
  | { readonly next: 'verdict'; readonly verdict: Verdict }
  /** a key in the token is to be tried, there may be a token inside, or disclosures are to be compared */
  | { readonly next: 'engine' };

/** Steps 1 to 6 where no key was given, of anything but a JWE (`any-form-without-key.ts`). */
export function signedWithoutKey(
  opened: Opened,
  useTokenKey: boolean,
  runtime: HasSubtle = globalThis.crypto,
): WithoutKey {
  const { object } = opened;
  const hasMore =
    object?.type === 'jws' && (object.isSdJwt || mayBeNested(object.payload.content) || object.signatures.length > 1);
  if (hasMore) return { next: 'engine' };
  const early = verdictBeforeKeys(opened, runtime);
  if (early !== undefined) return { next: 'verdict', verdict: early };
  if (object?.type !== 'jws') return { next: 'engine' };
  const [signature] = object.signatures;
  if (signature === undefined || triesTokenKey(signature.header ?? {}, useTokenKey)) return { next: 'engine' };
  return { next: 'verdict', verdict: signatureWithoutKey(signature, object, false, runtime) };
}

/** Whether the key that the token brings is used: by the design of its kind, or because the person asks. */
export function triesTokenKey(header: JsonObject, useTokenKey: boolean): boolean {
  const tokenKey = tokenKeyOf(header);
  return tokenKey !== undefined && (tokenKey.kind !== undefined || useTokenKey);
}

/** `hasContent`: content was given for a payload that is elsewhere. */
export function signatureWithoutKey(
  signature: JwsSignature,
  object: JwsObject,
  hasContent: boolean,
  runtime: HasSubtle = globalThis.crypto,
): Verdict {
  const early = signatureBeforeKeys(signature, runtime);
  if (early !== undefined) return early;
  if (isDetached(object) && !hasContent) return unchecked('payload-detached', {});
  const tokenKey = tokenKeyOf(signature.header ?? {});
  if (tokenKey !== undefined) return unchecked('key-in-token-only', { member: tokenKey.member });
  const alg = signature.alg ?? '';
  return unchecked('key-missing', { alg, need: needsSecret(alg) ? 'secret' : 'public-key' });
}

export function unchecked(code: 'payload-detached' | 'key-in-token-only' | 'key-missing', values: Values): Verdict {
  return { state: 'unchecked', code, message: saySigned(code, values), values };
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

/** The payload is empty or left out: the content may be elsewhere (RFC 7515 appendix F). */
export function isDetached({ payload }: JwsObject): boolean {
  return payload.text === undefined || payload.text === '';
}

/** By its name, as `crypto/algorithms.ts` has it in a table, which is too large for the page's first script. */
export function needsSecret(alg: string): boolean {
  return /^HS(?:256|384|512)$/.test(alg);
}

/** Nothing else can do it. By its name, as above. */
export function needsWebCrypto(alg: string): boolean {
  return /^(?:[HRP]S|ES)(?:256|384|512)$/.test(alg);
}
