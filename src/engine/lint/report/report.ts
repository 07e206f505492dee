/** What a report of findings is made from, and what all forms of it have in common. */
import type { Finding } from '../../types.ts';

export interface ReportInput {
  /** as `lint` answers them */
  readonly findings: readonly Finding[];
  /** ids of rules that the person muted: their findings are told apart, and not counted with the others */
  readonly muted: ReadonlySet<string>;
  readonly toolVersion: string;
  /** UTF-16 units of the text that was pasted; its places are counted in them */
  readonly textLength?: number;
  /** the text that was pasted, where the person wants it in the report; a token is a credential */
  readonly text?: string;
}

export interface Sorted {
  readonly told: readonly Finding[];
  readonly muted: readonly Finding[];
}

export function sortedByMuted({ findings, muted }: ReportInput): Sorted {
  return {
    told: findings.filter(({ rule }) => !muted.has(rule)),
    muted: findings.filter(({ rule }) => muted.has(rule)),
  };
}

export type Counts = Readonly<Record<Finding['severity'] | 'muted', number>>;

export function countsOf({ told, muted }: Sorted): Counts {
  const of = (severity: Finding['severity']) => told.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info'), muted: muted.length };
}

/** How many layers the findings tell of. */
export function layersIn(findings: readonly Finding[]): number {
  return findings.reduce((most, { layer }) => Math.max(most, layer + 1), 1);
}
