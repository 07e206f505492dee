import { useEffect, useRef } from 'react';
import type { ShortcutAct } from '../words/shortcuts.ts';
import { isField } from './regions.ts';
import { actOf } from './shortcuts.ts';

/** A pair's second key counts for so long. */
const PAIR_MS = 1500;

/** Answers whether the act was done; where not, the key is the browser's. */
export type RunAct = (act: ShortcutAct) => boolean;

/** Listens to the page's keys. `letters`: those of a single letter are switched on. */
export function useShortcuts(run: RunAct, letters: boolean): void {
  const latest = useRef({ run, letters });
  useEffect(() => {
    latest.current = { run, letters };
  });
  useEffect(() => {
    let before: { readonly key: string; readonly at: number } | undefined;
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || isInFloat(event.target)) return;
      const pair = before !== undefined && event.timeStamp - before.at < PAIR_MS ? before.key : undefined;
      const found = actOf(event, pair, latest.current.letters && !isField(event.target));
      before = found.pending === undefined ? undefined : { key: found.pending, at: event.timeStamp };
      if (found.act === undefined || !latest.current.run(found.act)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    // an editor takes these for itself, so they are heard on their way down
    function pressOnTheWayDown(event: KeyboardEvent) {
      if (event.key === 'Enter' || event.key === 'F8') press(event);
    }
    document.addEventListener('keydown', pressOnTheWayDown, true);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', pressOnTheWayDown, true);
      document.removeEventListener('keydown', press);
    };
  }, []);
}

/** Menus and dialogs have their own keys. */
function isInFloat(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="dialog"]') !== null;
}
