/** Words of a content that the token leaves out. */
import { bytes } from './numbers.ts';

export const DETACHED = {
  title: 'Detached content',
  help: 'The token leaves its content out. Put it here, exactly as it was signed, and the signature can be checked.',
  placeholder: 'The content, character by character. Where its lines end in CR LF, open the file instead.',
  openFile: 'Open file',
  removeFile: 'Remove the file',
} as const;

export const fileLine = (name: string, size: number) => `${name} · ${bytes(size)}`;
export const textSize = (size: number) => `${bytes(size)} as UTF-8`;
