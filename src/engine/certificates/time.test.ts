import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDer } from '../keys/der/tree.ts';
import { secondsOf } from './time.ts';

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

function seconds(tag: number, text: string): number | undefined {
  const bytes = Uint8Array.from([tag, text.length, ...Buffer.from(text)]);
  return secondsOf(parseDer(bytes) ?? { type: 'other', content: bytes, children: [], bytes });
}

describe('moments of a certificate', () => {
  it.each<[number, string, string | undefined]>([
    [UTC_TIME, '261124120000Z', '2026-11-24T12:00:00Z'],
    [UTC_TIME, '500101000000Z', '1950-01-01T00:00:00Z'],
    [UTC_TIME, '491231235959Z', '2049-12-31T23:59:59Z'],
    [UTC_TIME, '2611241200Z', '2026-11-24T12:00:00Z'],
    [UTC_TIME, '261124120000+0130', '2026-11-24T10:30:00Z'],
    [UTC_TIME, '261124120000-0130', '2026-11-24T13:30:00Z'],
    [GENERALIZED_TIME, '20260101000000.75Z', '2026-01-01T00:00:00Z'],
    [GENERALIZED_TIME, '99991231235959Z', '9999-12-31T23:59:59Z'],
    [UTC_TIME, '240229000000Z', '2024-02-29T00:00:00Z'],
    [GENERALIZED_TIME, '20000229000000Z', '2000-02-29T00:00:00Z'],
    [UTC_TIME, '260229000000Z', undefined],
    [GENERALIZED_TIME, '21000229000000Z', undefined],
    [UTC_TIME, '261301000000Z', undefined],
    [UTC_TIME, '260001000000Z', undefined],
    [UTC_TIME, '260431000000Z', undefined],
    [UTC_TIME, '260101240000Z', undefined],
    [UTC_TIME, '260101006000Z', undefined],
    [UTC_TIME, '260101000060Z', undefined],
    [UTC_TIME, '260101000000', undefined],
    [UTC_TIME, '', undefined],
    [GENERALIZED_TIME, '2026', undefined],
    [0x0c, '261124120000Z', undefined],
  ])('tag %i, %s', (tag, text, iso) => {
    expect(seconds(tag, text)).toBe(iso === undefined ? undefined : Date.parse(iso) / 1000);
  });

  it('count days as the calendar does', () => {
    const moment = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const text = date.toISOString().replace(/[-:T]|\.\d+/g, '');
        expect(seconds(GENERALIZED_TIME, text)).toBe(Math.floor(date.getTime() / 1000));
      }),
    );
  });
});
