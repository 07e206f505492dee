/** Claims as a nested list: always there, disclosed, hidden. */
import { StateShape } from '../../ui/state-shape.tsx';
import { VisibleText, visibleString } from '../../ui/visible-text.tsx';
import { DISCLOSURES } from '../../words/disclosures.ts';
import type { Choosing } from './choosing.ts';
import type { ClaimRow } from './claim-rows.ts';
import { ClaimName, ClaimValue } from './claim-text.tsx';
import { DisclosureRow } from './disclosure-row.tsx';

interface ClaimListProps {
  readonly rows: readonly ClaimRow[];
  readonly choosing: Choosing;
}

export function ClaimList({ rows, choosing }: ClaimListProps) {
  return (
    <ul className="claim-list">
      {rows.map((row) => (
        <Row key={`${row.state} ${row.key}`} row={row} choosing={choosing} />
      ))}
    </ul>
  );
}

function Row({ row, choosing }: { readonly row: ClaimRow; readonly choosing: Choosing }) {
  if (row.state === 'hidden') {
    return (
      <li className="claim" data-state="hidden">
        <p className="claim-line" title={visibleString(row.digest)}>
          <StateShape shape="dashed-ring" />
          <span className="claim-hidden">
            {row.kind === 'array-element' ? DISCLOSURES.hiddenEntry : DISCLOSURES.hiddenMember}, {DISCLOSURES.hidden}
          </span>
          <code className="claim-digest">
            <VisibleText>{row.digest}</VisibleText>
          </code>
        </p>
      </li>
    );
  }
  const inner = row.children.length === 0 ? null : <ClaimList rows={row.children} choosing={choosing} />;
  if (row.disclosure !== undefined) {
    return (
      <DisclosureRow index={row.disclosure} choosing={choosing} name={row.name} value={row.literal}>
        {inner}
      </DisclosureRow>
    );
  }
  return (
    <li className="claim" data-state={row.state}>
      <p className="claim-line">
        <span className="claim-text">
          <ClaimName name={row.name} />
          <ClaimValue literal={row.literal} />
        </span>
      </p>
      {inner}
    </li>
  );
}
