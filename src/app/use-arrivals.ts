import { useEffect, useState } from 'react';
import type { WorkbenchActions } from '../workbench/types.ts';
import { isField } from './regions.ts';

export interface Arrivals {
  /** something is being dragged over the page */
  readonly dragging: boolean;
}

type TakeFile = (file: File, into: 'key' | 'page') => void;

/** Pastes outside of every field, and what is dropped anywhere: a file or a text, into the key box or the token. */
export function useArrivals(actions: WorkbenchActions, takeFile: TakeFile): Arrivals {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      if (event.defaultPrevented || isField(event.target)) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text !== '') actions.pasteOutside(text);
      else if (file !== undefined) takeFile(file, 'page');
      else return;
      event.preventDefault();
    }
    function over(event: DragEvent) {
      event.preventDefault();
      setDragging(true);
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setDragging(false);
    }
    function drop(event: DragEvent) {
      event.preventDefault();
      setDragging(false);
      if (event.target instanceof Element && event.target.closest('[data-takes-drop]') !== null) return;
      event.stopPropagation();
      const into =
        event.target instanceof Element && event.target.closest('[data-pane="key"]') !== null ? 'key' : 'page';
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData('text/plain') ?? '';
      if (file !== undefined) takeFile(file, into);
      else if (text === '') return;
      else if (into === 'key') actions.setKey(text);
      else actions.pasteOutside(text);
    }
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', over, true);
    document.addEventListener('dragleave', leave, true);
    document.addEventListener('drop', drop, true);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', over, true);
      document.removeEventListener('dragleave', leave, true);
      document.removeEventListener('drop', drop, true);
    };
  }, [actions, takeFile]);
  return { dragging };
}
