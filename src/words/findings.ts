/** Words of the Findings tab. What was found and what to do about it are the engine's sentences. */
import type { Finding } from '../engine/types.ts';
import { count, number } from './numbers.ts';

export type Severity = Finding['severity'];

export const FINDINGS = {
  list: 'Findings',
  severities: 'Filter by severity',
  search: 'Filter findings',
  searchHint: 'rule, word or reference',
  none: 'The rules found nothing to say about this token.',
  noneLeft: 'No finding fits this filter.',
  showAll: 'Show all',
  waiting: 'The rules run when the verdict is there.',
  missing: 'The part of this page that has the rules could not be loaded. Reload the page.',
  nothing: 'The rules run when something is pasted.',
  mute: 'Mute',
  unmute: 'Unmute',
  muted: 'Muted rules',
  newTab: 'opens in a new tab',
  export: 'Export',
  exportMenu: 'Export the findings',
  asText: 'Copy as text',
  asJson: 'Copy as JSON',
  asSarif: 'Copy as SARIF 2.1.0',
  noToken: 'Neither token nor key is in it',
  noCharacters: 'about the whole token',
} as const;

const SEVERITIES: Readonly<Record<Severity, { readonly one: string; readonly many: string }>> = {
  error: { one: 'Error', many: 'Errors' },
  warning: { one: 'Warning', many: 'Warnings' },
  info: { one: 'Note', many: 'Notes' },
};

export const severityWord = (severity: Severity) => SEVERITIES[severity].one;

/** 'Errors 2' */
export const severityChip = (severity: Severity | 'all', amount: number) =>
  `${severity === 'all' ? 'All' : SEVERITIES[severity].many} ${number(amount)}`;

const CONFIDENCES: Readonly<Record<Finding['confidence'], string>> = {
  certain: 'certain',
  likely: 'likely',
  hint: 'a hint',
};

export const confidenceWord = (confidence: Finding['confidence']) => CONFIDENCES[confidence];

export const muteName = (rule: string) => `Mute ${rule}`;
export const unmuteName = (rule: string) => `Unmute ${rule}`;
/** '2 findings of 1 muted rule' */
export const mutedLine = (findings: number, rules: number) =>
  `${count(findings, 'finding', 'findings')} of ${count(rules, 'muted rule', 'muted rules')}, counted nowhere`;
export const showAllFindings = (all: number) => `Show all ${number(all)} findings`;

const PARTS: Readonly<Record<NonNullable<Finding['part']>, string>> = {
  header: 'header',
  payload: 'payload',
  signature: 'signature',
  'encrypted-key': 'encrypted key',
  iv: 'initialization vector',
  ciphertext: 'ciphertext',
  tag: 'authentication tag',
  disclosure: 'disclosure',
  envelope: 'the token as a whole',
  key: 'key',
  settings: 'what you expect',
};

/** 'header, characters 34–51'; 'layer 2, payload'. Places are counted from 1. */
export function placeWords({ part, span, layer }: Pick<Finding, 'part' | 'span' | 'layer'>): string {
  return [
    ...(layer > 0 ? [`layer ${layer + 1}`] : []),
    ...(part === undefined ? [] : [PARTS[part]]),
    ...(span === undefined ? [] : [spanWords(span)]),
  ].join(', ');
}

function spanWords([start, end]: readonly [number, number]): string {
  return end - start < 2 ? `character ${number(start + 1)}` : `characters ${number(start + 1)}–${number(end)}`;
}
