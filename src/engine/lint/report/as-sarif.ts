/** Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format). */
import { ruleInBrief } from '../../messages/lint/in-brief.ts';
import { sayArtifact, TOOL_NAME } from '../../messages/report.ts';
import type { Finding } from '../../types.ts';
import { addressOfReference } from './reference.ts';
import { layersIn, type ReportInput } from './report.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * One run with the rules that found something, and one result for each finding, laid out in lines. Places are
 * `charOffset` and `charLength` in UTF-16 units of an artifact: the text that was pasted, or, for an inner layer, the
 * content of the layer around it. Findings of muted rules are suppressed results of kind `external`. The token itself is
 * left out unless `input.text` is given.
 */
export function asSarif(input: ReportInput): string {
  const { findings, muted, toolVersion } = input;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: TOOL_NAME, version: toolVersion, rules: rules.map((rule) => descriptorOf(rule, findings)) },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: artifactsOf(input),
        results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.rule), muted.has(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf(id: string, findings: readonly Finding[]): object {
  const brief = ruleInBrief(id);
  const first = findings.find(({ rule }) => rule === id);
  const refs = first?.refs ?? [];
  const helpUri = refs.map(addressOfReference).find((address) => address !== undefined);
  return {
    id,
    shortDescription: { text: brief?.title ?? id },
    help: { text: first?.advice ?? id },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: LEVELS[brief?.severity ?? first?.severity ?? 'info'] },
    properties: { references: refs },
  };
}

/** The text that was pasted, and the content of each layer that holds another one. */
function artifactsOf({ findings, textLength, text }: ReportInput): readonly object[] {
  return Array.from({ length: layersIn(findings) }, (_, layer) => {
    const description = { text: sayArtifact(layer) };
    const base = { location: { uri: uriOf(layer), index: layer }, description };
    if (layer > 0) return { ...base, parentIndex: layer - 1 };
    return {
      ...base,
      roles: ['analysisTarget'],
      ...(text === undefined ? {} : { contents: { text } }),
      ...(textLength === undefined ? {} : { properties: { characters: textLength } }),
    };
  });
}

function uriOf(layer: number): string {
  return layer === 0 ? 'pasted.txt' : `layer-${layer + 1}.txt`;
}

function resultOf(finding: Finding, ruleIndex: number, isMuted: boolean): object {
  const { rule, severity, confidence, message } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(finding)],
    ...(isMuted ? { suppressions: [{ kind: 'external' }] } : {}),
    properties: { confidence, layer: finding.layer },
  };
}

function locationOf({ layer, part, pointer, span }: Finding): object {
  const region = span && { charOffset: span[0], charLength: span[1] - span[0] };
  const logical = part && [{ fullyQualifiedName: `${part}${pointer ?? ''}`, kind: pointer ? 'member' : 'part' }];
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(layer), index: layer }, ...(region && { region }) },
    ...(logical && { logicalLocations: logical }),
  };
}
