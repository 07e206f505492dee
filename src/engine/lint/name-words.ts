/** The words that a name is made of: `cardNumber`, `card_number` and `card-number` are 'card number'. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[_\-.:/#\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** At most one letter is changed, added or left out. */
export function isOneEditApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, skip: boolean) => text.slice(skip ? start + 1 : start);
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === long.length) return rest(short, true) === rest(long, true);
  return rest(short, false) === rest(long, true);
}
