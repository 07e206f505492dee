/** What PBES2 reads from the JOSE Header: `p2s` and `p2c` (RFC 7518 section 4.8.1). */
import { decodeBase64url } from '../../token/base64url.ts';
import { ownMember } from '../../token/json-kind.ts';
import type { JsonObject } from '../../types.ts';
import { type HeaderMember, headerMember } from '../header-member.ts';

/** `salt-short`: the salt has fewer than the 8 bytes that RFC 7518 section 4.8.1.1 asks for. */
export type Pbes2Note = 'salt-short';

export interface Pbes2Header {
  readonly done: true;
  /** of `p2s` alone, without the name of the algorithm */
  readonly saltInput: Uint8Array;
  readonly rounds: number;
  readonly notes: readonly Pbes2Note[];
}

const SHORTEST_SALT = 8;

export function readPbes2Header(header: JsonObject): Pbes2Header | HeaderMember {
  const p2s = ownMember(header, 'p2s');
  if (p2s === undefined) return headerMember('p2s', 'missing');
  if (typeof p2s !== 'string') return headerMember('p2s', 'not-text');
  const salt = decodeBase64url(p2s);
  if (!salt.strict) return headerMember('p2s', 'not-base64url');
  const rounds = ownMember(header, 'p2c');
  if (rounds === undefined) return headerMember('p2c', 'missing');
  if (!isCount(rounds)) return headerMember('p2c', 'not-a-count');
  const notes: readonly Pbes2Note[] = salt.bytes.length < SHORTEST_SALT ? ['salt-short'] : [];
  return { done: true, saltInput: salt.bytes, rounds, notes };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}
