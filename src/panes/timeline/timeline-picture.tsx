/** The picture: the band in which the token holds, its marks, and the needle that can be moved. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TimeVerdict } from '../../engine/types.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { Zone } from '../../words/timeline.ts';
import { exactLabel } from '../../words/timeline.ts';
import { Needle } from './needle.tsx';
import { type Band, lifeOf, type Span, type Times, timelineOf } from './timeline-geometry.ts';
import { TimelineLabels } from './timeline-labels.tsx';
import { useDrag } from './use-drag.ts';

interface PictureProps {
  readonly times: Times;
  /** one that matters cannot be read */
  readonly isPartial: boolean;
  /** what the clock says, whole seconds */
  readonly clock: number;
  readonly asOf: number | undefined;
  /** seconds */
  readonly skew: number;
  readonly zone: Zone;
  /** at a moment, seconds */
  verdictAt(now: number): TimeVerdict;
  setAsOf(seconds: number | undefined): void;
}

const TONES: Readonly<Record<TimeVerdict['state'], Tone>> = {
  valid: 'ok',
  'no-end': 'warn',
  'within-skew': 'warn',
  'not-yet-valid': 'warn',
  expired: 'fail',
  contradict: 'fail',
  unreadable: 'fail',
  'not-asked': 'idle',
};

/** Of the picture and of what is in it, px. */
const HEIGHT = 88;
const BAND_TOP = 28;
const BAND_HEIGHT = 16;
const AXIS = 46;
/** Until it has been measured. */
const FIRST_WIDTH = 452;

export function TimelinePicture({ times, isPartial, clock, asOf, skew, zone, verdictAt, setAsOf }: PictureProps) {
  const line = useRef<HTMLDivElement>(null);
  const needle = useRef<HTMLDivElement>(null);
  const width = useWidth(line);
  const still = timelineOf({ times, isPartial, now: asOf ?? clock, skew });
  const source = still && {
    scale: still.scale,
    place: still.needle,
    moments: still.marks.map(({ seconds }) => seconds),
    setAsOf,
  };
  const { drag, onNeedle, onLine } = useDrag(line, source);
  const now = drag?.moment ?? asOf ?? clock;
  const timeline = drag === undefined ? still : timelineOf({ times, isPartial, now, skew, scale: drag.scale });
  if (timeline === undefined) return null;
  const verdict = verdictAt(now);
  const tone = TONES[verdict.state];
  const isNow = drag === undefined && asOf === undefined;
  const nowLabel = exactLabel(now, clock, zone);
  const { band, passed, skews, breaks, ticks } = timeline;
  const px = (place: number) => place * width;
  const box = ({ from, to }: Span) => ({ x: px(from), y: BAND_TOP, width: px(to - from), height: BAND_HEIGHT });
  return (
    <div
      ref={line}
      className="timeline-line"
      onPointerUp={() => needle.current?.focus({ preventScroll: true })}
      {...onLine}
    >
      <svg width={width} height={HEIGHT} aria-hidden="true" className={`tone-${tone}`} data-state={verdict.state}>
        {skews.map((span) => (
          <rect key={span.from} className="timeline-skew" {...box(span)} />
        ))}
        {band === undefined ? null : <rect className="timeline-band" {...box(band)} />}
        {passed === undefined ? null : <Hatch {...box(passed)} />}
        {band === undefined ? null : <path className="timeline-edge" d={edgesOf(band, px)} />}
        <path className="timeline-axis" d={axisOf(breaks, px, width)} />
        <path
          className="timeline-tick"
          d={ticks
            .filter(({ large }) => !large)
            .map(({ at }) => tickAt(px(at), 4))
            .join('')}
        />
        <path
          className="timeline-tick-large"
          d={ticks
            .filter(({ large }) => large)
            .map(({ at }) => tickAt(px(at), 8))
            .join('')}
        />
        <path className="timeline-needle-line" d={`M${px(timeline.needle)} 20v38`} />
        <path className="timeline-needle-head" d={`M${px(timeline.needle) - 5} 16h10l-5 6z`} />
        <TimelineLabels
          timeline={timeline}
          verdict={verdict}
          tone={tone}
          now={now}
          isNow={isNow}
          nowLabel={nowLabel}
          skew={skew}
          life={lifeOf(times)}
          zone={zone}
          width={width}
        />
      </svg>
      <Needle
        ref={needle}
        left={px(timeline.needle)}
        now={now}
        label={nowLabel}
        verdict={verdict}
        timeline={timeline}
        isNow={isNow}
        setAsOf={setAsOf}
        handlers={onNeedle}
      />
    </div>
  );
}

/** Of the element, px, as it changes. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What has passed: strokes 5 px apart, cut at the edges. */
function Hatch({ x, y, width, height }: Box) {
  const strokes: string[] = [];
  for (let foot = x - height; foot < x + width; foot += 5) {
    const low = Math.max(foot, x);
    const high = Math.min(foot + height, x + width);
    if (high > low) strokes.push(`M${low} ${y + height - (low - foot)}L${high} ${y + height - (high - foot)}`);
  }
  return <path className="timeline-passed" d={strokes.join('')} />;
}

/** The frame of the band, without a side that is open. */
function edgesOf({ from, to, openStart, openEnd }: Band, px: (place: number) => number): string {
  const [left, right, top, foot] = [px(from), px(to), BAND_TOP, BAND_TOP + BAND_HEIGHT];
  const start = openStart ? '' : `M${left} ${top}V${foot}`;
  const end = openEnd ? '' : `M${right} ${top}V${foot}`;
  return `M${left} ${top}H${right}M${left} ${foot}H${right}${start}${end}`;
}

/** The axis, with two slanting strokes where it is broken. */
function axisOf(breaks: readonly Span[], px: (place: number) => number, width: number): string {
  let path = 'M0 46';
  for (const { from, to } of breaks) {
    const middle = px((from + to) / 2);
    path += `H${middle - 4}m-3 5l6 -10m2 10l6 -10m-3 5`;
  }
  return `${path}H${width}`;
}

const tickAt = (x: number, length: number) => `M${x} ${AXIS}v${length}`;
