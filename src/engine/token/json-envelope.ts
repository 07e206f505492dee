/** The header of a JWS or JWE in JSON serialization (RFC 7515 section 7.2, RFC 7516 section 7.2). */
import type { Json, JsonObject } from '../types.ts';
import { decodeBase64url } from './base64url.ts';
import { readContent } from './content.ts';
import { isJsonArray, isJsonObject, ownMember } from './json-kind.ts';

export interface EnvelopeHeader {
  /** protected and unprotected parameters together; undefined where there are none that can be read */
  readonly header: JsonObject | undefined;
  readonly protectedHeader?: Json;
  readonly unprotectedHeader?: Json;
  readonly headerText?: string;
  readonly headerBytes?: Uint8Array;
}

/**
 * The JOSE Header of a serialization: that of its first signature or recipient where it has several. An object of any
 * other shape has none.
 */
export function readEnvelopeHeader(envelope: JsonObject): EnvelopeHeader {
  const one = firstOf(ownMember(envelope, 'signatures')) ?? firstOf(ownMember(envelope, 'recipients')) ?? {};
  const encoded = ownMember(one, 'protected') ?? ownMember(envelope, 'protected');
  const bytes = typeof encoded === 'string' ? decodeBase64url(encoded).bytes : undefined;
  const content = readContent(bytes);
  const protectedHeader = content.kind === 'json' ? content.value : undefined;
  const unprotected = [ownMember(envelope, 'unprotected'), ownMember(envelope, 'header'), ownMember(one, 'header')];
  const shared = joined(unprotected);
  return {
    header: joined([protectedHeader, shared]),
    ...(protectedHeader === undefined ? {} : { protectedHeader }),
    ...(shared === undefined ? {} : { unprotectedHeader: shared }),
    ...(content.kind === 'json' || content.kind === 'text' ? { headerText: content.text } : {}),
    ...(bytes === undefined ? {} : { headerBytes: bytes }),
  };
}

function firstOf(list: Json | undefined): JsonObject | undefined {
  const first = isJsonArray(list) ? list[0] : undefined;
  return isJsonObject(first) ? first : undefined;
}

/** The parameters of several headers in one; names are not to repeat (RFC 7515 section 4), the first counts here. */
function joined(headers: readonly (Json | undefined)[]): JsonObject | undefined {
  const objects = headers.filter(isJsonObject);
  if (objects.length === 0) return undefined;
  return Object.fromEntries(objects.toReversed().flatMap((header) => Object.entries(header)));
}
