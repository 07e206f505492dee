/** One finding: what was found, what to do, where it stands, and who says so. */
import { memo } from 'react';
import { addressOfReference } from '../../engine/lint/report/reference.ts';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { shortReference } from '../../words/checks.ts';
import {
  confidenceWord,
  FINDINGS,
  muteName,
  placeWords,
  type Severity,
  severityWord,
  unmuteName,
} from '../../words/findings.ts';
import type { LayerView } from '../../workbench/types.ts';
import { EvidenceBox } from './evidence-box.tsx';
import type { ListedFinding } from './finding-list.ts';

interface FindingRowProps {
  readonly listed: ListedFinding;
  /** the one that it is about */
  readonly layer: LayerView | undefined;
  readonly isSelected: boolean;
  readonly isMuted: boolean;
  select(listed: ListedFinding): void;
  mute(rule: string, on: boolean): void;
}

const LOOKS: Readonly<Record<Severity, { readonly tone: string; readonly shape: Shape }>> = {
  error: { tone: 'fail', shape: 'cross-octagon' },
  warning: { tone: 'warn', shape: 'triangle' },
  info: { tone: 'note', shape: 'i-ring' },
};

export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { listed, layer, isSelected, isMuted, select, mute } = props;
  const { finding } = listed;
  const { tone, shape } = LOOKS[finding.severity];
  const place = placeWords(finding);
  return (
    <li
      className={`finding tone-${tone}`}
      data-selected={isSelected}
      data-muted={isMuted}
      data-rule={finding.rule}
      data-severity={finding.severity}
    >
      <StateShape shape={shape} />
      <div className="min-w-0">
        <button
          type="button"
          className="finding-title"
          aria-pressed={isSelected}
          data-key={listed.key}
          onClick={() => select(listed)}
        >
          <span className="sr-only">{severityWord(finding.severity)}: </span>
          <VisibleText>{finding.message}</VisibleText>
        </button>
        {isMuted ? null : (
          <>
            <p className="finding-advice">
              <VisibleText>{finding.advice}</VisibleText>
            </p>
            <EvidenceBox finding={finding} layer={layer} />
            <References refs={finding.refs} />
          </>
        )}
        <p className="finding-foot">
          <span className="finding-facts">
            <b aria-hidden="true">{severityWord(finding.severity)}</b>
            <code>{finding.rule}</code>
            <span>{confidenceWord(finding.confidence)}</span>
            <span>{place === '' ? FINDINGS.noCharacters : place}</span>
          </span>
          <button
            type="button"
            className="button-link"
            aria-label={isMuted ? unmuteName(finding.rule) : muteName(finding.rule)}
            onClick={() => mute(finding.rule, !isMuted)}
          >
            {isMuted ? FINDINGS.unmute : FINDINGS.mute}
          </button>
        </p>
      </div>
    </li>
  );
});

function References({ refs }: { readonly refs: readonly string[] }) {
  if (refs.length === 0) return null;
  return (
    <p className="finding-refs">
      {refs.map((reference) => (
        <Reference key={reference} reference={reference} />
      ))}
    </p>
  );
}

function Reference({ reference }: { readonly reference: string }) {
  const address = addressOfReference(reference);
  const words = shortReference(reference);
  if (address === undefined) return <span>{words}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" title={`${reference}, ${FINDINGS.newTab}`}>
      {words}
    </a>
  );
}
