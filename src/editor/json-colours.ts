/** What a run of characters in a line of JSON is, for its colour. */
export type JsonColour = 'name' | 'string' | 'number' | 'literal' | 'punctuation' | 'plain';

/** Offsets in the line, end exclusive. */
export interface ColourRun {
  readonly start: number;
  readonly end: number;
  readonly colour: JsonColour;
}

// A string may lack its closing quote: the text is coloured while it is being typed.
const RUN = /("[^"\\]*(?:\\.[^"\\]*)*\\?"?)(?=(\s*:)?)|(-?\d[\d.eE+-]*)|\b(true|false|null)\b|[{}[\],:]+/g;

function colourOf([, string, colon, number, literal]: RegExpExecArray): JsonColour {
  if (string !== undefined) {
    return colon === undefined ? 'string' : 'name';
  }
  return number !== undefined ? 'number' : literal !== undefined ? 'literal' : 'punctuation';
}

/**
 * One line of JSON as runs, from its first character to its last without a gap. Works line by line, since no token of
 * JSON goes over a line break, and takes any text: what is not JSON is plain. A string is a name where a colon follows
 * it in the same line.
 */
export function jsonRuns(line: string): readonly ColourRun[] {
  const runs: ColourRun[] = [];
  let at = 0;
  const plainUpTo = (end: number): void => {
    if (end > at) {
      runs.push({ start: at, end, colour: 'plain' });
    }
  };
  for (const match of line.matchAll(RUN)) {
    plainUpTo(match.index);
    at = match.index + match[0].length;
    runs.push({ start: match.index, end: at, colour: colourOf(match) });
  }
  plainUpTo(line.length);
  return runs;
}
