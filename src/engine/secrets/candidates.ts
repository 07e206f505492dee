/** Everything that a search tries, in its order. */
import { KNOWN_SECRETS } from './known-secrets.ts';
import { type Candidate, variationsBeside, variationsOf } from './variations.ts';

export interface Entry {
  readonly candidates: readonly Candidate[];
  readonly from: 'known' | 'list';
}

export interface Entries {
  readonly count: number;
  readonly all: Iterable<Entry>;
}

/**
 * First the known secrets as they stand, then the lines of a person's list (as they stand and trimmed, and with their
 * variations too where `varyList` asks for them), last what variations make of the known secrets.
 */
export function entriesOf(list: string, varyList: boolean): Entries {
  const varied = variationsBeside(KNOWN_SECRETS);
  return {
    count: KNOWN_SECRETS.length + countLines(list) + varied.length,
    all: inOrder(list, varyList, varied),
  };
}

function* inOrder(list: string, varyList: boolean, varied: readonly Candidate[]): Generator<Entry> {
  for (const text of KNOWN_SECRETS) yield { candidates: [{ text, variation: 'as it stands' }], from: 'known' };
  for (const line of linesOf(list)) yield { candidates: varyList ? variationsOf(line) : plainOf(line), from: 'list' };
  for (const candidate of varied) yield { candidates: [candidate], from: 'known' };
}

function plainOf(line: string): readonly Candidate[] {
  const trimmed = line.trim();
  const plain: Candidate = { text: line, variation: 'as it stands' };
  return trimmed === line ? [plain] : [plain, { text: trimmed, variation: 'trimmed' }];
}

/** One after the other: a list of 20 MB has some million lines. A byte order mark, CR and empty lines are left out. */
function* linesOf(list: string): Generator<string> {
  let start = list.startsWith('\ufeff') ? 1 : 0;
  while (start < list.length) {
    const found = list.indexOf('\n', start);
    const end = found === -1 ? list.length : found;
    const line = list.slice(start, list.charCodeAt(end - 1) === 0x0d && end > start ? end - 1 : end);
    if (line !== '') yield line;
    start = end + 1;
  }
}

function countLines(list: string): number {
  let count = 0;
  for (const _ of linesOf(list)) count++;
  return count;
}
