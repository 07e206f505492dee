/** Keys in JSON: a JWK (RFC 7517 section 4), a JWK Set (section 5), a bare list of JWKs, PEM blocks as values. */
import { sayExpected } from '../messages/compact-jws.ts';
import { parseJson } from '../token/json.ts';
import { lineColumnAt } from '../token/line-column.ts';
import type { Json, JsonObject } from '../types.ts';
import type { KeyFormat } from './formats.ts';
import { materialFromJwk } from './material.ts';
import { noteOf, problemReport } from './outcome.ts';
import { findPemBlocks } from './pem-blocks.ts';
import { pemMembers } from './read-pem.ts';
import { type Member, readKeyFromOne, readKeyFromSet } from './several.ts';
import type { KeyProblem, ReadKey } from './shapes.ts';

const SECRET_MEMBERS = ['d', 'priv', 'k'];
/** Members that only a JWK has; one without `kty` is still a JWK, with a fault. */
const KEY_MEMBERS = ['n', 'e', 'crv', 'x', 'y', 'd', 'k', 'pub', 'priv'];

/** Whether a text is meant as JSON: `{` or `[` and what may follow it, also in JavaScript's notation. */
export function looksLikeJson(text: string): boolean {
  return /^(?:\{\s*(?:["'}]|[A-Za-z_$][\w$]{0,60}\s{0,9}:)|\[\s*(?:[{["\]]))/.test(text.trimStart());
}

/** The keys of a text that `looksLikeJson`. */
export async function readJson(text: string, passphrase: string | undefined): Promise<ReadKey> {
  // a byte order mark is no part of JSON, but of many files
  const document = parseJson(text.replace(/^\ufeff/, ' '));
  const [first] = document.problems;
  if (first !== undefined) {
    const values = { ...lineColumnAt(text, first.at), expected: sayExpected(first.expected) };
    return unreadable('jwk', { code: 'invalid-json', values, at: first.at });
  }
  const { value } = document;
  if (isList(value)) return readList(value);
  if (!isObject(value)) return unreadable('json', { code: 'not-a-key', values: { what: 'json' } });
  if (value.keys !== undefined && value.kty === undefined) return readSet(value.keys);
  if (isJwk(value)) return readKeyFromOne(await materialFromJwk(value, jwkFormat(value, text)));
  return readOther(value, passphrase);
}

function unreadable(format: KeyFormat, problem: KeyProblem): ReadKey {
  return { kind: 'unreadable', report: problemReport(format, problem) };
}

async function readSet(keys: Json): Promise<ReadKey> {
  if (!isList(keys)) return unreadable('jwks', { code: 'invalid-jwks', values: {}, member: 'keys' });
  if (keys.length === 0) return unreadable('jwks', { code: 'empty-set', values: {} });
  const isPrivate = keys.some((key) => isObject(key) && key.kty !== 'oct' && holdsSecret(key));
  return readKeyFromSet(await membersOf(keys), isPrivate ? 'jwks-private' : 'jwks');
}

async function readList(items: readonly Json[]): Promise<ReadKey> {
  if (!items.some((item) => isObject(item) && isJwk(item)))
    return unreadable('json', { code: 'not-a-key', values: { what: 'json' } });
  return readKeyFromSet(await membersOf(items), items.length === 1 ? 'jwk' : 'jwks', [noteOf('keys-without-wrapper')]);
}

async function membersOf(items: readonly Json[]): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (const item of items) members.push(await memberFrom(item));
  return members;
}

async function memberFrom(item: Json): Promise<Member> {
  if (!isObject(item)) return { report: problemReport('json', { code: 'not-a-key', values: { what: 'json' } }) };
  return materialFromJwk(item, holdsSecret(item) && item.kty !== 'oct' ? 'jwk-private' : 'jwk');
}

function jwkFormat(jwk: JsonObject, text: string): KeyFormat {
  if (holdsSecret(jwk) && jwk.kty !== 'oct') return 'jwk-private';
  return text.trim().includes('\n') ? 'jwk-pretty' : 'jwk';
}

function holdsSecret(jwk: JsonObject): boolean {
  return SECRET_MEMBERS.some((member) => jwk[member] !== undefined);
}

function isJwk(value: JsonObject): boolean {
  return value.kty !== undefined || KEY_MEMBERS.some((member) => typeof value[member] === 'string');
}

/** Objects that are no JWK: certificates by `kid` as Google publishes them, a service account's file, a discovery document. */
async function readOther(value: JsonObject, passphrase: string | undefined): Promise<ReadKey> {
  const members = await pemValues(value, passphrase);
  const [first] = members;
  if (first !== undefined) return members.length === 1 ? readKeyFromOne(first) : readKeyFromSet(members, 'pem-set');
  const what = value.jwks_uri !== undefined || value.issuer !== undefined ? 'discovery' : 'json';
  return unreadable('json', { code: 'not-a-key', values: { what } });
}

async function pemValues(value: JsonObject, passphrase: string | undefined): Promise<readonly Member[]> {
  const entries = Object.entries(value);
  const withPem = entries.flatMap(([name, text]) => {
    const blocks = typeof text === 'string' ? findPemBlocks(text) : [];
    return typeof text === 'string' && blocks.length > 0 ? [{ name, text, blocks }] : [];
  });
  const members: Member[] = [];
  for (const { name, text, blocks } of withPem) {
    const kid = withPem.length === entries.length ? name : value[`${name}_id`];
    const read = await pemMembers(blocks, { text, passphrase, isPasted: false });
    members.push(...(typeof kid === 'string' ? read.map((member) => withKid(member, kid)) : read));
  }
  return members;
}

function withKid(member: Member, kid: string): Member {
  const report = { ...member.report, kid };
  if (member.material === undefined) return { ...member, report };
  const { material } = member;
  const privateJwk = material.privateJwk === undefined ? {} : { privateJwk: { ...material.privateJwk, kid } };
  return {
    ...member,
    report,
    material: { ...material, kid, publicJwk: { ...material.publicJwk, kid }, ...privateJwk, report },
  };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
