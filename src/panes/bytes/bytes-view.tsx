import { useMemo, useRef, useState } from 'react';
import { byteMap } from '../../engine/token/bytes/byte-map.ts';
import type { CharacterEdit } from '../../engine/token/bytes/edits.ts';
import { Choice } from '../../ui/choice.tsx';
import { BYTES, type NumberForm } from '../../words/bytes.ts';
import type { LayerView } from '../../workbench/types.ts';
import { type BytePart, firstPart, type PartSpan } from './byte-parts.ts';
import { PartBytes } from './part-bytes.tsx';
import { PartChoice } from './part-choice.tsx';
import { useSize } from './use-size.ts';

export interface BytesViewProps {
  readonly layer: LayerView;
  /** at least one */
  readonly parts: readonly BytePart[];
  readonly selected: PartSpan | undefined;
  /** it was selected here; otherwise it is gone to */
  readonly isSelectedHere: boolean;
  readonly pointed: PartSpan | undefined;
  /** why the last change could not be made */
  readonly refusal: string | undefined;
  select(span: PartSpan): void;
  point(span: PartSpan | undefined): void;
  change(part: BytePart, edit: CharacterEdit): void;
  copyRefused(): void;
}

const FORMS = ['hex', 'dec', 'bits'] as const;

export function BytesView(props: BytesViewProps) {
  const { parts, selected, pointed, layer } = props;
  const [form, setForm] = useState<NumberForm>('hex');
  const [part, choose] = useChosenPart(parts, selected);
  const body = useRef<HTMLDivElement>(null);
  const { width } = useSize(body);
  const text = part?.text ?? '';
  const map = useMemo(() => byteMap(text), [text]);
  if (part === undefined) return null;
  const ofPart = (span: PartSpan | undefined) => (span?.id === part.id ? span : undefined);
  return (
    <div ref={body} className="bytes">
      <div className="bytes-tools">
        <PartChoice parts={parts} part={part} choose={choose} />
        <span className="bytes-form">
          <span aria-hidden="true">{BYTES.numbers}</span>
          <Choice<NumberForm>
            label={BYTES.numbers}
            value={form}
            options={FORMS.map((value) => ({ value, words: BYTES.forms[value] }))}
            onChoose={setForm}
          />
        </span>
      </div>
      <PartBytes
        {...props}
        key={`${layer.depth} ${part.id}`}
        part={part}
        map={map}
        form={form}
        width={width}
        selected={ofPart(selected)}
        pointed={ofPart(pointed)}
      />
    </div>
  );
}

/** The part that was chosen; what is selected afterwards in another part leads there. */
function useChosenPart(parts: readonly BytePart[], selected: PartSpan | undefined) {
  const [chosen, setChosen] = useState<{ readonly id: string; readonly beside: string }>();
  const now = selected === undefined ? '' : `${selected.id} ${selected.start} ${selected.end}`;
  const wanted = selected !== undefined && chosen?.beside !== now ? selected.id : chosen?.id;
  // it goes on being shown when the selection ends
  if (selected !== undefined && wanted !== chosen?.id) setChosen({ id: selected.id, beside: now });
  const part = parts.find(({ id }) => id === wanted) ?? firstPart(parts);
  return [part, (id: string) => setChosen({ id, beside: now })] as const;
}
