/** The two algorithms of an encrypted token, and the menus that change them. Fetched with the first one. */
import { useState } from 'react';
import {
  CONTENT_ENCRYPTION,
  type ContentEncryption,
  isContentEncryption,
} from '../../engine/crypto/jwe/content-encryption.ts';
import {
  isKeyManagementAlg,
  KEY_MANAGEMENT_ALGORITHMS,
  type KeyManagementAlg,
} from '../../engine/crypto/jwe/key-management.ts';
import type { KeyReport } from '../../engine/types.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu, MenuGroup, MenuItem, MenuRule } from '../../ui/menu.tsx';
import { SEAL_MENUS } from '../../words/algorithm-menu.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { canEncryptBy, ENCS, KEY_ALGS } from '../key/can-open.ts';
import { joinedHeader, openedLayer } from '../open-layer.ts';

export interface SealMenusProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
}

/** Only what the key in the box can do is offered; everything, where there is none. */
export function SealMenus({ view, actions }: SealMenusProps) {
  const opened = openedLayer(view);
  const header = joinedHeader(opened);
  // what stands in an unprotected header is not edited here
  const own = opened.object?.type === 'jwe' ? opened.object.protectedHeader : undefined;
  const isOurs = (name: 'alg' | 'enc') => header?.[name] === undefined || own?.[name] !== undefined;
  const alg = typeof header?.alg === 'string' ? header.alg : undefined;
  const enc = typeof header?.enc === 'string' ? header.enc : undefined;
  const report = reportOf(view);
  const forEnc = enc !== undefined && isContentEncryption(enc) ? enc : 'A256GCM';
  const forAlg = alg !== undefined && isKeyManagementAlg(alg) ? alg : undefined;
  return (
    <>
      {isOurs('alg') ? (
        <OneMenu
          shown={alg ?? SEAL_MENUS.alg}
          label={SEAL_MENUS.algName(alg)}
          title={report === undefined ? SEAL_MENUS.alg : SEAL_MENUS.algByKey}
          {...(forAlg === undefined
            ? {}
            : {
                generate: {
                  words: SEAL_MENUS.generateFor(forAlg),
                  run: () => void actions.generateKey(forAlg, { enc: forEnc }),
                },
              })}
          items={KEY_ALGS.filter((one) => offersAlg(report, one, forEnc)).map((one) => ({
            words: one,
            note: KEY_MANAGEMENT_ALGORITHMS[one].name,
          }))}
          chosen={alg}
          onChoose={actions.setAlg}
        />
      ) : null}
      {isOurs('enc') ? (
        <OneMenu
          shown={enc ?? SEAL_MENUS.enc}
          label={SEAL_MENUS.encName(enc)}
          title={report === undefined ? SEAL_MENUS.enc : SEAL_MENUS.encByKey}
          items={ENCS.filter((one) => forAlg === undefined || offersEnc(report, forAlg, one)).map((one) => ({
            words: one,
            note: CONTENT_ENCRYPTION[one].name + (CONTENT_ENCRYPTION[one].draft === true ? SEAL_MENUS.draft : ''),
          }))}
          chosen={enc}
          onChoose={actions.setEnc}
        />
      ) : null}
    </>
  );
}

/** Of a key that is one; undefined where anything may be chosen. */
function reportOf({ key: { text, report } }: WorkbenchView): KeyReport | undefined {
  return text.trim() === '' || report === undefined || report.problem !== undefined ? undefined : report;
}

function offersAlg(report: KeyReport | undefined, alg: KeyManagementAlg, enc: ContentEncryption): boolean {
  if (report === undefined) return KEY_MANAGEMENT_ALGORITHMS[alg].canEncrypt;
  return eachOf(report).some((one) => canEncryptBy(one, alg, enc));
}

function offersEnc(report: KeyReport | undefined, alg: KeyManagementAlg, enc: ContentEncryption): boolean {
  return report === undefined || eachOf(report).some((one) => canEncryptBy(one, alg, enc));
}

function eachOf(report: KeyReport): readonly KeyReport[] {
  return report.members ?? [report];
}

interface OneMenuProps {
  readonly shown: string;
  readonly label: string;
  readonly title: string;
  readonly generate?: { readonly words: string; run(): void };
  readonly items: readonly { readonly words: string; readonly note: string }[];
  readonly chosen: string | undefined;
  onChoose(value: string): void;
}

function OneMenu({ shown, label, title, generate, items, chosen, onChoose }: OneMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <button
        type="button"
        className="button button-quiet seal-button text-small"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="truncate">{shown}</span>
        <Icon name="down" small />
      </button>
      {anchor === undefined ? null : (
        <Menu anchor={anchor} label={title} align="end" onClose={() => setAnchor(undefined)}>
          {generate === undefined ? null : (
            <>
              <MenuItem words={generate.words} onChoose={generate.run} />
              <MenuRule />
            </>
          )}
          <MenuGroup label={title}>
            {items.map(({ words, note }) => (
              <MenuItem
                key={words}
                words={words}
                note={note}
                checked={words === chosen}
                onChoose={() => onChoose(words)}
              />
            ))}
            {items.length === 0 ? <p className="px-3 py-1 text-small text-ink-3">{SEAL_MENUS.nothing}</p> : null}
          </MenuGroup>
        </Menu>
      )}
    </>
  );
}
