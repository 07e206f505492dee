/** The headers of a JWE while it is made: what the key's algorithm writes into them, and what of an old one goes. */
import { isKeyManagementAlg, KEY_MANAGEMENT_ALGORITHMS, type KeyManagementMode } from '../crypto/jwe/key-management.ts';
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import { joinHeaders } from '../token/headers.ts';
import { parseJson } from '../token/json.ts';
import { isJsonObject, ownMember } from '../token/json-kind.ts';
import type { JweObject } from '../token/shapes.ts';
import { decodeUtf8, encodeUtf8 } from '../token/utf8.ts';
import type { Json, JsonObject } from '../types.ts';
import { type Path, withMemberAt } from './member-text.ts';

/** The headers as they will stand. */
export interface JweHeaders {
  /** BASE64URL of the protected header; '' where there is none */
  readonly protectedText: string;
  /** undefined where there is none */
  readonly protectedHeader: JsonObject | undefined;
  /** of a JSON serialization: the text of the whole, with the unprotected headers changed */
  readonly text: string;
  readonly serialization: JweObject['serialization'];
  readonly shared: JsonObject | undefined;
  /** one for each recipient: its own unprotected header */
  readonly own: readonly (JsonObject | undefined)[];
}

/** With another protected header, where there is one; undefined where that is no JSON object. */
export function headersOf(object: JweObject, text: string, header: Uint8Array | undefined): JweHeaders | undefined {
  const { protectedHeader, protectedText, serialization, sharedHeader: shared, recipients } = object;
  const rest = { text, serialization, shared, own: recipients.map(({ unprotectedHeader }) => unprotectedHeader) };
  if (header !== undefined) {
    const value = objectIn(header);
    return value && { ...rest, protectedText: encodeBase64url(header), protectedHeader: value };
  }
  if (protectedText !== '' && protectedHeader === undefined) return undefined;
  return { ...rest, protectedText, protectedHeader };
}

function objectIn(bytes: Uint8Array): JsonObject | undefined {
  const decoded = decodeUtf8(bytes);
  const value = decoded.ok ? parseJson(decoded.text).value : undefined;
  return isJsonObject(value) ? value : undefined;
}

/** The JOSE Header of one recipient (RFC 7516 section 7.2.1). */
export function joinedHeader({ protectedHeader, shared, own }: JweHeaders, index: number): JsonObject {
  const named = [protectedHeader, shared, own[index]].map((value) => ({ place: '', value }));
  return joinHeaders(named).header ?? {};
}

type Place = 'protected' | 'shared' | 'own';

/** Where a parameter of a recipient stands, or is to stand: beside its `alg`, or apart where there are several recipients. */
function placeOf({ protectedHeader, shared, own, serialization }: JweHeaders, index: number, name: string): Place {
  if (Object.hasOwn(protectedHeader ?? {}, name)) return 'protected';
  if (Object.hasOwn(shared ?? {}, name)) return 'shared';
  if (Object.hasOwn(own[index] ?? {}, name)) return 'own';
  if (serialization === 'compact' || (own.length === 1 && Object.hasOwn(protectedHeader ?? {}, 'alg')))
    return 'protected';
  return 'own';
}

/** The first of these parameters that would have to change where other recipients share it. */
export function sharedByOthers(headers: JweHeaders, index: number, members: JsonObject): string | undefined {
  if (headers.own.length < 2) return undefined;
  const header = joinedHeader(headers, index);
  return Object.entries(members).find(
    ([name, value]) => placeOf(headers, index, name) !== 'own' && !isSame(ownMember(header, name), value),
  )?.[0];
}

/** Sets these parameters of one recipient. One that has the value already keeps its characters. */
export function withParameters(headers: JweHeaders, index: number, members: JsonObject): JweHeaders {
  let now = headers;
  for (const [name, value] of Object.entries(members))
    if (!isSame(ownMember(joinedHeader(now, index), name), value)) now = withParameter(now, index, name, value);
  return now;
}

/**
 * Without what another `alg` had written (`epk`, `p2s` …), where the `alg` of the only recipient was changed and the
 * parameter was not. With several recipients it is left: it may be another's.
 */
export function withoutStale(headers: JweHeaders, { recipients }: JweObject): JweHeaders {
  const [before] = recipients;
  const header = joinedHeader(headers, 0);
  if (recipients.length !== 1 || before?.header === undefined || before.alg === header.alg) return headers;
  const kept = writtenBy(header.alg);
  const stale = writtenBy(before.alg).filter((name) => !kept.includes(name));
  let now = headers;
  for (const name of stale) {
    const value = ownMember(header, name);
    if (value !== undefined && isSame(ownMember(before.header, name), value))
      now = withParameter(now, 0, name, undefined);
  }
  return now;
}

const WRITTEN: Readonly<Record<KeyManagementMode, readonly string[]>> = {
  direct: [],
  wrap: [],
  transport: [],
  agreement: ['epk', 'apu', 'apv'],
  'agreement-wrap': ['epk', 'apu', 'apv'],
  'gcm-wrap': ['iv', 'tag'],
  password: ['p2s', 'p2c'],
};

function writtenBy(alg: Json | undefined): readonly string[] {
  return typeof alg === 'string' && isKeyManagementAlg(alg) ? WRITTEN[KEY_MANAGEMENT_ALGORITHMS[alg].mode] : [];
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withParameter(headers: JweHeaders, index: number, name: string, value: Json | undefined): JweHeaders {
  const literal = value === undefined ? undefined : JSON.stringify(value);
  const place = placeOf(headers, index, name);
  switch (place) {
    case 'protected':
      return withProtected(headers, name, literal);
    case 'shared': {
      const text = withMemberAt(headers.text, ['unprotected'], name, literal);
      return { ...headers, text, shared: changed(headers.shared, name, value) };
    }
    case 'own': {
      const text = withMemberAt(headers.text, [...entryPath(headers.serialization, index), 'header'], name, literal);
      const own = headers.own.map((one, at) => (at === index ? changed(one, name, value) : one));
      return { ...headers, text, own };
    }
    default:
      return place satisfies never;
  }
}

function withProtected(headers: JweHeaders, name: string, literal: string | undefined): JweHeaders {
  const decoded = decodeUtf8(decodeBase64url(headers.protectedText).bytes ?? new Uint8Array());
  const text = withMemberAt(decoded.ok ? decoded.text : '{}', [], name, literal);
  const bytes = encodeUtf8(text);
  return { ...headers, protectedText: encodeBase64url(bytes), protectedHeader: objectIn(bytes) };
}

function changed(header: JsonObject | undefined, name: string, value: Json | undefined): JsonObject {
  const others = Object.entries(header ?? {}).filter(([one]) => one !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}

/** Where the members of one recipient stand. */
export function entryPath(serialization: JweObject['serialization'], index: number): Path {
  return serialization === 'general' ? ['recipients', index] : [];
}
