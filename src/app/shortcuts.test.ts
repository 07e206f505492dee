import { describe, expect, it } from 'vitest';
import { actOf, type KeyPress, SHORTCUTS_TABLE } from './shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const cases: readonly [rule: string, ...Parameters<typeof actOf>, ReturnType<typeof actOf>][] = [
  ['a letter acts', press('y'), undefined, true, { act: 'copy' }],
  ['a letter does nothing in a field', press('y'), undefined, false, {}],
  ['a letter with Ctrl belongs to the browser', press('y', { ctrlKey: true }), undefined, true, {}],
  ['a letter with Alt belongs to the browser', press('y', { altKey: true }), undefined, true, {}],
  [
    'the question mark needs Shift on most keyboards',
    press('?', { shiftKey: true }),
    undefined,
    true,
    { act: 'shortcuts' },
  ],
  ['G is remembered', press('g'), undefined, true, { pending: 'g' }],
  ['G then T goes to the token', press('t'), 'g', true, { act: 'token' }],
  ['T alone changes the theme', press('t'), undefined, true, { act: 'theme' }],
  ['Ctrl Enter works in a field', press('Enter', { ctrlKey: true }), undefined, false, { act: 'again' }],
  ['Cmd Enter is the same on Apple systems', press('Enter', { metaKey: true }), undefined, false, { act: 'again' }],
  ['Enter alone does nothing', press('Enter'), undefined, true, {}],
  ['F6 goes on', press('F6'), undefined, false, { act: 'nextRegion' }],
  ['Shift F6 goes back', press('F6', { shiftKey: true }), undefined, false, { act: 'previousRegion' }],
  ['pasting is left to the browser', press('v', { ctrlKey: true }), undefined, true, {}],
];

describe('actOf', () => {
  it.each(cases)('%s', (_rule, pressed, before, letters, expected) => {
    expect(actOf(pressed, before, letters)).toEqual(expected);
  });

  it('no two shortcuts share their keys', () => {
    const written = SHORTCUTS_TABLE.map(({ keys, ctrl, shift }) => JSON.stringify([keys, ctrl, shift]));
    expect(new Set(written).size).toBe(written.length);
  });
});
