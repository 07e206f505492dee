/** The words above and below the line; for the eye, the table says the same. */
import type { TimeVerdict } from '../../engine/types.ts';
import type { Tone } from '../../ui/chip.tsx';
import { momentLabel, needleLabel, needleWords, skewLabel, TIMELINE, type Zone } from '../../words/timeline.ts';
import { relativeLabel } from './moment-relative.ts';
import { type Label, placeLabels } from './place-labels.ts';
import type { Timeline } from './timeline-geometry.ts';

export interface LabelFacts {
  readonly timeline: Timeline;
  readonly verdict: TimeVerdict;
  readonly tone: Tone;
  /** what the needle stands at, seconds */
  readonly now: number;
  readonly isNow: boolean;
  /** of the needle, as precise as it is told */
  readonly nowLabel: string;
  /** seconds */
  readonly skew: number;
  readonly life: number | undefined;
  readonly zone: Zone;
  /** px */
  readonly width: number;
}

interface Column extends Label {
  readonly key: string;
  readonly kind: 'mark' | 'needle' | 'end';
  readonly top: string;
  readonly below: readonly [string, string];
}

/** About the width of a character at 11 px, of words and of code. */
const CHARACTER = 5.9;
const CODE_CHARACTER = 6.7;
/** Where the lines of text stand, px from the top. */
const TOP = 12;
/** From the foot of the upper label to the axis; a label that had to move aside points to its mark. */
const LEADER = [15, 23, 46] as const;
const FIRST = 70;
const SECOND = 83;

export function TimelineLabels(facts: LabelFacts) {
  const columns = columnsOf(facts);
  const lefts = placeLabels(columns, facts.width);
  return columns.map(({ key, kind, at, top, below, width }, index) => {
    const left = lefts[index];
    if (left === undefined)
      return kind === 'mark' ? <path key={key} className="timeline-leader" d={leader(at, at)} /> : null;
    const x = left + width / 2;
    const tone = kind === 'needle' ? `tone-${facts.tone}` : '';
    return (
      <g key={key} className={`timeline-${kind} ${tone}`}>
        {kind === 'mark' ? <path className="timeline-leader" d={leader(x, at)} /> : null}
        <text x={x} y={TOP} className="timeline-top">
          {top}
        </text>
        <text x={x} y={FIRST} className="timeline-first">
          {below[0]}
        </text>
        <text x={x} y={SECOND} className="timeline-second">
          {below[1]}
        </text>
      </g>
    );
  });
}

const leader = (from: number, to: number) => `M${from} ${LEADER[0]}L${to} ${LEADER[1]}V${LEADER[2]}`;

function columnsOf({
  timeline,
  verdict,
  now,
  isNow,
  nowLabel,
  skew,
  life,
  zone,
  width,
}: LabelFacts): readonly Column[] {
  const { marks, band, needle } = timeline;
  const shown = marks.map(({ names, seconds, at }): Omit<Column, 'width'> => {
    const isExp = names.includes('exp');
    const second = isExp && band !== undefined && skew > 0 ? skewLabel(skew) : relativeLabel(seconds, now);
    return {
      key: names.join(' '),
      kind: 'mark',
      at: at * width,
      top: names.join(' '),
      below: [momentLabel(seconds, now, zone), second],
      rank: isExp ? 1 : names.includes('nbf') || names.includes('iat') ? 2 : 4,
    };
  });
  const needleColumn: Omit<Column, 'width'> = {
    key: 'needle',
    kind: 'needle',
    at: needle * width,
    top: needleLabel(nowLabel, isNow),
    below: needleWords(verdict, life),
    rank: 0,
  };
  const end: readonly Omit<Column, 'width'>[] = band?.openEnd
    ? [{ key: 'end', kind: 'end', at: width, top: '', below: [TIMELINE.noEnd[0], TIMELINE.noEnd[1]], rank: 3 }]
    : [];
  return [...shown, needleColumn, ...end].map(measured).toSorted((a, b) => a.at - b.at);
}

function measured(column: Omit<Column, 'width'>): Column {
  const { kind, top, below } = column;
  const widths = [
    top.length * (kind === 'mark' ? CODE_CHARACTER : CHARACTER),
    ...below.map((one) => one.length * CHARACTER),
  ];
  return { ...column, width: Math.ceil(Math.max(...widths)) };
}
