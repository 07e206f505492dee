/** Widths of the lines that stand where content will be, in percent. */
const WIDTHS = {
  header: [34, 28, 44],
  payload: [62, 48, 56, 34, 38, 38, 70],
  signature: [82, 82, 52],
} as const;

/** Pixels from one line to the next. */
const PITCH = 22;

/** The empty pane's hint of what will stand there. */
export function GhostLines({ pane }: { readonly pane: keyof typeof WIDTHS }) {
  const lines = WIDTHS[pane].map((width, index) => ({ width: `${width}%`, y: index * PITCH }));
  return (
    <svg aria-hidden="true" className={`ghost ghost-${pane}`} height={lines.length * PITCH}>
      {lines.map(({ width, y }) => (
        <rect key={y} y={y} width={width} height="8" rx="4" />
      ))}
    </svg>
  );
}
