import { describe, expect, it } from 'vitest';
import { type HistoryStep, historyKey } from './input-rules.ts';

type Modifier = 'ctrl' | 'meta' | 'shift' | 'alt';

type Row = readonly [
  rule: string,
  modifiers: readonly Modifier[],
  key: string,
  code: string,
  step: HistoryStep | undefined,
];

const rows: readonly Row[] = [
  ['Ctrl Z takes back', ['ctrl'], 'z', 'KeyZ', 'undo'],
  ['Cmd Z takes back', ['meta'], 'z', 'KeyZ', 'undo'],
  ['with Shift it does again', ['ctrl', 'shift'], 'Z', 'KeyZ', 'redo'],
  ['Cmd Shift Z does again', ['meta', 'shift'], 'z', 'KeyZ', 'redo'],
  ['Ctrl Y does again', ['ctrl'], 'y', 'KeyY', 'redo'],
  ['Ctrl Shift Y is no history key', ['ctrl', 'shift'], 'Y', 'KeyY', undefined],
  ['Caps Lock changes nothing', ['ctrl'], 'Z', 'KeyZ', 'undo'],
  ['the letter counts, not its place: QWERTZ', ['ctrl'], 'z', 'KeyY', 'undo'],
  ['the letter counts, not its place: AZERTY, W stands where Z does elsewhere', ['ctrl'], 'w', 'KeyZ', undefined],
  ['where no Latin letter is written, the place counts', ['ctrl'], '\u044f', 'KeyZ', 'undo'],
  ['where no Latin letter is written, the place counts for redo too', ['ctrl'], '\u043d', 'KeyY', 'redo'],
  ['a letter alone is typed', [], 'z', 'KeyZ', undefined],
  ['Ctrl Alt is AltGr and types', ['ctrl', 'alt'], 'z', 'KeyZ', undefined],
  ['Ctrl with Cmd belongs to the system', ['ctrl', 'meta'], 'z', 'KeyZ', undefined],
  ['another letter is not ours', ['ctrl'], 'a', 'KeyA', undefined],
  ['a key without a letter is not ours', ['ctrl'], 'Enter', 'Enter', undefined],
];

describe('historyKey', () => {
  it.each(rows)('%s', (_rule, modifiers, key, code, step) => {
    const has = (modifier: Modifier): boolean => modifiers.includes(modifier);
    const press = { key, code, ctrlKey: has('ctrl'), metaKey: has('meta'), shiftKey: has('shift'), altKey: has('alt') };
    expect(historyKey(press)).toBe(step);
  });
});
