import { describe, expect, it } from 'vitest';
import { openText } from '../../engine/open.ts';
import { tokenParts, tokenSpans } from './token-parts.ts';

const HEADER = 'eyJhbGciOiJIUzI1NiJ9';
const JWE_HEADER = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0';

/** Each part as its letter, colour and characters; then what is drawn as a dot. */
function seen(text: string) {
  const parts = tokenParts(openText(text));
  const dots = tokenSpans(text, parts, []).filter(({ className }) => className === 'seg-dot');
  return {
    parts: parts.map(({ letter, segment, start, end }) => `${letter} ${segment} ${text.slice(start, end)}`),
    dots: dots.map(({ start, end }) => text.slice(start, end)).join(''),
  };
}

describe('the parts of a token, by letter and colour', () => {
  it.each<[rule: string, text: string, expected: ReturnType<typeof seen>]>([
    ['a signed token has three', `${HEADER}.e30.c2ln`, { parts: [`H h ${HEADER}`, 'P p e30', 'S s c2ln'], dots: '..' }],
    [
      'an encrypted one has five, of which the encrypted key may be empty',
      `${JWE_HEADER}..aXY.Y3Q.dGFn`,
      { parts: [`H h ${JWE_HEADER}`, 'K k ', 'I i aXY', 'C p Y3Q', 'T s dGFn'], dots: '....' },
    ],
    [
      'an SD-JWT adds its disclosures and the key binding',
      `${HEADER}.e30.c2ln~WyJhIl0~WyJiIl0~a.b.c`,
      { parts: [`H h ${HEADER}`, 'P p e30', 'S s c2ln', 'D k WyJhIl0', 'D k WyJiIl0', 'B i a.b.c'], dots: '..~~~' },
    ],
    [
      'the tilde that ends an SD-JWT is drawn as one',
      `${HEADER}.e30.c2ln~WyJhIl0~`,
      { parts: [`H h ${HEADER}`, 'P p e30', 'S s c2ln', 'D k WyJhIl0'], dots: '..~~' },
    ],
    [
      'a JSON serialization has them in the order of its text, and no dots',
      `{"signature":"c2ln","payload":"e30","protected":"${HEADER}"}`,
      { parts: ['S s c2ln', 'P p e30', `H h ${HEADER}`], dots: '' },
    ],
    [
      'text around the token has none',
      `"${HEADER}.e30.c2ln"`,
      { parts: [`H h ${HEADER}`, 'P p e30', 'S s c2ln'], dots: '..' },
    ],
    ['no token has none', 'hello', { parts: [], dots: '' }],
  ])('%s', (_rule, text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});
