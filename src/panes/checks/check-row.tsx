import type { ReactNode } from 'react';
import type { Check } from '../../engine/types.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { CHECKS, checkName, EXPECTED, type Expected, outcomeWords, takeWords } from '../../words/checks.ts';
import { fieldOf, takeable } from './check-field.ts';
import { DraftField } from './draft-field.tsx';
import { readField } from './expectations.ts';
import { listText } from './list-text.ts';
import { References } from './references.tsx';

export interface CheckRowProps {
  readonly check: Check;
  /** what the check's field shows */
  readonly value: (field: Expected) => string;
  readonly take: (field: Expected, text: string) => void;
  /** in place of a field, where what is asked is no text */
  readonly children?: ReactNode;
}

/** One thing that is compared: its name, what is expected, what the token says, and what came of it. */
export function CheckRow({ check, value, take, children }: CheckRowProps) {
  const { id, outcome, message, refs } = check;
  const { wire, words } = checkName(id);
  const field = fieldOf(check);
  return (
    <tr data-check={id} data-outcome={outcome}>
      <th scope="row">
        <code>{wire}</code> <span className="check-words">{words}</span>
      </th>
      <td>
        <div className="check-body">
          {field === undefined ? null : (
            <div className="check-field">
              <DraftField
                label={EXPECTED[field].label}
                hint={EXPECTED[field].hint}
                value={value(field)}
                invalid={CHECKS.notSpan}
                read={(text) => readField(field, text)}
                take={(text) => take(field, text)}
              />
            </div>
          )}
          {children && <div className="check-field">{children}</div>}
          <p className="check-reason">
            <VisibleText>{message}</VisibleText>{' '}
            {field === undefined ? null : <Take field={field} said={takeable(check)} take={take} />}
            <References refs={refs} />
          </p>
        </div>
      </td>
      <td className="check-outcome">
        <OutcomeMark outcome={outcome} />
      </td>
    </tr>
  );
}

interface TakeProps extends Pick<CheckRowProps, 'take'> {
  readonly field: Expected;
  readonly said: readonly string[];
}

function Take({ field, said, take }: TakeProps) {
  const words = said.length === 0 ? undefined : takeWords(field, said.length);
  if (words === undefined) return null;
  return (
    <>
      <LinkButton onClick={() => take(field, takenText(field, said))}>{words}</LinkButton>{' '}
    </>
  );
}

/** Fields of one value hold it as it is, and those of several in quotation marks where it needs them. */
function takenText(field: Expected, said: readonly string[]): string {
  return field === 'typ' || field === 'subject' || field === 'authorizedParty' ? said.join('') : listText(said);
}

const LOOKS: Readonly<Record<Check['outcome'], { readonly tone: Tone; readonly shape: Shape }>> = {
  pass: { tone: 'ok', shape: 'tick-disc' },
  fail: { tone: 'fail', shape: 'cross-octagon' },
  'not-asked': { tone: 'idle', shape: 'dashed-ring' },
  cannot: { tone: 'idle', shape: 'slash-ring' },
};

function OutcomeMark({ outcome }: Pick<Check, 'outcome'>) {
  const { tone, shape } = LOOKS[outcome];
  return (
    <span className={`outcome tone-${tone}`}>
      <StateShape shape={shape} />
      {outcomeWords(outcome)}
    </span>
  );
}
