/** Texts that make a rule speak, and near ones that must not. */
import type { LintRuleId } from '../../messages/lint.ts';
import type { LintCase } from '../lint-tokens.ts';

export interface RuleCases {
  readonly rule: LintRuleId;
  readonly fires: readonly LintCase[];
  readonly silent: readonly LintCase[];
}
