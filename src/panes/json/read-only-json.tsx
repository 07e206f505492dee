import { useMemo } from 'react';
import { jsonPieces } from '../../editor/paint.ts';

/** Characters that are drawn; what is longer is in the token. */
const MOST = 20_000;

/** JSON in its colours, to be read. */
export function ReadOnlyJson({ text }: { readonly text: string }) {
  const lines = useMemo(() => paintedLines(text.slice(0, MOST)), [text]);
  return (
    <pre className="read-only-json">
      {lines.map(({ at, pieces }) => (
        <span key={at}>
          {pieces.map((piece) => (
            <span key={piece.at} className={piece.className}>
              {piece.text}
            </span>
          ))}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

/** Each line and each piece with its offset. */
function paintedLines(text: string) {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    const pieces = jsonPieces(line, []).map((piece) => {
      const from = at;
      at += piece.text.length;
      return { ...piece, at: from };
    });
    at += 1;
    return { at: start, pieces };
  });
}
