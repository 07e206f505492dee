/** All checks, and what each kind of them is about. */
import type { CryptoOptions } from '../crypto/answer.ts';
import { readCompact } from '../token/compact.ts';
import { isJsonObject } from '../token/json-kind.ts';
import type { Check, Expectations, Form, FoundToken, Json, Layer } from '../types.ts';
import { type CheckContext, runChecks } from './check.ts';
import { claimsChecksFor } from './claims-checks.ts';
import { DPOP_CHECKS, type DpopProof, isDpopProof, proofHeader } from './dpop.ts';
import { KEY_BINDING_CHECKS, type KeyBinding } from './key-binding.ts';
import { claimsSubjectOf } from './subject.ts';

export { nextMoment } from './moments.ts';

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
 * Compares the picked token with what the person expects of it: the claims of the innermost layer and the header over
 * them (RFC 7519 section 4.1), by the rules of a kind where its profile was chosen; a DPoP proof (RFC 9449 section 4.3)
 * with the request, the access token and its key; a key binding JWT (RFC 9901 section 7.3) with audience, nonce and
 * clock. Empty where there is no layer. Where a proof is given no access token, another token of the same paste that is
 * no proof counts as one. Of `now` whole seconds count, as clocks in tokens do. Changes no verdict. Never throws;
 * rejects only with the reason of `options.signal`.
 */
export async function checksOf(input: ChecksInput, options: CryptoOptions = {}): Promise<readonly Check[]> {
  options.signal?.throwIfAborted();
  const { expectations, layers } = input;
  const context: CheckContext = { expectations, now: Math.floor(input.now), options };
  const subject = claimsSubjectOf(layers);
  const proof = proofIn(input);
  const keyBinding = keyBindingIn(input);
  const entries = subject === undefined ? [] : claimsChecksFor(subject, expectations, proof !== undefined);
  return [
    ...(subject === undefined ? [] : await runChecks(entries, subject, context)),
    ...(proof === undefined ? [] : await runChecks(DPOP_CHECKS, proof, context)),
    ...(keyBinding === undefined ? [] : await runChecks(KEY_BINDING_CHECKS, keyBinding, context)),
  ];
}

function proofIn({ opened, layers, expectations }: ChecksInput): DpopProof | undefined {
  const header = proofHeader(layers, expectations);
  if (header === undefined) return undefined;
  const claims = layers[0]?.payload?.json;
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

/** Of the outermost layer that has one; an SD-JWT without one is told so. */
function keyBindingIn({ layers }: ChecksInput): KeyBinding | undefined {
  const bound = layers.find((layer) => layer.keyBinding !== undefined)?.keyBinding;
  if (bound !== undefined) return { claims: isJsonObject(bound.payload) ? bound.payload : {} };
  const isSdJwt = layers.some(({ disclosures }) => disclosures !== undefined);
  return isSdJwt ? { claims: undefined } : undefined;
}
