import type { ReactNode } from 'react';
import { useId } from 'react';

interface PaneProps {
  /** stable name for shortcuts and layout: 'token', 'key' … */
  readonly name: string;
  readonly title: string;
  readonly swatch?: 'h' | 'p' | 's';
  /** small text after the title */
  readonly meta?: ReactNode;
  /** chips between the title and the tools */
  readonly chips?: ReactNode;
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A flat panel: a bar with the title and its tools, and the content below. */
export function Pane({ name, title, swatch, meta, chips, tools, className, children }: PaneProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      data-pane={name}
      data-region={name}
      className={`pane pane-${name} ${className ?? ''}`}
    >
      <div className="pane-head">
        {swatch === undefined ? null : <span aria-hidden="true" className={`swatch swatch-${swatch}`} />}
        <h2 id={heading}>{title}</h2>
        {meta === undefined ? null : <span className="pane-meta">{meta}</span>}
        <span className="grow" />
        {chips}
        {tools}
      </div>
      {children}
    </section>
  );
}
