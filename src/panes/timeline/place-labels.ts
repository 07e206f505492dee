/** Labels in one row: each as near to its place as it can be, none over another, all within the row. */

export interface Label {
  /** where its middle belongs */
  readonly at: number;
  readonly width: number;
  /** the smaller, the longer it stays where there is no room for all */
  readonly rank: number;
}

/** Free space between two labels. */
const GAP = 8;
/** So many others have to want it before a label of the first rank moves aside. */
const FIRST_WEIGHT = 6;

/** The left edge of each label, undefined of those that have no room. The labels come in the order of their places; px. */
export function placeLabels(labels: readonly Label[], rowWidth: number): readonly (number | undefined)[] {
  const kept = withRoom(labels, rowWidth);
  const lefts = leftsOf(
    labels.filter((label) => kept.has(label)),
    rowWidth,
  );
  let next = 0;
  return labels.map((label) => (kept.has(label) ? lefts[next++] : undefined));
}

function withRoom(labels: readonly Label[], rowWidth: number): ReadonlySet<Label> {
  const kept = new Set<Label>();
  let used = -GAP;
  for (const label of labels.toSorted((a, b) => a.rank - b.rank)) {
    if (used + GAP + label.width > rowWidth) continue;
    used += GAP + label.width;
    kept.add(label);
  }
  return kept;
}

/** Labels that stand side by side. */
interface Block {
  readonly left: number;
  readonly width: number;
  readonly widths: readonly number[];
  readonly weight: number;
}

function leftsOf(labels: readonly Label[], rowWidth: number): readonly number[] {
  const blocks: Block[] = [];
  for (const { at, width, rank } of labels) {
    let block = within(
      { left: at - width / 2, width, widths: [width], weight: rank === 0 ? FIRST_WEIGHT : 1 },
      rowWidth,
    );
    for (let before = blocks.at(-1); before !== undefined && touches(before, block); before = blocks.at(-1)) {
      blocks.pop();
      block = within(together(before, block), rowWidth);
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ left, widths }) => {
    const lefts: number[] = [];
    let edge = left;
    for (const width of widths) {
      lefts.push(edge);
      edge += width + GAP;
    }
    return lefts;
  });
}

function within(block: Block, rowWidth: number): Block {
  return { ...block, left: Math.max(0, Math.min(block.left, rowWidth - block.width)) };
}

function touches(before: Block, block: Block): boolean {
  return before.left + before.width + GAP > block.left;
}

/** Both move, the lighter one by more. */
function together(before: Block, block: Block): Block {
  const weight = before.weight + block.weight;
  const left = (before.left * before.weight + (block.left - before.width - GAP) * block.weight) / weight;
  return { left, width: before.width + GAP + block.width, widths: [...before.widths, ...block.widths], weight };
}
