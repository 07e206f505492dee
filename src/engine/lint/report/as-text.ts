/** Findings as plain text, for a mail or an issue. */
import {
  sayConfidence,
  sayMuted,
  sayNoFindings,
  sayReferences,
  sayReportTitle,
  saySeverity,
  sayWhere,
} from '../../messages/report.ts';
import type { Finding } from '../../types.ts';
import { countsOf, layersIn, type ReportInput, sortedByMuted } from './report.ts';

/**
 * The findings one after the other, those of muted rules last. Of the token it holds what the sentences quote (a kid, a
 * name, an address) and where things stand, never its characters, unless `input.text` is given.
 */
export function asText(input: ReportInput): string {
  const sorted = sortedByMuted(input);
  const layers = layersIn(input.findings);
  const paragraphs = [
    sayReportTitle(input.toolVersion, countsOf(sorted)),
    ...(input.findings.length === 0 ? [sayNoFindings()] : []),
    ...sorted.told.map((finding) => paragraphOf(finding, layers)),
    ...(sorted.muted.length === 0 ? [] : [sayMuted()]),
    ...sorted.muted.map((finding) => paragraphOf(finding, layers)),
    ...(input.text === undefined ? [] : [input.text]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function paragraphOf(finding: Finding, layers: number): string {
  const { rule, severity, confidence, message, advice, refs } = finding;
  const where = sayWhere(finding, layers);
  return [
    `${saySeverity(severity)}: ${rule} (${sayConfidence(confidence)})`,
    ...[message, advice, ...(where === undefined ? [] : [where]), sayReferences(refs)].map((line) => `  ${line}`),
  ].join('\n');
}
