/** Steps 1 to 4 of 'Order within a layer' for one signature (docs/architecture.md): what its letters decide. */
import { saySigned } from '../messages/compact-jws.ts';
import type { JsonObject, Problem, Verdict } from '../types.ts';
import { malformed, unsupported, verdictOfProblems } from './early-verdict.ts';
import { shortened, unknownCritical } from './header-rules.ts';
import { standingOf } from './registered-algs.ts';

export interface SignatureFacts {
  readonly problems: readonly Problem[];
  readonly header: JsonObject | undefined;
  /** what `crit` is looked for in: an unprotected one never binds */
  readonly protectedHeader: JsonObject | undefined;
  readonly alg: string | undefined;
  readonly signatureText: string;
}

/** Undefined where the keys decide. */
export function earlySignatureVerdict(facts: SignatureFacts): Verdict | undefined {
  const wrong = verdictOfProblems(facts.problems);
  if (wrong !== undefined) return wrong;
  const { alg, header } = facts;
  // Without problems the header is an object with `alg`; the compiler cannot know that.
  if (alg === undefined || header === undefined) return malformed('alg-missing', { found: 'absent' });
  if (alg === 'none') {
    return { state: 'unsecured', code: 'alg-none', message: saySigned('alg-none'), values: {} };
  }
  const critical = unknownCritical(facts.protectedHeader ?? {});
  if (critical !== undefined) return unsupported('crit-unknown', { name: shortened(critical) });
  const standing = standingOf(alg);
  if (standing.standing === 'prohibited') return unsupported('alg-prohibited', { alg });
  if (standing.standing === 'unknown') return unsupported('alg-unknown', { alg: shortened(alg), near: standing.near });
  if (facts.signatureText !== '') return undefined;
  return { state: 'failed', code: 'signature-empty', message: saySigned('signature-empty'), values: {} };
}
