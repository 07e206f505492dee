/** Spans of time as they are typed: seconds, or '15 min', '2 h', '1 d'. */

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, min: 60, h: 3600, d: 86_400 };

/** Seconds; undefined for any other text. */
export function spanIn(text: string): number | undefined {
  const found = /^(\d{1,10})\s*([a-z]*)$/i.exec(text.trim());
  const unit = UNITS[found?.[2]?.toLowerCase() ?? ''];
  return found === null || unit === undefined ? undefined : Number(found[1]) * unit;
}

/** '15 min' for 900: the largest unit that it is whole in. */
export function spanText(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const [unit, size] = WRITTEN.find(([, size]) => seconds > 0 && seconds % size === 0) ?? ['s', 1];
  return `${seconds / size} ${unit}`;
}

const WRITTEN = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;
