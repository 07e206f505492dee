import { useState } from 'react';
import { useOffline } from './use-offline.ts';

/** Whether the person is being asked to reload for a newer version. Put off, it is asked again only on request. */
export function useUpdate(): { readonly isAsked: boolean; ask(): void; later(): void } {
  const { kind } = useOffline();
  const [isPutOff, setPutOff] = useState(false);
  return {
    isAsked: kind === 'update-waiting' && !isPutOff,
    ask: () => setPutOff(false),
    later: () => setPutOff(true),
  };
}
