import { editBetween } from './text-edit.ts';

/** Writes `text` into the field where it differs, and keeps the selection at the characters where it stood. */
export function showInField(field: HTMLTextAreaElement, text: string): void {
  const edit = editBetween(field.value, text);
  if (edit === undefined) {
    return;
  }
  const moved = (offset: number): number => {
    if (offset <= edit.start) {
      return offset;
    }
    const shift = edit.text.length - (edit.end - edit.start);
    return offset >= edit.end ? offset + shift : edit.start + edit.text.length;
  };
  const { selectionStart, selectionEnd, selectionDirection } = field;
  field.value = text;
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection);
}

/** Scrolls so far that the character at `offset` is seen; `ink` holds the same text, laid out. */
export function revealInk(scroller: HTMLElement, ink: HTMLElement, offset: number): void {
  const box = boxOfCharacter(ink, offset);
  if (box === undefined) {
    return;
  }
  const seen = scroller.getBoundingClientRect();
  if (box.top < seen.top) {
    scroller.scrollTop -= seen.top - box.top;
  } else if (box.bottom > seen.bottom) {
    scroller.scrollTop += box.bottom - seen.bottom;
  }
}

function boxOfCharacter(ink: HTMLElement, offset: number): DOMRect | undefined {
  const walker = document.createTreeWalker(ink, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (offset < before + length) {
      const range = document.createRange();
      range.setStart(node, offset - before);
      range.setEnd(node, offset - before + 1);
      return range.getBoundingClientRect();
    }
    before += length;
  }
  return undefined;
}
