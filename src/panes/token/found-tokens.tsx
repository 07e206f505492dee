import type { FoundToken } from '../../engine/types.ts';
import { foundLine, pickName, TOKEN } from '../../words/token.ts';

/** More pills than this are a list nobody looks through; the tokens behind them are still in the text. */
const MOST = 50;

interface FoundTokensProps {
  readonly found: readonly FoundToken[];
  readonly picked: number;
  pick(index: number): void;
}

/** More than one token in the text: how many, where the open one stood, and a choice of them. */
export function FoundTokens({ found, picked, pick }: FoundTokensProps) {
  return (
    <div className="pane-row">
      <span className="text-micro font-medium whitespace-nowrap text-ink-3">{foundLine(found.length)}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a box that a row of chips has no place for */}
      <div role="group" aria-label={TOKEN.found} className="scroll-row">
        {found.slice(0, MOST).map((token, index) => (
          <button
            // the place in the text tells two tokens of the same letters apart
            key={token.start}
            type="button"
            className="pill"
            aria-pressed={index === picked}
            title={token.where}
            onClick={() => pick(index)}
          >
            {pickName(index)}
          </button>
        ))}
      </div>
      <span className="ml-auto truncate text-micro font-medium text-ink-3">{found[picked]?.where}</span>
    </div>
  );
}
