import { useEffect, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useLater } from '../../ui/use-later.ts';
import { JSON_PANES } from '../../words/json-panes.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';
import type { AlgMenuProps } from './alg-menu.tsx';
import type { SealMenusProps } from './seal-menus.tsx';

interface AlgButtonProps {
  readonly view: WorkbenchView;
  /** of an encrypted layer: there are two of them */
  readonly encrypted: boolean;
  readonly alg: string | undefined;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  onChanged(alg: string): void;
}

/** The algorithm in force, and the menu that changes it. */
export function AlgButton({ view, alg, encrypted, actions, acts, onChanged }: AlgButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const menu = useLater<AlgMenuProps>(async () => (await import('./alg-menu.tsx')).AlgMenu, acts.partMissing);
  const seal = useLater<SealMenusProps>(async () => (await import('./seal-menus.tsx')).SealMenus, acts.partMissing);
  const { fetchPart: fetchSeal } = seal;
  useEffect(() => {
    if (encrypted) fetchSeal();
  }, [encrypted, fetchSeal]);
  const close = () => setAnchor(undefined);
  if (encrypted) return seal.Part === undefined ? null : <seal.Part view={view} actions={actions} />;
  return (
    <>
      <button
        type="button"
        className="button button-quiet text-small"
        aria-label={JSON_PANES.algName(alg)}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined && menu.Part !== undefined}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          menu.fetchPart();
        }}
      >
        {alg ?? JSON_PANES.alg}
        <Icon name="down" small />
      </button>
      {menu.Part === undefined || anchor === undefined ? null : (
        <menu.Part
          anchor={anchor}
          alg={alg}
          onClose={close}
          onGenerate={(wanted) => actions.generateKey(wanted)}
          onChoose={(chosen) => {
            actions.setAlg(chosen);
            onChanged(chosen);
          }}
        />
      )}
    </>
  );
}
