/**
 * Boot. What is fetched first reads a token and fills the prerendered page with it; the live page (React and the panes)
 * follows, and takes over what has been done until then.
 */
import './app/app.css';
import './editor/editor.css';
import { keepEarlyActs } from './app/early-acts.ts';
import { startFirstView } from './app/first-view.ts';
import { SHELL } from './words/shell.ts';
import { tokenFromAddress } from './workbench/address.ts';
import { createEarlyStore, type EarlyActs } from './workbench/early-store.ts';

/** Takes what the address brings, and empties the address at once. True where it stood in the query. */
function takeAddress(acts: EarlyActs): boolean {
  const brought = tokenFromAddress(location.hash, location.search);
  if (brought === undefined) return false;
  history.replaceState(null, '', location.pathname);
  const { token = '', key, fromQuery } = brought;
  if (key !== undefined) acts.setKey(key);
  if (token !== '' && !acts.pasteToken(token, 'address')) acts.editToken(token, { start: 0, end: 0 });
  return fromQuery;
}

async function start(root: HTMLElement): Promise<void> {
  const early = createEarlyStore({
    loadReader: async () => (await import('./workbench/every-form.ts')).EVERY_FORM,
    loadWorkbench: async () => (await import('./workbench/page-workbench.ts')).pageWorkbench(),
    now: () => performance.now(),
  });
  const { acts } = early;
  const sentInQuery = takeAddress(acts);
  const firstView = startFirstView(root, early);
  const pressAgain = keepEarlyActs(root, acts);
  addEventListener('hashchange', () => takeAddress(acts));
  addEventListener('pageshow', (event) => {
    if (event.persisted) acts.wipe();
  });
  try {
    await painted();
    const [{ goLive }, workbench] = await Promise.all([import('./app/live.tsx'), early.workbench()]);
    const restoreCaret = firstView.end();
    goLive({ root, workbench, sentInQuery });
    restoreCaret();
    pressAgain();
  } catch {
    sayNotLive(root);
  } finally {
    delete document.documentElement.dataset.arriving;
  }
}

/**
 * The next frame has been painted, so that what was read is seen before the larger script is fetched and run. A page in
 * the background paints no frames.
 */
function painted(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The first view goes on reading tokens; what can be pressed cannot work. */
function sayNotLive(root: HTMLElement): void {
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.className = 'notice tone-fail';
  sentence.textContent = SHELL.overlayMissing;
  root.before(sentence);
}

const root = document.getElementById('root');
if (root !== null) void start(root);
