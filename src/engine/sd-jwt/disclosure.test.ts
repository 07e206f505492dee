import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import { decodeDisclosure } from './disclosure.ts';

const encoded = (json: string) => encodeBase64url(encodeUtf8(json));

describe('decodeDisclosure', () => {
  test.each([
    {
      rule: 'reads salt, name and value of a member',
      json: '["s", "family_name", "Möbius"]',
      content: { kind: 'object-property', salt: 's', name: 'family_name', value: 'Möbius' },
    },
    {
      rule: 'reads salt and value of an element',
      json: '["s","FR"]',
      content: { kind: 'array-element', salt: 's', value: 'FR' },
    },
    {
      rule: 'keeps the text with its spaces, escapes and numbers',
      json: '[ "s",\n"n\\u00f6", 1e3 ]',
      content: { kind: 'object-property', salt: 's', name: 'nö', value: 1000 },
    },
    {
      rule: 'takes null and a name like any other',
      json: '["", "__proto__", null]',
      content: { kind: 'object-property', salt: '', name: '__proto__', value: null },
    },
    {
      rule: 'takes _sd_alg, which is judged where it would stand',
      json: '["s","_sd_alg","x"]',
      content: { kind: 'object-property', salt: 's', name: '_sd_alg', value: 'x' },
    },
  ])('$rule', ({ json, content }) => {
    expect(decodeDisclosure(encoded(json))).toEqual({ ok: true, ...content, json });
  });

  test.each([
    { reason: 'not-json', json: '["s","n"' },
    { reason: 'not-json', json: '\ufeff["s","n",1]' },
    { reason: 'not-a-list', json: '{"0":"s","1":1}' },
    { reason: 'length', json: '[]' },
    { reason: 'length', json: '["s"]' },
    { reason: 'length', json: '["s","n",1,2]' },
    { reason: 'salt-not-text', json: '[1,"n",2]' },
    { reason: 'salt-not-text', json: '[null,"FR"]' },
    { reason: 'name-not-text', json: '["s",1,2]' },
    { reason: 'name-not-text', json: '["s",null,2]' },
    { reason: 'name-reserved', json: '["s","_sd",["x"]]' },
    { reason: 'name-reserved', json: '["s","...","x"]' },
    { reason: 'name-reserved', json: '["s","\\u005fsd",1]' },
  ])('$json is $reason', ({ reason, json }) => {
    expect(decodeDisclosure(encoded(json))).toEqual({ ok: false, reason, json });
  });

  test('nothing is no disclosure', () => {
    expect(decodeDisclosure('')).toEqual({ ok: false, reason: 'empty' });
  });

  test.each([
    ['padding', `${encoded('["s","FR"]')}==`],
    ['spare bits', encoded('["s","FR"]').replace(/Q$/, 'R')],
    ['a blank', ` ${encoded('["s","FR"]')}`],
  ])('base64url with %s is refused, and shown all the same', (_, text) => {
    expect(decodeDisclosure(text)).toEqual({ ok: false, reason: 'not-base64url', json: '["s","FR"]' });
  });

  test('letters of no alphabet and bytes that are no UTF-8 have no text', () => {
    expect(decodeDisclosure('§')).toEqual({ ok: false, reason: 'not-base64url' });
    expect(decodeDisclosure(encodeBase64url(Uint8Array.of(0x5b, 0xff, 0x5d)))).toEqual({
      ok: false,
      reason: 'not-utf8',
    });
  });
});
