import { CELL_ROWS, type CellPlace } from './byte-focus.ts';

/**
 * The cell under a pointer, in the grid or the list. An element of the list holds several cells of the same width
 * (`data-step`, in pixels), from `data-at` on.
 */
export function cellOf({
  target,
  clientX,
}: {
  readonly target: EventTarget | null;
  readonly clientX: number;
}): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest('[data-row]') : null;
  const row = CELL_ROWS.find((one) => one === cell?.getAttribute('data-row'));
  if (cell === null || row === undefined) return undefined;
  const first = Number(cell.getAttribute('data-at'));
  const step = Number(cell.getAttribute('data-step'));
  if (step === 0) return { row, at: first };
  const { left, width } = cell.getBoundingClientRect();
  const place = Math.floor((clientX - left) / step);
  return { row, at: first + Math.max(0, Math.min(place, Math.round(width / step) - 1)) };
}
