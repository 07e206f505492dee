/** The first characters of a text, never half of a surrogate pair, and `…` where there were more. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const first = text.slice(0, most);
  return `${/[\uD800-\uDBFF]$/.test(first) ? first.slice(0, -1) : first}…`;
}
