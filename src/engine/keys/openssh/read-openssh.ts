/**
 * OpenSSH keys: the blob of a public line (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709) and the private file
 * (OpenSSH's PROTOCOL.key). The framing is read by micro-packed, which is loaded when such a key appears.
 */
import * as P from 'micro-packed';
import type { JsonObject } from '../../types.ts';
import { ecCurve } from '../curves.ts';
import { fixedBytes, minimalBytes } from '../integers.ts';
import { encodeMembers } from '../jwk-members.ts';
import { done, refused } from '../outcome.ts';
import type { KeyProblem, Outcome } from '../shapes.ts';

const Bytes = P.prefix(P.U32BE, P.bytes(null));
const Text = P.string(P.U32BE);
const Rest = P.bytes(null);

const Typed = P.struct({ type: Text, rest: Rest });
const RsaPublic = P.struct({ e: Bytes, n: Bytes });
const EcPublic = P.struct({ curve: Text, point: Bytes });
const EdPublic = P.struct({ x: Bytes });
const RsaPrivate = P.struct({ n: Bytes, e: Bytes, d: Bytes, qi: Bytes, p: Bytes, q: Bytes, after: Rest });
const EcPrivate = P.struct({ curve: Text, point: Bytes, d: Bytes, after: Rest });
const EdPrivate = P.struct({ x: Bytes, seedAndX: Bytes, after: Rest });
const Commented = P.struct({ comment: Bytes, after: Rest });

const File = P.struct({
  magic: P.bytes(15),
  cipher: Text,
  kdf: Text,
  kdfOptions: Bytes,
  count: P.U32BE,
  rest: Rest,
});
const Blob = P.struct({ blob: Bytes, rest: Rest });
/** twice the same number, by which OpenSSH knows that it decrypted the right thing */
const Checked = P.struct({ check: P.U32BE, again: P.U32BE, keys: Rest });

const MAGIC = 'openssh-key-v1\0';
const CURVES: Readonly<Record<string, string>> = { nistp256: 'P-256', nistp384: 'P-384', nistp521: 'P-521' };

/** Decodes, or answers undefined where the bytes end early or do not end. */
function decoded<T>(coder: { decode(bytes: Uint8Array): T }, bytes: Uint8Array): T | undefined {
  try {
    return coder.decode(bytes);
  } catch {
    return undefined;
  }
}

const cut = { code: 'truncated', values: { what: 'openssh-line' } } as const satisfies KeyProblem;
const cutFile = { code: 'truncated', values: { what: 'openssh-file' } } as const satisfies KeyProblem;

/** The key of a public line: `type` is its first word, `blob` the decoded second one. */
export function readOpensshPublic(type: string, blob: Uint8Array): Outcome<JsonObject> {
  // a blob repeats its type behind four bytes of length
  const typed = blob.length < 4 + type.length ? undefined : decoded(Typed, blob);
  if (typed === undefined) return { ok: false, problem: cut };
  if (typed.type !== type) return refused('wrong-label', { label: type, found: typed.type });
  const known = problemOfType(type);
  if (known !== undefined) return { ok: false, problem: known };
  return jwkFromPublic(type, typed.rest) ?? { ok: false, problem: cut };
}

function problemOfType(type: string): KeyProblem | undefined {
  if (type.includes('-cert-v')) return { code: 'unsupported-format', values: { found: 'openssh-certificate' } };
  if (type.startsWith('sk-')) return { code: 'unsupported-algorithm', values: { found: 'security-key' } };
  if (type === 'ssh-dss') return { code: 'unsupported-algorithm', values: { found: 'named-key', name: 'DSA' } };
  return undefined;
}

function jwkFromPublic(type: string, rest: Uint8Array): Outcome<JsonObject> | undefined {
  if (type === 'ssh-rsa') {
    const key = decoded(RsaPublic, rest);
    return key && done(encodeMembers('RSA', { n: minimalBytes(key.n), e: minimalBytes(key.e) }));
  }
  if (type === 'ssh-ed25519') {
    const key = decoded(EdPublic, rest);
    return key && done(edJwk(key.x));
  }
  const key = decoded(EcPublic, rest);
  return key && ecJwk(key);
}

function edJwk(x: Uint8Array): JsonObject {
  return { ...encodeMembers('OKP', { x }), crv: 'Ed25519' };
}

function ecJwk({
  curve: name,
  point,
  d,
}: {
  readonly curve: string;
  readonly point: Uint8Array;
  readonly d?: Uint8Array;
}): Outcome<JsonObject> {
  const curve = ecCurve(CURVES[name] ?? '');
  if (curve === undefined) return refused('unsupported-algorithm', { found: 'curve', name });
  const { crv, size } = curve;
  if (point.length !== 1 + 2 * size || point[0] !== 4) {
    return refused('bad-length', { what: 'point', have: point.length, need: 1 + 2 * size, unit: 'bytes' });
  }
  const half = { ...encodeMembers('EC', { x: point.subarray(1, 1 + size), y: point.subarray(1 + size) }), crv };
  if (d === undefined) return done(half);
  const secret = fixedBytes(d, size);
  return secret === undefined
    ? refused('bad-length', { what: 'd', have: d.length, need: size, unit: 'bytes' }, { member: 'd' })
    : done({ ...half, ...encodeMembers(undefined, { d: secret }) });
}

export type OpensshFile =
  | { readonly jwks: readonly JsonObject[]; readonly problem?: undefined }
  | { readonly jwks?: undefined; readonly problem: KeyProblem };

/** The keys of a private file that is not encrypted. */
export function readOpensshPrivate(bytes: Uint8Array): OpensshFile {
  const file = decoded(File, bytes);
  if (file === undefined) return { problem: cutFile };
  if (String.fromCharCode(...file.magic) !== MAGIC)
    return { problem: { code: 'not-a-key', values: { what: 'label-of-key', label: 'OPENSSH PRIVATE KEY' } } };
  if (file.cipher !== 'none')
    return { problem: { code: 'unsupported-format', values: { found: 'openssh-encrypted' } } };
  const section = privateSection(file.rest, file.count);
  if (section === undefined || section.check !== section.again) return { problem: cutFile };
  return privateKeys(section.keys, file.count);
}

/** Behind the public blobs, one for each key. Nobody writes more than one; a count without blobs ends the loop. */
function privateSection(
  rest: Uint8Array,
  count: number,
): { check: number; again: number; keys: Uint8Array } | undefined {
  let left = rest;
  for (let index = 0; index < count; index += 1) {
    const next = decoded(Blob, left);
    if (next === undefined) return undefined;
    left = next.rest;
  }
  const section = decoded(Bytes, left);
  return section && decoded(Checked, section);
}

function privateKeys(bytes: Uint8Array, count: number): OpensshFile {
  const jwks: JsonObject[] = [];
  let left = bytes;
  for (let index = 0; index < count; index += 1) {
    const typed = decoded(Typed, left);
    const known = typed && problemOfType(typed.type);
    if (known !== undefined) return { problem: known };
    const read = typed && privateKey(typed.type, typed.rest);
    const commented = read && decoded(Commented, read.after);
    if (read === undefined || commented === undefined) return { problem: cutFile };
    if (!read.jwk.ok) return { problem: read.jwk.problem };
    jwks.push(read.jwk.value);
    left = commented.after;
  }
  return jwks.length === 0 ? { problem: cutFile } : { jwks };
}

function privateKey(
  type: string,
  rest: Uint8Array,
): { readonly jwk: Outcome<JsonObject>; readonly after: Uint8Array } | undefined {
  if (type === 'ssh-rsa') {
    const key = decoded(RsaPrivate, rest);
    if (key === undefined) return undefined;
    const { after, ...numbers } = key;
    const members = Object.entries(numbers).map(([name, bytes]) => [name, minimalBytes(bytes)]);
    return { jwk: done(encodeMembers('RSA', Object.fromEntries(members))), after };
  }
  if (type === 'ssh-ed25519') {
    const key = decoded(EdPrivate, rest);
    return (
      key && {
        jwk: done({ ...edJwk(key.x), ...encodeMembers(undefined, { d: key.seedAndX.subarray(0, 32) }) }),
        after: key.after,
      }
    );
  }
  const key = decoded(EcPrivate, rest);
  return key && { jwk: ecJwk(key), after: key.after };
}
