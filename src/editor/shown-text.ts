import { inReverse, type TextEdit } from './text-edit.ts';

/**
 * The text as a field can hold it. Neither a text area nor Monaco keeps carriage returns, and a value may hold them
 * (a pasted log line, white space between the members of JSON), so both ways are mapped and no character of the value
 * is lost where nobody typed.
 */
export interface ShownText {
  /** the value */
  readonly value: string;
  /** the value with CR LF and single CR as LF */
  readonly text: string;
  /** offset in the value -> offset in the text */
  toText(offset: number): number;
  /** offset in the text -> offset in the value */
  toValue(offset: number): number;
}

const asIs = (offset: number): number => offset;

/** How `value` is shown in a field. */
export function shownText(value: string): ShownText {
  if (!value.includes('\r')) {
    return { value, text: value, toText: asIs, toValue: asIs };
  }
  const dropped = Array.from(value.matchAll(/\r(?=\n)/g), (match) => match.index);
  return {
    value,
    text: value.replace(/\r\n?/g, '\n'),
    toText: (offset) => offset - countWhere(dropped, (at) => at < offset),
    // The n-th dropped CR stood right before the LF at `at - n` of the text.
    toValue: (offset) => offset + countWhere(dropped, (at, nth) => at - nth < offset),
  };
}

/** How many entries at the head of an ascending list pass. */
function countWhere(list: readonly number[], passes: (entry: number, index: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && passes(entry, middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The value after edits that a person made in the shown text. */
export function valueAfter(shown: ShownText, edits: readonly TextEdit[]): string {
  let value = shown.value;
  for (const edit of inReverse(edits)) {
    const before = value.slice(0, shown.toValue(edit.start));
    const behind = edit.text + value.slice(shown.toValue(edit.end));
    // Side by side the two would be one line end, and the line that the person sees would be lost.
    const joins = before.endsWith('\r') && behind.startsWith('\n');
    value = before + (joins ? '\r' : '') + behind;
  }
  return value;
}
