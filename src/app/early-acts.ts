/** What a person does in the prerendered page before it is live, kept until it is. */
import type { EarlyActs } from '../workbench/early-store.ts';
import { isField } from './regions.ts';

/** Buttons pressed and texts pasted outside of fields. Answers the function that ends it and presses the buttons again. */
export function keepEarlyActs(root: HTMLElement, acts: EarlyActs): () => void {
  const pressed: HTMLElement[] = [];
  function press({ target }: MouseEvent) {
    const button = target instanceof Element ? target.closest<HTMLElement>('button, input') : null;
    if (button !== null && root.contains(button)) pressed.push(button);
  }
  function paste(event: ClipboardEvent) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isField(event.target) || text === '') return;
    event.preventDefault();
    acts.pasteOutside(text);
  }
  document.addEventListener('click', press, true);
  document.addEventListener('paste', paste);
  return () => {
    document.removeEventListener('click', press, true);
    document.removeEventListener('paste', paste);
    for (const button of pressed) button.click();
  };
}
