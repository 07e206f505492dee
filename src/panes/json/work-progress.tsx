import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { PROGRESS } from '../../words/encrypted.ts';
import type { Progress } from '../../workbench/types.ts';

/** What was done in less time says nothing of the rest. */
const SOON_MS = 300;

interface WorkProgressProps {
  readonly progress: Progress;
  stop(): void;
}

/** Work that takes longer than a glance: how far it is, how long it still takes, and the button that ends it. */
export function WorkProgress({ progress, stop }: WorkProgressProps) {
  const title = useId();
  const { done, total, what } = progress;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const percent = Math.floor(share * 100);
  const quarter = Math.floor(percent / 25) * 25;
  return (
    <div className="work-progress">
      <p className="flex gap-3">
        <b id={title} className="min-w-0 grow truncate font-semibold">
          {PROGRESS.title(what)}
        </b>
        <span className="text-ink-2 tabular-nums">{PROGRESS.count(done, total)}</span>
      </p>
      <div
        role="progressbar"
        aria-labelledby={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="progress-bar"
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <p className="flex items-center gap-3">
        <span className="min-w-0 grow text-ink-2">{useTimeLeft(progress)}</span>
        <Button onClick={stop}>{PROGRESS.stop}</Button>
      </p>
      <p role="status" className="sr-only">
        {quarter > 0 && quarter < 100 ? PROGRESS.quarter(quarter) : ''}
      </p>
    </div>
  );
}

/** Reckoned from what was done since this was first shown; said once there is something to reckon from. */
function useTimeLeft({ done, total }: Progress): string {
  const [first] = useState(() => ({ done, at: performance.now() }));
  const passed = performance.now() - first.at;
  const rate = (done - first.done) / passed;
  if (rate <= 0 || passed < SOON_MS) return PROGRESS.reckoning;
  return PROGRESS.left(Math.max(1, Math.ceil((total - done) / rate / 1000)));
}
