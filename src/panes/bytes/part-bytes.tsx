/** One part: its grid, its list, and what is selected. */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useState } from 'react';
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
  const { part, map, form, width, layer, change, copyRefused } = props;
  const at = useCell({ ...props, id: part.id });
  const { cell, marks, goTo, pointAt } = at;
  const [made, setMade] = useState<Change>();
  const reselect = () => goTo(cell, false);
  const hasFollowed = made?.text === map.text;
  // a mark of characters ends with the text that it was of
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the token has followed the change
  useEffect(() => {
    if (hasFollowed) reselect();
  }, [hasFollowed, made]);

  if (part.text === '') return <p className="inspector-note">{BYTES.empty}</p>;
  if (!part.isEncoded) return <p className="inspector-note">{BYTES.unencoded}</p>;

  const isWide = width >= BESIDE;
  const groups = groupsFitting((isWide ? width / 2 : width) - 32);
  const count = groups * 4;
  const [character] = charactersOfCell(map, cell);
  const start = Math.floor(character / count) * count;
  const whyFixed = whyNotEdited(props);

  function edit(wanted: CharacterEdit | undefined) {
    if (wanted === undefined || whyFixed !== undefined) return;
    setMade(changeOf(part, map, wanted));
    change(part, wanted);
  }

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moved(map, cell, event, count);
    if (next !== undefined) goTo(next, true);
    else if (cell.row === 'bits' && (event.key === ' ' || event.key === 'Enter')) edit(bitEdit(map, cell.at));
    else if (cell.row === 'characters' && event.key.length === 1 && event.key !== ' ')
      edit(characterEdit(map, cell.at, event.key));
    else if (!/^(?:Arrow|Home|End|Page| )/.test(event.key)) return;
    event.preventDefault();
  }

  function click(event: MouseEvent) {
    const target = cellOf(event);
    if (target === undefined) return;
    const isBit = target.row === 'bits';
    if (isBit && at.isSelected && isSame(target, cell)) edit(bitEdit(map, target.at));
    else goTo(target, event.target instanceof Element && event.target.closest('[role="grid"]') !== null);
  }

  const pointer = {
    onPointerMove: (event: PointerEvent) => event.pointerType === 'touch' || pointAt(cellOf(event)),
    onPointerLeave: () => pointAt(undefined),
  };
  const segment = lookOf(part.of.name).segment;
  const spare = start + count >= map.text.length ? spareLine(map.spare) : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys; the list shows the same cells for the pointer
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells inside are pressed, one listener hears them all
    <div className="bytes-body" data-wide={isWide} onClick={click} {...pointer}>
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
        <p aria-live="polite" className={hasFollowed && made.isBroken ? 'bytes-made tone-fail' : 'bytes-made'}>
          {hasFollowed ? <VisibleText>{made.sentence}</VisibleText> : null}
        </p>
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

function isSame(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.at === other.at;
}

/** Why the part cannot be changed here; undefined where it can. */
function whyNotEdited({ part, layer }: PartBytesProps): string | undefined {
  if (!part.isPlain) return BYTES.escaped;
  return layer.depth > 0 ? BYTES.inside : undefined;
}
