/** Another character, or another bit, in place of what is selected: for fingers, and for whoever does not know the keys. */
import type { ByteMap } from '../../engine/token/bytes/byte-map.ts';
import { bitAt, characterCell } from '../../engine/token/bytes/cells.ts';
import { bitEdit, type CharacterEdit, characterEdit } from '../../engine/token/bytes/edits.ts';
import { PRIVATE_FIELD } from '../../ui/private-field.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import { BYTES, bitButton } from '../../words/bytes.ts';
import { type CellPlace, charactersOfCell } from './byte-focus.ts';

interface ChangeRowProps {
  readonly map: ByteMap;
  readonly cell: CellPlace;
  /** a sentence in place of the fields */
  readonly whyFixed: string | undefined;
  edit(wanted: CharacterEdit | undefined): void;
}

export function ChangeRow({ map, cell, whyFixed, edit }: ChangeRowProps) {
  if (whyFixed !== undefined) return <p className="bytes-fixed">{whyFixed}</p>;
  const [at] = charactersOfCell(map, cell);
  const letter = characterCell(map, at);
  return (
    <div className="bytes-change">
      <span aria-hidden="true">{BYTES.change}</span>
      <input
        {...PRIVATE_FIELD}
        type="text"
        aria-label={BYTES.letter}
        className="field bytes-letter"
        value={letter.text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={({ currentTarget: { value } }) => {
          // beside the character that is there, the one that was typed
          const typed = value.length > 1 ? value.replace(letter.text, '') : value;
          edit(characterEdit(map, at, typed.slice(-1)));
        }}
      />
      {letter.kind === 'none' ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a box that six bits have no place for
        <span role="group" aria-label={BYTES.sixBits} className="bytes-bits">
          {[0, 1, 2, 3, 4, 5].map((inCharacter) => {
            const bit = letter.firstBit + inCharacter;
            const value = bitAt(map, bit);
            return (
              <button
                key={inCharacter}
                type="button"
                aria-label={bitButton(inCharacter)}
                aria-pressed={value === 1}
                className="bytes-bit"
                onClick={() => edit(bitEdit(map, bit))}
              >
                {value}
              </button>
            );
          })}
        </span>
      )}
      <span className="bytes-change-of">
        <VisibleText>{BYTES.changeOf(letter.text)}</VisibleText>
      </span>
    </div>
  );
}
