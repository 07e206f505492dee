/** Which findings are listed, in which order. */
import type { Finding } from '../../engine/types.ts';
import type { Severity } from '../../words/findings.ts';

export interface FindingFilter {
  readonly severity: Severity | 'all';
  /** words that must all stand in the finding, whatever their case */
  readonly text: string;
}

export const NO_FILTER: FindingFilter = { severity: 'all', text: '' };

export interface ListedFinding {
  /** the same finding has the same key while the token stays */
  readonly key: string;
  readonly finding: Finding;
}

export interface FindingList {
  /** the worst first, otherwise in the order of the engine */
  readonly shown: readonly ListedFinding[];
  /** of muted rules, that fit the filter */
  readonly muted: readonly ListedFinding[];
  /** not muted, whatever the filter */
  readonly counts: Readonly<Record<Severity | 'all', number>>;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function listFindings(
  findings: readonly Finding[],
  mutedRules: ReadonlySet<string>,
  { severity, text }: FindingFilter,
): FindingList {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const listed = withKeys(findings).toSorted((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
  const isMuted = ({ finding }: ListedFinding) => mutedRules.has(finding.rule);
  const fits = ({ finding }: ListedFinding) =>
    (severity === 'all' || finding.severity === severity) && holdsAll(finding, words);
  const loud = listed.filter((one) => !isMuted(one));
  const amount = (wanted: Severity) => loud.filter(({ finding }) => finding.severity === wanted).length;
  return {
    shown: loud.filter(fits),
    muted: listed.filter((one) => isMuted(one) && fits(one)),
    counts: { all: loud.length, error: amount('error'), warning: amount('warning'), info: amount('info') },
  };
}

/** Two findings of a rule about the same place are told apart by a number. */
function withKeys(findings: readonly Finding[]): readonly ListedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, layer, part = '', pointer = '', span = [] } = finding;
    const key = [rule, layer, part, pointer, ...span].join(' ');
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { key: before === 0 ? key : `${key} ${before}`, finding };
  });
}

function holdsAll({ rule, message, advice, refs }: Finding, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = [rule, message, advice, ...refs].join(' ').toLowerCase();
  return words.every((word) => all.includes(word));
}
