import { Fragment } from 'react';
import { shortReference } from '../../words/checks.ts';

/** Where a rule is written, after the words about it; none is broken between its name and its section. */
export function References({ refs }: { readonly refs: readonly string[] }) {
  return (
    <span className="check-refs">
      {refs.map((ref, index) => (
        <Fragment key={ref}>
          {index === 0 ? '' : ', '}
          <span>{shortReference(ref)}</span>
        </Fragment>
      ))}
    </span>
  );
}
