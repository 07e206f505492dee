import { useEffect, useState } from 'react';
import type { JoseObject } from '../../engine/token/shapes.ts';
import type { Part } from '../../engine/types.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLater } from '../../ui/use-later.ts';
import { useMedia } from '../../ui/use-media.ts';
import { JSON_PANES, sizeLine } from '../../words/json-panes.ts';
import { contentOf } from '../../workbench/held.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { Marks } from '../marks/use-marks.ts';
import { algOf, isEncrypted, openedLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import { AlgButton } from './alg-button.tsx';
import type { HeaderExtrasProps } from './header-extras.tsx';
import { JsonPane } from './json-pane.tsx';

interface HeaderPaneProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  readonly marks: Marks;
  /** which signature or recipient of a JSON serialization */
  readonly entry: number;
}

const PARTS: readonly Part[] = ['header'];
/** The two menus of an encrypted token find no place beside the title: a phone, and the pane of 336 px. */
const NARROW = '(max-width: 479px), (min-width: 1024px) and (max-width: 1359px)';

/** The JOSE Header, its algorithm, and the offer of a key after the algorithm was changed here. */
export function HeaderPane({ view, actions, acts, marks, entry }: HeaderPaneProps) {
  const [changedTo, setChangedTo] = useState<string>();
  const opened = openedLayer(view);
  const { layer, object } = opened;
  const encrypted = isEncrypted(opened);
  const alg = algOf(opened);
  const hasExtras = view.layer > 0 || (object !== undefined && object.serialization !== 'compact');
  const Extras = useExtras(hasExtras, acts.partMissing);
  const offers =
    !encrypted && alg !== undefined && alg === changedTo && alg !== 'none' && !view.key.canSign && !view.verdict.busy;
  const menus =
    view.header.as === 'json' && object !== undefined && isProtected(object, 'alg') ? (
      <AlgButton view={view} alg={alg} encrypted={encrypted} actions={actions} acts={acts} onChanged={setChangedTo} />
    ) : null;
  const ownRow = useMedia(NARROW) && encrypted && menus !== null;
  return (
    <JsonPane
      pane="header"
      view={view}
      actions={actions}
      acts={acts}
      marks={marks}
      title={encrypted ? JSON_PANES.header.encryptedTitle : JSON_PANES.header.title}
      parts={PARTS}
      fit
      content={contentOf(opened, 'header')}
      meta={
        layer?.headerBytes === undefined || (entry > 0 && !encrypted)
          ? undefined
          : sizeLine(layer.headerBytes.length, undefined)
      }
      tools={ownRow ? null : menus}
      {...(Extras !== undefined && object?.type === 'jws' && entry > 0
        ? { instead: <Extras part="protected" view={view} actions={actions} entry={entry} /> }
        : {})}
      notice={
        <>
          {ownRow ? <div className="pane-row seal-row">{menus}</div> : null}
          {offers ? <GenerateOffer alg={alg} generateKey={actions.generateKey} /> : null}
          {Extras !== undefined && view.layer > 0 ? (
            <Extras part="layer" view={view} actions={actions} entry={entry} />
          ) : null}
        </>
      }
      foot={
        Extras !== undefined && object !== undefined && object.serialization !== 'compact' ? (
          <Extras part="members" view={view} actions={actions} entry={entry} />
        ) : null
      }
    />
  );
}

interface GenerateOfferProps {
  readonly alg: string;
  readonly generateKey: WorkbenchActions['generateKey'];
}

function GenerateOffer({ alg, generateKey }: GenerateOfferProps) {
  return (
    <Notice
      tone="note"
      acts={<LinkButton onClick={() => generateKey(alg)}>{JSON_PANES.generateFitting(alg)}</LinkButton>}
    >
      {JSON_PANES.doesNotFit(alg)}
    </Notice>
  );
}

/** What stands in an unprotected header of a signature is not edited here; of a JWE the menus know. */
function isProtected(object: JoseObject, name: string): boolean {
  if (object.type === 'jwe') return true;
  const [first] = object.signatures;
  return first?.header?.[name] === undefined || first.protectedHeader?.[name] !== undefined;
}

function useExtras(wanted: boolean, onMissing: () => void) {
  const { Part: Extras, fetchPart } = useLater<HeaderExtrasProps>(
    async () => (await import('./header-extras.tsx')).HeaderExtras,
    onMissing,
  );
  useEffect(() => {
    if (wanted) fetchPart();
  }, [wanted, fetchPart]);
  return wanted ? Extras : undefined;
}
