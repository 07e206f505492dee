/** What the sentence of the bar is built from. */
import type { TimeFacts } from '../../words/time-cell.ts';
import type { WholeFacts } from '../../words/whole-sentence.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { isEncrypted } from '../open-layer.ts';
import { worstError } from './findings-facts.ts';

export function wholeFacts(view: WorkbenchView, time: TimeFacts): WholeFacts {
  const { state, code, sentence, verdict } = view.verdict;
  const isDone = verdict?.state === 'verified' || verdict?.state === 'decrypted';
  return {
    state,
    code,
    own: sentence,
    trust: isDone ? verdict.trust : undefined,
    isInside: isInside(view),
    time: time.kind === 'judged' ? time : undefined,
    finding: worstError(view),
    notAsked: notAsked(view),
  };
}

/** What is not good is signed, and was decrypted by all around it. */
function isInside({ layers }: WorkbenchView): boolean {
  const inner = layers.at(-1);
  const around = layers.slice(0, -1);
  return (
    inner !== undefined &&
    !isEncrypted(inner.opened) &&
    around.length > 0 &&
    around.every(({ verdict }) => verdict.state === 'decrypted')
  );
}

const ASKED = [
  ['iss', 'issuer'],
  ['aud', 'audience'],
] as const;

function notAsked({ checks = [] }: WorkbenchView): WholeFacts['notAsked'] {
  const open = new Set(checks.filter(({ outcome }) => outcome === 'not-asked').map(({ id }) => id));
  return ASKED.flatMap(([id, word]) => (open.has(id) ? [word] : []));
}
