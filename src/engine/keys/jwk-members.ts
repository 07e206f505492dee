/** The base64url members of a JWK. */
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import type { Json, JsonObject } from '../types.ts';
import { done, noteOf, refused } from './outcome.ts';
import type { KeyNote, KeyType, Outcome } from './shapes.ts';

export interface MemberBytes<Name extends string> {
  readonly bytes: Readonly<Record<Name, Uint8Array>>;
  readonly notes: readonly KeyNote[];
}

/** A member that is not there; null counts as such, as libraries write it for what they do not have. */
export function isAbsent(value: Json | undefined): value is undefined | null {
  return value === undefined || value === null;
}

/** Members that must be there, each of `size` bytes where that is given. */
export function readMembers<Name extends string>(
  jwk: JsonObject,
  names: readonly Name[],
  size?: number,
): Outcome<MemberBytes<Name>> {
  const absent = names.find((name) => isAbsent(jwk[name]));
  if (absent === undefined) return decodeMembers(jwk, names, size);
  return refused('missing-member', { member: absent, kty: String(jwk.kty) }, { member: absent });
}

/** Members that may be there; those that are not are left out of the answer. */
export function optionalMembers(jwk: JsonObject, names: readonly string[]): Outcome<MemberBytes<string>> {
  return decodeMembers(
    jwk,
    names.filter((name) => !isAbsent(jwk[name])),
  );
}

function decodeMembers<Name extends string>(
  jwk: JsonObject,
  names: readonly Name[],
  size?: number,
): Outcome<MemberBytes<Name>> {
  const bytes: Partial<Record<Name, Uint8Array>> = {};
  const notes: KeyNote[] = [];
  for (const member of names) {
    const decoded = decodeMember(jwk[member]);
    if (decoded === undefined) return refused('bad-base64', { what: member, member }, { member });
    if (size !== undefined && decoded.bytes.length !== size) return wrongSize(member, decoded.bytes.length, size);
    if (!decoded.strict) notes.push(noteOf('padding-in-jwk', { member }));
    bytes[member] = decoded.bytes;
  }
  // every name was filled in the loop
  return done({ bytes: bytes as Record<Name, Uint8Array>, notes });
}

function wrongSize<T>(member: string, have: number, need: number): Outcome<T> {
  return refused('bad-length', { what: member, have, need, unit: 'bytes' }, { member });
}

/** base64url, or standard base64 with or without padding (`strict: false`). */
function decodeMember(value: Json | undefined): { readonly bytes: Uint8Array; readonly strict: boolean } | undefined {
  if (typeof value !== 'string') return undefined;
  const decoded = decodeBase64url(value);
  if (decoded.strict) return decoded;
  const url = value
    .replace(/={1,2}$/, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  const again = decodeBase64url(url);
  return again.strict ? { bytes: again.bytes, strict: false } : undefined;
}

/** Members in base64url, `kty` before them where it is given. */
export function encodeMembers(kty: KeyType | undefined, values: Readonly<Record<string, Uint8Array>>): JsonObject {
  const members = Object.entries(values).map(([name, bytes]) => [name, encodeBase64url(bytes)]);
  return Object.fromEntries(kty === undefined ? members : [['kty', kty], ...members]);
}
