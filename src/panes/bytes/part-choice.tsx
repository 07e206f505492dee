import { Choice } from '../../ui/choice.tsx';
import { BYTES, partTitle } from '../../words/bytes.ts';
import { lookOf } from '../token/token-parts.ts';
import type { BytePart } from './byte-parts.ts';

interface PartChoiceProps {
  readonly parts: readonly BytePart[];
  readonly part: BytePart;
  choose(id: string): void;
}

/** More parts than these have no room beside each other. */
const MOST_BESIDE = 5;

export function PartChoice({ parts, part, choose }: PartChoiceProps) {
  const options = parts.map(({ id, of, piece }) => ({ value: id, words: partTitle(of.name, of.index, piece) }));
  return (
    <span className="bytes-part">
      <span aria-hidden="true" className={`swatch swatch-${lookOf(part.of.name).segment}`} />
      {parts.length <= MOST_BESIDE ? (
        <Choice label={BYTES.part} value={part.id} options={options} onChoose={choose} />
      ) : (
        <select
          aria-label={BYTES.part}
          className="field bytes-select"
          value={part.id}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {options.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
