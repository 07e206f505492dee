import { describe, expect, it } from 'vitest';
import { openText } from '../../engine/open.ts';
import { segmentOf } from '../../workbench/testing/tokens.ts';
import { protectedHeader, unprotectedHeaders } from './header-members.ts';

const ONE = segmentOf('{"alg":"HS256"}');
const TWO = segmentOf('{"alg":"HS512","n":1.0}');
const GENERAL = `{"payload":"e30","signatures":[{"protected":"${ONE}","header":{"kid":"a","n":1e3},"signature":"c2ln"},{"protected":"${TWO}","signature":"c2ln"}]}`;

describe('the headers of a JSON serialization that no editor holds', () => {
  it('are shown letter by letter, literals as they stand', () => {
    expect(unprotectedHeaders(openText(GENERAL), 0)).toEqual([
      { place: 'own', text: '{\n  "kid": "a",\n  "n": 1e3\n}' },
    ]);
    expect(protectedHeader(openText(GENERAL), 1)).toEqual({
      place: 'protected',
      text: '{\n  "alg": "HS512",\n  "n": 1.0\n}',
    });
  });
  it('are none where there is none', () => {
    expect(unprotectedHeaders(openText(GENERAL), 1)).toEqual([]);
    expect(unprotectedHeaders(openText(`${ONE}.e30.c2ln`), 0)).toEqual([]);
  });
  it('of a JWE are the shared one and the recipient’s own', () => {
    const jwe = `{"protected":"${segmentOf('{"enc":"A128GCM"}')}","unprotected":{"jku":"x"},"header":{"alg":"dir"},"iv":"aXY","ciphertext":"Y3Q","tag":"dGFn"}`;
    expect(unprotectedHeaders(openText(jwe), 0).map(({ place }) => place)).toEqual(['shared', 'own']);
  });
});
