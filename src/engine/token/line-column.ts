export interface LineColumn {
  /** counted from 1 */
  readonly line: number;
  /** counted from 1, in UTF-16 units */
  readonly column: number;
}

/** Line and column of an offset. Lines end with LF, CR LF or CR. */
export function lineColumnAt(text: string, offset: number): LineColumn {
  const end = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const isBreak = code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10);
    if (!isBreak) continue;
    line++;
    lineStart = i + 1;
  }
  return { line, column: end - lineStart + 1 };
}
