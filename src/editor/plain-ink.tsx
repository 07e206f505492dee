import { memo, type ReactNode } from 'react';
import { COLOURED_UP_TO, jsonPieces, linesWithSpans, type PaintSpan, type Piece, pieces } from './paint.ts';
import type { EditorHint, EditorProps } from './types.ts';
import './hints.css';

interface PlainInkProps {
  readonly text: string;
  readonly language: EditorProps['language'];
  readonly spans: readonly PaintSpan[];
  readonly hints: readonly EditorHint[];
}

/**
 * What is seen of the text in the plain pane: it lies over the text area, whose own characters are transparent.
 * Its text content is the field's text and one line feed, so that an empty last line keeps its height.
 */
export const PlainInk = memo(function PlainInk({ text, language, spans, hints }: PlainInkProps): ReactNode {
  if (language === 'token' || text.length > COLOURED_UP_TO) {
    // in an element of its own: HTML drops a line feed that comes first in a `pre`
    return [...drawn(pieces(text, spans)), <span key="end">{'\n'}</span>];
  }
  let end = -1;
  return linesWithSpans(text, spans).map((line) => {
    end += line.text.length + 1;
    const hint = hints.find(({ at }) => at === end);
    return (
      <Line
        key={line.number}
        text={line.text}
        language={language}
        spans={line.spans}
        words={hint?.words}
        tone={hint?.tone}
      />
    );
  });
});

interface LineProps extends Omit<PlainInkProps, 'hints'> {
  /** of its hint */
  readonly words: string | undefined;
  readonly tone: EditorHint['tone'] | undefined;
}

/** A line of its own, so that typing draws one line again and not all. */
const Line = memo(function Line({ text, language, spans, words, tone }: LineProps): ReactNode {
  const list = language === 'json' ? jsonPieces(text, spans) : pieces(text, spans);
  return (
    <span className="plain-line">
      {drawn(list)}
      {/* its words are the style sheet's, since the ink holds the field's text and no more */}
      {words === undefined ? null : <span className={`plain-hint hint hint-${tone}`} data-words={words} />}
      {'\n'}
    </span>
  );
});

function drawn(list: readonly Piece[]): readonly ReactNode[] {
  let nth = 0;
  return list.map((piece) => {
    nth += 1;
    return piece.className === '' ? (
      piece.text
    ) : (
      <span key={nth} className={piece.className}>
        {piece.text}
      </span>
    );
  });
}
