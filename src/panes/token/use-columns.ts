import { type RefObject, useLayoutEffect, useState } from 'react';
import { columnsFor } from './token-measures.ts';

/** Characters in a line of the token, for the width that the pane has now. */
export function useColumns(pane: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(48);
  useLayoutEffect(() => {
    const node = pane.current;
    if (node === null) return;
    // measured before the first paint too, so that no line breaks twice
    const measure = () => setColumns(columnsFor(node.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [pane]);
  return columns;
}
