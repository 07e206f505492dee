import { useEffect, useState } from 'react';
import { IconButton, LinkButton } from './button.tsx';
import { writeClipboard } from './clipboard.ts';
import { Icon } from './icon.tsx';

/** How long the tick stands in place of the icon. */
const TICK_MS = 1200;

interface CopyButtonProps {
  readonly label: string;
  /** the text, asked for when the button is pressed; undefined where it cannot be had */
  text(): string | undefined | Promise<string | undefined>;
  /** visible words; an icon alone without */
  readonly words?: string;
  /** said where the browser refuses */
  onRefused(): void;
}

export function CopyButton({ label, text, words, onRefused }: CopyButtonProps) {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    if (ticks === 0) return;
    const timer = setTimeout(() => setTicks(0), TICK_MS);
    return () => clearTimeout(timer);
  }, [ticks]);

  async function copy() {
    const value = await text();
    if (value === undefined) return;
    if (await writeClipboard(value)) setTicks((count) => count + 1);
    else onRefused();
  }

  if (words === undefined) return <IconButton icon={ticks > 0 ? 'check' : 'copy'} label={label} onClick={copy} />;
  return (
    <LinkButton aria-label={label} onClick={copy}>
      {words}
      {ticks > 0 ? <Icon name="check" small /> : null}
    </LinkButton>
  );
}
