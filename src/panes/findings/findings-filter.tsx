import { PRIVATE_FIELD } from '../../ui/private-field.ts';
import { FINDINGS, type Severity, severityChip } from '../../words/findings.ts';
import type { FindingFilter, FindingList } from './finding-list.ts';

interface FindingsFilterProps {
  readonly filter: FindingFilter;
  readonly counts: FindingList['counts'];
  setFilter(filter: FindingFilter): void;
}

const CHIPS: readonly (Severity | 'all')[] = ['all', 'error', 'warning', 'info'];

/** By severity, and by words of the finding. */
export function FindingsFilter({ filter, counts, setFilter }: FindingsFilterProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a box that a row of chips has no place for */}
      <div role="group" aria-label={FINDINGS.severities} className="scroll-row">
        {CHIPS.map((severity) => (
          <button
            key={severity}
            type="button"
            className="pill"
            aria-pressed={filter.severity === severity}
            onClick={() => setFilter({ ...filter, severity })}
          >
            {severityChip(severity, counts[severity])}
          </button>
        ))}
      </div>
      <input
        {...PRIVATE_FIELD}
        type="search"
        aria-label={FINDINGS.search}
        placeholder={FINDINGS.searchHint}
        className="field findings-search"
        value={filter.text}
        onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
      />
    </>
  );
}
