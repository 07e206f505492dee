/** Neighbours that are drawn alike are one piece of text, so that a row is a few elements. */

export interface Run<Item> {
  readonly items: readonly [Item, ...Item[]];
  readonly look: string;
}

/** `lookOf`: what neighbours must have in common; undefined for an item that is always alone. */
export function runsOf<Item>(items: readonly Item[], lookOf: (item: Item) => string | undefined): readonly Run<Item>[] {
  const runs: { readonly items: [Item, ...Item[]]; readonly look: string | undefined }[] = [];
  for (const item of items) {
    const look = lookOf(item);
    const last = runs.at(-1);
    if (last !== undefined && look !== undefined && last.look === look) last.items.push(item);
    else runs.push({ items: [item], look });
  }
  return runs.map((run) => ({ items: run.items, look: run.look ?? '' }));
}
