/** A picked token of each form as a JOSE object and a layer without its verdict. */
import { alignmentOf } from './text/alignment.ts';
import { readCompact } from './token/compact.ts';
import { readCompactJwe } from './token/compact-jwe.ts';
import { jwsObjectOf } from './token/compact-jws.ts';
import { readContent } from './token/content.ts';
import { malformed, verdictOfProblems } from './token/early-verdict.ts';
import { readJsonJwe } from './token/json-jwe.ts';
import { readJsonJws } from './token/json-jws.ts';
import { inOrder } from './token/problem-order.ts';
import { readSdJwtParts } from './token/sd-jwt-parts.ts';
import type { Content, JoseObject, JweObject, JwsObject, JwsPayload, ReadToken } from './token/shapes.ts';
import { recipientsTogether, signaturesTogether } from './token/together.ts';
import type { FoundToken, Layer, Problem, Verdict } from './types.ts';

type OpenLayer = Omit<Layer, 'verdict'>;

export interface Reading {
  readonly token: ReadToken | undefined;
  readonly object: JoseObject | undefined;
  readonly layer: OpenLayer | undefined;
  readonly verdict: Verdict | undefined;
}

export function openCompactJws(pasted: string, picked: FoundToken, known: ReadToken | undefined): Reading {
  const sd = picked.form === 'sd-jwt' ? readSdJwtParts(picked.text) : undefined;
  const token = readCompact(sd === undefined ? picked.text : picked.text.slice(0, sd.issuerEnd), known);
  const plain = jwsObjectOf(token);
  const object =
    sd === undefined
      ? plain
      : {
          ...plain,
          isSdJwt: true,
          parts: [...plain.parts, ...sd.parts],
          problems: inOrder([...plain.problems, ...sd.problems]),
        };
  const layer: OpenLayer = {
    type: 'jws',
    ...headerTexts(token.header, token.segments[0]?.bytes),
    payload: layerPayload(object.payload),
    problems: inPasted(object.problems, picked, pasted),
  };
  return { token, object, layer, verdict: verdictOfProblems(object.problems) ?? object.signatures[0]?.verdict };
}

export function openCompactJwe(pasted: string, picked: FoundToken): Reading {
  const { object, header, headerBytes } = readCompactJwe(picked.text);
  const layer: OpenLayer = {
    type: 'jwe',
    ...headerTexts(header, headerBytes),
    payload: undefined,
    problems: inPasted(object.problems, picked, pasted),
  };
  return { token: undefined, object, layer, verdict: object.recipients[0]?.verdict };
}

export function openJsonObject(pasted: string, picked: FoundToken): Reading {
  const content = readContent(new TextEncoder().encode(picked.text));
  const document = content.kind === 'json' ? content.json : undefined;
  const object =
    document && (picked.form === 'jwe-json' ? readJsonJwe(picked.text, document) : readJsonJws(picked.text, document));
  if (object === undefined) {
    return { token: undefined, object, layer: undefined, verdict: malformed('envelope-invalid', { reason: 'form' }) };
  }
  const problems = inPasted(allProblems(object), picked, pasted);
  return { token: undefined, object, layer: layerOfJson(object, problems), verdict: earlyVerdictOf(object) };
}

/** Of the envelope and of each signature or recipient. */
function allProblems(object: JoseObject): readonly Problem[] {
  const entries = object.type === 'jws' ? object.signatures : object.recipients;
  const told = new Set<string>();
  const each = entries
    .flatMap(({ problems }) => problems)
    .filter((problem) => {
      // recipients share the protected header, whose faults are told once
      const key = `${problem.code} ${problem.message} ${String(problem.span)}`;
      return !told.has(key) && told.add(key);
    });
  return inOrder([...object.problems, ...each]);
}

/** Undefined where the keys decide about one of the signatures or recipients. */
function earlyVerdictOf(object: JoseObject): Verdict | undefined {
  const wrong = verdictOfProblems(object.problems);
  if (wrong !== undefined) return wrong;
  const entries = object.type === 'jws' ? object.signatures : object.recipients;
  const verdicts = entries.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict]));
  if (verdicts.length < entries.length) return undefined;
  if (object.type === 'jwe') return recipientsTogether(verdicts);
  return signaturesTogether(verdicts.map((verdict) => ({ verdict, failedByName: false })));
}

/** The header of the layer is that of the first signature or recipient. */
function layerOfJson(object: JwsObject | JweObject, problems: readonly Problem[]): OpenLayer {
  const entries = object.type === 'jws' ? object.signatures : object.recipients;
  const [first] = entries;
  const part = object.parts.find(({ name }) => name === 'header');
  const content = readContent(part?.bytes);
  const unprotected = first?.unprotectedHeader ?? (object.type === 'jwe' ? object.sharedHeader : undefined);
  return {
    type: object.type,
    ...headerTexts(content, part?.bytes),
    header: first?.header,
    ...(unprotected === undefined ? {} : { unprotectedHeader: unprotected }),
    payload: object.type === 'jws' ? layerPayload(object.payload) : undefined,
    problems,
  };
}

function headerTexts(
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

function inPasted(problems: readonly Problem[], picked: FoundToken, pasted: string): readonly Problem[] {
  if (problems.length === 0) return problems;
  const alignment = alignmentOf(pasted, picked);
  return problems.map((problem) =>
    problem.span === undefined ? problem : { ...problem, span: alignment.toPasted(problem.span[0], problem.span[1]) },
  );
}
