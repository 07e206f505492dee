/** 'Edit times': its menu, the field that some of its entries need, and what an edit did. */

import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ownMember } from '../../engine/token/json-kind.ts';
import type { JsonObject } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLater } from '../../ui/use-later.ts';
import * as words from '../../words/timeline.ts';
import { TIMELINE, type Zone } from '../../words/timeline.ts';
import type { WorkbenchActions } from '../../workbench/types.ts';
import { wholeSecond } from '../claims/use-now.ts';
import type { EditTimesMenuProps, TimesChoice } from './edit-times-menu.tsx';
import { FieldActs } from './field-acts.tsx';
import { MomentField } from './moment-field.tsx';
import { SpanField } from './span-field.tsx';
import { setTime, shiftTimes, type TimeEdit, toIssuedAt } from './time-edits.ts';
import { DRAWN } from './timeline-geometry.ts';

interface EditTimesProps {
  readonly claims: JsonObject;
  /** why they cannot be edited here; undefined where they can */
  readonly unavailable: string | undefined;
  readonly zone: Zone;
  setClaims: WorkbenchActions['setClaims'];
  /** never changes */
  partMissing(): void;
}

/** What is told of the last press, and the claims that it brought about. */
interface Done {
  readonly changes: TimeEdit['changes'];
  readonly words: string;
}

/** Nothing is told of an edit that has been taken back, or that the engine is still at. */
function isSoStill({ changes }: Done, claims: JsonObject): boolean {
  return changes.every(({ name, value }) => ownMember(claims, name) === value);
}

export function EditTimes({ claims, unavailable, zone, setClaims, partMissing }: EditTimesProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [field, setField] = useState<'exp-at' | 'shift'>();
  const [done, setDone] = useState<Done>();
  const whole = useRef<HTMLDivElement>(null);
  const menu = useLater<EditTimesMenuProps>(
    async () => (await import('./edit-times-menu.tsx')).EditTimesMenu,
    partMissing,
  );
  useEffect(() => {
    if (field === undefined) return;
    // the menu that it was chosen in gives the focus back first
    const timer = setTimeout(() => whole.current?.querySelector('input')?.focus());
    return () => clearTimeout(timer);
  }, [field]);

  function closeField(): void {
    flushSync(() => setField(undefined));
    whole.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  }

  function make(edit: TimeEdit, what: string): void {
    setClaims(edit.changes);
    const { rewritten, left } = edit;
    const more = [
      rewritten.length === 0 ? '' : words.wasRewritten(rewritten),
      left.length === 0 ? '' : words.wasLeft(left),
    ];
    setDone({ changes: edit.changes, words: [what, ...more].filter((one) => one !== '').join(' ') });
    if (field !== undefined) closeField();
  }

  const set = (name: string, seconds: number) =>
    make(setTime(claims, name, seconds), words.wasSet(name, seconds, zone));

  function shift(by: number): void {
    const edit = shiftTimes(claims, by);
    make(
      edit,
      words.wasShifted(
        edit.changes.map(({ name }) => name),
        by,
      ),
    );
  }

  function choose(choice: TimesChoice): void {
    const now = wholeSecond();
    setDone(undefined);
    switch (choice.kind) {
      case 'exp-in':
        set('exp', now + choice.seconds);
        break;
      case 'set-now':
        set(choice.name, now);
        break;
      case 'remove-exp':
        make({ changes: [{ name: 'exp', value: undefined }], rewritten: [], left: [] }, words.wasRemoved('exp'));
        break;
      case 'issued-now':
        shift(toIssuedAt(claims, now) ?? 0);
        break;
      case 'exp-at':
      case 'shift':
        setField(choice.kind);
        break;
      default:
        choice satisfies never;
    }
  }

  return (
    <div ref={whole} className="timeline-edit">
      <p role="status" className="timeline-said">
        {done !== undefined && isSoStill(done, claims) ? done.words : ''}
      </p>
      <Button
        look="quiet"
        icon="pencil"
        className="text-small"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined && menu.Part !== undefined}
        aria-disabled={unavailable === undefined ? undefined : true}
        aria-describedby={unavailable === undefined ? undefined : id}
        title={unavailable}
        onClick={(event) => {
          if (unavailable !== undefined) return setDone({ changes: [], words: unavailable });
          setAnchor(event.currentTarget);
          menu.fetchPart();
        }}
      >
        {TIMELINE.edit}
        <Icon name="down" small />
      </Button>
      {unavailable === undefined ? null : (
        <span id={id} className="sr-only">
          {unavailable}
        </span>
      )}
      {menu.Part === undefined || anchor === undefined ? null : (
        <menu.Part
          anchor={anchor}
          names={DRAWN.filter((name) => Object.hasOwn(claims, name))}
          canShift={shiftTimes(claims, 1).changes.length > 0}
          isIssued={toIssuedAt(claims, 0) !== undefined}
          onChoose={choose}
          onClose={() => setAnchor(undefined)}
        />
      )}
      {unavailable !== undefined || field === undefined ? null : field === 'exp-at' ? (
        <MomentField
          label={words.newMoment('exp')}
          seconds={undefined}
          zone={zone}
          onMoment={(seconds) => set('exp', seconds)}
          onEscape={closeField}
        >
          <FieldActs words={TIMELINE.set} cancel={closeField} />
        </MomentField>
      ) : (
        <SpanField onSpan={shift} onEscape={closeField}>
          <FieldActs words={TIMELINE.shiftNow} cancel={closeField} />
        </SpanField>
      )}
    </div>
  );
}
