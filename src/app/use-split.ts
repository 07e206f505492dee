import { type CSSProperties, type RefObject, useRef, useState } from 'react';

/** Smallest widths of the left column and of what stands beside it, in pixels. */
const LEAST_LEFT = 360;
const LEAST_REST = 400;
const MOST_LEFT = 960;
/** The key card keeps its box, the token its first lines. */
const LEAST_KEY = 140;
const MOST_KEY = 640;

interface Split {
  readonly style: CSSProperties & { '--left'?: string };
  readonly left: RefObject<HTMLDivElement | null>;
  readonly keyHeight: number | undefined;
  readonly columns: SplitSize;
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
  const left = useRef<HTMLDivElement>(null);
  return {
    style: width === undefined ? {} : { '--left': `min(${width}px, 100vw - ${LEAST_REST}px)` },
    left,
    keyHeight,
    columns: {
      size: width,
      min: LEAST_LEFT,
      max: MOST_LEFT,
      measure: () => left.current?.offsetWidth ?? LEAST_LEFT,
      onResize: setWidth,
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
