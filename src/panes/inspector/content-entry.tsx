/** What lies in the innermost layer that has been opened: the claims, or whatever else it is. */
import { useMemo } from 'react';
import { parseJson } from '../../engine/token/json.ts';
import { layOut } from '../../engine/token/layout.ts';
import { cutContent, LAYERS } from '../../words/layers.ts';
import type { LayerView } from '../../workbench/types.ts';
import { type ContentFacts, contentFacts } from './content-facts.ts';
import { JsonText } from './json-text.tsx';

/** Characters that are drawn. */
const MOST = 12_000;

export function ContentEntry({ layers }: { readonly layers: readonly LayerView[] }) {
  const facts = contentFacts(layers);
  return (
    <li className="layer layer-content">
      <span aria-hidden="true" className="layer-number" data-locked={facts.kind === 'locked'}>
        {layers.length + 1}
      </span>
      <div className="min-w-0">
        <h3 className="layer-title">{facts.kind === 'claims' ? LAYERS.claims : LAYERS.content}</h3>
        <p className="layer-note">{facts.line}</p>
        <Preview facts={facts} />
      </div>
    </li>
  );
}

function Preview({ facts }: { readonly facts: ContentFacts }) {
  const { text, kind } = facts;
  const shown = useMemo(() => {
    if (text === undefined) return undefined;
    const start = text.slice(0, MOST);
    return kind === 'text' || start !== text ? start : layOut(text, parseJson(text));
  }, [text, kind]);
  if (text === undefined || shown === undefined) return null;
  return (
    <>
      <JsonText text={shown} language={kind === 'text' ? 'text' : 'json'} />
      {text.length > MOST ? <p className="layer-note">{cutContent(MOST, text.length)}</p> : null}
    </>
  );
}
