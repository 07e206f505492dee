/** JSON or text from a token, to be read: in its colours, with no character hidden. */
import { useMemo } from 'react';
import { jsonPieces } from '../../editor/paint.ts';
import { VisibleText } from '../../ui/visible-text.tsx';

interface JsonTextProps {
  readonly text: string;
  readonly language?: 'json' | 'text';
}

export function JsonText({ text, language = 'json' }: JsonTextProps) {
  const lines = useMemo(() => paintedLines(text, language), [text, language]);
  return (
    <pre className="inspector-json">
      {lines.map(({ at, pieces }) => (
        <span key={at} className="inspector-line">
          {pieces.map((piece) => (
            <span key={piece.at} className={piece.className}>
              <VisibleText>{piece.text}</VisibleText>
            </span>
          ))}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

/** Each line and each piece of it with its offset. */
function paintedLines(text: string, language: 'json' | 'text') {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    const painted = language === 'json' ? jsonPieces(line, []) : [{ text: line, className: '' }];
    const pieces = painted.map((piece) => {
      const from = at;
      at += piece.text.length;
      return { ...piece, at: from };
    });
    at += 1;
    return { at: start, pieces };
  });
}
