import { describe, expect, it } from 'vitest';
import { openText } from '../../engine/open.ts';
import { segmentOf } from '../../workbench/testing/tokens.ts';
import { encryptedRows, previewOf } from './encrypted-rows.ts';

const HEADER = segmentOf('{"alg":"A128KW","enc":"A128GCM"}');
const ENC = segmentOf('{"enc":"A128GCM"}');

/** Each row as its name, the number of its recipient, and its characters. */
function rows(text: string): readonly string[] {
  const { object } = openText(text);
  if (object?.type !== 'jwe') throw new Error('this is no encrypted token');
  return encryptedRows(object).map((row) =>
    [row.part, row.index, row.text].filter((word) => word !== undefined).join(' '),
  );
}

describe('the rows of the encrypted parts', () => {
  it('are those of the compact serialization, in its order', () => {
    expect(rows(`${HEADER}.a2V5.aXY.Y29udGVudA.dGFn`)).toEqual([
      'encrypted-key a2V5',
      'iv aXY',
      'ciphertext Y29udGVudA',
      'tag dGFn',
    ]);
  });
  it('have one encrypted key for each recipient, and what goes with the content', () => {
    const recipients =
      '[{"header":{"alg":"A128KW"},"encrypted_key":"b25l"},{"header":{"alg":"A192KW"},"encrypted_key":"dHdv"}]';
    expect(
      rows(`{"tag":"dGFn","aad":"YWFk","recipients":${recipients},"protected":"${ENC}","iv":"aXY","ciphertext":"Y3Q"}`),
    ).toEqual(['encrypted-key 0 b25l', 'encrypted-key 1 dHdv', 'iv aXY', 'ciphertext Y3Q', 'tag dGFn', 'aad YWFk']);
  });
  it('stay where a part is empty', () => {
    expect(rows(`${segmentOf('{"alg":"dir","enc":"A128GCM"}')}..aXY.Y3Q.dGFn`)[0]).toBe('encrypted-key ');
  });
});

describe('the first line of a part', () => {
  const row = { part: 'iv', text: 'AAEC', bytes: Uint8Array.of(0, 1, 2) } as const;
  it.each([
    ['hex', '00 01 02'],
    ['base64url', 'AAEC'],
  ] as const)('is written in %s', (form, expected) => {
    expect(previewOf(row, form)).toBe(expected);
  });
  it('is empty for what does not decode', () => {
    expect(previewOf({ ...row, bytes: undefined }, 'hex')).toBe('');
  });
});
