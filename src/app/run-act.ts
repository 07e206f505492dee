/** What each shortcut does. */
import type { ShortcutAct } from '../words/shortcuts.ts';
import type { WorkbenchActions, WorkbenchView } from '../workbench/types.ts';
import { focusNextRegion, focusRegion, isField } from './regions.ts';

export interface ActTools {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  nextTheme(): void;
  nextTimesIn(): void;
  openShortcuts(): void;
  openExamples(anchor: HTMLElement): void;
  copyToken(): void;
  /** opens the findings with the next or the previous one selected */
  stepFinding(by: 1 | -1): void;
  /** what is marked is no longer; answers whether anything was */
  releaseMark(): boolean;
}

/** Answers whether there was something to do; where not, the key is the browser's. */
export function runAct(act: ShortcutAct, tools: ActTools): boolean {
  const { view, actions } = tools;
  const empty = view.text === '';
  switch (act) {
    case 'paste':
      return false;
    case 'again':
      return when(!empty, actions.verifyAgain);
    case 'nextRegion':
      return focusNextRegion(1);
    case 'previousRegion':
      return focusNextRegion(-1);
    case 'nextFinding':
    case 'previousFinding':
      return when(!empty, () => tools.stepFinding(act === 'nextFinding' ? 1 : -1));
    case 'leave':
      return leave(tools);
    case 'shortcuts':
      return when(true, tools.openShortcuts);
    case 'examples':
      return openExamplesMenu(tools);
    case 'copy':
      return when(!empty, tools.copyToken);
    case 'clear':
      return when(!empty || view.key.text !== '', actions.clear);
    case 'theme':
      return when(true, tools.nextTheme);
    case 'timesIn':
      return when(!empty, tools.nextTimesIn);
    case 'previousToken':
      return pickBeside(tools, -1);
    case 'nextToken':
      return pickBeside(tools, 1);
    case 'bytes':
      return showBytes(document.activeElement);
    case 'token':
    case 'key':
    case 'header':
    case 'payload':
    case 'inspector':
      return focusRegion(act);
    case 'signature':
      // an encrypted token has its parts in that place
      return focusRegion(act) || focusRegion('encrypted');
  }
}

function when(possible: boolean, run: () => void): boolean {
  if (possible) run();
  return possible;
}

function leave({ releaseMark }: ActTools): boolean {
  const hasLeft = leaveEditor();
  return releaseMark() || hasLeft;
}

/** The editor's own uses of Escape come first: it then stops the key. */
function leaveEditor(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !isField(active)) return false;
  active.blur();
  return true;
}

/** As a press with Alt, of what has bytes of its own. */
function showBytes(active: Element | null): boolean {
  const has = active instanceof HTMLElement && active.dataset.hasBytes !== undefined;
  return when(has, () => active?.dispatchEvent(new MouseEvent('click', { bubbles: true, altKey: true })));
}

function openExamplesMenu({ openExamples }: ActTools): boolean {
  const anchor = document.querySelector<HTMLElement>('[data-opens="examples"]');
  if (anchor !== null) openExamples(anchor);
  return anchor !== null;
}

function pickBeside({ view, actions }: ActTools, step: 1 | -1): boolean {
  const next = view.pickIndex + step;
  return when(next >= 0 && next < view.opened.found.length, () => actions.pick(next));
}
