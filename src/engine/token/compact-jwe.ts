/** The compact serialization of a JWE (RFC 7516 section 7.1), read as far as it goes. */
import type { Problem } from '../types.ts';
import { algOf, readPart } from './compact.ts';
import { readContent } from './content.ts';
import { isJsonObject, ownMember } from './json-kind.ts';
import { inOrder } from './problem-order.ts';
import { earlyRecipientVerdict, recipientProblems } from './recipient-rules.ts';
import { headerProblems, problemOf } from './segment-problems.ts';
import type { Content, EncodedPart, JweObject, Segment } from './shapes.ts';

const NAMES = ['header', 'encrypted-key', 'iv', 'ciphertext', 'tag'] as const;

export interface ReadCompactJwe {
  readonly object: JweObject;
  readonly header: Content;
  readonly headerBytes: Uint8Array | undefined;
}

/** Any text is read: what has fewer parts has fewer, and of more the first five count. Never throws. */
export function readCompactJwe(text: string): ReadCompactJwe {
  const texts = text.split('.');
  const found: Problem[] =
    texts.length === 5 ? [] : [problemOf('segment-count', 'envelope', { count: texts.length }, [0, text.length])];
  const parts: EncodedPart[] = [];
  let start = 0;
  for (const [index, name] of NAMES.entries()) {
    const part = texts[index];
    if (part === undefined) break;
    const { bytes, problems } = readPart(name, part, start);
    parts.push({ name, start, end: start + part.length, text: part, bytes: problems.length === 0 ? bytes : undefined });
    found.push(...problems);
    start += part.length + 1;
  }
  const headerText = texts[0] ?? '';
  const first = readPart('header', headerText, 0);
  const header = readContent(first.bytes);
  if (first.whole)
    found.push(...headerProblems(segmentOf(headerText, first.bytes, first.problems.length === 0), header));
  const object = objectOf(parts, header, found);
  return { object, header, headerBytes: first.bytes };
}

function segmentOf(text: string, bytes: Uint8Array | undefined, strict: boolean): Segment {
  return { name: 'header', start: 0, end: text.length, text, bytes, strict };
}

function objectOf(parts: readonly EncodedPart[], content: Content, found: readonly Problem[]): JweObject {
  const bytesOf = (name: EncodedPart['name']) => parts.find((part) => part.name === name)?.bytes;
  const header = content.kind === 'json' && isJsonObject(content.value) ? content.value : undefined;
  const encryptedKeyText = parts.find((part) => part.name === 'encrypted-key')?.text ?? '';
  const ofRecipient =
    header === undefined || parts.length < 5
      ? []
      : recipientProblems({ header, protectedHeader: header, encryptedKeyText });
  const problems = inOrder([...found, ...ofRecipient.map((problem) => placed(problem, parts))]);
  const enc = ownMember(header ?? {}, 'enc');
  return {
    type: 'jwe',
    serialization: 'compact',
    parts,
    problems,
    protectedText: parts[0]?.text ?? '',
    protectedHeader: header,
    sharedHeader: undefined,
    iv: bytesOf('iv'),
    ciphertext: bytesOf('ciphertext'),
    tag: bytesOf('tag'),
    aadText: undefined,
    recipients: [
      {
        protectedText: parts[0]?.text ?? '',
        protectedHeader: header,
        unprotectedHeader: undefined,
        header,
        alg: algOf(content),
        enc: typeof enc === 'string' ? enc : undefined,
        encryptedKey: bytesOf('encrypted-key'),
        problems: [],
        verdict: earlyRecipientVerdict({ header: header ?? {}, protectedHeader: header, problems }),
      },
    ],
  };
}

/** A problem of a part as a whole is marked over all of it. */
function placed(problem: Problem, parts: readonly EncodedPart[]): Problem {
  const part = parts.find(({ name }) => name === problem.part);
  return part === undefined || problem.span !== undefined ? problem : { ...problem, span: [part.start, part.end] };
}
