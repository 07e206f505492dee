import { useMemo } from 'react';
import { parseJson } from '../../engine/token/json.ts';
import { layOut } from '../../engine/token/layout.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { cutPayload, DISCLOSURES } from '../../words/disclosures.ts';
import { JsonText } from './json-text.tsx';

/** Characters that are drawn. */
const MOST = 12_000;

interface ProcessedPayloadProps {
  /** JSON without white space, exactly as issued */
  readonly text: string;
  copyRefused(): void;
}

/** The claims with the shown disclosures in place (RFC 9901 section 7.1). */
export function ProcessedPayload({ text, copyRefused }: ProcessedPayloadProps) {
  const laidOut = useMemo(() => layOut(text, parseJson(text)), [text]);
  return (
    <section className="processed">
      <div className="layer-head">
        <h3 className="layer-title">{DISCLOSURES.processed}</h3>
        <CopyButton label={DISCLOSURES.copyProcessed} text={() => laidOut} onRefused={copyRefused} />
      </div>
      <p className="layer-note">{DISCLOSURES.processedNote}</p>
      <JsonText text={laidOut.slice(0, MOST)} />
      {laidOut.length > MOST ? <p className="layer-note">{cutPayload(MOST, laidOut.length)}</p> : null}
    </section>
  );
}
