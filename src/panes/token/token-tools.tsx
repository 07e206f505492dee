import { useRef, useState } from 'react';
import type { Serialization } from '../../engine/token/shapes.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useLater } from '../../ui/use-later.ts';
import { TOKEN } from '../../words/token.ts';
import type { PageActs } from '../page-acts.ts';
import type { ConvertMenuProps } from './convert-menu.tsx';

interface TokenToolsProps {
  readonly text: string;
  /** of the picked token; undefined where there is none that can be converted */
  readonly serialization: Serialization | undefined;
  convert(to: Serialization): void;
  /** something to clear: a token, or a key alone */
  readonly clearable: boolean;
  readonly acts: PageActs;
  clear(): void;
}

export function TokenTools({ text, serialization, convert, clearable, acts, clear }: TokenToolsProps) {
  const examples = useRef<HTMLButtonElement>(null);
  const openExamples = () => {
    if (examples.current !== null) acts.openExamples(examples.current);
  };
  const clearButton = clearable ? <IconButton icon="trash" label={TOKEN.clear} onClick={clear} /> : null;
  if (text === '') {
    return (
      <>
        <Button
          ref={examples}
          data-opens="examples"
          look="quiet"
          icon="flask"
          aria-haspopup="menu"
          onClick={openExamples}
        >
          {TOKEN.examples}
        </Button>
        {clearButton}
      </>
    );
  }
  return (
    <>
      <IconButton icon="paste" label={TOKEN.paste} onClick={acts.paste} />
      <CopyButton label={TOKEN.copy} text={() => text} onRefused={acts.copyRefused} />
      <IconButton
        ref={examples}
        data-opens="examples"
        icon="flask"
        label={TOKEN.examples}
        aria-haspopup="menu"
        onClick={openExamples}
      />
      {serialization === undefined ? null : (
        <ConvertButton serialization={serialization} convert={convert} acts={acts} />
      )}
      {clearButton}
    </>
  );
}

interface ConvertButtonProps extends Pick<TokenToolsProps, 'convert' | 'acts'> {
  readonly serialization: Serialization;
}

function ConvertButton({ serialization, convert, acts }: ConvertButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const menu = useLater<ConvertMenuProps>(
    async () => (await import('./convert-menu.tsx')).ConvertMenu,
    acts.partMissing,
  );
  return (
    <>
      <IconButton
        icon="convert"
        label={TOKEN.convert}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined && menu.Part !== undefined}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          menu.fetchPart();
        }}
      />
      {menu.Part === undefined || anchor === undefined ? null : (
        <menu.Part anchor={anchor} current={serialization} onConvert={convert} onClose={() => setAnchor(undefined)} />
      )}
    </>
  );
}
