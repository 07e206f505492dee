import { hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './app/app.css';
import { focusRegion } from './app/regions.ts';
import { startMonaco } from './editor/start-monaco.ts';
import { tokenFromAddress } from './workbench/address.ts';
import { createWorkbench, type Workbench } from './workbench/workbench.ts';
import { createEngineClient } from './worker/engine-client.ts';

/** Takes what the address brings, and empties the address at once. True where it stood in the query. */
function takeAddress({ actions }: Workbench): boolean {
  const brought = tokenFromAddress(location.hash, location.search);
  if (brought === undefined) return false;
  history.replaceState(null, '', location.pathname);
  const { token = '', key, fromQuery } = brought;
  if (key !== undefined) actions.setKey(key);
  if (token !== '' && !actions.pasteToken(token, 'address')) actions.editToken(token, { start: 0, end: 0 });
  return fromQuery;
}

function whenIdle(run: () => void): void {
  // Safari has no requestIdleCallback
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 200);
}

/** What is fetched while nobody waits for it: the large editor, then the parts that the first presses open. */
function startLateParts(): void {
  startMonaco();
  whenIdle(() => {
    // where one of these is missing, the press that wants it says so
    const quietly = () => undefined;
    import('./panes/json/alg-menu.tsx').catch(quietly);
    import('./panes/key/generate-menu.tsx').catch(quietly);
    import('./panes/key/key-chip.tsx').catch(quietly);
    import('./panes/key/key-details.tsx').catch(quietly);
    import('./panes/examples/examples-menu.tsx').catch(quietly);
    import('./app/shortcut-dialog.tsx').catch(quietly);
  });
}

function start(root: HTMLElement): void {
  const workbench = createWorkbench({ client: createEngineClient() });
  const sentInQuery = takeAddress(workbench);
  hydrateRoot(root, <App workbench={workbench} sentInQuery={sentInQuery} />);
  addEventListener('hashchange', () => takeAddress(workbench));
  addEventListener('pageshow', (event) => {
    if (event.persisted) workbench.actions.wipe();
  });
  whenIdle(() => {
    if (document.activeElement === document.body && matchMedia('(pointer: fine)').matches) focusRegion('token');
    startLateParts();
  });
}

const root = document.getElementById('root');
if (root !== null) start(root);
