/** Disclosures and key binding of an SD-JWT whose issuer's signature has been judged (RFC 9901 section 7). */
import { say, saySdJwt } from '../messages/verdict.ts';
import { hashNameOf } from '../sd-jwt/digests.ts';
import type { DisclosureContent } from '../sd-jwt/disclosure.ts';
import type { SdFault } from '../sd-jwt/fault.ts';
import { type OpenedDisclosures, openDisclosures } from '../sd-jwt/open-disclosures.ts';
import { disclosureOf } from '../sd-jwt/process.ts';
import { compactSdJwt, readSdJwtHeaders } from '../sd-jwt/read.ts';
import { verdictOfProblems } from '../token/early-verdict.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import { inOrder } from '../token/problem-order.ts';
import type { JwsObject } from '../token/shapes.ts';
import type { Disclosure, Layer, Problem, Values, Verdict } from '../types.ts';
import type { LayerOptions } from './context.ts';
import { examineKeyBinding } from './examine-key-binding.ts';

/** The layer with its disclosures, processed payload and key binding; its verdict holds only where they do. */
export async function examineSdJwt(object: JwsObject, layer: Layer, options: LayerOptions): Promise<Layer> {
  const source = sourceOf(object);
  const payload = isJsonObject(layer.payload?.json) ? layer.payload.json : {};
  const opened = await openDisclosures(payload, source.disclosures, options);
  const processed = opened.done ? opened.processed.processedPayload : undefined;
  const faults = opened.done ? opened.processed.faults.map(problemOfFault) : [];
  const keyBinding =
    source.keyBinding === undefined
      ? undefined
      : await examineKeyBinding(
          {
            text: source.keyBinding,
            presentation: source.presentation,
            hash: hashNameOf(ownMember(payload, '_sd_alg')),
            claims: processed ?? payload,
          },
          options,
        );
  const problems = inOrder([...layer.problems, ...source.problems, ...faults]);
  return {
    ...layer,
    problems,
    disclosures: opened.done ? opened.processed.disclosures.map(disclosureOf) : unopened(source.disclosures, opened),
    ...(processed === undefined ? {} : { processedPayload: processed }),
    ...(keyBinding === undefined ? {} : { keyBinding }),
    verdict: verdictOn(layer.verdict, source.problems, opened, faults, keyBinding?.verdict),
  };
}

interface Source {
  readonly disclosures: readonly string[];
  readonly keyBinding: string | undefined;
  /** what `sd_hash` is over */
  readonly presentation: string;
  /** those that reading the token has not found */
  readonly problems: readonly Problem[];
}

function sourceOf({ serialization, parts, payload, signatures }: JwsObject): Source {
  const [first] = signatures;
  const issuerJwt = `${first?.protectedText ?? ''}.${payload.text ?? ''}.${first?.signatureText ?? ''}`;
  if (serialization === 'compact') {
    const disclosures = parts.filter(({ name }) => name === 'disclosure').map(({ text }) => text);
    const keyBinding = parts.find(({ name }) => name === 'key-binding')?.text;
    return { disclosures, keyBinding, presentation: compactSdJwt(issuerJwt, disclosures), problems: [] };
  }
  const header = readSdJwtHeaders(signatures.map(({ unprotectedHeader }) => unprotectedHeader));
  const { disclosures, keyBinding, problems } = header;
  return { disclosures, keyBinding, presentation: compactSdJwt(issuerJwt, disclosures), problems };
}

/** A good signature of the issuer is not enough; a signature that does not hold decides alone. */
function verdictOn(
  signature: Verdict,
  problems: readonly Problem[],
  opened: OpenedDisclosures,
  faults: readonly Problem[],
  keyBinding: Verdict | undefined,
): Verdict {
  const wrong = verdictOfProblems(problems);
  if (wrong !== undefined && signature.state !== 'malformed') return wrong;
  if (signature.state !== 'verified') return signature;
  if (!opened.done) return notOpened(opened);
  const [fault] = faults;
  if (fault !== undefined && isDisclosureFault(fault.code))
    return { state: 'failed', code: fault.code, message: fault.message, values: fault.values };
  if (keyBinding !== undefined && keyBinding.state !== 'verified') return keyBinding;
  return withDisclosures(signature, opened.processed.disclosures.length, keyBinding !== undefined);
}

/** A good signature, and what else was found to hold. */
function withDisclosures(signature: Verdict, disclosures: number, isBound: boolean): Verdict {
  const values = { disclosures, isBound };
  return {
    ...signature,
    message: `${signature.message} ${saySdJwt(values)}`,
    values: { ...signature.values, ...values },
  };
}

function isDisclosureFault(code: Problem['code']): code is SdFault['code'] {
  return code.startsWith('disclosure-') || code === 'sd-claims-invalid';
}

function notOpened({ code, hash }: Extract<OpenedDisclosures, { done: false }>): Verdict {
  const known = code === 'hash-unknown' ? 'sd-alg-unknown' : 'not-loaded';
  const values = { alg: hash, encrypted: false };
  return { state: 'unsupported', code: known, message: say(known, values), values };
}

/** What can be read of disclosures whose digests could not be computed. */
function unopened(
  texts: readonly string[],
  { contents }: Extract<OpenedDisclosures, { done: false }>,
): readonly Disclosure[] {
  return texts.map((text, index) => unopenedOne(text, contents[index]));
}

function unopenedOne(text: string, content: DisclosureContent | undefined): Disclosure {
  if (content?.ok !== true) return { text, digest: '', state: 'malformed' };
  const name = content.kind === 'object-property' ? { name: content.name } : {};
  return { text, digest: '', salt: content.salt, ...name, value: content.value, state: 'unreferenced' };
}

function problemOfFault(fault: SdFault): Problem {
  const values = valuesOf(fault);
  return { code: fault.code, message: say(fault.code, values), values, part: 'disclosure' };
}

function valuesOf(fault: SdFault): Values {
  return {
    reason: fault.reason,
    ...('disclosure' in fault ? { index: fault.disclosure + 1 } : {}),
    ...('pointer' in fault ? { pointer: fault.pointer } : {}),
    ...('name' in fault ? { name: fault.name } : {}),
  };
}
