/** What the verdict bar says, as facts for the words. */

import { kindLine, nothingPasted } from '../../words/shell.ts';
import type { CellFacts } from '../../words/verdict-cell.ts';
import type { LayerView, ShownVerdict, WorkbenchView } from '../../workbench/types.ts';
import { algOf, isEncrypted } from '../open-layer.ts';

export type CellVerdict = Pick<ShownVerdict, 'state' | 'code' | 'busy' | 'verdict'>;

/** `layer`: counted from 1, of a token that holds another. */
export interface Cell {
  readonly encrypted: boolean;
  readonly layer: number | undefined;
  readonly verdict: CellVerdict;
  readonly facts: CellFacts;
}

export function factsOf({ code, verdict }: CellVerdict, encrypted: boolean, alg: string | undefined): CellFacts {
  const done = verdict?.state === 'verified' || verdict?.state === 'decrypted' ? verdict : undefined;
  return {
    code,
    encrypted,
    values: verdict?.values ?? {},
    alg,
    trust: code === 'signed-here' || code === 'encrypted-here' ? undefined : done?.trust,
    by: done?.by,
  };
}

/** The signature's cell: of the outermost layer that is not good, else of the innermost. */
export function signatureCell(view: Pick<WorkbenchView, 'opened' | 'verdict' | 'layers'>): Cell {
  const layer = view.layers.find((one) => !isGood(one)) ?? view.layers.at(-1);
  if (layer === undefined || view.layers.length === 1) return cellOf(view.opened, view.verdict, undefined);
  return cellOf(layer.opened, verdictOf(layer, view), layer.depth + 1);
}

function cellOf(opened: WorkbenchView['opened'], verdict: CellVerdict, layer: number | undefined): Cell {
  const encrypted = isEncrypted(opened);
  return { encrypted, layer, verdict, facts: factsOf(verdict, encrypted, algOf(opened)) };
}

function isGood({ verdict }: LayerView): boolean {
  return verdict.state === 'verified' || verdict.state === 'decrypted' || verdict.state === 'signed';
}

/** What was made here is never said to have been verified or decrypted, in no layer. */
function verdictOf({ verdict }: LayerView, { verdict: whole }: Pick<WorkbenchView, 'verdict'>): CellVerdict {
  if (whole.state !== 'signed') return verdict;
  if (verdict.state === 'verified') return { ...verdict, state: 'signed', code: 'signed-here' };
  return verdict.state === 'decrypted' ? { ...verdict, state: 'signed', code: 'encrypted-here' } : verdict;
}

/** The small line over the sentence: what this is. */
export function kindOf({
  verdict,
  opened,
  layers,
  edited,
}: Pick<WorkbenchView, 'verdict' | 'opened' | 'layers' | 'edited'>): string {
  if (verdict.state === 'empty') return nothingPasted;
  const header = opened.layer?.header;
  const isObject = typeof header === 'object' && header !== null && !Array.isArray(header);
  const typ = isObject && 'typ' in header && typeof header.typ === 'string' ? header.typ : undefined;
  const types = layers.flatMap(({ opened: { object } }) => (object === undefined ? [] : [object.type]));
  return kindLine(opened.form, typ, edited.header || edited.payload || edited.signature, types);
}
