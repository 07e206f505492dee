/** A character of the content, or a byte that is part of none, in a cell. */
import type { DecodedCharacter } from '../../engine/token/bytes/decoded-characters.ts';
import { codePointName, piecesOf, visibleString } from '../../ui/visible-text.tsx';

const isUnseen = (text: string) => piecesOf(text).some(({ unseen }) => unseen);

/** In the grid, where a name has room. */
export function Glyph({ of }: { readonly of: DecodedCharacter }) {
  if (of.kind === 'invalid') return <span className="byte-invalid">?</span>;
  if (of.text === ' ') return <span className="byte-blank">␣</span>;
  return isUnseen(of.text) ? <span className="unseen">{codePointName(of.text)}</span> : of.text;
}

/** In the list, where a cell is one letter wide: control characters have pictures, the rest that is not seen a dot. */
export function SmallGlyph({ of }: { readonly of: DecodedCharacter }) {
  if (of.kind === 'invalid') return <span className="byte-invalid">?</span>;
  if (of.text === ' ') return ' ';
  return isUnseen(of.text) ? <span className="byte-control">{pictureOf(of.text)}</span> : of.text;
}

function pictureOf(text: string): string {
  const code = text.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\u00b7';
}

export function glyphName(of: DecodedCharacter): string {
  return of.kind === 'character' ? visibleString(of.text) : '';
}
