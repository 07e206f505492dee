import { describe, expect, it } from 'vitest';
import { hexLines } from './hex-dump.ts';

const twenty = Uint8Array.from({ length: 20 }, (_, index) => index);

describe('hexLines', () => {
  it('writes the offset and groups of eight', () => {
    expect(hexLines(twenty, 16, 100)).toEqual([
      { offset: '0000', hex: '00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f' },
      { offset: '0010', hex: '10 11 12 13' },
    ]);
  });
  it('stops at the limit, also within a line', () => {
    expect(hexLines(twenty, 8, 10)).toEqual([
      { offset: '0000', hex: '00 01 02 03 04 05 06 07' },
      { offset: '0008', hex: '08 09' },
    ]);
  });
  it('has no lines for no bytes', () => {
    expect(hexLines(new Uint8Array(), 16, 100)).toEqual([]);
  });
});
