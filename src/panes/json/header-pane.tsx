import { useState } from 'react';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JSON_PANES, sizeLine } from '../../words/json-panes.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';
import { AlgButton } from './alg-button.tsx';
import { JsonPane } from './json-pane.tsx';

interface HeaderPaneProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

/** The JOSE Header, its algorithm, and the offer of a key after the algorithm was changed here. */
export function HeaderPane({ view, actions, acts }: HeaderPaneProps) {
  const [changedTo, setChangedTo] = useState<string>();
  const { token, layer } = view.opened;
  const alg = token?.alg;
  const offers = alg !== undefined && alg === changedTo && alg !== 'none' && !view.key.canSign && !view.verdict.busy;
  return (
    <JsonPane
      pane="header"
      view={view}
      actions={actions}
      acts={acts}
      fit
      content={token?.header}
      meta={layer?.headerBytes === undefined ? undefined : sizeLine(layer.headerBytes.length, undefined)}
      tools={
        view.header.as === 'json' && token !== undefined ? (
          <AlgButton alg={alg} actions={actions} acts={acts} onChanged={setChangedTo} />
        ) : null
      }
      notice={
        offers ? (
          <Notice
            tone="note"
            acts={<LinkButton onClick={() => actions.generateKey(alg)}>{JSON_PANES.generateFitting(alg)}</LinkButton>}
          >
            {JSON_PANES.doesNotFit(alg)}
          </Notice>
        ) : null
      }
    />
  );
}
