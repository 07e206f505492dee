/** The live page: takes the prerendered document over, and fetches the rest of itself while nobody waits. */
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { monacoState, startMonaco, subscribeToMonaco } from '../editor/start-monaco.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { App } from './app.tsx';
import { keepPageOffline } from './offline/page-offline.ts';
import { focusRegion } from './regions.ts';

interface LiveProps {
  readonly root: HTMLElement;
  readonly workbench: Workbench;
  readonly sentInQuery: boolean;
}

/** In one go, so that the document is not painted between what it showed and what it will. */
export function goLive({ root, workbench, sentInQuery }: LiveProps): void {
  flushSync(() => hydrateRoot(root, <App workbench={workbench} sentInQuery={sentInQuery} />));
  whenIdle(() => {
    if (document.activeElement === document.body && matchMedia('(pointer: fine)').matches) focusRegion('token');
    startMonaco();
    whenIdle(fetchLateParts);
    // while it is developed the page changes at every moment, and there is no worker
    if (import.meta.env.PROD) afterMonaco(() => whenIdle(() => void keepPageOffline()));
  });
}

/** Once Monaco has come, or will not: what is kept for offline use must not take its time. */
function afterMonaco(run: () => void): void {
  const isSettled = () => monacoState().status === 'ready' || monacoState().status === 'refused';
  const end = subscribeToMonaco(onChange);
  function onChange() {
    if (!isSettled()) return;
    end();
    run();
  }
  onChange();
}

function whenIdle(run: () => void): void {
  // Safari has no requestIdleCallback
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 200);
}

/** The parts that the first presses open. */
function fetchLateParts(): void {
  // where one of these is missing, the press that wants it says so
  const quietly = () => undefined;
  import('../panes/json/alg-menu.tsx').catch(quietly);
  import('../panes/key/generate-menu.tsx').catch(quietly);
  import('../panes/key/key-chip.tsx').catch(quietly);
  import('../panes/key/key-details.tsx').catch(quietly);
  import('../panes/examples/examples-menu.tsx').catch(quietly);
  import('./shortcut-dialog.tsx').catch(quietly);
}
