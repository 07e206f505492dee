import { useEffect, useState } from 'react';

/** After the last edit: what is said earlier would only interrupt the typing. */
const QUIET_MS = 600;

/**
 * The words for a live region: those that stood still for a moment. `undefined` while there is nothing new to say,
 * which leaves the last words there, so that equal words are not said again.
 */
export function useAnnouncement(words: string | undefined): string {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (words === undefined) return;
    const timer = setTimeout(() => setSaid(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return said;
}
