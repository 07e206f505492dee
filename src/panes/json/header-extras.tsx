/** What goes with the header of a layer inside, and of a JSON serialization. Fetched with the first of these. */
import { LinkButton } from '../../ui/button.tsx';
import { LAYER, layerLine } from '../../words/encrypted.ts';
import { ENTRIES } from '../../words/entries.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { openedLayer } from '../open-layer.ts';
import { type HeaderMembers, protectedHeader, unprotectedHeaders } from './header-members.ts';
import { ReadOnlyJson } from './read-only-json.tsx';

export interface HeaderExtrasProps {
  readonly part: 'layer' | 'protected' | 'members';
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  /** which signature or recipient */
  readonly entry: number;
}

export function HeaderExtras({ part, view, actions, entry }: HeaderExtrasProps) {
  const opened = openedLayer(view);
  switch (part) {
    case 'layer':
      return <LayerRow view={view} openLayer={actions.openLayer} />;
    case 'protected': {
      const members = protectedHeader(opened, entry);
      return members === undefined ? (
        <p className="signature-note">{ENTRIES.noProtected}</p>
      ) : (
        <Members members={members} entry={entry} several />
      );
    }
    case 'members': {
      const several = opened.object?.serialization === 'general';
      return unprotectedHeaders(opened, entry).map((members) => (
        <Members key={members.place} members={members} entry={entry} several={several} />
      ));
    }
  }
}

/** Which layer these panes show, where it is not the token's own text. */
function LayerRow({ view, openLayer }: { readonly view: WorkbenchView; openLayer(depth: number): void }) {
  const type = openedLayer(view).object?.type ?? 'jws';
  return (
    <div className="pane-row">
      <span className="min-w-0 grow text-small text-ink-2">{layerLine(view.layer, view.layers.length, type)}</span>
      <LinkButton className="text-small" onClick={() => openLayer(view.layer - 1)}>
        {LAYER.back(view.layer)}
      </LinkButton>
    </div>
  );
}

interface MembersProps {
  readonly members: HeaderMembers;
  readonly entry: number;
  readonly several: boolean;
}

function Members({ members: { place, text }, entry, several }: MembersProps) {
  return (
    <figure className="members" data-place={place}>
      <figcaption>
        <b className="font-semibold">{ENTRIES.headers[place](several ? entry + 1 : undefined)}</b>{' '}
        <span className="text-ink-3">{ENTRIES.headerNotes[place]}</span>
      </figcaption>
      <ReadOnlyJson text={text} />
    </figure>
  );
}
