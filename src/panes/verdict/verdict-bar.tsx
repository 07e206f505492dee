import { useMemo } from 'react';
import { useMedia } from '../../ui/use-media.ts';
import { VisibleText, visibleString } from '../../ui/visible-text.tsx';
import { findingsWords } from '../../words/findings-cell.ts';
import { SHELL } from '../../words/shell.ts';
import { shortWord } from '../../words/short-words.ts';
import { asOfWords, CELL_LABELS, timeWords } from '../../words/time-cell.ts';
import { cellLabel, cellName, cellWords } from '../../words/verdict-cell.ts';
import { wholeSentence } from '../../words/whole-sentence.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { useNow, wholeSecond } from '../claims/use-now.ts';
import type { InspectorTab } from '../inspector/inspector-tabs.ts';
import { skewOf } from '../timeline/timeline-facts.ts';
import { useTimesIn } from '../times-in.tsx';
import { kindOf, signatureCell } from './cell-facts.ts';
import { cellLook, findingsLook, timeLook } from './cell-look.ts';
import { findingsFacts } from './findings-facts.ts';
import { innermostClaims, momentsOf, stageOf, timeFacts } from './time-facts.ts';
import { useAnnouncement } from './use-announcement.ts';
import { type CellNote, VerdictCell } from './verdict-cell.tsx';
import { wholeFacts } from './whole-facts.ts';

/** Where a cell leads: to where its answer can be changed (the key card, a pane), or where it is explained. */
export type CellTarget =
  /** from 0 */
  { readonly kind: 'layer'; readonly layer: number } | { readonly kind: 'inspector'; readonly tab: InspectorTab };

interface VerdictBarProps {
  readonly view: WorkbenchView;
  onCell(target: CellTarget): void;
}

/** What the page knows about the token: three verdicts that are never mixed, and one sentence that sums them up. */
export function VerdictBar({ view, onCell }: VerdictBarProps) {
  const { verdict } = view;
  const isSmall = useMedia('(max-width: 639px)');
  const bar = useBar(view);
  const { signature, time, findings } = bar;
  const failedOne = time.facts.kind === 'judged' && time.facts.failed.length > 0;
  return (
    <section
      aria-label={SHELL.verdict}
      className="verdict"
      data-region="verdict"
      data-state={verdict.state}
      data-code={verdict.code}
      aria-busy={verdict.busy}
    >
      <div className="verdict-summary" data-long={bar.sentence.length > LONG ? true : undefined}>
        <p className="verdict-kind">{kindOf(view)}</p>
        <p className="verdict-sentence" title={bar.sentence.length > LONG ? visibleString(bar.sentence) : undefined}>
          <VisibleText>{bar.sentence}</VisibleText>
        </p>
      </div>
      <VerdictCell
        label={signature.label}
        word={isSmall ? shortWord(signature.words.word) : signature.words.word}
        reason={signature.words.reason}
        look={cellLook(signature.verdict, signature.encrypted)}
        onPress={() => onCell({ kind: 'layer', layer: (signature.layer ?? 1) - 1 })}
      />
      <VerdictCell
        label={CELL_LABELS.time}
        word={isSmall ? time.words.short : time.words.word}
        reason={time.words.reason}
        look={timeLook(time.facts)}
        isWaiting={time.facts.kind === 'waiting'}
        note={noteOf(bar.asOf, isSmall)}
        onPress={() => onCell({ kind: 'inspector', tab: failedOne ? 'checks' : 'claims' })}
      />
      <VerdictCell
        label={CELL_LABELS.findings}
        word={findings.words.word}
        reason={findings.words.reason}
        look={findingsLook(findings.facts)}
        isWaiting={findings.facts.kind === 'waiting'}
        onPress={() => onCell({ kind: 'inspector', tab: 'findings' })}
      />
      <p role="status" aria-atomic="true" className="sr-only">
        {bar.announcement}
      </p>
    </section>
  );
}

/** The label makes room for it. */
function noteOf(asOf: string | undefined, isSmall: boolean): CellNote | undefined {
  if (asOf === undefined) return undefined;
  return { words: asOf, shown: isSmall ? CELL_LABELS.notNow : asOf, label: CELL_LABELS.timeShort };
}

/** More characters than two lines hold where the bar is narrow. */
const LONG = 150;

/** The three verdicts and the sentence at the moment. */
function useBar(view: WorkbenchView) {
  const { expectations } = view;
  const { zone } = useTimesIn();
  const claims = useMemo(() => innermostClaims(view), [view]);
  const moments = useMemo(() => momentsOf(claims, skewOf({ expectations }), expectations), [claims, expectations]);
  useNow(moments);
  // read anew: a token that has just come must not be judged by the last tick
  const clock = wholeSecond();
  const cell = signatureCell(view);
  const signature = { ...cell, label: cellLabel(cell.encrypted, cell.layer), words: cellWords(cell.facts) };
  const timed = timeFacts(view, claims, clock, zone);
  const time = { facts: timed, words: timeWords(timed) };
  const found = findingsFacts(view);
  const findings = { facts: found, words: findingsWords(found) };
  const facts = wholeFacts(view, timed);
  const sentence = wholeSentence(facts);
  const names = [
    cellName(signature.label, { word: signature.words.word, reason: '' }),
    cellName(CELL_LABELS.time, { word: time.words.word, reason: '' }),
    cellName(CELL_LABELS.findings, { word: findings.words.word, reason: '' }),
  ];
  const isComing = view.verdict.busy || timed.kind === 'waiting' || found.kind === 'waiting';
  const about = [wholeSentence({ ...facts, time: undefined }), names[0], stageOf(timed), names[2]].join(' ');
  const announcement = useAnnouncement(
    isComing ? undefined : about,
    visibleString([sentence, ...names].filter(Boolean).join(' ')),
  );
  const asOf = view.asOf === undefined ? undefined : asOfWords(view.asOf, clock, zone);
  return { signature, time, findings, sentence, announcement, asOf };
}
