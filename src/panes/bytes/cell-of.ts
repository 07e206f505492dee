import { CELL_ROWS, type CellPlace } from './byte-focus.ts';

/** The cell that an element of the grid or the list is, or lies in. */
export function cellOf(target: EventTarget | null): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest('[data-row]') : null;
  const row = CELL_ROWS.find((one) => one === cell?.getAttribute('data-row'));
  return row && { row, at: Number(cell?.getAttribute('data-at')) };
}
