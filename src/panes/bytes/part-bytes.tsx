/** One part: its grid, its list, and what is selected. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { bitEdit, type CharacterEdit, characterEdit } from '../../engine/token/bytes/edits.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import { spareLine } from '../../words/byte-sentences.ts';
import { BYTES, type NumberForm } from '../../words/bytes.ts';
import { lookOf } from '../token/token-parts.ts';
import { type CellPlace, charactersOfCell, moved } from './byte-focus.ts';
import { ByteGrid } from './byte-grid.tsx';
import { ByteList } from './byte-list.tsx';
import type { BytePart } from './byte-parts.ts';
import { ByteSelection } from './byte-selection.tsx';
import type { BytesViewProps } from './bytes-view.tsx';
import { cellOf } from './cell-of.ts';
import { cellSentence } from './cell-words.ts';
import { ChangeRow } from './change-row.tsx';
import { groupsFitting } from './measures.ts';
import { type Change, changeOf } from './part-content.ts';
import { useCell } from './use-cell.ts';
import { usePress } from './use-press.ts';

interface PartBytesProps extends BytesViewProps {
  readonly part: BytePart;
  readonly map: ByteMap;
  readonly form: NumberForm;
  /** of the tab, in pixels */
  readonly width: number;
}

/** Pixels from which on the list stands beside the grid. */
const BESIDE = 700;

export function PartBytes(props: PartBytesProps) {
  const { part, map, form, width, layer, change, refusal, copyRefused } = props;
  const at = useCell({ ...props, id: part.id });
  const { cell, marks, goTo, pointAt } = at;
  const [made, setMade] = useState<Change>();
  const hasFollowed = made?.text === map.text;
  const followed = useRef<Change>(undefined);
  // a mark of characters ends with the text that it was of; once the token has followed a change, it is set again
  useEffect(() => {
    if (!hasFollowed || followed.current === made) return;
    followed.current = made;
    goTo(cell, false);
  });
  const presses = usePress(choose);

  if (part.text === '') return <p className="inspector-note">{BYTES.empty}</p>;
  if (!part.isEncoded) return <p className="inspector-note">{BYTES.unencoded}</p>;

  const isWide = width >= BESIDE;
  const groups = groupsFitting((isWide ? width / 2 : width) - 32);
  const count = groups * 4;
  const [character] = charactersOfCell(map, cell);
  const start = Math.floor(character / count) * count;
  const whyFixed = part.isPlain ? undefined : BYTES.escaped;
  // what is shown of an inner layer is what it was, until the one around it has been made anew
  const isStale = layer.depth > 0 && layer.verdict.busy;

  function edit(wanted: CharacterEdit | undefined) {
    if (wanted === undefined || whyFixed !== undefined || isStale) return;
    setMade(changeOf(part, map, wanted));
    change(part, wanted);
  }

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const next = moved(map, cell, event, count);
    if (next !== undefined) goTo(next, true);
    else if (cell.row === 'bits' && (key === ' ' || key === 'Enter')) edit(bitEdit(map, cell.at));
    else if (cell.row === 'characters' && key !== ' ') edit(characterEdit(map, cell.at, key));
    // letters are for the grid as they are for a field: none of them is a key of the page
    const isOurs = isMoving(key) || key === 'Enter' || (key.length === 1 && key !== '?');
    if (isOurs) event.preventDefault();
  }

  function choose(target: CellPlace) {
    if (target.row === 'bits' && at.isSelected && isSame(target, cell)) edit(bitEdit(map, target.at));
    else goTo(target, true);
  }

  const pointer = {
    onPointerMove: (event: PointerEvent) => event.pointerType === 'touch' || pointAt(cellOf(event)),
    onPointerLeave: () => pointAt(undefined),
  };
  const segment = lookOf(part.of.name).segment;
  const spare = start + count >= map.text.length ? spareLine(map.spare) : undefined;
  return (
    // the cells inside are pressed and pointed at; one listener hears them all
    <div className="bytes-body" data-wide={isWide} {...presses} {...pointer}>
      <div className="bytes-large">
        <ByteGrid
          map={map}
          start={start}
          count={count}
          cell={cell}
          focusOn={at.focusOn}
          marks={marks}
          form={form}
          segment={segment}
          onKeyDown={press}
        />
        <p aria-live="polite" className="bytes-sentence">
          <VisibleText>{cellSentence(map, cell)}</VisibleText>
        </p>
        {spare === undefined ? null : (
          <p className={map.spare.areZero && map.spare.count < 6 ? 'bytes-spare' : 'bytes-spare tone-fail'}>{spare}</p>
        )}
        <ChangeRow map={map} cell={cell} whyFixed={whyFixed} edit={edit} />
        <MadeLine made={hasFollowed ? made : undefined} refusal={refusal} />
      </div>
      <ByteList map={map} form={form} marks={marks} segment={segment} reveal={character} />
      {at.isSelected ? (
        <ByteSelection
          layer={layer}
          part={part}
          map={map}
          form={form}
          marked={marks.selected}
          copyRefused={copyRefused}
        />
      ) : (
        <p className="inspector-note bytes-hint">{BYTES.hint}</p>
      )}
    </div>
  );
}

/** Also at the end of a row, where the page would scroll. */
function isMoving(key: string): boolean {
  return /^(?:Arrow|Home|End|Page)/.test(key);
}

function isSame(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.at === other.at;
}

/** What the last change did, or why it could not be made. */
function MadeLine({ made, refusal }: { readonly made: Change | undefined; readonly refusal: string | undefined }) {
  const isBad = refusal !== undefined || made?.isBroken === true;
  const words = refusal ?? made?.sentence;
  return (
    <p aria-live="polite" className={isBad ? 'bytes-made tone-fail' : 'bytes-made'}>
      {words === undefined ? null : <VisibleText>{words}</VisibleText>}
    </p>
  );
}
