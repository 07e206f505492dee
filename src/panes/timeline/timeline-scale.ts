/** From moments to places along the line and back. Long empty stretches are broken out, so that what matters keeps room. */

/** A stretch of time in a stretch of the line; `broken`: drawn as a break of the axis. Seconds, and 0 to 1. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly broken: boolean;
}

/** In order, without gaps, from 0 to 1. */
export type Scale = readonly Stretch[];

/** The free part of the line before its first and after its last moment. */
const MARGIN = 0.115;
/** The part of the line that a break takes. */
const BREAK = 0.14;
/** A gap of more lifetimes than these is broken out. */
const LONGEST_GAP = 4;
/** No group of moments gets less of the line than this. */
const LEAST = 0.06;

/** A moment alone gets this much time on both sides, of the life; where there is no life, so many seconds. */
const AROUND = 0.05;
const AROUND_SECONDS = 1800;

/**
 * The scale on which all moments have their place: at least one. `life`: seconds that the token holds; gaps of more
 * than four of these become breaks. Undefined: none does.
 */
export function scaleOf(moments: readonly number[], life: number | undefined): Scale {
  const longest = life === undefined ? Number.POSITIVE_INFINITY : life * LONGEST_GAP;
  const around = life === undefined ? AROUND_SECONDS : life * AROUND;
  const groups = groupsOf(moments, longest).map((group) => widened(group, around));
  const first = groups[0];
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return [];
  const room = 1 - 2 * MARGIN - (groups.length - 1) * BREAK;
  const widths = widthsOf(groups, room);
  const inner: Stretch[] = [];
  let start = MARGIN;
  for (const [index, group] of groups.entries()) {
    const before = groups[index - 1];
    if (before !== undefined) {
      inner.push({ from: before.to, to: group.from, start, end: start + BREAK, broken: true });
      start += BREAK;
    }
    const end = start + (widths[index] ?? 0);
    inner.push({ ...group, start, end, broken: false });
    start = end;
  }
  // on both sides time goes on at the pace of its neighbour
  const left = MARGIN * paceOf(inner[0]);
  const right = MARGIN * paceOf(inner.at(-1));
  return [
    { from: first.from - left, to: first.from, start: 0, end: MARGIN, broken: false },
    ...inner,
    { from: last.to, to: last.to + right, start: 1 - MARGIN, end: 1, broken: false },
  ];
}

interface Group {
  readonly from: number;
  readonly to: number;
}

/** Moments that lie no further apart than `longest`. */
function groupsOf(moments: readonly number[], longest: number): readonly Group[] {
  const groups: Group[] = [];
  for (const at of [...new Set(moments)].toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last !== undefined && at - last.to <= longest) groups[groups.length - 1] = { from: last.from, to: at };
    else groups.push({ from: at, to: at });
  }
  return groups;
}

function widened({ from, to }: Group, around: number): Group {
  return from === to ? { from: from - around, to: to + around } : { from, to };
}

/** By the time in them, and none less than its least. */
function widthsOf(groups: readonly Group[], room: number): readonly number[] {
  const spans = groups.map(({ from, to }) => to - from);
  const all = spans.reduce((sum, span) => sum + span, 0);
  const rest = room - LEAST * groups.length;
  return spans.map((span) => LEAST + (span / all) * rest);
}

/** Seconds for the whole line. */
function paceOf(stretch: Stretch | undefined): number {
  return stretch === undefined ? 0 : (stretch.to - stretch.from) / (stretch.end - stretch.start);
}

/** 0 to 1; what lies outside of the scale is at its end. */
export function placeOf(scale: Scale, seconds: number): number {
  const stretch = scale.find(({ to }) => seconds <= to);
  if (stretch === undefined) return 1;
  const { from, to, start, end } = stretch;
  if (seconds <= from) return start;
  return start + ((seconds - from) / (to - from)) * (end - start);
}

/** Whole seconds. */
export function momentAt(scale: Scale, place: number): number {
  const within = Math.min(1, Math.max(0, place));
  const stretch = scale.find(({ end }) => within <= end) ?? scale.at(-1);
  if (stretch === undefined) return 0;
  const { from, to, start, end } = stretch;
  return Math.round(from + ((within - start) / (end - start)) * (to - from));
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const YEAR = 365.25 * DAY;
/** Small ticks, and how many of them are a large one. */
const STEPS: readonly (readonly [seconds: number, perLarge: number])[] = [
  [1, 5],
  [5, 6],
  [10, 6],
  [MINUTE, 5],
  [5 * MINUTE, 6],
  [15 * MINUTE, 4],
  [HOUR, 6],
  [6 * HOUR, 4],
  [DAY, 7],
  [7 * DAY, 4],
  [30 * DAY, 6],
  [YEAR, 5],
  [10 * YEAR, 10],
  [100 * YEAR, 10],
];

/** Small ticks are at least so far apart, of the whole line. */
const LEAST_APART = 0.017;

export interface Tick {
  readonly at: number;
  readonly large: boolean;
}

/** Ticks outside of the breaks, at round times; in each stretch as many as have room. */
export function ticksOf(scale: Scale): readonly Tick[] {
  return scale.flatMap((stretch, index) => (stretch.broken ? [] : ticksIn(stretch, scale[index - 1])));
}

function ticksIn(stretch: Stretch, before: Stretch | undefined): readonly Tick[] {
  const { from, to, start, end } = stretch;
  const least = paceOf(stretch) * LEAST_APART;
  const [step, perLarge] = STEPS.find(([seconds]) => seconds >= least) ?? [Number.POSITIVE_INFINITY, 1];
  if (!Number.isFinite(step)) return [];
  const ticks: Tick[] = [];
  for (let count = Math.ceil(from / step); count * step <= to; count += 1) {
    // the end of the stretch before has it already
    if (count * step === from && before?.broken === false) continue;
    ticks.push({ at: start + ((count * step - from) / (to - from)) * (end - start), large: count % perLarge === 0 });
  }
  return ticks;
}
