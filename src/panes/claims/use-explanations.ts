import { useEffect, useState } from 'react';
import { type Explanations, loadExplanations } from '../../engine/claims/load.ts';

/** The dictionary: undefined until it has been fetched. `onMissing`, which never changes: it could not be. */
export function useExplanations(onMissing: () => void): Explanations | undefined {
  const [explanations, setExplanations] = useState<Explanations>();
  useEffect(() => {
    loadExplanations().then(setExplanations, onMissing);
  }, [onMissing]);
  return explanations;
}
