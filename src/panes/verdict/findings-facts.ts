/** What the cell 'Findings' says, and what of them stands in the sentence. */
import type { LintRuleId } from '../../engine/messages/lint.ts';
import type { Finding } from '../../engine/types.ts';
import type { FindingsFacts } from '../../words/findings-cell.ts';
import type { WorkbenchView } from '../../workbench/types.ts';

type Told = Pick<WorkbenchView, 'text' | 'meaning' | 'meaningMissing' | 'mutedRules'>;

export function findingsFacts(view: Told): FindingsFacts {
  if (view.text.trim() === '') return { kind: 'nothing' };
  if (view.meaning === undefined) return { kind: view.meaningMissing ? 'missing' : 'waiting' };
  const loud = loudOf(view);
  const amount = (wanted: Finding['severity']) => loud.filter(({ severity }) => severity === wanted).length;
  return { kind: 'counted', errors: amount('error'), warnings: amount('warning'), notes: amount('info') };
}

const CONFIDENCES: readonly Finding['confidence'][] = ['certain', 'likely', 'hint'];
/** What the sentence says in its own words: of the signature, of the time, and of checks that failed. */
const TOLD: ReadonlySet<string> = new Set([
  'alg-confusion-public-key-as-secret',
  'alg-none',
  'alg-none-casing',
  'alg-none-with-signature',
  'alg-prohibited',
  'alg-unknown',
  'empty-signature',
  'sig-ecdsa-der',
  'sig-header-or-payload-edited',
  'verified-but-not-trusted',
  'exp-before-iat',
  'exp-before-nbf',
  'exp-past',
  'iat-future',
  'nbf-future',
  'time-iso-string',
  'time-not-number',
  'alg-not-allowed',
  'at-hash-mismatch',
  'aud-unexpected',
  'iss-unexpected',
  'simplejwt-wrong-type',
  'typ-unexpected',
] satisfies LintRuleId[]);

/** The message of the surest error that says what the sentence does not say anyway. */
export function worstError(view: Told): string | undefined {
  const errors = loudOf(view).filter(({ severity, rule }) => severity === 'error' && !TOLD.has(rule));
  return CONFIDENCES.flatMap((wanted) => errors.filter(({ confidence }) => confidence === wanted))[0]?.message;
}

function loudOf({ meaning, mutedRules }: Told): readonly Finding[] {
  return meaning?.findings.filter(({ rule }) => !mutedRules.has(rule)) ?? [];
}
