import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_TOKEN, openText } from './open.ts';
import { encodeBase64url } from './token/base64url.ts';
import { encodeUtf8 } from './token/utf8.ts';
import type { Verdict } from './types.ts';

const encode = (text: string) => encodeBase64url(encodeUtf8(text));
const CLAIMS = '{"sub":"1"}';
const SIGNATURE = `${'a0'.repeat(21)}A`;
const jws = (header: string, payload = CLAIMS, signature = SIGNATURE) =>
  `${encode(header)}.${encode(payload)}.${signature}`;
const GOOD = jws('{"alg":"HS256"}');
const [HEADER = '', PAYLOAD = ''] = GOOD.split('.');

const insertAt = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at);

describe('the verdict that needs no key', () => {
  test.each<[what: string, text: string, state: Verdict['state'], code: Verdict['code']]>([
    ['blank text', ' \n\u200b', 'unchecked', 'no-token'],
    ['text without a token', 'Hello there.', 'malformed', 'no-token-found'],
    ['one part', HEADER, 'malformed', 'segment-count'],
    ['two parts', `${HEADER}.${PAYLOAD}`, 'malformed', 'segment-count'],
    ['four parts', `${GOOD}.abc`, 'malformed', 'segment-count'],
    ['two parts, the header broken', `${encode('{"alg":')}.${PAYLOAD}`, 'malformed', 'segment-count'],
    ['a blank inside a line', insertAt(GOOD, HEADER.length + 5, ' '), 'malformed', 'illegal-character'],
    ['a character of base64', `${HEADER}.${PAYLOAD}.ab+/`, 'malformed', 'illegal-character'],
    ['padding', `${HEADER}.${PAYLOAD}=.${SIGNATURE}`, 'malformed', 'base64-padding'],
    ['a lost character', `${HEADER}.${PAYLOAD}.abcde`, 'malformed', 'base64-length'],
    ['spare bits', `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, -1)}B`, 'malformed', 'base64-trailing-bits'],
    ['an illegal character before a length', `${HEADER}.${PAYLOAD}=.ab*cd`, 'malformed', 'illegal-character'],
    [
      'a header that is not UTF-8',
      `${encodeBase64url(new Uint8Array([0x7b, 0x22, 0xff]))}.${PAYLOAD}.`,
      'malformed',
      'header-not-utf8',
    ],
    ['a header that is not JSON', jws('{"alg":"HS256"'), 'malformed', 'header-not-json'],
    ['an empty header', `.${PAYLOAD}.${SIGNATURE}`, 'malformed', 'header-not-json'],
    ['a header with a byte order mark', jws('\ufeff{"alg":"HS256"}'), 'malformed', 'header-not-json'],
    ['a header that is a list', jws('["alg"]'), 'malformed', 'header-not-object'],
    ['a duplicate parameter', jws('{"alg":"HS256","\\u0061lg":"none"}'), 'malformed', 'header-duplicate-member'],
    ['no alg', jws('{"typ":"JWT"}'), 'malformed', 'alg-missing'],
    ['an inherited alg', jws('{"__proto__":{"alg":"HS256"}}'), 'malformed', 'alg-missing'],
    ['alg that is no string', jws('{"alg":["none"]}'), 'malformed', 'alg-missing'],
    ['crit that is no list', jws('{"alg":"HS256","crit":"exp"}'), 'malformed', 'crit-invalid'],
    ['crit that is null', jws('{"alg":"HS256","crit":null}'), 'malformed', 'crit-invalid'],
    ['crit that is empty', jws('{"alg":"HS256","crit":[]}'), 'malformed', 'crit-invalid'],
    ['crit with a number', jws('{"alg":"HS256","crit":[1]}'), 'malformed', 'crit-invalid'],
    ['crit with a duplicate', jws('{"alg":"HS256","x":1,"crit":["x","x"]}'), 'malformed', 'crit-invalid'],
    ['crit with a name of the standard', jws('{"alg":"HS256","crit":["alg"]}'), 'malformed', 'crit-invalid'],
    ['crit with an absent name', jws('{"alg":"HS256","crit":["toString"]}'), 'malformed', 'crit-invalid'],
    ['b64 that is not critical', jws('{"alg":"HS256","b64":true}'), 'malformed', 'b64-not-critical'],
    ['none with a signature', jws('{"alg":"none"}'), 'malformed', 'none-with-signature'],
    ['none without a signature', jws('{"alg":"none"}', CLAIMS, ''), 'unsecured', 'alg-none'],
    ['an unknown critical parameter', jws('{"alg":"HS256","x":1,"crit":["x"]}'), 'unsupported', 'crit-unknown'],
    [
      'b64 that is neither true nor false',
      jws('{"alg":"HS256","b64":"x","crit":["b64"]}'),
      'unsupported',
      'crit-unknown',
    ],
    [
      'an unknown critical parameter of an unknown alg',
      jws('{"alg":"X","x":1,"crit":["x"]}'),
      'unsupported',
      'crit-unknown',
    ],
    ['a prohibited alg', jws('{"alg":"RS1"}'), 'unsupported', 'alg-prohibited'],
    ['an unknown alg', jws('{"alg":"XY999"}'), 'unsupported', 'alg-unknown'],
    ['an unknown alg without a signature', jws('{"alg":"XY999"}', CLAIMS, ''), 'unsupported', 'alg-unknown'],
    ['None', jws('{"alg":"None"}', CLAIMS, ''), 'unsupported', 'alg-unknown'],
    ['an alg that only encrypts', jws('{"alg":"RSA-OAEP"}'), 'unsupported', 'alg-unknown'],
    [
      'a JWE by an unknown enc',
      `${encode('{"alg":"dir","enc":"A128"}')}..AAAA.BBBB.CCCC`,
      'unsupported',
      'enc-unknown',
    ],
    [
      'a JWE by a signature alg',
      `${encode('{"alg":"HS256","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`,
      'unsupported',
      'alg-unknown',
    ],
    [
      'dir with an encrypted key',
      `${encode('{"alg":"dir","enc":"A128GCM"}')}.AAAA.AAAA.BBBB.CCCC`,
      'malformed',
      'encrypted-key-wrong',
    ],
    ['a JWE without enc', `${encode('{"alg":"dir"}')}..AAAA.BBBB.CCCC`, 'malformed', 'enc-missing'],
    [
      'ECDH without epk',
      `${encode('{"alg":"ECDH-ES","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`,
      'malformed',
      'jwe-parameter-invalid',
    ],
    ['a JWE with a bad part', `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.BBBB.C`, 'malformed', 'base64-length'],
    ['a JWE that is cut', `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA`, 'malformed', 'segment-count'],
    ['an SD-JWT without its last ~', `${GOOD}~abc`, 'malformed', 'sd-jwt-form'],
    ['an SD-JWT with a bad header', `${jws('{"typ":"x"}')}~abc~`, 'malformed', 'alg-missing'],
    ['a JSON serialization without alg', '{"payload":"","protected":"e30","signature":""}', 'malformed', 'alg-missing'],
    ['an empty signature', jws('{"alg":"RS256"}', CLAIMS, ''), 'failed', 'signature-empty'],
  ])('%s: %j', (_, text, state, code) => {
    const { verdict } = openText(text);
    expect({ state: verdict?.state, code: verdict?.code }).toEqual({ state, code });
    expect(verdict?.message).toMatch(/^.{20,}[.]$/s);
    expect(verdict?.message).not.toMatch(/undefined|\[object/);
  });

  test.each([
    ['a good token', GOOD],
    ['an unencoded payload', `${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.a b.${SIGNATURE}`],
    ['a JWE', `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`],
    ['an SD-JWT', `${GOOD}~abc~`],
    ['a flattened JWS', `{"payload":"e30","protected":"${HEADER}","signature":"${SIGNATURE}"}`],
    ['alg in the unprotected header', `{"payload":"e30","header":{"alg":"HS256"},"signature":"${SIGNATURE}"}`],
    ['b64 true and critical', jws('{"alg":"HS256","b64":true,"crit":["b64"]}')],
    ['a payload that is text', jws('{"alg":"HS256"}', 'hello')],
    ['a payload with duplicates', jws('{"alg":"HS256"}', '{"a":1,"a":2}')],
    ['an empty payload', `${HEADER}..${SIGNATURE}`],
    ['a nested duplicate in the header', jws('{"alg":"HS256","x":{"a":1,"a":2}}')],
    ['claims repeated in the header', jws('{"alg":"HS256","iss":"x","crit":["b64"],"b64":true}')],
  ])('%s is for the keys to decide', (_, text) => {
    expect(openText(text).verdict).toBeUndefined();
  });

  test('pick chooses among the found, and no-token stands for one too high', () => {
    const text = `${GOOD} and ${jws('{"alg":"none"}', CLAIMS, '')} or so`;
    expect(openText(text, 1)).toMatchObject({ verdict: { code: 'alg-none' }, picked: { start: GOOD.length + 5 } });
    expect(openText(text, 2)).toMatchObject({ form: 'none', verdict: { code: 'no-token' }, layer: undefined });
    expect(openText(text, 2).found).toHaveLength(2);
  });

  test('a token that is too long is named with its length, and not opened', () => {
    const text = `${GOOD}${'A'.repeat(LONGEST_TOKEN)}`;
    expect(openText(text)).toMatchObject({
      found: [{ start: 0, end: text.length }],
      layer: undefined,
      token: undefined,
      verdict: { state: 'unsupported', code: 'token-too-long', values: { length: text.length, limit: LONGEST_TOKEN } },
    });
  });
});

describe('what is shown of a token that is not right', () => {
  test('header not JSON: its text, and the payload', () => {
    const { layer, token } = openText(jws('{"alg":"HS256"'));
    expect(layer).toMatchObject({
      header: undefined,
      headerText: '{"alg":"HS256"',
      payload: { text: CLAIMS, json: { sub: '1' } },
      problems: [{ code: 'header-not-json', part: 'header', values: { line: 1, column: 15 } }],
    });
    expect(token?.header.kind).toBe('text');
  });

  test('padding: everything, decoded', () => {
    const { layer } = openText(`${HEADER}.${PAYLOAD}=.${SIGNATURE}`);
    expect(layer).toMatchObject({
      header: { alg: 'HS256' },
      payload: { text: CLAIMS },
      problems: [{ code: 'base64-padding' }],
    });
  });

  test('two parts: both', () => {
    expect(openText(`${HEADER}.${PAYLOAD}`)).toMatchObject({
      found: [{ complete: false }],
      layer: { header: { alg: 'HS256' }, payload: { text: CLAIMS } },
    });
  });

  test('a payload of bytes that are no text: the bytes', () => {
    const text = `${HEADER}.${encodeBase64url(new Uint8Array([1, 0xff]))}.${SIGNATURE}`;
    expect(openText(text).layer).toMatchObject({
      payload: { bytes: new Uint8Array([1, 0xff]) },
      problems: [{ code: 'payload-not-utf8', values: { byte: 2 } }],
    });
  });

  test('a JWE and a JSON serialization: the header', () => {
    expect(openText(`${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`)).toMatchObject({
      form: 'jwe-compact',
      layer: { type: 'jwe', header: { alg: 'dir', enc: 'A128GCM' }, payload: undefined },
    });
    const general = {
      payload: '',
      signatures: [{ protected: encode('{"alg":"ES256"}'), header: { kid: 'k', alg: 'x' }, signature: '' }],
    };
    expect(openText(JSON.stringify(general))).toMatchObject({
      form: 'jws-json',
      layer: {
        type: 'jws',
        header: { alg: 'ES256', kid: 'k' },
        protectedHeader: { alg: 'ES256' },
        unprotectedHeader: { kid: 'k' },
      },
    });
  });

  test('an SD-JWT: header and payload', () => {
    expect(openText(`${GOOD}~abc~`)).toMatchObject({ form: 'sd-jwt', layer: { payload: { json: { sub: '1' } } } });
  });
});

describe('problems', () => {
  test('all are collected, those that decide first, each with its place', () => {
    const header = '{"typ":"JWT","typ":"x","crit":[]}';
    const text = `Bearer ${encode(header)}.${PAYLOAD}=.ab*d`;
    const { layer } = openText(text);
    expect(layer?.problems.map(({ code, part, span }) => [code, part, span && text.slice(...span)])).toEqual([
      ['illegal-character', 'signature', '*'],
      ['base64-padding', 'payload', '='],
      ['header-duplicate-member', 'header', encode(header).slice(17, 24)],
      ['alg-missing', 'header', encode(header)],
      ['crit-invalid', 'header', encode(header).slice(30, 43)],
    ]);
  });

  test('spans of a wrapped token take in what was removed', () => {
    const text = GOOD.replace('.', '=\n> .');
    const [problem] = openText(text).layer?.problems ?? [];
    expect(problem).toMatchObject({ code: 'base64-padding', span: [HEADER.length, HEADER.length + 1] });
  });

  test('a JSON error is underlined where its characters are', () => {
    const text = jws('{"alg":"HS256"}', '{"a":tru}');
    const [problem] = openText(text).layer?.problems ?? [];
    expect(problem).toMatchObject({ code: 'payload-not-json', values: { line: 1, column: 6 } });
    const [start = 0, end = 0] = problem?.span ?? [];
    expect(Buffer.from(text.slice(start - 2, end), 'base64url').toString()).toContain('tru');
  });
});

test('any text is opened, and spans lie inside of it', () => {
  const samples = [
    GOOD,
    jws('{"alg":"none"}', CLAIMS, ''),
    `${GOOD}~abc~`,
    `{"payload":"","signature":"","protected":"${HEADER}"}`,
  ];
  const mutated = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.string({ unit: 'binary', maxLength: 2 }))),
    )
    .map(([sample, edits]) =>
      edits.reduce((text, [place, length, what]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + what + text.slice(at + length);
      }, sample),
    );
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const { found, layer, verdict } = openText(text);
      for (const { start, end } of found) expect(0 <= start && start < end && end <= text.length).toBe(true);
      for (const { span, message } of layer?.problems ?? []) {
        const [start, end] = span ?? [0, 0];
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(message).not.toBe('');
      }
      expect(verdict?.message).not.toBe('');
    }),
    { numRuns: 3000 },
  );
}, 60_000);
