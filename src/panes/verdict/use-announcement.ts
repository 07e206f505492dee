import { useEffect, useRef, useState } from 'react';

/** After the last edit: what is said earlier would only interrupt the typing. */
const QUIET_MS = 600;

/**
 * The words for a live region: those of the moment at which `about` became another, once it has stood still for a while.
 * Words that change while it stays the same, as a countdown does, are not said. `about` undefined: there is nothing new
 * to say yet, which leaves the last words there.
 */
export function useAnnouncement(about: string | undefined, words: string): string {
  const [said, setSaid] = useState('');
  const latest = useRef(words);
  latest.current = words;
  useEffect(() => {
    if (about === undefined) return;
    const words = latest.current;
    const timer = setTimeout(() => setSaid(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [about]);
  return said;
}
