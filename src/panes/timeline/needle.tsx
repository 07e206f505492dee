/** The needle: a slider that is dragged, or moved by keys; Escape takes it back to the clock. */
import type { KeyboardEvent, PointerEventHandler, Ref } from 'react';
import type { TimeVerdict } from '../../engine/types.ts';
import { needleText, TIMELINE } from '../../words/timeline.ts';
import type { Timeline } from './timeline-geometry.ts';

interface NeedleProps {
  readonly ref: Ref<HTMLDivElement>;
  /** px */
  readonly left: number;
  /** what it stands at, seconds, and how that is told */
  readonly now: number;
  readonly label: string;
  readonly verdict: TimeVerdict;
  readonly timeline: Timeline;
  /** it goes with the clock */
  readonly isNow: boolean;
  readonly handlers: Readonly<Record<'onPointerDown' | 'onPointerMove' | 'onLostPointerCapture', PointerEventHandler>>;
  setAsOf(seconds: number | undefined): void;
}

const MINUTE = 60;
const HOUR = 3600;
/** Past these no calendar of four digits goes: the years 1 and 9999. */
const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;

export function Needle({ ref, left, now, label, verdict, timeline, isNow, handlers, setAsOf }: NeedleProps) {
  const { scale, marks } = timeline;

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (isNow) return;
      setAsOf(undefined);
    } else {
      const next = nextMoment(event);
      if (next === undefined) return;
      setAsOf(Math.min(LAST_SECOND, Math.max(FIRST_SECOND, next)));
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function nextMoment({ key, shiftKey }: KeyboardEvent): number | undefined {
    const step = shiftKey ? HOUR : MINUTE;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return now + step;
      case 'ArrowLeft':
      case 'ArrowDown':
        return now - step;
      case 'PageUp':
        return now + HOUR;
      case 'PageDown':
        return now - HOUR;
      case 'Home':
        return marks[0] && Math.ceil(marks[0].seconds);
      case 'End': {
        const last = marks.at(-1);
        return last && Math.ceil(last.seconds);
      }
      default:
        return undefined;
    }
  }

  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      className="timeline-needle-grip"
      style={{ left }}
      aria-label={TIMELINE.needle}
      aria-orientation="horizontal"
      aria-valuemin={Math.round(scale[0]?.from ?? now)}
      aria-valuemax={Math.round(scale.at(-1)?.to ?? now)}
      aria-valuenow={now}
      aria-valuetext={needleText(label, verdict)}
      onKeyDown={press}
      {...handlers}
      onPointerDown={(event) => {
        // the line under it is not pressed as well
        event.stopPropagation();
        handlers.onPointerDown(event);
      }}
    />
  );
}
