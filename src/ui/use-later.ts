import { type ComponentType, useCallback, useRef, useState } from 'react';

/** A part of the page that is fetched when it is first wanted. */
interface Later<Props> {
  /** undefined until it has been fetched */
  readonly Part: ComponentType<Props> | undefined;
  fetchPart(): void;
}

/** `load` and `onMissing` may change between renders; the newest are used. `onMissing`: the part could not be fetched. */
export function useLater<Props>(load: () => Promise<ComponentType<Props>>, onMissing: () => void): Later<Props> {
  const [Part, setPart] = useState<ComponentType<Props>>();
  const latest = useRef({ load, onMissing });
  latest.current = { load, onMissing };
  const fetchPart = useCallback(() => {
    // in a function, since React would call a component that it is given as the new state
    latest.current.load().then(
      (loaded) => setPart(() => loaded),
      () => latest.current.onMissing(),
    );
  }, []);
  return { Part, fetchPart };
}
