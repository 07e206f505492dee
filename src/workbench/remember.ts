/**
 * A function that keeps its last answer, and gives it again while `keyOf` names the same values. So what is derived
 * from unchanged inputs is the same object, and a pane that reads it is not drawn again.
 */
export function remember<Input, Result>(
  keyOf: (input: Input) => readonly unknown[],
  compute: (input: Input) => Result,
): (input: Input) => Result {
  let last: { readonly key: readonly unknown[]; readonly result: Result } | undefined;
  return (input) => {
    const key = keyOf(input);
    if (last === undefined || !sameValues(last.key, key)) last = { key, result: compute(input) };
    return last.result;
  };
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
