/** The text that stands for a header or a payload in its pane. */
import { hexOf } from '../engine/token/hex.ts';
import { layOut } from '../engine/token/layout.ts';
import type { Held } from './held.ts';
import type { EditView } from './types.ts';

/** The exact bytes laid out, or as they are; bytes that are not UTF-8 as hex; '' where there is nothing. */
export function shownContent({ content, bytes }: Pick<Held, 'content' | 'bytes'>, view: EditView): string {
  switch (content.kind) {
    case 'json':
      return view === 'laid-out' ? layOut(content.text, content.json) : content.text;
    case 'text':
      return content.text;
    case 'bytes':
      return hexOf(bytes ?? new Uint8Array());
    case 'none':
      return '';
    default:
      return content satisfies never;
  }
}
