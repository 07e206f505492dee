/** Which cell is at hand, what is marked with it, and what the person's pointer is over. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { type CellPlace, charactersOfCell, inRow, markedByCell, markedByRange } from './byte-focus.ts';
import { type Marks, NOTHING_MARKED } from './byte-marks.ts';
import type { PartSpan } from './byte-parts.ts';

interface CellProps {
  readonly id: string;
  readonly map: ByteMap;
  readonly selected: PartSpan | undefined;
  readonly isSelectedHere: boolean;
  readonly pointed: PartSpan | undefined;
  select(span: PartSpan): void;
  point(span: PartSpan | undefined): void;
}

export interface CellAtHand {
  readonly cell: CellPlace;
  /** there is a selection; otherwise the cell is only where the keys begin */
  readonly isSelected: boolean;
  readonly marks: Marks;
  /** becomes another object when the cell is to take the focus */
  readonly focusOn: object | undefined;
  goTo(cell: CellPlace, withFocus: boolean): void;
  pointAt(cell: CellPlace | undefined): void;
}

const FIRST: CellPlace = { row: 'characters', at: 0 };

export function useCell({ id, map, selected, isSelectedHere, pointed, select, point }: CellProps): CellAtHand {
  const [own, setOwn] = useState<CellPlace & { readonly text: string }>();
  const [over, setOver] = useState<CellPlace>();
  const [focusOn, setFocusOn] = useState<object>();
  const isOwn = own !== undefined && (selected === undefined || isSelectedHere);
  // released, and not only ended by an edit, which sets it again
  const isReleased = selected === undefined && (own === undefined || own.text === map.text);
  const wanted = isOwn ? own : selected && { row: 'characters' as const, at: selected.start };
  const cell = (wanted && inRow(map, wanted.row, wanted.at)) ?? FIRST;
  const { row, at } = cell;
  const { start, end } = selected ?? {};
  const marked = useMemo(() => {
    if (isReleased) return NOTHING_MARKED;
    if (isOwn) return markedByCell(map, { row, at });
    return start === undefined || end === undefined ? NOTHING_MARKED : markedByRange(map, start, end);
  }, [map, isReleased, isOwn, row, at, start, end]);
  const pointedHere = useMemo(() => {
    if (over !== undefined) return markedByCell(map, over);
    return pointed === undefined ? NOTHING_MARKED : markedByRange(map, pointed.start, pointed.end);
  }, [map, over, pointed]);
  const marks = useMemo(() => ({ selected: marked, pointed: pointedHere }), [marked, pointedHere]);

  // what is pointed at here is not when this is gone
  useEffect(() => () => point(undefined), [point]);

  const spanOf = useCallback(
    (place: CellPlace): PartSpan => {
      const [first, last] = charactersOfCell(map, place);
      return { id, start: first, end: last };
    },
    [id, map],
  );

  return {
    cell,
    isSelected: !isReleased,
    marks,
    focusOn,
    goTo(to, withFocus) {
      const place = inRow(map, to.row, to.at) ?? FIRST;
      setOwn({ ...place, text: map.text });
      if (withFocus) setFocusOn({});
      select(spanOf(place));
    },
    pointAt(to) {
      const place = to && inRow(map, to.row, to.at);
      if (place?.row === over?.row && place?.at === over?.at) return;
      setOver(place);
      point(place && spanOf(place));
    },
  };
}
