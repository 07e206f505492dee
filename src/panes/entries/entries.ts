/** The signatures of a JWS, or the recipients of a JWE, each with what is known of it. */
import type { JsonObject, Verdict } from '../../engine/types.ts';
import type { LayerEntry, LayerView, ShownVerdict } from '../../workbench/types.ts';
import type { CellVerdict } from '../verdict/cell-facts.ts';

export interface Entry {
  readonly index: number;
  readonly alg: string | undefined;
  readonly kid: string | undefined;
  readonly encrypted: boolean;
  readonly verdict: CellVerdict;
}

interface ReadEntry {
  readonly alg: string | undefined;
  readonly header: JsonObject | undefined;
  /** by the letter */
  readonly verdict: Verdict | undefined;
}

export function entriesOf({ opened: { object }, signatures, recipients, verdict }: LayerView): readonly Entry[] {
  if (object === undefined) return [];
  const encrypted = object.type === 'jwe';
  const read: readonly ReadEntry[] = encrypted ? object.recipients : object.signatures;
  const answered = encrypted ? recipients : signatures;
  return read.map(({ alg, header, verdict: early }, index) => ({
    index,
    alg,
    kid: typeof header?.kid === 'string' ? header.kid : undefined,
    encrypted,
    verdict: read.length === 1 ? verdict : entryVerdict(answered?.[index], early, verdict),
  }));
}

/** What the engine says of this one; until then what its letters say, or what is said of the whole layer. */
function entryVerdict(answered: LayerEntry | undefined, early: Verdict | undefined, whole: ShownVerdict): CellVerdict {
  const known = answered?.verdict ?? early;
  return known === undefined ? whole : { state: known.state, code: known.code, busy: false, verdict: known };
}
