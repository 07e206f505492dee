import { useEffect, useState } from 'react';
import { LinkButton } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';

/** How long a toast stays; it stays longer while it is hovered or focused. */
const SHOWN_MS = 5000;

interface ToastProps {
  readonly icon: IconName;
  readonly words: string;
  readonly act?: { readonly words: string; run(): void };
  /** left out: the owner ends it, as with Undo, whose time is that of the copy it brings back */
  onEnd?(): void;
}

/** One small message at the foot of the page. Never for what needs an act. */
export function Toast({ icon, words, act, onEnd }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || onEnd === undefined) return;
    const timer = setTimeout(onEnd, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onEnd]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being looked at holds it; there is nothing to press but its button
    <div
      className="float toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={icon} />
      <span role="status" className="min-w-0 grow">
        {words}
      </span>
      {act === undefined ? null : <LinkButton onClick={act.run}>{act.words}</LinkButton>}
    </div>
  );
}
