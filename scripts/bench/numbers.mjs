// @ts-check
/** Numbers of a series, and tables of them. */

/**
 * @param {readonly number[]} series
 * @returns {{ median: number, p95: number, n: number }} p95 by the nearest rank: of few samples the worst
 */
export function summary(series) {
  const sorted = [...series].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: round(at(0.5)), p95: round(at(0.95)), n: sorted.length };
}

/** @param {number} value */
export function round(value) {
  return Math.round(value * 10) / 10;
}

/**
 * @param {string} title
 * @param {readonly string[]} columns
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function printTable(title, columns, rows) {
  const lines = [columns, ...rows].map((cells) => cells.map(String));
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const cells of lines) {
    const padded = cells.map((cell, index) =>
      index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0),
    );
    console.log(`  ${padded.join('  ')}`);
  }
}
