import type { KeyReport } from '../../engine/types.ts';
import type { Tone } from '../../ui/chip.tsx';
import { bestTry, KEY_REPORT, memberWords, moreKeys, triedWords } from '../../words/key-report.ts';

/** Rows that are drawn; a set with more keys says how many are left. */
const MOST = 50;

/** Each key of a set and what became of it: used, or why not. */
export function KeyRing({ members }: { readonly members: readonly KeyReport[] }) {
  const rest = members.length - MOST;
  return (
    <ul aria-label={KEY_REPORT.ring} className="key-ring">
      {members.slice(0, MOST).map((member, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two keys of a set may be the same, and none moves
        <li key={index}>
          <span className="truncate font-mono text-small">{memberWords(member)}</span>
          <span className={`ml-auto text-small whitespace-nowrap text-(--c) tone-${toneOf(member)}`}>
            {triedWords(member)}
          </span>
        </li>
      ))}
      {rest > 0 ? <li className="text-ink-3">{moreKeys(rest)}</li> : null}
    </ul>
  );
}

function toneOf(report: KeyReport): Tone {
  const outcome = bestTry(report)?.outcome;
  if (outcome === 'verified' || outcome === 'decrypted') return 'ok';
  return outcome === 'failed' || report.problem !== undefined ? 'fail' : 'idle';
}
