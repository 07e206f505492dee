/** The number beside a tab's name. */

import { isJsonObject } from '../../engine/token/json-kind.ts';
import { askedOf } from '../../words/checks.ts';
import { number } from '../../words/numbers.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { openLayer } from '../open-layer.ts';
import type { InspectorTab } from './inspector-tabs.ts';

export interface Badge {
  readonly words: string;
  readonly tone: 'ink' | 'fail' | 'warn';
}

/** Claims of the open layer; layers with what is inside of them; disclosures shown of all; checks asked of all, red where one failed; findings that are not muted, by the worst of them. */
export function badgeOf(tab: InspectorTab, view: WorkbenchView): Badge | undefined {
  switch (tab) {
    case 'claims': {
      const claims = openLayer(view)?.content?.json;
      return isJsonObject(claims) ? { words: number(Object.keys(claims).length), tone: 'ink' } : undefined;
    }
    case 'findings': {
      const loud = view.meaning?.findings.filter(({ rule }) => !view.mutedRules.has(rule)) ?? [];
      if (loud.length === 0) return undefined;
      const has = (severity: string) => loud.some((finding) => finding.severity === severity);
      return { words: number(loud.length), tone: has('error') ? 'fail' : has('warning') ? 'warn' : 'ink' };
    }
    case 'layers':
      return { words: number(view.layers.length + 1), tone: 'ink' };
    case 'disclosures': {
      const { presentation } = view;
      return presentation && { words: askedOf(presentation.shown.size, presentation.count), tone: 'ink' };
    }
    case 'bytes':
    case 'certificates':
      return undefined;
    case 'checks': {
      const { checks } = view;
      if (checks === undefined || checks.length === 0) return undefined;
      const asked = checks.filter(({ outcome }) => outcome !== 'not-asked').length;
      const hasFailed = checks.some(({ outcome }) => outcome === 'fail');
      return { words: askedOf(asked, checks.length), tone: hasFailed ? 'fail' : 'ink' };
    }
  }
}
