/** Lists as they are typed: names with commas or blanks between them, in quotation marks where they hold such. */

const ITEM = /"((?:[^"]|"")*)"|[^\s,]+/g;

/** Undefined where there is nothing in it. */
export function listIn(text: string): readonly string[] | undefined {
  const items = [...text.matchAll(ITEM)].map(([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole);
  const filled = items.filter((item) => item.trim() !== '');
  return filled.length === 0 ? undefined : filled;
}

export function listText(items: string | readonly string[] | undefined): string {
  const list = typeof items === 'string' ? [items] : (items ?? []);
  return list.map((item) => (/[\s,"]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join(', ');
}
