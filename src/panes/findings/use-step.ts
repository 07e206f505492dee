/** From one finding to the next by a key, from anywhere in the page. */
import { type RefObject, useEffect, useRef } from 'react';
import type { ListedFinding } from './finding-list.ts';

export interface FindingStep {
  readonly by: 1 | -1;
}

interface StepTools {
  isSelected(listed: ListedFinding): boolean;
  /** where the rows are drawn */
  readonly rows: RefObject<HTMLElement | null>;
  select(listed: ListedFinding): void;
}

/** Each request once; past the last one it begins again. */
export function useStep(
  step: FindingStep | undefined,
  shown: readonly ListedFinding[] | undefined,
  { isSelected, rows, select }: StepTools,
): void {
  const taken = useRef<FindingStep>(undefined);
  useEffect(() => {
    if (step === undefined || shown === undefined || taken.current === step) return;
    taken.current = step;
    const at = shown.findIndex(isSelected);
    const first = step.by === 1 ? 0 : shown.length - 1;
    const next = shown[at === -1 ? first : (at + step.by + shown.length) % shown.length];
    if (next === undefined) return;
    if (!isSelected(next)) select(next);
    const button = [...(rows.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
      ({ dataset }) => dataset.key === next.key,
    );
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  }, [step, shown, isSelected, rows, select]);
}
