/** The JSON serializations of a JWE, general and flattened (RFC 7516 section 7.2), read as far as they go. */
import type { Json, Problem } from '../types.ts';
import {
  duplicateNames,
  type EnvelopeNode,
  encodedMember,
  entriesOf,
  envelopeOf,
  faulty,
  objectMember,
  type ReadHeaders,
  readHeaders,
} from './envelope.ts';
import { ownMember } from './json-kind.ts';
import type { JsonDocument } from './json-shapes.ts';
import { inOrder } from './problem-order.ts';
import { earlyRecipientVerdict, recipientProblems } from './recipient-rules.ts';
import type { EncodedPart, JweObject, JweRecipient } from './shapes.ts';

/** Undefined where the text is no JSON object. Never throws. */
export function readJsonJwe(text: string, document: JsonDocument): JweObject | undefined {
  const envelope = envelopeOf(text, document);
  if (envelope === undefined) return undefined;
  const isGeneral = Object.hasOwn(envelope.value, 'recipients');
  const { entries, problems } = isGeneral ? entriesOf(envelope, 'recipients') : { entries: [envelope], problems: [] };
  const both = ['header', 'encrypted_key'].filter((name) => isGeneral && Object.hasOwn(envelope.value, name));
  const shared = ownMember(envelope.value, 'unprotected');
  const read = entries.map((entry, index) => readRecipient(envelope, entry, shared, isGeneral ? index : undefined));
  const iv = encodedMember(envelope, 'iv', 'iv');
  const ciphertext = encodedMember(envelope, 'ciphertext', 'ciphertext');
  const tag = encodedMember(envelope, 'tag', 'tag');
  const aad = encodedMember(envelope, 'aad', 'aad');
  const [first] = read;
  const parts = [
    first?.headers.part,
    ...read.map(({ part }) => part),
    ...[iv.part, ciphertext.part, tag.part, aad.part],
  ].filter((part) => part !== undefined);
  return {
    type: 'jwe',
    serialization: isGeneral ? 'general' : 'flattened',
    parts: parts.sort((one, other) => one.start - other.start),
    problems: inOrder([
      ...duplicateNames(document),
      ...both.map((name) => faulty('both-syntaxes', { name: 'recipients', other: name })),
      ...problems,
      ...missing(envelope),
      ...agreement(read.map(({ recipient }) => recipient)),
      ...[iv, ciphertext, tag, aad].flatMap((one) => one.problems),
    ]),
    protectedText: first?.headers.protectedText ?? '',
    protectedHeader: first?.headers.protectedHeader,
    sharedHeader: objectMember(shared),
    iv: bytesOf(iv.part),
    ciphertext: ciphertext.part?.bytes,
    tag: bytesOf(tag.part),
    aadText: aad.part?.text,
    recipients: read.map(({ recipient }) => recipient),
  };
}

/** A part that is left out is empty. */
function bytesOf(part: EncodedPart | undefined): Uint8Array | undefined {
  return part === undefined ? new Uint8Array() : part.bytes;
}

function missing(envelope: EnvelopeNode): readonly Problem[] {
  return Object.hasOwn(envelope.value, 'ciphertext') ? [] : [faulty('missing', { name: 'ciphertext' })];
}

/** RFC 7516 section 7.2.1: one `enc` for all; `dir` and `ECDH-ES` have no content key to wrap for others. */
function agreement(recipients: readonly JweRecipient[]): readonly Problem[] {
  if (recipients.length < 2) return [];
  const encs = new Set(recipients.map(({ enc }) => enc));
  const alone = recipients.find(({ alg }) => alg === 'dir' || alg === 'ECDH-ES')?.alg;
  return [
    ...(encs.size > 1 ? [faulty('enc-differs', {})] : []),
    ...(alone === undefined ? [] : [faulty('one-recipient-only', { alg: alone })]),
  ];
}

interface ReadRecipient {
  readonly recipient: JweRecipient;
  readonly headers: ReadHeaders;
  readonly part: EncodedPart | undefined;
}

function readRecipient(
  envelope: EnvelopeNode,
  entry: EnvelopeNode,
  shared: Json | undefined,
  index: number | undefined,
): ReadRecipient {
  const own = ownMember(entry.value, 'header');
  const headers = readHeaders(
    envelope,
    [
      { place: 'unprotected', value: shared },
      { place: 'header', value: own },
    ],
    undefined,
  );
  const key = encodedMember(entry, 'encrypted_key', 'encrypted-key', index);
  const header = headers.header ?? {};
  const text = (name: string) => {
    const value = ownMember(header, name);
    return typeof value === 'string' ? value : undefined;
  };
  const facts = { header, protectedHeader: headers.protectedHeader, encryptedKeyText: key.part?.text ?? '' };
  const problems = inOrder([...headers.problems, ...key.problems, ...recipientProblems(facts)]);
  return {
    headers,
    part: key.part,
    recipient: {
      protectedText: headers.protectedText,
      protectedHeader: headers.protectedHeader,
      unprotectedHeader: objectMember(own),
      header: headers.header,
      alg: text('alg'),
      enc: text('enc'),
      encryptedKey: key.part === undefined ? new Uint8Array() : key.part.bytes,
      problems,
      verdict: earlyRecipientVerdict({ ...facts, problems }),
    },
  };
}
