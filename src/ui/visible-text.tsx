import type { ReactNode } from 'react';

/**
 * Characters that are not seen or that turn the reading direction: controls, format characters (bidirectional marks and
 * zero-width ones among them), lone surrogates, private use, line and paragraph separators, and what Unicode lets a
 * reader ignore (fillers, variation selectors, tags).
 */
const UNSEEN = /([\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}])/u;

interface Piece {
  readonly at: number;
  readonly text: string;
  readonly unseen: boolean;
}

/** The text cut at each unseen character. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [index, piece] of text.split(UNSEEN).entries()) {
    // each second piece is what the expression has caught
    if (piece !== '') pieces.push({ at, text: piece, unseen: index % 2 === 1 });
    at += piece.length;
  }
  return pieces;
}

/** 'U+202E' */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The same as a plain string, for a name or a tooltip. */
export function visibleString(text: string): string {
  return piecesOf(text)
    .map(({ text: piece, unseen }) => (unseen ? codePointName(piece) : piece))
    .join('');
}

/** Text from someone else: no character of it is hidden, and none moves what stands beside it. */
export function VisibleText({ children }: { readonly children: string }): ReactNode {
  return (
    <bdi>
      {piecesOf(children).map(({ at, text, unseen }) =>
        unseen ? (
          <span key={at} className="unseen">
            {codePointName(text)}
          </span>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
