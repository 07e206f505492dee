/** From a pasted text to everything that can be said without a key. Synchronous, so that a page can show it at once. */

import type { MalformedCode, UncheckedCode, UnsupportedCode } from './codes.ts';
import { say } from './messages.ts';
import { alignmentOf } from './text/alignment.ts';
import { findTokens } from './text/find.ts';
import { firstPart } from './text/token-form.ts';
import { readCompact, readPart } from './token/compact.ts';
import { readContent } from './token/content.ts';
import { isUnencodedPayload, shortened, unknownCritical } from './token/header-rules.ts';
import { readEnvelopeHeader } from './token/json-envelope.ts';
import { isJsonObject } from './token/json-kind.ts';
import { inOrder, isMalformed } from './token/problem-order.ts';
import { standingOf } from './token/registered-algs.ts';
import { headerProblems, problemOf } from './token/segment-problems.ts';
import type { Content, ReadToken, Segment } from './token/shapes.ts';
import type { Form, FoundToken, Json, JsonObject, Layer, Problem, Verdict } from './types.ts';

/** Characters of a token that is opened (8 MiB); a longer one is named with its length. */
export const LONGEST_TOKEN = 8 * 1024 * 1024;

export interface Opened {
  readonly text: string;
  readonly found: readonly FoundToken[];
  readonly picked: FoundToken | undefined;
  readonly form: Form;
  /** a compact JWS, and the issuer-signed JWT of an SD-JWT; undefined for other forms */
  readonly token: ReadToken | undefined;
  readonly layer: Omit<Layer, 'verdict'> | undefined;
  /** by steps 1 to 4 of 'Order within a layer', which need no key; undefined where the keys decide */
  readonly verdict: Verdict | undefined;
}

type OpenLayer = Omit<Layer, 'verdict'>;

/**
 * Finds the tokens in a text and reads the picked one. Spans of problems are in `text`. Never throws. `known`, what was
 * opened before, spares reading again the segments that did not change; the answer is the same.
 */
export function openText(text: string, pick = 0, known?: Opened): Opened {
  const found = findTokens(text);
  const picked = found[pick];
  if (picked === undefined) return nothingOpened(text, found);
  const opened = { text, found, picked, form: picked.form };
  if (picked.text.length > LONGEST_TOKEN) {
    const values = { length: picked.text.length, limit: LONGEST_TOKEN };
    return { ...opened, token: undefined, layer: undefined, verdict: unsupported('token-too-long', values) };
  }
  switch (picked.form) {
    case 'jws-compact':
    case 'sd-jwt':
      return { ...opened, ...openCompactJws(text, picked, known?.token) };
    case 'jwe-compact':
      return { ...opened, ...openCompactJwe(text, picked) };
    case 'jws-json':
    case 'jwe-json':
      return { ...opened, ...openEnvelope(picked) };
    case 'none':
      return nothingOpened(text, found);
  }
}

function nothingOpened(text: string, found: readonly FoundToken[]): Opened {
  const isBlank = found.length === 0 && /^[\s\u200b-\u200d\u00ad]*$/.test(text);
  const verdict =
    found.length > 0 || isBlank ? unchecked('no-token', {}) : malformed('no-token-found', { length: text.length });
  return { text, found, picked: undefined, form: 'none', token: undefined, layer: undefined, verdict };
}

type Reading = Pick<Opened, 'token' | 'layer' | 'verdict'>;

function openCompactJws(pasted: string, picked: FoundToken, known: ReadToken | undefined): Reading {
  const tilde = picked.form === 'sd-jwt' ? picked.text.indexOf('~') : -1;
  const token = readCompact(tilde < 0 ? picked.text : picked.text.slice(0, tilde), known);
  const layer = layerOfJws(token, inPasted(token.problems, picked, pasted));
  return { token, layer, verdict: verdictOfJws(token, layer, picked.form) };
}

function layerOfJws(token: ReadToken, problems: readonly Problem[]): OpenLayer {
  const payload = token.segments.find((segment) => segment.name === 'payload');
  return {
    type: 'jws',
    ...headerOf(token.header, token.segments[0]?.bytes),
    payload: payloadOf(token.payload, payload),
    problems,
  };
}

function headerOf(
  content: Content,
  bytes: Uint8Array | undefined,
): Pick<Layer, 'header' | 'headerText' | 'headerBytes'> {
  return {
    header: content.kind === 'json' ? content.value : undefined,
    ...(content.kind === 'json' ? { protectedHeader: content.value } : {}),
    ...(content.kind === 'json' || content.kind === 'text' ? { headerText: content.text } : {}),
    ...(bytes === undefined ? {} : { headerBytes: bytes }),
  };
}

function payloadOf(content: Content, segment: Segment | undefined): Layer['payload'] {
  if (segment?.bytes === undefined) return undefined;
  const bytes = segment.bytes;
  if (content.kind === 'json') return { bytes, text: content.text, json: content.value };
  return content.kind === 'text' ? { bytes, text: content.text } : { bytes };
}

function verdictOfJws(token: ReadToken, layer: OpenLayer, form: Form): Verdict | undefined {
  const wrong = verdictOfProblems(layer.problems);
  if (wrong !== undefined) return wrong;
  const { alg } = token;
  // Without problems the header is an object with `alg`; the compiler cannot know that.
  if (alg === undefined || !isJsonObject(layer.header)) return malformed('alg-missing', { found: 'absent' });
  if (alg === 'none') return { state: 'unsecured', code: 'alg-none', ...said('alg-none', {}) };
  const here = whatIsNotHere(alg, layer.header, form);
  if (here !== undefined) return here;
  const isEmpty = token.segments[2]?.text === '';
  return isEmpty ? { state: 'failed', code: 'signature-empty', ...said('signature-empty', {}) } : undefined;
}

function whatIsNotHere(alg: string, header: JsonObject, form: Form): Verdict | undefined {
  const critical = unknownCritical(header);
  if (critical !== undefined) return unsupported('crit-unknown', { name: shortened(critical) });
  const standing = standingOf(alg);
  if (standing.standing === 'prohibited') return unsupported('alg-prohibited', { alg });
  if (standing.standing === 'unknown') return unsupported('alg-unknown', { alg: shortened(alg), near: standing.near });
  if (form !== 'jws-compact' || isUnencodedPayload(header)) return unsupported('form-not-here', { form });
  return undefined;
}

/** The header of a JWE (RFC 7516 section 7.1); the rest is encrypted. */
function openCompactJwe(pasted: string, picked: FoundToken): Reading {
  const parts = picked.text.split('.');
  const text = firstPart(picked.text);
  const { bytes, whole, problems } = readPart('header', text, 0);
  const content = readContent(bytes);
  const segment: Segment = { name: 'header', start: 0, end: text.length, text, bytes, strict: problems.length === 0 };
  const all = inOrder([
    ...(parts.length === 5
      ? []
      : [problemOf('segment-count', 'envelope', { count: parts.length }, [0, picked.text.length])]),
    ...problems,
    ...problemsOfEncrypted(parts),
    ...(whole ? headerProblems(segment, content) : []),
  ]);
  const layer: OpenLayer = {
    ...{ type: 'jwe', ...headerOf(content, bytes), payload: undefined },
    problems: inPasted(all, picked, pasted),
  };
  return {
    token: undefined,
    layer,
    verdict: verdictOfProblems(layer.problems) ?? jweNotHere(layer.header, picked.form),
  };
}

function jweNotHere(header: Json | undefined, form: Form): Verdict {
  const critical = isJsonObject(header) ? unknownCritical(header) : undefined;
  return critical === undefined
    ? unsupported('form-not-here', { form })
    : unsupported('crit-unknown', { name: shortened(critical) });
}

const ENCRYPTED_PARTS = ['encrypted-key', 'iv', 'ciphertext', 'tag'] as const;

function problemsOfEncrypted(parts: readonly string[]): readonly Problem[] {
  let start = 0;
  return ENCRYPTED_PARTS.flatMap((name, index) => {
    start += (parts[index] ?? '').length + 1;
    const part = parts[index + 1];
    return part === undefined ? [] : readPart(name, part, start).problems;
  });
}

function openEnvelope(picked: FoundToken): Reading {
  const content = readContent(new TextEncoder().encode(picked.text));
  const envelope = content.kind === 'json' && isJsonObject(content.value) ? content.value : {};
  const type = picked.form === 'jwe-json' ? 'jwe' : 'jws';
  const layer: OpenLayer = { type, ...readEnvelopeHeader(envelope), payload: undefined, problems: [] };
  return { token: undefined, layer, verdict: unsupported('form-not-here', { form: picked.form }) };
}

function inPasted(problems: readonly Problem[], picked: FoundToken, pasted: string): readonly Problem[] {
  if (problems.length === 0) return problems;
  const alignment = alignmentOf(pasted, picked);
  return problems.map((problem) =>
    problem.span === undefined ? problem : { ...problem, span: alignment.toPasted(problem.span[0], problem.span[1]) },
  );
}

function verdictOfProblems(problems: readonly Problem[]): Verdict | undefined {
  const first = problems.find(isMalformed);
  return first && { state: 'malformed', code: first.code, message: first.message, values: first.values };
}

function said(code: Verdict['code'], values: Verdict['values']): Pick<Verdict, 'message' | 'values'> {
  return { message: say(code, values), values };
}

function malformed(code: MalformedCode, values: Verdict['values']): Verdict {
  return { state: 'malformed', code, ...said(code, values) };
}

function unchecked(code: UncheckedCode, values: Verdict['values']): Verdict {
  return { state: 'unchecked', code, ...said(code, values) };
}

function unsupported(code: UnsupportedCode, values: Verdict['values']): Verdict {
  return { state: 'unsupported', code, ...said(code, values) };
}
