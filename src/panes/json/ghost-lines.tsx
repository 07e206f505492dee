/** Widths of the lines that stand where content will be, in percent. */
const WIDTHS = {
  header: [34, 28, 44],
  payload: [62, 48, 56, 34, 38, 38, 70],
  signature: [82, 82, 52],
} as const;

/** The empty pane's hint of what will stand there. */
export function GhostLines({ pane }: { readonly pane: keyof typeof WIDTHS }) {
  return (
    <div aria-hidden="true" className={`ghost ghost-${pane}`}>
      {WIDTHS[pane].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are fixed and two may be of one width
        <i key={index} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
