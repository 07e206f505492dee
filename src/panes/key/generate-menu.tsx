import { Menu, MenuGroup, MenuItem, MenuRule } from '../../ui/menu.tsx';
import { ALGORITHM_GROUPS, ALGORITHM_MENU, KEY_ALGORITHM_GROUPS } from '../../words/algorithm-menu.ts';

const RSA_BITS = [2048, 3072, 4096] as const;
type RsaBits = (typeof RSA_BITS)[number];

export interface GenerateMenuProps {
  readonly anchor: HTMLElement;
  /** of the token's header */
  readonly alg: string | undefined;
  /** for a token that is encrypted: keys that open it */
  readonly encrypted: boolean;
  onGenerate(alg: string, bits?: RsaBits): void;
  onClose(): void;
}

const isRsa = (alg: string) => /^(?:[RP]S\d|RSA)/.test(alg);

/** A key for any algorithm, and for RSA of any size. */
export function GenerateMenu({ anchor, alg, encrypted, onGenerate, onClose }: GenerateMenuProps) {
  const ours = alg !== undefined && isRsa(alg) ? alg : undefined;
  return (
    <Menu anchor={anchor} label={ALGORITHM_MENU.generateName} onClose={onClose}>
      {ours === undefined ? null : (
        <>
          <SizesOf alg={ours} label={ALGORITHM_MENU.thisToken(ours)} onGenerate={onGenerate} />
          <MenuRule />
        </>
      )}
      {(encrypted ? KEY_ALGORITHM_GROUPS : ALGORITHM_GROUPS).map((group) => (
        <MenuGroup key={group.words} label={group.words}>
          {group.algs.map((one) => (
            <MenuItem key={one} words={one} checked={one === alg} onChoose={() => onGenerate(one)} />
          ))}
        </MenuGroup>
      ))}
    </Menu>
  );
}

interface SizesProps {
  readonly alg: string;
  readonly label: string;
  onGenerate(alg: string, bits: RsaBits): void;
}

function SizesOf({ alg, label, onGenerate }: SizesProps) {
  return (
    <MenuGroup label={label}>
      {RSA_BITS.map((bits) => (
        <MenuItem key={bits} words={ALGORITHM_MENU.rsaSize(bits)} onChoose={() => onGenerate(alg, bits)} />
      ))}
    </MenuGroup>
  );
}
