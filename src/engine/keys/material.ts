/** From a JWK to a key that can be used, with its report. */
import type { JsonObject, KeyReport } from '../types.ts';
import { type JudgedJwk, judgeJwk } from './jwk.ts';
import { noteOf, problemReport } from './outcome.ts';
import type { KeyMaterial, KeyNote } from './shapes.ts';
import { thumbprintOf } from './thumbprint.ts';

/** A key, or the report of why there is none. */
export type MaterialOrReport =
  | { readonly material: KeyMaterial; readonly report: KeyReport }
  | { readonly material?: undefined; readonly report: KeyReport };

interface Labels {
  readonly kid?: string;
  readonly alg?: string;
  readonly use?: string;
  readonly keyOps?: readonly string[];
}

/** Judges a JWK and makes the key of it; `notes` are those of the text that it came in. */
export async function materialFromJwk(
  jwk: JsonObject,
  format: string,
  notes: readonly KeyNote[] = [],
): Promise<MaterialOrReport> {
  const judged = await judgeJwk(jwk);
  const labels = labelsOf(jwk);
  if (judged.ok) return materialFrom(judged.value, labels, format, notes);
  const kty = typeof jwk.kty === 'string' ? { kty: jwk.kty } : {};
  const kid = labels.kid === undefined ? {} : { kid: labels.kid };
  return { report: problemReport(format, judged.problem, { ...kty, ...kid, notes }) };
}

async function materialFrom(
  judged: JudgedJwk,
  labels: Labels,
  format: string,
  notes: readonly KeyNote[],
): Promise<MaterialOrReport> {
  const { kty, crv, bits, publicMembers, privateMembers } = judged;
  const thumbprint = await thumbprintOf(publicMembers);
  const names = {
    ...(labels.kid === undefined ? {} : { kid: labels.kid }),
    ...(labels.use === undefined ? {} : { use: labels.use }),
    ...(labels.alg === undefined ? {} : { alg: labels.alg }),
  };
  const facts = {
    kty,
    ...(crv === undefined ? {} : { crv }),
    ...(bits === undefined ? {} : { bits }),
    ...(labels.kid === undefined ? {} : { kid: labels.kid }),
    thumbprint,
  };
  const publicJwk = { ...publicMembers, ...names };
  const privateJwk = kty === 'oct' ? publicJwk : privateMembers && { ...publicMembers, ...privateMembers, ...names };
  const report = reportOf(judged, { ...facts, format, jwk: publicMembers, notes });
  const material = {
    ...facts,
    ...names,
    ...(labels.keyOps === undefined ? {} : { keyOps: labels.keyOps }),
    publicJwk,
    ...(privateJwk === undefined ? {} : { privateJwk }),
    report,
  };
  return { material, report };
}

function reportOf(judged: JudgedJwk, facts: Omit<KeyReport, 'private' | 'tried'>): KeyReport {
  const { kty, bits, privateMembers } = judged;
  const notes = [...facts.notes, ...judged.notes];
  if (privateMembers !== undefined) notes.push(noteOf('private-key-given'));
  if (kty === 'RSA' && bits !== undefined && bits < 2048) notes.push(noteOf('rsa-key-small', { bits }));
  const report = { ...facts, private: kty === 'oct' || privateMembers !== undefined, notes, tried: [] };
  // no bits: still a key, since whoever checks must be able to say whether the empty secret was used
  return kty === 'oct' && bits === 0
    ? problemReport(facts.format, { code: 'empty', values: {}, member: 'k' }, report)
    : report;
}

/** Members that say what the key is for (RFC 7517 section 4). One of another type than the RFC's is as good as absent. */
function labelsOf(jwk: JsonObject): Labels {
  const { kid, alg, use, key_ops: keyOps } = jwk;
  return {
    ...(typeof kid === 'string' ? { kid } : {}),
    ...(typeof alg === 'string' ? { alg } : {}),
    ...(typeof use === 'string' ? { use } : {}),
    ...(Array.isArray(keyOps) ? { keyOps: keyOps.filter((operation) => typeof operation === 'string') } : {}),
  };
}
