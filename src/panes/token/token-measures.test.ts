import { describe, expect, it } from 'vitest';
import { columnsFor } from './token-measures.ts';

describe('columnsFor', () => {
  it.each([
    [432, 48],
    [400, 44],
    [512, 56],
    [390, 40],
    [20, 4],
  ])('a pane of %i px holds %i characters, whole groups of four', (width, columns) => {
    expect(columnsFor(width)).toBe(columns);
  });
});
