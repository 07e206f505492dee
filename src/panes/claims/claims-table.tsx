/** The members of a claims set or of a header as a table: what each is, holds and means. */
import { memo, useCallback, useId } from 'react';
import type { DictionaryEntry } from '../../engine/claims/explanations.ts';
import type { Explanations } from '../../engine/claims/load.ts';
import type { NumericDate } from '../../engine/claims/times.ts';
import { isJsonObject } from '../../engine/token/json-kind.ts';
import { escapeToken } from '../../engine/token/json-pointer.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import { shortReference } from '../../words/checks.ts';
import { CLAIMS_TAB, cutLine, moreRows } from '../../words/claims-tab.ts';
import { isInMember } from '../marks/mark-places.ts';
import type { Marks } from '../marks/use-marks.ts';
import type { MarkPlaces, PaneMark } from '../pane-mark.ts';
import { literalOf, type Member } from './claim-members.ts';
import { ClaimParts } from './claim-parts.tsx';
import { ClaimTime } from './claim-time.tsx';
import type { ClaimsSource } from './claims-source.ts';
import { cut } from './cut.ts';

/** Rows that are drawn, and characters of a value. */
const MOST_ROWS = 150;
const MOST_CHARACTERS = 300;

export interface ClaimFacts {
  readonly member: Member;
  readonly entry: DictionaryEntry | undefined;
  readonly date: NumericDate | undefined;
}

export interface ClaimsTableProps {
  readonly source: ClaimsSource;
  readonly pane: 'header' | 'payload';
  readonly rows: readonly ClaimFacts[];
  readonly explain: Explanations['explainParts'];
  readonly now: number;
  /** of the page */
  readonly selected: MarkPlaces;
  readonly pointed: MarkPlaces;
  /** left out where the panes show another layer */
  readonly select?: (mark: PaneMark) => void;
  readonly showBytes?: (mark: PaneMark) => void;
  readonly point?: Marks['point'];
  /** sets a claim to a number of seconds; left out where these claims cannot be edited. Never changes */
  readonly setSeconds?: (name: string, seconds: number) => void;
}

export function ClaimsTable(props: ClaimsTableProps) {
  const { source, pane, rows, explain, now, selected, pointed, select, showBytes, point, setSeconds } = props;
  const id = useId();
  const { title, layer, inPane } = source;
  const press = useCallback(
    (name: string, wantsBytes: boolean) => (wantsBytes ? showBytes : select)?.(markOf(layer, pane, name)),
    [select, showBytes, pane, layer],
  );
  const pointAt = useCallback(
    (name: string | undefined) => point?.('claim', name === undefined ? undefined : markOf(layer, pane, name)),
    [point, pane, layer],
  );
  const lookOf = (name: string) => {
    const of = { layer, pane, name };
    return isInMember(selected, of) ? 'selected' : isInMember(pointed, of) ? 'pointed' : 'rest';
  };
  const isInPane = (name: string) => select !== undefined && isJsonObject(inPane) && Object.hasOwn(inPane, name);
  return (
    <div className={`claims-part claims-of-${pane}`}>
      <h3 id={id} className="inspector-head">
        {title}
      </h3>
      {rows.length === 0 ? (
        <p className="inspector-note">{CLAIMS_TAB.empty}</p>
      ) : (
        <table className="inspector-table claims-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{pane === 'header' ? CLAIMS_TAB.columns.parameter : CLAIMS_TAB.columns.claim}</th>
              <th scope="col">{CLAIMS_TAB.columns.value}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((facts) => (
              <Row
                key={facts.member.name}
                facts={facts}
                pane={pane}
                explain={explain}
                now={facts.date === undefined ? undefined : now}
                look={lookOf(facts.member.name)}
                {...(isInPane(facts.member.name) ? { press, point: pointAt } : {})}
                {...(isInPane(facts.member.name) && setSeconds !== undefined ? { setSeconds } : {})}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > MOST_ROWS ? <p className="inspector-note">{moreRows(rows.length - MOST_ROWS)}</p> : null}
    </div>
  );
}

function markOf(layer: number, pane: 'header' | 'payload', name: string): PaneMark {
  return { kind: 'json', layer, from: 'claim', pane, pointer: `/${escapeToken(name)}`, part: 'member' };
}

interface RowProps extends Pick<ClaimsTableProps, 'pane' | 'explain' | 'setSeconds'> {
  readonly facts: ClaimFacts;
  /** of a time only, so that the clock draws no other row again */
  readonly now: number | undefined;
  readonly look: 'rest' | 'pointed' | 'selected';
  readonly press?: (name: string, wantsBytes: boolean) => void;
  readonly point?: (name: string | undefined) => void;
}

const Row = memo(function Row({ facts, pane, explain, now, look, press, point, setSeconds }: RowProps) {
  const { member, entry, date } = facts;
  const { name, value } = member;
  return (
    <tr
      data-mark={look}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && point?.(name)}
      onPointerLeave={() => point?.(undefined)}
    >
      <th scope="row">
        <ClaimName name={name} isMarked={look === 'selected'} {...(press === undefined ? {} : { press })} />
        {entry === undefined ? null : (
          <>
            <span className="claim-source">{entry.type}</span>
            <span className="claim-source">{shortReference(entry.source)}</span>
          </>
        )}
      </th>
      <td>
        <Literal literal={literalOf(member)} />
        {date === undefined || now === undefined ? null : (
          <ClaimTime
            name={pane === 'payload' ? name : undefined}
            date={date}
            value={value}
            now={now}
            setSeconds={setSeconds && ((seconds) => setSeconds(name, seconds))}
          />
        )}
        <p className="claim-meaning">{entry?.meaning ?? CLAIMS_TAB.unknown}</p>
        <ClaimParts parts={explain(name, value)} />
      </td>
    </tr>
  );
});

interface ClaimNameProps extends Pick<RowProps, 'press'> {
  readonly isMarked: boolean;
  readonly name: string;
}

function ClaimName({ name, isMarked, press }: ClaimNameProps) {
  const words = (
    <code className="claim-name">
      <VisibleText>{cut(name, MOST_CHARACTERS)}</VisibleText>
    </code>
  );
  if (press === undefined) return words;
  return (
    <button
      type="button"
      className="claim-mark"
      title={CLAIMS_TAB.mark}
      aria-pressed={isMarked}
      data-has-bytes=""
      onClick={({ altKey }) => press(name, altKey)}
    >
      {words}
    </button>
  );
}

function Literal({ literal }: { readonly literal: string }) {
  return (
    <>
      <code className="claim-value">
        <VisibleText>{cut(literal, MOST_CHARACTERS)}</VisibleText>
      </code>
      {literal.length > MOST_CHARACTERS ? (
        <span className="claim-source">{cutLine(MOST_CHARACTERS, literal.length)}</span>
      ) : null}
    </>
  );
}
