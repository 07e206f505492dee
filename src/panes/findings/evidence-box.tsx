import { useMemo } from 'react';
import type { Finding } from '../../engine/types.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import type { LayerView } from '../../workbench/types.ts';
import { evidenceOf } from './evidence.ts';

interface EvidenceBoxProps {
  readonly finding: Finding;
  readonly layer: LayerView | undefined;
}

/** The characters in question, marked, with some of what stands around them. */
export function EvidenceBox({ finding, layer }: EvidenceBoxProps) {
  const evidence = useMemo(() => evidenceOf(finding, layer), [finding, layer]);
  if (evidence === undefined) return null;
  const { kind, before, marked, markedEnd, after, cutBefore, cutAfter } = evidence;
  return (
    <code className="evidence" data-kind={kind} data-segment={finding.part}>
      {cutBefore ? '…' : null}
      <VisibleText>{before}</VisibleText>
      <mark>
        <VisibleText>{marked}</VisibleText>
        {markedEnd === undefined ? null : (
          <>
            …<VisibleText>{markedEnd}</VisibleText>
          </>
        )}
      </mark>
      <VisibleText>{after}</VisibleText>
      {cutAfter ? '…' : null}
    </code>
  );
}
