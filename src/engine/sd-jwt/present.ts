/** Another presentation of an SD-JWT: some of its disclosures and not the others (RFC 9901 section 7.2). */

import { type Cut, presentJson } from './present-json.ts';
import type { ProcessedDisclosure } from './process.ts';
import { readSdJwt } from './read.ts';

export interface Presentation {
  readonly text: string;
  /** indexes of the disclosures that are in it */
  readonly shown: readonly number[];
  /** of those that were wished for, and left out because the disclosure that holds their digest is not shown */
  readonly withoutParent: readonly number[];
  /** `dropped`: it was made for other disclosures, so its `sd_hash` no longer holds */
  readonly keyBinding: Cut['keyBinding'];
}

/**
 * The presentation that shows the disclosures with these indexes, in their order. `text` is the cleaned token, compact or
 * JSON, and `processed` what came of it. Every presentation is made of the same text, so that one can go back and forth;
 * the one that shows all is that text itself, with its key binding. Nothing else of the token changes. Undefined where a
 * JSON text cannot be changed with certainty: it is not JSON, or names a member twice. Never throws.
 */
export function presentSdJwt(
  text: string,
  wanted: ReadonlySet<number>,
  processed: { readonly disclosures: readonly Pick<ProcessedDisclosure, 'parent'>[] },
): Presentation | undefined {
  const { shown, withoutParent } = connected(wanted, processed.disclosures);
  const isAll = shown.length === processed.disclosures.length;
  const cut = text.trimStart().startsWith('{') ? presentJson(text, shown, isAll) : presentCompact(text, shown, isAll);
  return cut && { text: cut.text, shown, withoutParent, keyBinding: cut.keyBinding };
}

/** A disclosure counts where everything that it hangs on is wanted too. One that hangs on nothing is as it was sent. */
function connected(
  wanted: ReadonlySet<number>,
  disclosures: readonly Pick<ProcessedDisclosure, 'parent'>[],
): Pick<Presentation, 'shown' | 'withoutParent'> {
  const known = new Map<number, boolean>();
  for (const start of disclosures.keys()) {
    // upwards by a list: disclosures may be chained by the thousand, never in a circle, since each was found from the payload
    const path: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !known.has(at) && wanted.has(at)) {
      path.push(at);
      const parent: 'payload' | number | undefined = disclosures[at]?.parent;
      at = typeof parent === 'number' ? parent : undefined;
    }
    const isShown = at === undefined || (known.get(at) ?? wanted.has(at));
    for (const one of path) known.set(one, isShown);
  }
  const chosen = [...disclosures.keys()].filter((index) => wanted.has(index));
  return {
    shown: chosen.filter((index) => known.get(index) === true),
    withoutParent: chosen.filter((index) => known.get(index) !== true),
  };
}

function presentCompact(text: string, shown: readonly number[], isAll: boolean): Cut {
  const { issuerJwt, disclosures, keyBinding } = readSdJwt(text);
  if (isAll) return { text, keyBinding: keyBinding === undefined ? 'none' : 'kept' };
  const kept = shown.map((index) => disclosures[index]?.text ?? '');
  return {
    text: [issuerJwt.text, ...kept, ''].join('~'),
    keyBinding: keyBinding === undefined ? 'none' : 'dropped',
  };
}
