import { type CSSProperties, type RefObject, useRef, useState } from 'react';

/** Smallest widths of the left column and of what stands beside it, in pixels. */
const LEAST_LEFT = 360;
const LEAST_REST = 400;
const MOST_LEFT = 960;
/** The key card keeps its box, the token its first lines. */
const LEAST_KEY = 140;
const MOST_KEY = 640;

/** Of the inspector, and of the panes between it and the left column. */
const LEAST_RIGHT = 400;
const LEAST_MIDDLE = 360;

interface Split {
  readonly style: CSSProperties & { '--left'?: string; '--right'?: string };
  readonly left: RefObject<HTMLDivElement | null>;
  readonly middle: RefObject<HTMLDivElement | null>;
  readonly keyHeight: number | undefined;
  readonly columns: SplitSize;
  /** between the panes and the inspector: how wide the panes are */
  readonly inspector: SplitSize;
  readonly key: SplitSize;
}

interface SplitSize {
  readonly size: number | undefined;
  readonly min: number;
  readonly max: number;
  measure(): number;
  onResize(size: number | undefined): void;
}

/** Sizes that the person has set by the splitters. They last for the visit and are not stored. */
export function useSplit(): Split {
  const [width, setWidth] = useState<number>();
  const [keyHeight, setKeyHeight] = useState<number>();
  const [right, setRight] = useState<{ readonly width: number; readonly middle: number }>();
  const left = useRef<HTMLDivElement>(null);
  const middle = useRef<HTMLDivElement>(null);

  /** The panes have been given a width, and the inspector has what they leave of both. */
  function resizeMiddle(wanted: number | undefined) {
    const beside = middle.current?.nextElementSibling;
    if (wanted === undefined || !(beside instanceof HTMLElement)) return setRight(undefined);
    const both = (middle.current?.offsetWidth ?? 0) + beside.offsetWidth;
    setRight({ width: Math.max(LEAST_RIGHT, both - wanted), middle: wanted });
  }

  return {
    style: {
      ...(width === undefined ? {} : { '--left': `min(${width}px, 100vw - ${LEAST_REST}px)` }),
      ...(right === undefined ? {} : { '--right': `min(${right.width}px, 100vw - ${LEAST_LEFT + LEAST_MIDDLE}px)` }),
    },
    left,
    middle,
    keyHeight,
    columns: {
      size: width,
      min: LEAST_LEFT,
      max: MOST_LEFT,
      measure: () => left.current?.offsetWidth ?? LEAST_LEFT,
      onResize: setWidth,
    },
    inspector: {
      size: right?.middle,
      min: LEAST_MIDDLE,
      max: MOST_LEFT * 2,
      measure: () => middle.current?.offsetWidth ?? LEAST_MIDDLE,
      onResize: resizeMiddle,
    },
    key: {
      size: keyHeight,
      min: LEAST_KEY,
      max: MOST_KEY,
      measure: () => left.current?.querySelector<HTMLElement>('[data-pane="key"]')?.offsetHeight ?? LEAST_KEY,
      onResize: setKeyHeight,
    },
  };
}
