/** Beneath a layer in JSON serialization: its signatures or recipients, each with verdict and headers. */
import { useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { ENTRIES } from '../../words/entries.ts';
import { LAYERS, moreEntries, recipientTitle, showHeader, signatureTitle } from '../../words/layers.ts';
import type { LayerView } from '../../workbench/types.ts';
import { type Entry, entriesOf } from '../entries/entries.ts';
import type { HeaderMembers } from '../json/header-members.ts';
import { VerdictChip } from '../verdict/verdict-chip.tsx';
import { entryHeaders, sharedHeaders } from './entry-headers.ts';
import { JsonText } from './json-text.tsx';

/** As many as anybody looks through. */
const MOST = 50;

export function LayerSignatures({ layer }: { readonly layer: LayerView }) {
  const { object } = layer.opened;
  if (object === undefined || object.serialization === 'compact') return null;
  const entries = entriesOf(layer);
  return (
    <>
      <Headers members={sharedHeaders(layer.opened)} />
      <ul aria-label={object.type === 'jws' ? ENTRIES.signatures : ENTRIES.recipients} className="layer-signatures">
        {entries.slice(0, MOST).map((entry) => (
          <SignatureEntry key={entry.index} layer={layer} entry={entry} />
        ))}
      </ul>
      {entries.length > MOST ? <p className="layer-note">{moreEntries(entries.length - MOST)}</p> : null}
    </>
  );
}

function SignatureEntry({ layer, entry }: { readonly layer: LayerView; readonly entry: Entry }) {
  const [isOpen, setOpen] = useState(false);
  const { index, alg, kid, encrypted, verdict } = entry;
  const title = encrypted ? recipientTitle(index) : signatureTitle(index);
  return (
    <li>
      <div className="layer-signature">
        <IconButton
          icon="down"
          label={showHeader(title)}
          aria-expanded={isOpen}
          className="unfold"
          onClick={() => setOpen(!isOpen)}
        />
        <p className="min-w-0 grow">
          <b className="font-semibold whitespace-nowrap">{title}</b>{' '}
          <span className="layer-note">
            <VisibleText>{alg ?? LAYERS.noAlg}</VisibleText>
            {kid === undefined ? null : (
              <>
                {`, ${LAYERS.keyId} `}
                <code>
                  <VisibleText>{kid}</VisibleText>
                </code>
              </>
            )}
          </span>
        </p>
        <VerdictChip verdict={verdict} encrypted={encrypted} alg={alg} />
      </div>
      {isOpen ? <Headers members={entryHeaders(layer.opened, index)} words={LAYERS.noHeader} /> : null}
    </li>
  );
}

interface HeadersProps {
  readonly members: readonly HeaderMembers[];
  /** said where there is none */
  readonly words?: string;
}

function Headers({ members, words }: HeadersProps) {
  if (members.length === 0) return words === undefined ? null : <p className="layer-note">{words}</p>;
  return members.map(({ place, text }) => (
    <figure key={place} className="layer-header" data-place={place}>
      <figcaption>
        {ENTRIES.headers[place](undefined)} <span className="text-ink-3">{ENTRIES.headerNotes[place]}</span>
      </figcaption>
      <JsonText text={text} />
    </figure>
  ));
}
