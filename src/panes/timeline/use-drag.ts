/** Drags the needle: the picture follows the pointer at once, the rest of the page once a frame. */
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { momentAt, placeOf, type Scale } from './timeline-scale.ts';

/** So near to one of the moments, in px, the needle jumps to it. */
const SNAP = 6;
/** A press that moves less than this, in px, moves nothing. */
const STILL = 2;

export interface Drag {
  readonly moment: number;
  /** the scale stands while the needle moves */
  readonly scale: Scale;
}

interface Press {
  readonly scale: Scale;
  /** of the line, in px of the window */
  readonly left: number;
  readonly width: number;
  readonly startX: number;
  /** from the pointer to the needle, px */
  readonly grip: number;
  readonly moved: boolean;
}

export interface DragSource {
  readonly scale: Scale;
  /** of the needle */
  readonly place: number;
  /** that the needle jumps to */
  readonly moments: readonly number[];
  setAsOf(seconds: number): void;
}

/** `line`: the element whose width is that of the whole line. */
export function useDrag(line: RefObject<HTMLElement | null>, source: DragSource | undefined) {
  const press = useRef<Press>(undefined);
  const [drag, setDrag] = useState<Drag>();
  const { ask, flush } = useOnceAFrame(source?.setAsOf);

  function begin(event: PointerEvent, onNeedle: boolean): void {
    const box = line.current?.getBoundingClientRect();
    if (source === undefined || box === undefined || box.width === 0 || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { left, width } = box;
    const grip = onNeedle ? left + source.place * width - event.clientX : 0;
    press.current = { scale: source.scale, left, width, startX: event.clientX, grip, moved: !onNeedle };
    if (!onNeedle) moveTo(press.current, event.clientX);
  }

  function move(event: PointerEvent): void {
    const { current } = press;
    if (current === undefined) return;
    const moved = current.moved || Math.abs(event.clientX - current.startX) > STILL;
    press.current = { ...current, moved };
    if (moved) moveTo(current, event.clientX);
  }

  function moveTo({ scale, left, width, grip }: Press, clientX: number): void {
    const place = (clientX + grip - left) / width;
    const near = source?.moments.find((seconds) => Math.abs(placeOf(scale, seconds) - place) * width <= SNAP);
    const moment = near === undefined ? momentAt(scale, place) : Math.ceil(near);
    setDrag({ moment, scale });
    ask(moment);
  }

  function end(): void {
    press.current = undefined;
    flush();
    setDrag(undefined);
  }

  const handlers = { onPointerMove: move, onLostPointerCapture: end };
  return {
    drag,
    onNeedle: { ...handlers, onPointerDown: (event: PointerEvent) => begin(event, true) },
    onLine: {
      ...handlers,
      // a finger on the line scrolls the page
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType !== 'touch') begin(event, false);
      },
    },
  };
}

/** Calls with the newest value at the next frame. What waits is called when the part goes away, too. */
function useOnceAFrame(call: ((value: number) => void) | undefined) {
  const latest = useRef(call);
  latest.current = call;
  const waiting = useRef<{ readonly frame: number; readonly value: number }>(undefined);
  const flush = useCallback(() => {
    if (waiting.current === undefined) return;
    const { frame, value } = waiting.current;
    cancelAnimationFrame(frame);
    waiting.current = undefined;
    latest.current?.(value);
  }, []);
  useEffect(() => flush, [flush]);
  function ask(value: number): void {
    const frame = waiting.current?.frame ?? requestAnimationFrame(flush);
    waiting.current = { frame, value };
  }
  return { ask, flush };
}
