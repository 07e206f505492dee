import { LinkButton } from '../../ui/button.tsx';
import { NOT_OFFLINE, OFFLINE } from '../../words/offline.ts';
import { useOffline } from './use-offline.ts';

/** The state in the status bar, in a place of one width: nothing moves when it changes. A waiting version is asked about again. */
export function OfflineWord({ askToUpdate }: { askToUpdate(): void }) {
  return (
    <span className="w-30 flex-none">
      <Word askToUpdate={askToUpdate} />
    </span>
  );
}

function Word({ askToUpdate }: { askToUpdate(): void }) {
  const state = useOffline();
  if (state.kind === 'update-waiting') return <LinkButton onClick={askToUpdate}>{OFFLINE[state.kind]}</LinkButton>;
  if (state.kind === 'impossible') {
    const { short, sentence } = NOT_OFFLINE[state.reason];
    return (
      <span title={sentence}>
        {short}
        <span className="sr-only">. {sentence}</span>
      </span>
    );
  }
  return OFFLINE[state.kind];
}
