/** What key agreement reads from the JOSE Header: `epk`, `apu`, `apv` (RFC 7518 section 4.6.1). */

import type { KeyProblem } from '../../keys/shapes.ts';
import { decodeBase64url } from '../../token/base64url.ts';
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json, JsonObject } from '../../types.ts';
import { type HeaderMember, type HeaderMemberWhy, headerMember } from '../header-member.ts';
import type { AgreementCurve } from './curves.ts';
import { judgePoint, type PublicPoint } from './public-point.ts';
import { NO_POINT, type NoPoint } from './shared-secret.ts';

/**
 * What was read although it is not as the RFC wants it.
 * - `epk-as-string`: `epk` is a text that holds the JWK, as Perl's Crypt::JWT writes it
 * - `epk-base64`: a member of `epk` has padding or the alphabet of standard base64
 */
export type AgreeNote = 'epk-as-string' | 'epk-base64';

export interface Epk {
  readonly done: true;
  readonly point: PublicPoint;
  readonly notes: readonly AgreeNote[];
}

/** Reads `epk` for a key of ours on `curve`. */
export async function readEpk(header: JsonObject, curve: AgreementCurve): Promise<Epk | HeaderMember | NoPoint> {
  const written = ownMember(header, 'epk');
  if (written === undefined) return headerMember('epk', 'missing');
  const epk = typeof written === 'string' ? parsed(written) : written;
  if (!isJsonObject(epk)) return headerMember('epk', 'not-an-object');
  if (epk.crv === undefined) return headerMember('epk.crv', 'missing');
  if (epk.crv !== curve.crv) return headerMember('epk.crv', 'other-curve');
  if (epk.kty !== curve.kty) return headerMember('epk.kty', epk.kty === undefined ? 'missing' : 'other-key-type');
  const judged = await judgePoint(curve, epk);
  if (!judged.ok) return faultOf(judged.problem, epk);
  const notes: AgreeNote[] = typeof written === 'string' ? ['epk-as-string'] : [];
  return { done: true, point: judged.value, notes: judged.value.isStrict ? notes : [...notes, 'epk-base64'] };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function faultOf({ code, member = '' }: KeyProblem, epk: JsonObject): HeaderMember | NoPoint {
  if (code === 'point-not-on-curve') return NO_POINT;
  return headerMember(`epk.${member}`, whyOf(code, epk[member]));
}

function whyOf(code: KeyProblem['code'], value: Json | undefined): HeaderMemberWhy {
  if (code === 'missing-member') return 'missing';
  if (code === 'bad-length') return 'wrong-length';
  return typeof value === 'string' ? 'not-base64url' : 'not-text';
}

/** The bytes of `apu` or `apv`; none where it is left out. */
export function readParty(header: JsonObject, member: 'apu' | 'apv'): Uint8Array | HeaderMember {
  const value = ownMember(header, member);
  if (value === undefined) return new Uint8Array();
  if (typeof value !== 'string') return headerMember(member, 'not-text');
  const decoded = decodeBase64url(value);
  return decoded.strict ? decoded.bytes : headerMember(member, 'not-base64url');
}
