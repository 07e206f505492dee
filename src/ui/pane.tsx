import type { CSSProperties, ReactNode } from 'react';
import { useId } from 'react';

interface PaneProps {
  /** stable name for shortcuts and layout: 'token', 'key' … */
  readonly name: string;
  readonly title: string;
  readonly swatch?: 'h' | 'p' | 's' | 'k' | 'i';
  /** small text after the title */
  readonly meta?: ReactNode;
  /** chips between the title and the tools */
  readonly chips?: ReactNode;
  readonly tools?: ReactNode;
  /** where the layout folds panes: only the title is shown */
  readonly folded?: boolean;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** A flat panel: a bar with the title and its tools, and the content below. */
export function Pane({ name, title, swatch, meta, chips, tools, folded, style, children }: PaneProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      data-pane={name}
      data-region={name}
      data-folded={folded}
      className={`pane pane-${name}`}
      style={style}
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
