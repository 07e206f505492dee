import { useEffect, useState } from 'react';
import type { WorkbenchView } from '../../workbench/types.ts';

/** Characters from which on reading every member of a token takes longer than a frame. */
const LARGE = 100_000;
const REST_MS = 150;

/**
 * The view; while a person types in a large token, the one before, until the typing rests. Another token than the one
 * that was rested on is shown at once.
 */
export function useRested(view: WorkbenchView): WorkbenchView {
  const [rested, setRested] = useState(view);
  const isLarge = view.text.length > LARGE;
  useEffect(() => {
    if (!isLarge) return;
    const timer = setTimeout(() => setRested(view), REST_MS);
    return () => clearTimeout(timer);
  }, [view, isLarge]);
  const isSameToken = rested.arrival === view.arrival && rested.layer === view.layer;
  return isLarge && isSameToken ? rested : view;
}
