/** A JWS with another header or content: signed again, or with the signatures that it has (RFC 7515 section 5.1). */
import { isSignatureAlg, type SignatureAlg } from '../crypto/algorithms.ts';
import type { CryptoOptions } from '../crypto/answer.ts';
import { signBytes } from '../crypto/sign.ts';
import { openText } from '../open.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { readContent } from '../token/content.ts';
import { withSegment } from '../token/edit.ts';
import { isUnencodedPayload } from '../token/header-rules.ts';
import { joinHeaders } from '../token/headers.ts';
import { isJsonObject } from '../token/json-kind.ts';
import type { JwsObject, JwsSignature } from '../token/shapes.ts';
import { decodeUtf8, encodeUtf8 } from '../token/utf8.ts';
import type { DoneBy, JsonObject } from '../types.ts';
import { describeNeed } from '../verdict/describe.ts';
import { needsSecret } from '../verdict/without-key.ts';
import { chooserFor, type KeysAtHand } from './keys-at-hand.ts';
import { withMemberAt } from './member-text.ts';
import { type Made, type Refusal, refusal, refusalOf, together } from './outcome.ts';

export interface JwsToMake {
  readonly object: JwsObject;
  /** the cleaned token */
  readonly text: string;
  /** protected header of the first signature; as it stands when left out */
  readonly header: Uint8Array | undefined;
  /** as it stands when left out */
  readonly content: Uint8Array | undefined;
  /** of a token whose content is kept outside of it */
  readonly detached: Uint8Array | undefined;
  /** false: the signatures stay */
  readonly resign: boolean;
  readonly keys: KeysAtHand;
}

/** What is to stand in the token, before it is signed. */
interface Draft {
  /** undefined where the payload is not touched */
  readonly payload: { readonly text: string; readonly bytes: Uint8Array } | undefined;
  readonly signatures: readonly DraftSignature[];
}

interface DraftSignature {
  readonly protectedText: string;
  /** undefined where the protected header is no JSON object */
  readonly header: JsonObject | undefined;
  readonly isEncoded: boolean;
}

/** Signs with every key that is at hand; at least one signature must be made. */
export async function makeJws(job: JwsToMake, options: CryptoOptions): Promise<Made> {
  const draft = draftOf(job);
  if ('made' in draft) return draft;
  const unsigned = withDraft(job, draft);
  const isPlain = draft.payload !== undefined && draft.signatures.some(({ isEncoded }) => !isEncoded);
  if (isPlain && job.object.serialization === 'compact' && !standsInCompact(unsigned, draft))
    return refusal('content-not-plain');
  return job.resign ? withSignatures(unsigned, job, draft, options) : { made: true, text: unsigned };
}

function draftOf({ object, header, content, detached }: JwsToMake): Draft | Refusal {
  const signatures = object.signatures.map((one, index) =>
    header !== undefined && index === 0 ? signatureWith(one, header) : asItStands(one),
  );
  const isEncoded = signatures.every((one) => one.isEncoded);
  const wasEncoded = object.signatures.every((one) => one.isEncoded);
  if (content !== undefined && detached !== undefined) return refusal('content-elsewhere');
  const bytes = content ?? (isEncoded === wasEncoded ? undefined : object.payload.bytes);
  if (bytes === undefined || detached !== undefined) return { payload: undefined, signatures };
  if (isEncoded) return { payload: { text: encodeBase64url(bytes), bytes }, signatures };
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return refusal('content-not-text');
  return { payload: { text: decoded.text, bytes }, signatures };
}

function asItStands({ protectedText, header, isEncoded }: JwsSignature): DraftSignature {
  return { protectedText, header, isEncoded };
}

function signatureWith({ unprotectedHeader }: JwsSignature, bytes: Uint8Array): DraftSignature {
  const content = readContent(bytes);
  const value = content.kind === 'json' && isJsonObject(content.value) ? content.value : undefined;
  const joined = joinHeaders([
    { place: 'protected', value },
    { place: 'header', value: unprotectedHeader },
  ]);
  return {
    protectedText: encodeBase64url(bytes),
    header: value && joined.header,
    isEncoded: !isUnencodedPayload(value),
  };
}

/** A payload that is not encoded may be printable ASCII in a compact token, and what has a meaning there is no payload. */
function standsInCompact(text: string, { payload }: Draft): boolean {
  if (!/^[\x20-\x7e]*$/.test(payload?.text ?? '')) return false;
  const { object, picked } = openText(text);
  return object?.type === 'jws' && picked?.text === text && object.payload.text === payload?.text;
}

function withDraft({ object, text, header }: JwsToMake, { payload, signatures }: Draft): string {
  const [first] = signatures;
  const protectedText = header === undefined ? undefined : first?.protectedText;
  if (object.serialization === 'compact') {
    const headed = protectedText === undefined ? text : withSegment(text, 'header', protectedText);
    return payload === undefined ? headed : withSegment(headed, 'payload', payload.text);
  }
  const path = object.serialization === 'general' ? ['signatures', 0] : [];
  const headed =
    protectedText === undefined ? text : withMemberAt(text, path, 'protected', JSON.stringify(protectedText));
  return payload === undefined ? headed : withMemberAt(headed, [], 'payload', JSON.stringify(payload.text));
}

async function withSignatures(unsigned: string, job: JwsToMake, draft: Draft, options: CryptoOptions): Promise<Made> {
  const { object, keys } = job;
  const chooser = chooserFor(keys, draft.signatures.length);
  let text = unsigned;
  let by: DoneBy | undefined;
  let made = 0;
  for (const [index, one] of draft.signatures.entries()) {
    if (one.header?.alg === 'none') {
      text = withSignature(text, object, index, '');
      made++;
      continue;
    }
    const alg = algOf(one);
    const key = alg && chooser.signer(index, alg, one.header ?? {});
    if (alg === undefined || key === undefined) continue;
    const answer = await signBytes(alg, key, signingInput(one, job, draft), options);
    if (!answer.done) return refusalOf(answer, alg);
    text = withSignature(text, object, index, encodeBase64url(answer.value));
    by = made === 0 ? answer.by : together(by, answer.by);
    made++;
  }
  if (made === 0) return nothingSigned(draft);
  return { made: true, text, ...(by === undefined ? {} : { by }) };
}

function signingInput(
  { protectedText, isEncoded }: DraftSignature,
  { object, detached }: JwsToMake,
  { payload }: Draft,
) {
  const bytes = detached ?? payload?.bytes ?? object.payload.bytes ?? new Uint8Array();
  if (!isEncoded) return joined(encodeUtf8(`${protectedText}.`), bytes);
  const text = detached === undefined ? (payload?.text ?? object.payload.text ?? '') : encodeBase64url(detached);
  return encodeUtf8(`${protectedText}.${text}`);
}

function joined(head: Uint8Array, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + body.length);
  whole.set(head);
  whole.set(body, head.length);
  return whole;
}

function withSignature(text: string, { serialization }: JwsObject, index: number, signature: string): string {
  if (serialization === 'compact') return withSegment(text, 'signature', signature);
  const path = serialization === 'general' ? ['signatures', index] : [];
  return withMemberAt(text, path, 'signature', JSON.stringify(signature));
}

function algOf({ header }: DraftSignature): SignatureAlg | undefined {
  const alg = header?.alg;
  return typeof alg === 'string' && isSignatureAlg(alg) ? alg : undefined;
}

function nothingSigned({ signatures: [first] }: Draft): Refusal {
  if (first?.header === undefined) return refusal('header-unreadable');
  const alg = algOf(first);
  if (alg !== undefined) return refusal('no-signing-key', { need: describeNeed(alg), secret: needsSecret(alg) });
  const found = first.header.alg;
  return refusal('alg-unknown', { alg: typeof found === 'string' ? found : '' });
}
