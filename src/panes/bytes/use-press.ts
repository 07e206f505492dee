/** Which cell is pressed, whatever is drawn anew between press and release. */
import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { CellPlace } from './byte-focus.ts';
import { cellOf } from './cell-of.ts';

/**
 * Handlers for the element around all cells. A click alone will not do: pointing at a cell marks it, which cuts the run
 * of cells that it stands in into other elements. Where those are drawn between press and release, no element saw both,
 * and the browser tells no click, or one of the whole row.
 */
export function usePress(pressed: (cell: CellPlace) => void) {
  // by what can point without pressing; left until the next press, for the click that may follow
  const begun = useRef<CellPlace>(undefined);
  const hear = (cell: CellPlace | undefined) => cell !== undefined && pressed(cell);
  return {
    onPointerDown(event: PointerEvent) {
      const isPress = event.button === 0 && event.pointerType !== 'touch';
      begun.current = isPress ? cellOf(event) : undefined;
    },
    onPointerUp(event: PointerEvent) {
      if (isBeside(begun.current, cellOf(event))) hear(begun.current);
    },
    // of a finger, after which the browser moves the focus; and of assistive technology, which presses no pointer
    onClick(event: MouseEvent) {
      if (begun.current === undefined || event.detail === 0) hear(cellOf(event));
    },
  };
}

/** The same cell or the next one: a hand may tremble, and cells are seven pixels wide. */
function isBeside(one: CellPlace | undefined, other: CellPlace | undefined): boolean {
  return one !== undefined && one.row === other?.row && Math.abs(one.at - other.at) <= 1;
}
