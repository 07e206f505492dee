import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';

interface SplitterProps {
  /** x: between columns; y: between rows, where dragging down makes the part below smaller */
  readonly axis: 'x' | 'y';
  /** accessible name */
  readonly label: string;
  readonly className?: string;
  /** size in pixels of the part that the splitter changes; undefined while it has its own size */
  readonly size: number | undefined;
  readonly min: number;
  readonly max: number;
  /** the part's size on the screen, for the first movement */
  measure(): number;
  onResize(size: number | undefined): void;
}

const STEP = 16;

/** A line that is dragged, or moved with the arrow keys; a double click gives the part its own size back. */
export function Splitter({ axis, label, className = '', size, min, max, measure, onResize }: SplitterProps) {
  const drag = useRef<{ readonly from: number; readonly size: number } | undefined>(undefined);
  const sign = axis === 'x' ? 1 : -1;

  function resize(wanted: number) {
    onResize(Math.round(Math.min(max, Math.max(min, wanted))));
  }

  function start(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: axis === 'x' ? event.clientX : event.clientY, size: measure() };
  }

  function move(event: PointerEvent<HTMLDivElement>) {
    if (drag.current === undefined) return;
    const now = axis === 'x' ? event.clientX : event.clientY;
    resize(drag.current.size + sign * (now - drag.current.from));
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const keys = axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const direction = keys.indexOf(event.key);
    if (event.key === 'Enter') onResize(undefined);
    else if (direction >= 0) resize((size ?? measure()) + sign * STEP * (direction * 2 - 1));
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator with a value (WAI-ARIA 1.2)
    <div
      role="separator"
      tabIndex={0}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-valuenow={size ?? min}
      aria-valuemin={min}
      aria-valuemax={max}
      className={`splitter splitter-${axis} ${className}`}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = undefined;
      }}
      onDoubleClick={() => onResize(undefined)}
      onKeyDown={press}
    />
  );
}
