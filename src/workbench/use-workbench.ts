/** The workbench in React. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { WorkbenchActions, WorkbenchView } from './types.ts';
import { EMPTY_VIEW, type Workbench } from './workbench.ts';

/** Given once, at the top of the page. */
export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

function useOwnWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === undefined) throw new TypeError('WorkbenchContext is given nowhere above this component.');
  return workbench;
}

/**
 * A part of the view; the component is drawn again only when that part is another object. `select` must answer
 * something of the view itself, not a new object each time. The prerendered page is the empty one.
 */
export function useWorkbench<Part>(select: (view: WorkbenchView) => Part): Part {
  const workbench = useOwnWorkbench();
  return useSyncExternalStore(
    workbench.subscribe,
    () => select(workbench.view()),
    () => select(EMPTY_VIEW),
  );
}

/** Always the same object. */
export function useWorkbenchActions(): WorkbenchActions {
  return useOwnWorkbench().actions;
}
