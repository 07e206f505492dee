/** What the verdict bar says, as facts for the words. */

import { kindLine, nothingPasted } from '../../words/shell.ts';
import type { CellFacts } from '../../words/verdict-cell.ts';
import type { WorkbenchView } from '../../workbench/types.ts';

export function cellFacts({ verdict, opened }: WorkbenchView): CellFacts {
  const done = verdict.verdict?.state === 'verified' ? verdict.verdict : undefined;
  return {
    code: verdict.code,
    values: verdict.verdict?.values ?? {},
    alg: opened.token?.alg,
    trust: verdict.code === 'signed-here' ? undefined : done?.trust,
    by: done?.by,
  };
}

/** The small line over the sentence: what this is. */
export function kindOf({ verdict, opened, edited }: WorkbenchView): string {
  if (verdict.state === 'empty') return nothingPasted;
  const header = opened.layer?.header;
  const isObject = typeof header === 'object' && header !== null && !Array.isArray(header);
  const typ = isObject && 'typ' in header && typeof header.typ === 'string' ? header.typ : undefined;
  return kindLine(opened.form, typ, edited.header || edited.payload || edited.signature);
}
