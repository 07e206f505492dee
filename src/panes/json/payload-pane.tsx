import { useMedia } from '../../ui/use-media.ts';
import { CLAIMS, sizeLine } from '../../words/json-panes.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';
import { memberCount } from './json-facts.ts';
import { JsonPane } from './json-pane.tsx';

interface PayloadPaneProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

/** The payload: claims where it is a JSON object, otherwise text or bytes. */
export function PayloadPane({ view, actions, acts }: PayloadPaneProps) {
  const hasItsColumn = useMedia('(min-width: 1024px) and (max-width: 1359px)');
  const { token, layer } = view.opened;
  const payload = layer?.payload;
  return (
    <JsonPane
      pane="payload"
      view={view}
      actions={actions}
      acts={acts}
      fit={!hasItsColumn}
      content={token?.payload}
      meta={payload === undefined ? undefined : sizeLine(payload.bytes.length, memberCount(payload.json), CLAIMS)}
    />
  );
}
