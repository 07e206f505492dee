import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'ok' | 'fail' | 'warn' | 'idle' | 'note';

interface ChipProps {
  /** `ink`: neutral, on grey */
  readonly tone: Tone | 'ink';
  readonly icon?: IconName;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Chip({ tone, icon, title, children }: ChipProps) {
  return (
    <span className={`chip tone-${tone}`} title={title}>
      {icon === undefined ? null : <Icon name={icon} small />}
      <span className="truncate">{children}</span>
    </span>
  );
}
