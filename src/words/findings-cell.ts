/** The cell 'Findings': how many of which severity. */
import { count } from './numbers.ts';
import { type ShortWords, WAITING } from './time-cell.ts';

export type FindingsFacts =
  /** nothing is pasted */
  | { readonly kind: 'nothing' }
  /** the rules run */
  | { readonly kind: 'waiting' }
  /** the part that has the rules could not be loaded */
  | { readonly kind: 'missing' }
  | { readonly kind: 'counted'; readonly errors: number; readonly warnings: number; readonly notes: number };

export function findingsWords(facts: FindingsFacts): ShortWords {
  switch (facts.kind) {
    case 'nothing':
      return words('None yet', 'rules run when you paste');
    case 'waiting':
      return WAITING;
    case 'missing':
      return words('None yet', 'the part with the rules did not load');
    case 'counted':
      return counted(facts);
  }
}

function counted({ errors, warnings, notes }: Extract<FindingsFacts, { readonly kind: 'counted' }>): ShortWords {
  const error = count(errors, 'error', 'errors');
  const warning = count(warnings, 'warning', 'warnings');
  const note = count(notes, 'note', 'notes');
  if (errors > 0) return words(error, `${warning}, ${note}`);
  return warnings > 0 ? words(warning, `${error}, ${note}`) : words('No errors', `${warning}, ${note}`);
}

function words(word: string, reason: string): ShortWords {
  return { word, short: word, reason };
}
