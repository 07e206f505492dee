/** Name and value of a claim, exactly as issued. */
import { VisibleText } from '../../ui/visible-text.tsx';
import { entryName } from '../../words/disclosures.ts';

export function ClaimName({ name }: { readonly name: string | number }) {
  if (typeof name === 'number') return <span className="claim-entry">{entryName(name)}</span>;
  return (
    <code className="claim-name">
      <VisibleText>{name}</VisibleText>
    </code>
  );
}

/** Characters of a value that are drawn in its row. */
const MOST = 160;

export function ClaimValue({ literal }: { readonly literal: string | undefined }) {
  if (literal === undefined) return null;
  return (
    <code className="claim-value">
      <VisibleText>{literal.length > MOST ? `${literal.slice(0, MOST)}…` : literal}</VisibleText>
    </code>
  );
}
