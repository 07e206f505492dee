/** The English of a report of findings (`lint/report/`). */
import type { Finding } from '../types.ts';

export const TOOL_NAME = 'JWT Debugger';

type Counts = Readonly<Record<Finding['severity'] | 'muted', number>>;

const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Note' } as const;
const CONFIDENCES = { certain: 'certain', likely: 'likely', hint: 'only a hint' } as const;

export function saySeverity(severity: Finding['severity']): string {
  return SEVERITIES[severity];
}

export function sayConfidence(confidence: Finding['confidence']): string {
  return CONFIDENCES[confidence];
}

/** 'JWT Debugger 1.2.0: 2 errors, 1 warning, 0 notes, 1 muted'. */
export function sayReportTitle(version: string, { error, warning, info, muted }: Counts): string {
  const counts = [several(error, 'error'), several(warning, 'warning'), several(info, 'note')];
  return `${TOOL_NAME} ${version}: ${[...counts, ...(muted === 0 ? [] : [`${muted} muted`])].join(', ')}`;
}

function several(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function sayNoFindings(): string {
  return 'The rules found nothing.';
}

export function sayMuted(): string {
  return 'Muted:';
}

/** 'Where: layer 2, payload /exp, characters 12 to 40'; undefined where a finding is about the whole of a single layer. */
export function sayWhere(finding: Finding, layers: number): string | undefined {
  const { layer, part, pointer, span } = finding;
  const places = [
    ...(layers > 1 ? [`layer ${layer + 1}`] : []),
    ...(part === undefined ? [] : [pointer === undefined || pointer === '' ? part : `${part} ${pointer}`]),
    // counted from 1, as an editor shows them, both ends within
    ...(span === undefined || span[0] === span[1] ? [] : [`characters ${span[0] + 1} to ${span[1]}`]),
  ];
  return places.length === 0 ? undefined : `Where: ${places.join(', ')}`;
}

export function sayReferences(refs: readonly string[]): string {
  return `See: ${refs.join('; ')}`;
}

/** Stands in place of the token's name. */
export function sayArtifact(layer: number): string {
  return layer === 0 ? 'The text that was pasted' : `The content of layer ${layer}`;
}
