/** All checks, and what each kind of them is about. */
import type { CryptoOptions } from '../crypto/answer.ts';
import { readCompact } from '../token/compact.ts';
import { isJsonObject } from '../token/json-kind.ts';
import type { Check, Expectations, Form, FoundToken, Json, Layer } from '../types.ts';
import { type CheckContext, runChecks } from './check.ts';
import { DPOP_CHECKS, type DpopProof, isDpopProof } from './dpop.ts';
import { KEY_BINDING_CHECKS, type KeyBinding } from './key-binding.ts';

export interface ChecksInput {
  /** what `openText` answered */
  readonly opened: { readonly found: readonly FoundToken[]; readonly picked: FoundToken | undefined };
  /** outermost first */
  readonly layers: readonly Layer[];
  readonly expectations: Expectations;
  /** seconds since the epoch */
  readonly now: number;
}

/**
 * Compares the picked token with what the person expects of it: a DPoP proof (RFC 9449 section 4.3) with the request,
 * the access token and its key, a key binding JWT (RFC 9901 section 7.3) with audience, nonce and clock. Empty for any
 * other token. Where no access token is given, another token of the same paste that is no proof counts as one. Changes
 * no verdict. Never throws; rejects only with the reason of `options.signal`.
 */
export async function checksOf(input: ChecksInput, options: CryptoOptions = {}): Promise<readonly Check[]> {
  options.signal?.throwIfAborted();
  const { expectations, now } = input;
  const context: CheckContext = { expectations, now, options };
  const proof = proofIn(input);
  const keyBinding = keyBindingIn(input);
  return [
    ...(proof === undefined ? [] : await runChecks(DPOP_CHECKS, proof, context)),
    ...(keyBinding === undefined ? [] : await runChecks(KEY_BINDING_CHECKS, keyBinding, context)),
  ];
}

function proofIn({ opened, layers }: ChecksInput): DpopProof | undefined {
  const [outermost] = layers;
  const header = outermost?.header;
  if (outermost?.type !== 'jws' || !isDpopProof(header)) return undefined;
  const claims = outermost.payload?.json;
  return { header, claims: isJsonObject(claims) ? claims : undefined, others: otherTokens(opened) };
}

const COMPACT: ReadonlySet<Form> = new Set(['jws-compact', 'jwe-compact', 'sd-jwt']);

function otherTokens({ found, picked }: ChecksInput['opened']): DpopProof['others'] {
  return found
    .filter((one) => one !== picked && one.complete && COMPACT.has(one.form))
    .filter(({ text }) => !isDpopProof(headerIn(text)))
    .map(({ text }) => ({ text, from: 'paste' }));
}

function headerIn(text: string): Json | undefined {
  const { header } = readCompact(text.slice(0, text.indexOf('.') + 1));
  return header.kind === 'json' ? header.value : undefined;
}

/** Of the outermost layer that has one. An SD-JWT without one is told where a key binding is expected. */
function keyBindingIn({ layers, expectations }: ChecksInput): KeyBinding | undefined {
  const bound = layers.find((layer) => layer.keyBinding !== undefined)?.keyBinding;
  if (bound !== undefined) return { claims: isJsonObject(bound.payload) ? bound.payload : {} };
  const isSdJwt = layers.some(({ disclosures }) => disclosures !== undefined);
  return isSdJwt && expectations.keyBinding !== undefined ? { claims: undefined } : undefined;
}
