import { useState } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLater } from '../../ui/use-later.ts';
import { KEY } from '../../words/key.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { algOf, isEncrypted, joinedHeader, openedLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import type { GenerateMenuProps } from './generate-menu.tsx';

interface KeyToolsProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  readonly hidden: boolean;
  setHidden(hidden: boolean): void;
}

/** What can be generated when the token does not say: the algorithm that most begin with. */
const FIRST_ALG = 'HS256';

export function KeyTools({ view, actions, acts, hidden, setHidden }: KeyToolsProps) {
  const { text } = view.key;
  return (
    <div className="key-tools">
      <GenerateButtons view={view} actions={actions} acts={acts} />
      <Button icon="file" onClick={acts.openKeyFile}>
        {KEY.openFile}
      </Button>
      {text === '' ? null : (
        <span className="ml-auto flex">
          <IconButton
            icon={hidden ? 'eye' : 'eyeOff'}
            label={hidden ? KEY.show : KEY.hide}
            onClick={() => setHidden(!hidden)}
          />
          <CopyButton label={KEY.copy} text={() => text} onRefused={acts.copyRefused} />
        </span>
      )}
      {view.trouble?.act === 'generate' ? (
        <Notice tone="fail" alert>
          {view.trouble.message}
        </Notice>
      ) : null}
    </div>
  );
}

function GenerateButtons({ view, actions, acts }: Pick<KeyToolsProps, 'view' | 'actions' | 'acts'>) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const menu = useLater<GenerateMenuProps>(
    async () => (await import('./generate-menu.tsx')).GenerateMenu,
    acts.partMissing,
  );
  const opened = openedLayer(view);
  const alg = algOf(opened);
  const wanted = alg === undefined || alg === 'none' ? FIRST_ALG : alg;
  const enc = joinedHeader(opened)?.enc;
  const ofLayer = isEncrypted(opened) && typeof enc === 'string' ? { enc } : {};
  return (
    <span className="split-button">
      <Button icon="wand" aria-busy={view.generating} onClick={() => actions.generateKey(wanted, ofLayer)}>
        {view.generating ? KEY.generating : KEY.generate}
      </Button>
      <button
        type="button"
        aria-label={KEY.generateOther}
        title={KEY.generateOther}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined && menu.Part !== undefined}
        className="button button-outline"
        onClick={(event) => {
          setAnchor(event.currentTarget);
          menu.fetchPart();
        }}
      >
        <Icon name="down" small />
      </button>
      {menu.Part === undefined || anchor === undefined ? null : (
        <menu.Part
          anchor={anchor}
          alg={alg}
          encrypted={isEncrypted(opened)}
          onGenerate={(chosen, bits) =>
            actions.generateKey(chosen, { ...ofLayer, ...(bits === undefined ? {} : { modulusLength: bits }) })
          }
          onClose={() => setAnchor(undefined)}
        />
      )}
    </span>
  );
}
