/** A structured value in its parts, folded. */
import type { ClaimPart } from '../../engine/claims/explanations.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import { moreParts, partsLine } from '../../words/claims-tab.ts';
import { cut } from './cut.ts';

/** As many as anybody reads. */
const MOST = 60;
const LONGEST_LABEL = 120;

export function ClaimParts({ parts }: { readonly parts: readonly ClaimPart[] }) {
  if (parts.length === 0) return null;
  return (
    <details className="claim-parts">
      <summary>{partsLine(parts.length)}</summary>
      <ul>
        {parts.slice(0, MOST).map(({ pointer, span, label, meaning }) => (
          <li key={`${pointer} ${span?.[0] ?? ''}`}>
            <code className="claim-name">
              <VisibleText>{cut(label, LONGEST_LABEL)}</VisibleText>
            </code>{' '}
            <VisibleText>{meaning}</VisibleText>
          </li>
        ))}
      </ul>
      {parts.length > MOST ? <p>{moreParts(parts.length - MOST)}</p> : null}
    </details>
  );
}
