/** The encoded parts of the open layer, byte by byte: looked at, pointed at, and changed. */
import './bytes.css';
import { useCallback, useMemo } from 'react';
import type { CharacterEdit } from '../../engine/token/bytes/edits.ts';
import { BYTES } from '../../words/bytes.ts';
import type { LayerView, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { rangeOfPart } from '../marks/layer-parts.ts';
import type { Marks } from '../marks/use-marks.ts';
import { openLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import type { PaneMark } from '../pane-mark.ts';
import { type BytePart, byteParts, type PartSpan, spanOfMark } from './byte-parts.ts';
import { BytesView } from './bytes-view.tsx';

export interface BytesTabProps {
  readonly view: WorkbenchView;
  readonly actions: Pick<WorkbenchActions, 'editLayer'>;
  readonly acts: Pick<PageActs, 'copyRefused'>;
  readonly marks: Marks;
}

export function BytesTab({ view, actions, acts, marks }: BytesTabProps) {
  const layer = openLayer(view);
  const opened = layer?.opened;
  const parts = useMemo(() => (opened === undefined ? [] : byteParts(opened)), [opened]);
  const refusal = view.trouble?.act === 'seal' ? view.trouble.message : undefined;
  if (layer === undefined || parts.length === 0) return <p className="inspector-note">{BYTES.nothing}</p>;
  return <LayerBytes layer={layer} parts={parts} refusal={refusal} actions={actions} acts={acts} marks={marks} />;
}

interface LayerBytesProps extends Omit<BytesTabProps, 'view'> {
  readonly layer: LayerView;
  readonly parts: readonly BytePart[];
  /** why the last change could not be made */
  readonly refusal: string | undefined;
}

/** From the marks of the page to characters of a part, and back. */
function LayerBytes({ layer, parts, refusal, actions, acts, marks }: LayerBytesProps) {
  const { depth } = layer;
  const { select: setMark, point: setPoint } = marks;
  const isHere = marks.places.layer === depth;
  const selected = useMemo(
    () => (isHere ? spanOfMark(parts, marks.places.part) : undefined),
    [isHere, parts, marks.places],
  );
  const pointed = useMemo(
    () => (marks.pointed.layer === depth ? spanOfMark(parts, marks.pointed.part) : undefined),
    [depth, parts, marks.pointed],
  );
  const markOfSpan = useCallback(
    (span: PartSpan | undefined): PaneMark | undefined => {
      const range = span && rangeIn(layer, parts, span);
      return range && { kind: 'characters', layer: depth, from: 'bytes', ...range };
    },
    [layer, parts, depth],
  );
  const select = useCallback((span: PartSpan) => setMark(markOfSpan(span)), [setMark, markOfSpan]);
  const point = useCallback(
    (span: PartSpan | undefined) => setPoint('bytes', markOfSpan(span)),
    [setPoint, markOfSpan],
  );

  function change(part: BytePart, { at, to }: CharacterEdit) {
    const range = rangeIn(layer, parts, { id: part.id, start: at, end: at + 1 });
    if (range === undefined) return;
    const { text } = layer.opened;
    const edited = text.slice(0, range.start) + to + text.slice(range.end);
    actions.editLayer(edited, { start: range.start, end: range.start + 1 });
  }

  return (
    <BytesView
      layer={layer}
      parts={parts}
      selected={selected}
      isSelectedHere={marks.selected?.from === 'bytes'}
      pointed={pointed}
      select={select}
      point={point}
      change={change}
      refusal={refusal}
      copyRefused={acts.copyRefused}
    />
  );
}

/** In the layer's own text. */
function rangeIn(layer: LayerView, parts: readonly BytePart[], { id, start, end }: PartSpan) {
  const part = parts.find((one) => one.id === id);
  return part && rangeOfPart(layer, part.of, { start: part.offset + start, end: part.offset + end });
}
