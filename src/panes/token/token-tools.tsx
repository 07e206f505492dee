import { useRef } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TOKEN } from '../../words/token.ts';
import type { PageActs } from '../page-acts.ts';

interface TokenToolsProps {
  readonly text: string;
  /** something to clear: a token, or a key alone */
  readonly clearable: boolean;
  readonly acts: PageActs;
  clear(): void;
}

export function TokenTools({ text, clearable, acts, clear }: TokenToolsProps) {
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
      {clearButton}
    </>
  );
}
