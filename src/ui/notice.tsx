import type { ReactNode } from 'react';
import type { Tone } from './chip.tsx';
import { Icon, type IconName } from './icon.tsx';

interface NoticeProps {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly title?: string;
  /** an alert is spoken at once: only where an act that the person pressed has failed */
  readonly alert?: boolean;
  readonly children?: ReactNode;
  /** what can be done about it */
  readonly acts?: ReactNode;
}

/** Something to know, said in the pane that it concerns. */
export function Notice({ tone, icon, title, alert = false, children, acts }: NoticeProps) {
  return (
    <div role={alert ? 'alert' : undefined} className={`notice tone-${tone}`}>
      <Icon name={icon ?? (tone === 'fail' ? 'circleX' : 'circleInfo')} />
      <div className="min-w-0 grow">
        {title === undefined ? null : <p className="font-semibold text-(--c)">{title}</p>}
        {children === undefined ? null : <p className="text-pretty text-ink-2 wrap-anywhere">{children}</p>}
        {acts === undefined ? null : <div className="mt-1 flex flex-wrap gap-x-4">{acts}</div>}
      </div>
    </div>
  );
}
