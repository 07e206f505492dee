/** Where everything in the picture of a token's times stands: 0 is the left end of the line, 1 the right. No words. */
import { placeOf, type Scale, scaleOf, type Tick, ticksOf } from './timeline-scale.ts';

/** In the order in which names of the same moment are told. */
export const DRAWN = ['auth_time', 'iat', 'nbf', 'exp'] as const;
export type DrawnName = (typeof DRAWN)[number];

/** Those that can be read, in seconds. */
export type Times = { readonly [Name in DrawnName]?: number | undefined };

export interface Mark {
  /** claims of the same moment */
  readonly names: readonly DrawnName[];
  readonly seconds: number;
  readonly at: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The time in which the token holds; open where nothing starts or ends it. */
export interface Band extends Span {
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export interface Timeline {
  readonly scale: Scale;
  /** by their moments */
  readonly marks: readonly Mark[];
  /** undefined where there is none: no `iat`, `nbf` or `exp`, or `exp` is not after the start */
  readonly band: Band | undefined;
  /** the part of the band before the needle */
  readonly passed: Span | undefined;
  /** what a skew adds before the start and after the end */
  readonly skews: readonly Span[];
  /** where the axis is broken */
  readonly breaks: readonly Span[];
  readonly ticks: readonly Tick[];
  readonly needle: number;
}

/** Of a band that nothing starts or ends at least so much is shown. */
const OPEN_LIFE = 3600;

export interface TimelineInput {
  readonly times: Times;
  /** `iat`, `nbf` or `exp` is there and cannot be read: when the token holds is not known, so there is no band */
  readonly isPartial?: boolean;
  readonly now: number;
  readonly skew: number;
  /** of the picture that is shown already, to be kept while the needle is dragged */
  readonly scale?: Scale;
}

/** The picture at `now`; undefined where there is no time to draw. All in seconds. */
export function timelineOf({ times, isPartial = false, now, skew, scale }: TimelineInput): Timeline | undefined {
  const marks = DRAWN.flatMap((name) => {
    const seconds = times[name];
    return seconds === undefined ? [] : [{ name, seconds }];
  });
  if (marks.length === 0) return undefined;
  const used = scale ?? scaleOf(...momentsOf(times, now, skew));
  const place = (seconds: number) => placeOf(used, seconds);
  const band = isPartial ? undefined : bandOf(times, place);
  const needle = place(now);
  return {
    scale: used,
    marks: joined(marks, place),
    band,
    passed: band === undefined || needle <= band.from ? undefined : { from: band.from, to: Math.min(needle, band.to) },
    skews: band === undefined ? [] : skewsOf(times, skew, place),
    breaks: used.flatMap(({ start, end, broken }) => (broken ? [{ from: start, to: end }] : [])),
    ticks: ticksOf(used),
    needle,
  };
}

/** From when on it holds: `nbf`, else `iat`. */
function startOf({ nbf, iat }: Times): number | undefined {
  return nbf ?? iat;
}

/** Seconds from start to end; undefined where one of them is missing, or the end is not after the start. */
export function lifeOf(times: Times): number | undefined {
  const start = startOf(times);
  const life = start === undefined || times.exp === undefined ? undefined : times.exp - start;
  return life !== undefined && life > 0 ? life : undefined;
}

/** The moments that need a place, and the life that a gap is compared with. */
function momentsOf(times: Times, now: number, skew: number): readonly [readonly number[], life: number | undefined] {
  const { exp } = times;
  const start = startOf(times);
  const life = lifeOf(times);
  const told = DRAWN.flatMap((name) => times[name] ?? []);
  // as much of an open band on one side of the needle as on the other
  const open = (end: number, side: 1 | -1) => now + side * Math.max(Math.abs(now - end), OPEN_LIFE);
  if (exp === undefined && start !== undefined) return [[...told, now, Math.max(open(start, 1), start)], life];
  if (exp !== undefined && start === undefined) return [[...told, now, Math.min(open(exp, -1), exp)], life];
  if (exp === undefined || life === undefined) return [[...told, now], life];
  return [[...told, now, exp + skew, ...(times.nbf === undefined ? [] : [times.nbf - skew])], Math.max(life, skew)];
}

type Place = (seconds: number) => number;

function bandOf(times: Times, place: Place): Band | undefined {
  const start = startOf(times);
  const { exp } = times;
  if (start === undefined && exp === undefined) return undefined;
  if (start !== undefined && exp !== undefined && exp <= start) return undefined;
  return {
    from: start === undefined ? 0 : place(start),
    to: exp === undefined ? 1 : place(exp),
    openStart: start === undefined,
    openEnd: exp === undefined,
  };
}

/** Only `nbf` starts anything for a verifier, and only `exp` ends it. */
function skewsOf({ nbf, exp }: Times, skew: number, place: Place): readonly Span[] {
  const before = nbf === undefined ? [] : [{ from: place(nbf - skew), to: place(nbf) }];
  const after = exp === undefined ? [] : [{ from: place(exp), to: place(exp + skew) }];
  return [...before, ...after].filter(({ from, to }) => to > from);
}

function joined(
  marks: readonly { readonly name: DrawnName; readonly seconds: number }[],
  place: Place,
): readonly Mark[] {
  const moments = [...new Set(marks.map(({ seconds }) => seconds))].toSorted((a, b) => a - b);
  return moments.map((seconds) => ({
    names: marks.filter((mark) => mark.seconds === seconds).map(({ name }) => name),
    seconds,
    at: place(seconds),
  }));
}
