import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText } from './open.ts';
import { encodeBase64url } from './token/base64url.ts';
import { encodeUtf8 } from './token/utf8.ts';

const SEGMENTS = [
  ...[
    '{"alg":"HS256"}',
    '{"alg":"HS384"}',
    '{"alg":"HS256","b64":false,"crit":["b64"]}',
    '{"sub":"a","sub":"b"}',
    'text',
    '',
  ].map((text) => encodeBase64url(encodeUtf8(text))),
  '_w', // a byte that is no UTF-8
  'e30=',
  'a b',
];
const token = fc.array(fc.constantFrom(...SEGMENTS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));

describe('a text that is opened after another', () => {
  it('is read as if it were the first, whatever they have in common', () => {
    fc.assert(
      fc.property(token, token, fc.constantFrom('', 'Bearer ', '\n'), (before, after, around) => {
        const known = openText(before);
        expect(openText(around + after, 0, known)).toEqual(openText(around + after));
      }),
    );
  });

  it('shares what did not change', () => {
    const known = openText(`${SEGMENTS[0]}.${SEGMENTS[3]}.c2ln`);
    const opened = openText(`${SEGMENTS[1]}.${SEGMENTS[3]}.c2ln`, 0, known);
    expect(opened.token?.payload).toBe(known.token?.payload);
    expect(opened.token?.header).not.toBe(known.token?.header);
  });
});
