import { useMemo } from 'react';
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { BYTES, type NumberForm, selectedTitle } from '../../words/bytes.ts';
import type { LayerView } from '../../workbench/types.ts';
import type { Marked } from './byte-focus.ts';
import type { BytePart } from './byte-parts.ts';
import { contentOfPart } from './part-content.ts';
import { copyText, selectionFacts } from './selection-facts.ts';

interface ByteSelectionProps {
  readonly layer: LayerView;
  readonly part: BytePart;
  readonly map: ByteMap;
  readonly form: NumberForm;
  readonly marked: Marked;
  copyRefused(): void;
}

export function ByteSelection({ layer, part, map, form, marked, copyRefused }: ByteSelectionProps) {
  const content = useMemo(() => contentOfPart(layer, part, map), [layer, part, map]);
  const facts = useMemo(() => selectionFacts(part, map, marked, content), [part, map, marked, content]);
  return (
    <section className="bytes-selection" aria-label={BYTES.selection}>
      <div className="bytes-selection-head">
        <h3>
          <VisibleText>{selectedTitle(facts.title)}</VisibleText>
        </h3>
        <CopyButton label={BYTES.copy} text={() => copyText(map, marked, facts, form)} onRefused={copyRefused} />
      </div>
      <dl>
        {facts.rows.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <VisibleText>{words}</VisibleText>
            </dd>
          </div>
        ))}
      </dl>
      <p className="bytes-zero">{BYTES.fromZero}</p>
    </section>
  );
}
