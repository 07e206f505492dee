/** Picked tokens of every form but a compact JWS, as JOSE objects and layers without their verdict. */

import { signedReading } from './open-signed.ts';
import { headerTexts, inPasted, layerPayload, type Reading } from './opened.ts';
import { readCompact } from './token/compact.ts';
import { readCompactJwe as readParts } from './token/compact-jwe.ts';
import { jwsObjectOf } from './token/compact-jws.ts';
import { readContent } from './token/content.ts';
import { verdictOfProblems } from './token/early-verdict.ts';
import { readJsonJwe } from './token/json-jwe.ts';
import { readJsonJws } from './token/json-jws.ts';
import { malformedForm } from './token/other-forms.ts';
import { inOrder } from './token/problem-order.ts';
import { readSdJwtParts } from './token/sd-jwt-parts.ts';
import type { JoseObject, JweObject, JwsObject, ReadToken } from './token/shapes.ts';
import { recipientsTogether, signaturesTogether } from './token/together.ts';
import type { FoundToken, Layer, Problem, Verdict } from './types.ts';

type OpenLayer = Omit<Layer, 'verdict'>;

export function readSdJwt(pasted: string, picked: FoundToken, known: ReadToken | undefined): Reading {
  const sd = readSdJwtParts(picked.text);
  const token = readCompact(picked.text.slice(0, sd.issuerEnd), known);
  const plain = jwsObjectOf(token);
  return signedReading(pasted, picked, token, {
    ...plain,
    isSdJwt: true,
    parts: [...plain.parts, ...sd.parts],
    problems: inOrder([...plain.problems, ...sd.problems]),
  });
}

export function readCompactJwe(pasted: string, picked: FoundToken): Reading {
  const { object, header, headerBytes } = readParts(picked.text);
  const layer: OpenLayer = {
    type: 'jwe',
    ...headerTexts(header, headerBytes),
    payload: undefined,
    problems: inPasted(object.problems, picked, pasted),
  };
  return { token: undefined, object, layer, verdict: object.recipients[0]?.verdict };
}

export function readJsonObject(pasted: string, picked: FoundToken): Reading {
  const content = readContent(new TextEncoder().encode(picked.text));
  const document = content.kind === 'json' ? content.json : undefined;
  const object =
    document && (picked.form === 'jwe-json' ? readJsonJwe(picked.text, document) : readJsonJws(picked.text, document));
  if (object === undefined) {
    const verdict = malformedForm('envelope-invalid', { reason: 'form' });
    return { token: undefined, object, layer: undefined, verdict };
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
