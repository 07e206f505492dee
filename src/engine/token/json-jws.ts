/** The JSON serializations of a JWS, general and flattened (RFC 7515 section 7.2), read as far as they go. */
import type { Problem } from '../types.ts';
import { readContent } from './content.ts';
import {
  duplicateNames,
  type EnvelopeNode,
  encodedMember,
  entriesOf,
  envelopeOf,
  faulty,
  objectMember,
  readHeaders,
  textMember,
} from './envelope.ts';
import { isUnencodedPayload } from './header-rules.ts';
import { ownMember } from './json-kind.ts';
import type { JsonDocument } from './json-shapes.ts';
import { inOrder } from './problem-order.ts';
import { payloadProblems, problemOf } from './segment-problems.ts';
import type { EncodedPart, JwsObject, JwsPayload, JwsSignature } from './shapes.ts';
import { earlySignatureVerdict } from './signature-rules.ts';
import { encodeUtf8 } from './utf8.ts';

/** Undefined where the text is no JSON object. Never throws. */
export function readJsonJws(text: string, document: JsonDocument): JwsObject | undefined {
  const envelope = envelopeOf(text, document);
  if (envelope === undefined) return undefined;
  const isGeneral = Object.hasOwn(envelope.value, 'signatures');
  const { entries, problems } = isGeneral ? entriesOf(envelope, 'signatures') : { entries: [envelope], problems: [] };
  const both = ['signature', 'protected', 'header'].filter((name) => isGeneral && Object.hasOwn(envelope.value, name));
  const read = entries.map((entry, index) => readSignature(entry, isGeneral ? index : undefined));
  const isEncoded = read.every(({ signature }) => signature.isEncoded);
  const isMixed = !isEncoded && read.some(({ signature }) => signature.isEncoded);
  const payload = readPayload(envelope, isEncoded);
  return {
    type: 'jws',
    serialization: isGeneral ? 'general' : 'flattened',
    isSdJwt: read.some(({ signature: { unprotectedHeader = {} } }) =>
      ['disclosures', 'kb_jwt'].some((name) => Object.hasOwn(unprotectedHeader, name)),
    ),
    parts: [...(payload.part === undefined ? [] : [payload.part]), ...read.flatMap(({ parts }) => parts)].sort(
      (one, other) => one.start - other.start,
    ),
    problems: inOrder([
      ...duplicateNames(document),
      ...both.map((name) => faulty('both-syntaxes', { name: 'signatures', other: name })),
      ...problems,
      ...(isMixed ? [faulty('b64-differs', {})] : []),
      ...payload.problems,
    ]),
    payload: payload.payload,
    signatures: read.map(({ signature }) => signature),
  };
}

interface ReadSignature {
  readonly signature: JwsSignature;
  readonly parts: readonly EncodedPart[];
}

function readSignature(entry: EnvelopeNode, index: number | undefined): ReadSignature {
  const unprotected = ownMember(entry.value, 'header');
  const headers = readHeaders(entry, [{ place: 'header', value: unprotected }], index);
  const encoded = encodedMember(entry, 'signature', 'signature', index);
  const missing = Object.hasOwn(entry.value, 'signature') ? [] : [faulty('missing', { name: 'signature' })];
  const alg = ownMember(headers.header ?? {}, 'alg');
  const signatureText = encoded.part?.text ?? '';
  const isSignedNone = alg === 'none' && signatureText !== '';
  const problems = inOrder([
    ...missing,
    ...headers.problems,
    ...encoded.problems,
    ...(isSignedNone ? [problemOf('none-with-signature', 'signature', {}, partSpan(encoded.part))] : []),
  ]);
  const facts = {
    problems,
    header: headers.header,
    protectedHeader: headers.protectedHeader,
    alg: typeof alg === 'string' ? alg : undefined,
    signatureText,
  };
  return {
    parts: [headers.part, encoded.part].filter((part) => part !== undefined),
    signature: {
      ...facts,
      protectedText: headers.protectedText,
      unprotectedHeader: objectMember(unprotected),
      isEncoded: !isUnencodedPayload(headers.protectedHeader),
      signature: encoded.part?.bytes,
      verdict: earlySignatureVerdict(facts),
    },
  };
}

function partSpan(part: EncodedPart | undefined): readonly [number, number] | undefined {
  return part && [part.start, part.end];
}

interface ReadPayload {
  readonly payload: JwsPayload;
  readonly part: EncodedPart | undefined;
  readonly problems: readonly Problem[];
}

/** With `b64: false` the member is the payload itself, as a JSON string (RFC 7797 section 5.1). */
function readPayload(envelope: EnvelopeNode, isEncoded: boolean): ReadPayload {
  if (isEncoded) {
    const { part, problems } = encodedMember(envelope, 'payload', 'payload');
    const content = readContent(part?.bytes);
    const told =
      part === undefined || part.bytes === undefined
        ? []
        : payloadProblems({ ...part, name: 'payload', strict: true }, content);
    return { payload: { text: part?.text, bytes: part?.bytes, content }, part, problems: [...problems, ...told] };
  }
  const { member, problems } = textMember(envelope, 'payload');
  if (member === undefined) return { payload: NO_PAYLOAD, part: undefined, problems };
  const bytes = encodeUtf8(member.text);
  const part: EncodedPart = { name: 'payload', start: member.start, end: member.end, text: member.text, bytes };
  return { payload: { text: member.text, bytes, content: readContent(bytes) }, part, problems };
}

const NO_PAYLOAD: JwsPayload = { text: undefined, bytes: undefined, content: { kind: 'none' } };
