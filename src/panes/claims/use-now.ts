/** The clock of the times that are drawn. */
import { useEffect, useState } from 'react';
import { firstChange } from './claim-times.ts';

/** The longest time that a timer can wait, in seconds. */
const LONGEST_WAIT = 2_000_000;

/**
 * Now, in whole seconds, and again whenever the words for one of the moments change, or each second. Stands while the
 * page is hidden. `asOf`: the moment that stands for now, undefined for the clock.
 */
export function useNow(moments: readonly number[] | 'each-second', asOf?: number): number {
  const [now, setNow] = useState(wholeSecond);
  useEffect(() => {
    if (asOf !== undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const second = wholeSecond();
      setNow(second);
      const wait = moments === 'each-second' ? 1 : firstChange(moments, second);
      if (wait === undefined) return;
      timer = setTimeout(tick, Math.min(wait, LONGEST_WAIT) * 1000 - (Date.now() % 1000));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [moments, asOf]);
  return asOf ?? now;
}

export function wholeSecond(): number {
  return Math.floor(Date.now() / 1000);
}
