/** The clock of the times that are drawn. */
import { useEffect, useState } from 'react';
import { firstChange } from './claim-times.ts';

/** The longest time that a timer can wait, in seconds. */
const LONGEST_WAIT = 2_000_000;

/** Now, in whole seconds, and again whenever the words for one of the moments change. Stands while the page is hidden. */
export function useNow(moments: readonly number[]): number {
  const [now, setNow] = useState(wholeSecond);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const second = wholeSecond();
      setNow(second);
      const wait = firstChange(moments, second);
      if (wait === undefined) return;
      timer = setTimeout(tick, Math.min(wait, LONGEST_WAIT) * 1000 - (Date.now() % 1000));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [moments]);
  return now;
}

function wholeSecond(): number {
  return Math.floor(Date.now() / 1000);
}
