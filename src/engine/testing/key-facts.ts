/** The facts of a key report that vectors are compared with. */
import type { KeyReport } from '../types.ts';
import { isRecord } from './projection.ts';

/** What a vector may say of a key report; for a set of one key, of the key in it. */
export function keyFacts(report: KeyReport): object {
  const members = report.members ?? [];
  const only = members.length === 1 ? members[0] : undefined;
  const reports = [report, ...members];
  return {
    ...only,
    ...report,
    jwk: publicJwk(report.jwk ?? only?.jwk),
    private: reports.some((each) => each.private),
    problem: report.problem?.code ?? null,
    member: report.problem?.member ?? null,
    notes: [...new Set(reports.flatMap((each) => each.notes.map((note) => note.code)))].sort(),
    tried: reports.flatMap((each) => each.tried.map(({ outcome, reason }) => ({ outcome, reason }))),
    members: members.length,
  };
}

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

/** The JWK of a report, which is to be the public one: a private member in it fails whatever was expected. */
function publicJwk(jwk: unknown): unknown {
  if (!isRecord(jwk)) return jwk;
  const leaked = PRIVATE_MEMBERS.filter((name) => Object.hasOwn(jwk, name));
  return leaked.length === 0 ? jwk : `a JWK with the private members ${leaked.join(', ')}`;
}
