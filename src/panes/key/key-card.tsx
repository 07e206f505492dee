import { type ReactNode, useEffect, useId, useState } from 'react';
import { IconButton, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useLater } from '../../ui/use-later.ts';
import { KEY, keyTitle } from '../../words/key.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { isEncrypted, openedLayer, openLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import { KeyBox } from './key-box.tsx';
import type { KeyDetailsProps } from './key-details.tsx';
import { KeyTools } from './key-tools.tsx';

interface KeyCardProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  /** pixels, where the person has set it */
  readonly height: number | undefined;
  readonly splitter: ReactNode;
}

/** The key to verify with, of whatever kind. Typing in it never changes the token. */
export function KeyCard({ view, actions, acts, height, splitter }: KeyCardProps) {
  const [hidden, setHidden] = useState(false);
  const [fold, setFold] = useState<'by-itself' | 'open' | 'folded'>('by-itself');
  const help = useId();
  const { key } = view;
  const { Chip, Details } = useKeyParts(key.text !== '' || view.text !== '', acts.partMissing);
  // a key that came with an example or a link folds by itself; one that is being typed must not
  const folded = fold === 'folded' || (fold === 'by-itself' && key.text !== '');
  return (
    <Pane
      name="key"
      title={keyTitle(isEncrypted(openedLayer(view)), view.layer === 0 ? undefined : view.layer + 1)}
      meta={view.text === '' && key.text === '' ? KEY.optional : Chip === undefined ? undefined : <Chip view={view} />}
      tools={
        <>
          {key.text === '' ? null : <IconButton icon="close" label={KEY.remove} onClick={() => actions.setKey('')} />}
          <IconButton
            icon="down"
            label={folded ? KEY.unfold : KEY.fold}
            aria-expanded={!folded}
            className="key-fold"
            onClick={() => setFold(folded ? 'open' : 'folded')}
          />
        </>
      }
      folded={folded}
      {...(height === undefined ? {} : { style: { height } })}
    >
      {splitter}
      <div className="key-body">
        <KeyBox
          text={key.text}
          hidden={hidden}
          invalid={isFaulty(view)}
          describedBy={help}
          setKey={actions.setKey}
          onFocus={() => setFold('open')}
        />
        <div id={help}>
          {isDoneByAnother(view) ? <Notice tone="note">{KEY.ofAnotherLayer}</Notice> : null}
          <TokenKeyOffer view={view} setUseTokenKey={actions.setUseTokenKey} />
          {Details === undefined ? null : <Details view={view} actions={actions} acts={acts} />}
        </div>
        <KeyTools view={view} actions={actions} acts={acts} hidden={hidden} setHidden={setHidden} />
      </div>
    </Pane>
  );
}

/** Chip and details come once there is something to say. */
function useKeyParts(wanted: boolean, onMissing: () => void) {
  const chip = useLater<{ readonly view: WorkbenchView }>(
    async () => (await import('./key-chip.tsx')).KeyChip,
    onMissing,
  );
  const details = useLater<KeyDetailsProps>(async () => (await import('./key-details.tsx')).KeyDetails, onMissing);
  const { fetchPart: fetchChip } = chip;
  const { fetchPart: fetchDetails } = details;
  useEffect(() => {
    if (!wanted) return;
    fetchChip();
    fetchDetails();
  }, [wanted, fetchChip, fetchDetails]);
  return { Chip: chip.Part, Details: details.Part };
}

function isFaulty({ key }: WorkbenchView): boolean {
  const code = key.report?.problem?.code;
  return key.text.trim() !== '' && code !== undefined && code !== 'passphrase-needed';
}

/** This layer is good, and its own box is empty. */
function isDoneByAnother(view: WorkbenchView): boolean {
  const verdict = openLayer(view)?.verdict.verdict;
  if (view.layers.length < 2 || view.key.text.trim() !== '') return false;
  return (verdict?.state === 'verified' || verdict?.state === 'decrypted') && verdict.trust === 'your-key';
}

interface TokenKeyOfferProps {
  readonly view: WorkbenchView;
  readonly setUseTokenKey: WorkbenchActions['setUseTokenKey'];
}

function TokenKeyOffer({ view, setUseTokenKey }: TokenKeyOfferProps) {
  const verdict = openLayer(view)?.verdict ?? view.verdict;
  if (verdict.code !== 'key-in-token-only') return null;
  return (
    <Notice tone="note" acts={<LinkButton onClick={() => setUseTokenKey(true)}>{KEY.useTokenKey}</LinkButton>}>
      {KEY.inToken}
    </Notice>
  );
}
