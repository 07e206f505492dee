/** Findings as JSON, for programs of one's own. */
import { TOOL_NAME } from '../../messages/report.ts';
import { countsOf, type ReportInput, sortedByMuted } from './report.ts';

/**
 * `{ tool, textLength?, text?, counts, findings }`, laid out in lines. Each finding is as `Finding` has it, and says
 * whether its rule is muted; spans are UTF-16 units of the layer's own text, ends exclusive. The token itself is left
 * out unless `input.text` is given.
 */
export function asJson(input: ReportInput): string {
  const { findings, muted, toolVersion, textLength, text } = input;
  const report = {
    tool: { name: TOOL_NAME, version: toolVersion },
    ...(textLength === undefined ? {} : { textLength }),
    ...(text === undefined ? {} : { text }),
    counts: countsOf(sortedByMuted(input)),
    findings: findings.map((finding) => ({ ...finding, muted: muted.has(finding.rule) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
