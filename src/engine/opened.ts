/** What is said of a pasted text without a key, and the way to it that all forms share. */
import { saySigned } from './messages/compact-jws.ts';
import { alignmentOf } from './text/alignment.ts';
import { findTokens } from './text/find.ts';
import { malformed, unsupported } from './token/early-verdict.ts';
import type { Content, JoseObject, JwsPayload, ReadToken } from './token/shapes.ts';
import type { Form, FoundToken, Layer, Problem, Verdict } from './types.ts';

/** Characters of a token that is opened (8 MiB); a longer one is named with its length. */
export const LONGEST_TOKEN = 8 * 1024 * 1024;

/** What was read of a picked token. */
export interface Reading {
  /** a compact JWS, and the issuer-signed JWT of an SD-JWT; undefined for other forms */
  readonly token: ReadToken | undefined;
  /** the picked token in any form; undefined where there is none, too long a one, or one that was not read */
  readonly object: JoseObject | undefined;
  readonly layer: Omit<Layer, 'verdict'> | undefined;
  /** by steps 1 to 4 of 'Order within a layer', which need no key; undefined where the keys decide */
  readonly verdict: Verdict | undefined;
}

export interface Opened extends Reading {
  readonly text: string;
  readonly found: readonly FoundToken[];
  readonly picked: FoundToken | undefined;
  readonly form: Form;
}

/** Nothing was read, and nothing is said of it. */
export const NOT_READ: Reading = { token: undefined, object: undefined, layer: undefined, verdict: undefined };

/** Reads a token of a text; undefined where it is none. `known`, a compact JWS that was read before, spares reading again what did not change. */
export type ReadPicked = (pasted: string, picked: FoundToken, known: ReadToken | undefined) => Reading | undefined;

/** Finds the tokens in a text and has the picked one read. Never throws. */
export function openBy(read: ReadPicked, text: string, pick: number, known: Opened | undefined): Opened {
  const found = findTokens(text);
  const picked = found[pick];
  if (picked === undefined) return nothingOpened(text, found);
  const opened = { text, found, picked, form: picked.form };
  if (picked.text.length > LONGEST_TOKEN) {
    const values = { length: picked.text.length, limit: LONGEST_TOKEN };
    return { ...opened, ...NOT_READ, verdict: unsupported('token-too-long', values) };
  }
  const reading = read(text, picked, known?.token);
  return reading === undefined ? nothingOpened(text, found) : { ...opened, ...reading };
}

function nothingOpened(text: string, found: readonly FoundToken[]): Opened {
  const isBlank = found.length === 0 && /^[\s\u200b-\u200d\u00ad]*$/.test(text);
  const verdict: Verdict =
    found.length > 0 || isBlank
      ? { state: 'unchecked', code: 'no-token', message: saySigned('no-token'), values: {} }
      : malformed('no-token-found', { length: text.length });
  return { text, found, picked: undefined, form: 'none', ...NOT_READ, verdict };
}

export function headerTexts(
  content: Content,
  bytes: Uint8Array | undefined,
): Pick<Layer, 'header' | 'protectedHeader' | 'headerText' | 'headerBytes'> {
  return {
    header: content.kind === 'json' ? content.value : undefined,
    ...(content.kind === 'json' ? { protectedHeader: content.value } : {}),
    ...(content.kind === 'json' || content.kind === 'text' ? { headerText: content.text } : {}),
    ...(bytes === undefined ? {} : { headerBytes: bytes }),
  };
}

/** Undefined where nothing can be read, or the content is elsewhere. */
export function layerPayload({ bytes, content }: JwsPayload): Layer['payload'] {
  return bytes && contentOf(bytes, content);
}

/** Bytes with what they say. */
export function contentOf(bytes: Uint8Array, content: Content): NonNullable<Layer['payload']> {
  if (content.kind === 'json') return { bytes, text: content.text, json: content.value };
  return content.kind === 'text' ? { bytes, text: content.text } : { bytes };
}

/** With spans in the text that was pasted. */
export function inPasted(problems: readonly Problem[], picked: FoundToken, pasted: string): readonly Problem[] {
  if (problems.length === 0) return problems;
  const alignment = alignmentOf(pasted, picked);
  return problems.map((problem) =>
    problem.span === undefined ? problem : { ...problem, span: alignment.toPasted(problem.span[0], problem.span[1]) },
  );
}
