/** Each item with its place, which is its name where two may be the same and none moves. */
export function numbered<Item>(items: readonly Item[]): readonly { readonly at: number; readonly item: Item }[] {
  return items.map((item, at) => ({ at, item }));
}
