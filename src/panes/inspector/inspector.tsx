/** The light part of the inspector: its place, and the fetching of what fills it. */
import { useEffect } from 'react';
import { useLater } from '../../ui/use-later.ts';
import { INSPECTOR } from '../../words/inspector.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { FindingStep } from '../findings/use-step.ts';
import type { Marks } from '../marks/use-marks.ts';
import type { PageActs } from '../page-acts.ts';
import type { InspectorTab } from './inspector-tabs.ts';

/** Focuses a part of the page by its name. */
export type GoTo = (region: 'key' | 'payload') => void;

/** A tab that is to be shown, asked for from outside; each request is an object of its own. */
export type TabRequest =
  | { readonly tab: Exclude<InspectorTab, 'findings'> }
  /** `step`: with the next or the previous finding selected */
  | { readonly tab: 'findings'; readonly step?: FindingStep };

export interface InspectorProps {
  readonly view: WorkbenchView;
  /** at least one */
  readonly tabs: readonly InspectorTab[];
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  readonly goTo: GoTo;
  readonly asked: TabRequest | undefined;
  /** never changes */
  ask(request: TabRequest): void;
  readonly marks: Marks;
}

/** Keeps its place from the first, and is empty in it until its code has arrived. */
export function Inspector(props: InspectorProps) {
  const { Part, fetchPart } = useLater<InspectorProps>(
    async () => (await import('./inspector-view.tsx')).InspectorView,
    props.acts.partMissing,
  );
  useEffect(fetchPart, [fetchPart]);
  return (
    <section aria-label={INSPECTOR.name} data-region="inspector" className="pane pane-inspector">
      {Part === undefined ? <div className="pane-head" /> : <Part {...props} />}
    </section>
  );
}
