/** A compact JWS as a JOSE object with one signature. */
import { isUnencodedPayload } from './header-rules.ts';
import { isJsonObject } from './json-kind.ts';
import type { EncodedPart, JwsObject, ReadToken, Segment } from './shapes.ts';
import { earlySignatureVerdict } from './signature-rules.ts';

/** The object of a token that was read by `readCompact`. */
export function jwsObjectOf(token: ReadToken): JwsObject {
  const [header, payload, signature] = token.segments;
  const value = token.header.kind === 'json' ? token.header.value : undefined;
  const joined = isJsonObject(value) ? value : undefined;
  const facts = {
    problems: token.problems,
    header: joined,
    protectedHeader: joined,
    alg: token.alg,
    signatureText: signature?.text ?? '',
  };
  return {
    type: 'jws',
    serialization: 'compact',
    isSdJwt: false,
    parts: token.segments.map(partOf),
    problems: token.problems,
    payload: { text: payload?.text, bytes: payload?.bytes, content: token.payload },
    signatures: [
      {
        protectedText: header?.text ?? '',
        protectedHeader: joined,
        unprotectedHeader: undefined,
        header: joined,
        alg: token.alg,
        isEncoded: !isUnencodedPayload(joined),
        signatureText: signature?.text ?? '',
        signature: signature?.strict ? signature.bytes : undefined,
        problems: [],
        verdict: earlySignatureVerdict(facts),
      },
    ],
  };
}

function partOf({ name, start, end, text, bytes }: Segment): EncodedPart {
  return { name, start, end, text, bytes };
}
