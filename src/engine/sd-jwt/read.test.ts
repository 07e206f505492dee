import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../types.ts';
import { compactSdJwt, readSdJwt, readSdJwtHeader, readSdJwtHeaders } from './read.ts';

/** What was read, as `start-end text`; problems as `reason start-end`. */
function summary(text: string) {
  const { issuerJwt, disclosures, keyBinding, problems } = readSdJwt(text);
  const shown = (part: { start: number; end: number; text: string } | undefined) =>
    part && `${part.start}-${part.end} ${part.text}`;
  return {
    issuerJwt: shown(issuerJwt),
    disclosures: disclosures.map(shown),
    keyBinding: shown(keyBinding),
    problems: problems.map(({ code, values, span }) => `${code} ${values.reason} ${span?.join('-')}`),
  };
}

describe('readSdJwt', () => {
  test.each([
    { text: 'a.b.c~', disclosures: [], keyBinding: undefined, problems: [] },
    { text: 'a.b.c~D1~D2~', disclosures: ['6-8 D1', '9-11 D2'], keyBinding: undefined, problems: [] },
    { text: 'a.b.c~x.y.z', disclosures: [], keyBinding: '6-11 x.y.z', problems: [] },
    { text: 'a.b.c~D1~x.y.z', disclosures: ['6-8 D1'], keyBinding: '9-14 x.y.z', problems: [] },
    { text: 'a.b.c', disclosures: [], keyBinding: undefined, problems: ['sd-jwt-form no-final-tilde 0-5'] },
    {
      text: 'a.b.c~D1~D2',
      disclosures: ['6-8 D1'],
      keyBinding: '9-11 D2',
      problems: ['sd-jwt-form no-final-tilde 9-11'],
    },
    { text: 'a.b.c~x.y', disclosures: [], keyBinding: '6-9 x.y', problems: ['sd-jwt-form no-final-tilde 6-9'] },
    {
      text: 'a.b.c~D1~~',
      disclosures: ['6-8 D1', '9-9 '],
      keyBinding: undefined,
      problems: ['sd-jwt-form empty-disclosure 8-10'],
    },
  ])('reads $text', ({ text, ...parts }) => {
    expect(summary(text)).toEqual({ issuerJwt: '0-5 a.b.c', ...parts });
  });

  test('reads any text, and its parts are those that the text has', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('~', '.', 'a', '"', '\ud800', '{', ' ') }), (text) => {
        const { issuerJwt, disclosures, keyBinding } = readSdJwt(text);
        for (const part of [issuerJwt, ...disclosures]) expect(part.text).toBe(text.slice(part.start, part.end));
        const whole =
          compactSdJwt(
            issuerJwt.text,
            disclosures.map((one) => one.text),
          ) + (keyBinding?.text ?? '');
        expect(whole).toBe(text.includes('~') ? text : `${text}~`);
      }),
    );
  });
});

describe('readSdJwtHeader', () => {
  test.each<{ header: JsonObject; disclosures?: string[]; keyBinding?: string; isSdJwt?: boolean; reasons?: string[] }>(
    [
      { header: { kid: 'k' }, isSdJwt: false },
      { header: { disclosures: [] } },
      { header: { disclosures: ['D1', 'D2'], kb_jwt: 'x.y.z' }, disclosures: ['D1', 'D2'], keyBinding: 'x.y.z' },
      { header: { kb_jwt: 'x.y.z' }, keyBinding: 'x.y.z' },
      { header: { disclosures: 'D1' }, reasons: ['disclosures-kind'] },
      { header: { disclosures: [1, 'D1', null] }, disclosures: ['D1'], reasons: ['disclosures-kind'] },
      { header: { kb_jwt: 1 }, reasons: ['kb-jwt-kind'] },
      { header: { kb_jwt: 'x.y' }, keyBinding: 'x.y', reasons: ['kb-jwt-kind'] },
      { header: { kb_jwt: null, disclosures: {} }, reasons: ['disclosures-kind', 'kb-jwt-kind'] },
    ],
  )('reads $header', ({ header, disclosures = [], keyBinding, isSdJwt = true, reasons = [] }) => {
    const read = readSdJwtHeader(header);
    expect({ ...read, problems: read.problems.map(({ values }) => values.reason) }).toEqual({
      isSdJwt,
      disclosures,
      keyBinding,
      problems: reasons,
    });
  });

  test('without an unprotected header there is nothing', () => {
    expect(readSdJwtHeader(undefined)).toEqual({
      isSdJwt: false,
      disclosures: [],
      keyBinding: undefined,
      problems: [],
    });
    expect(readSdJwtHeaders([])).toEqual({ isSdJwt: false, disclosures: [], keyBinding: undefined, problems: [] });
  });

  test('only the first header may have the members, and only its own count', () => {
    const read = readSdJwtHeaders([{ disclosures: ['D1'] }, undefined, { kb_jwt: 'x.y.z' }, { disclosures: ['D2'] }]);
    expect(read.disclosures).toEqual(['D1']);
    expect(read.keyBinding).toBeUndefined();
    expect(read.problems.map(({ values }): Json => [String(values.reason), Number(values.signature)])).toEqual([
      ['not-in-first-header', 2],
      ['not-in-first-header', 3],
    ]);
  });
});
