import { beforeEach, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../engine/token/base64url.ts';
import { readCompact } from '../engine/token/compact.ts';
import { handClient } from './testing/hand-client.ts';
import { HS256_HEADER, segmentOf, tokenOf } from './testing/tokens.ts';
import type { Caret } from './types.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const CARET: Caret = { start: 0, end: 0 };
const SIGNATURE = 'c2lnbmF0dXJl';

let bench: Workbench;
beforeEach(() => {
  bench = createWorkbench({ client: handClient(), now: () => 0 });
});

const textOf = (segment: string | undefined) => new TextDecoder().decode(readCompact(`${segment}`).segments[0]?.bytes);
const segments = () => bench.view().text.split('.');
const payloadText = () => textOf(segments()[1]);
const headerText = () => textOf(segments()[0]);

describe('an edit in the laid-out payload', () => {
  it.each<[rule: string, payload: string, from: string, to: string, after: string]>([
    ['keeps 1e3', '{"a":1e3,"b":1}', '"b": 1', '"b": 2', '{"a":1e3,"b":2}'],
    ['keeps 1.0', '{"a":1.0,"b":1}', '"b": 1', '"b": 2', '{"a":1.0,"b":2}'],
    ['keeps 2^53+1', '{"a":9007199254740993,"b":1}', '"b": 1', '"b": 2', '{"a":9007199254740993,"b":2}'],
    [
      'keeps the digits of a long fraction',
      '{"a":0.1000000000000000055,"b":1}',
      '"b": 1',
      '"b": 2',
      '{"a":0.1000000000000000055,"b":2}',
    ],
    ['keeps duplicate members', '{"a":1,"a":2,"b":1}', '"b": 1', '"b": 2', '{"a":1,"a":2,"b":2}'],
    ['keeps the order, numbers as names too', '{"b":1,"10":1,"2":1}', '"b": 1', '"b": 2', '{"b":2,"10":1,"2":1}'],
    ['keeps string escapes', '{"a":"\\u00e9\\/\\n","b":1}', '"b": 1', '"b": 2', '{"a":"\\u00e9\\/\\n","b":2}'],
    ['keeps characters outside of ASCII', '{"a":"é😀","b":1}', '"b": 1', '"b": 2', '{"a":"é😀","b":2}'],
    ['keeps __proto__', '{"__proto__":{"x":1},"b":1}', '"b": 1', '"b": 2', '{"__proto__":{"x":1},"b":2}'],
    ['keeps blanks within strings', '{"a":" x  y ","b":1}', '"b": 1', '"b": 2', '{"a":" x  y ","b":2}'],
    ['drops insignificant white space', '{ "a" : 1,\n "b":1 }', '"b": 1', '"b": 2', '{"a":1,"b":2}'],
  ])('%s', (_rule, payload, from, to, after) => {
    bench.actions.pasteToken(tokenOf(payload));
    const before = segments();
    const laidOut = bench.view().payload.text;
    expect(laidOut).toContain(from);
    bench.actions.editPane('payload', laidOut.replace(from, to), CARET);
    expect(payloadText()).toBe(after);
    expect([segments()[0], segments()[2]]).toEqual([before[0], before[2]]);
  });

  it('leaves the pane as it was typed', () => {
    bench.actions.pasteToken(tokenOf('{"a":1}'));
    bench.actions.editPane('payload', '{ "a":\n\n 12 }', CARET);
    expect(bench.view().payload.text).toBe('{ "a":\n\n 12 }');
    expect(payloadText()).toBe('{"a":12}');
  });

  it('changes no character of the token where only white space is typed', () => {
    const token = tokenOf('{"a":1}');
    bench.actions.pasteToken(token);
    bench.actions.editPane('payload', `${bench.view().payload.text}\n`, CARET);
    expect(bench.view().text).toBe(token);
    expect(bench.view().payload.text).toBe('{\n  "a": 1\n}\n');
    expect(bench.view().payload.edited).toBe(false);
  });
});

describe('an edit in the exact view', () => {
  const exact = (payload: string) => {
    bench.actions.pasteToken(tokenOf(payload));
    bench.actions.setView('payload', 'exact');
  };

  it.each<[rule: string, payload: string, typed: string]>([
    ['keeps white space', '{ "a" : 1,\r\n\t"b":1 }', '{ "a" : 1,\r\n\t"b":2 }'],
    ['keeps a byte order mark', '\ufeff{"a":1}', '\ufeff{"a":2}'],
    ['applies a payload that is no JSON', '{"a":1}', '{"a":'],
    ['applies an empty payload', '{"a":1}', ''],
  ])('%s', (_rule, payload, typed) => {
    exact(payload);
    expect(bench.view().payload.text).toBe(payload);
    bench.actions.editPane('payload', typed, CARET);
    expect(segments()[1]).toBe(segmentOf(typed));
    expect(bench.view().payload).toMatchObject({ text: typed, notApplied: undefined });
  });

  it('keeps white space in the header', () => {
    bench.actions.pasteToken(tokenOf('{}', '{ "alg" : "HS256" }'));
    bench.actions.setView('header', 'exact');
    bench.actions.editPane('header', '{ "alg" : "HS512" }', CARET);
    expect(headerText()).toBe('{ "alg" : "HS512" }');
  });
});

describe('a text that does not parse', () => {
  it.each(['header', 'payload'] as const)('is kept in the %s pane, the token keeps its last form', (pane) => {
    const token = tokenOf('{"a":1}');
    bench.actions.pasteToken(token);
    bench.actions.editPane(pane, '{\n  "a" 1\n}', CARET);
    const { text, notApplied } = bench.view()[pane];
    expect(bench.view().text).toBe(token);
    expect(text).toBe('{\n  "a" 1\n}');
    expect(notApplied).toEqual({ line: 2, column: 7, offset: 8, message: 'expected “:” after a name' });
    expect(bench.view().verdict.code).toBe('key-missing');
  });

  it('is undone like any other typing', () => {
    bench.actions.pasteToken(tokenOf('{"a":1}'));
    bench.actions.editPane('payload', '{"a":', CARET);
    bench.actions.undo();
    expect(bench.view().payload).toMatchObject({ text: '{\n  "a": 1\n}', notApplied: undefined });
    bench.actions.redo();
    expect(bench.view().payload.text).toBe('{"a":');
  });

  it('survives an edit of the other pane, and a look at the exact view', () => {
    bench.actions.pasteToken(tokenOf('{"a":1}'));
    bench.actions.editPane('payload', '{"a":', CARET);
    bench.actions.editPane('header', '{"alg":"HS384"}', CARET);
    bench.actions.setView('payload', 'exact');
    expect(bench.view().payload).toMatchObject({ text: '{"a":1}', notApplied: undefined });
    bench.actions.setView('payload', 'laid-out');
    expect(bench.view().payload.text).toBe('{"a":');
    expect(headerText()).toBe('{"alg":"HS384"}');
  });

  it('is applied as soon as it parses', () => {
    bench.actions.pasteToken(tokenOf('{"a":1}'));
    bench.actions.editPane('payload', '{"a":', CARET);
    bench.actions.editPane('payload', '{"a": 2}', CARET);
    expect([payloadText(), bench.view().payload.notApplied]).toEqual(['{"a":2}', undefined]);
  });
});

describe('a payload that is no JSON', () => {
  it('is text, and every text is applied as it stands, also what could be a number', () => {
    bench.actions.pasteToken(tokenOf('hello'));
    expect(bench.view().payload).toMatchObject({ text: 'hello', as: 'text', language: 'text' });
    for (const typed of ['12', '12a', ' 12 ', '']) {
      bench.actions.editPane('payload', typed, CARET);
      expect([segments()[1], bench.view().payload.notApplied]).toEqual([segmentOf(typed), undefined]);
    }
  });

  it('becomes JSON when an object is typed', () => {
    bench.actions.pasteToken(tokenOf('hello'));
    bench.actions.editPane('payload', '{ "a": 1 }', CARET);
    expect(payloadText()).toBe('{"a":1}');
    bench.actions.editPane('payload', '{ "a": 1', CARET);
    expect([payloadText(), bench.view().payload.notApplied?.line]).toEqual(['{"a":1}', 1]);
  });

  it('is shown and edited as hex where it is not UTF-8', () => {
    bench.actions.pasteToken(`${segmentOf(HS256_HEADER)}.${encodeBase64url(Uint8Array.of(0xff, 0x00))}.${SIGNATURE}`);
    expect(bench.view().payload).toMatchObject({ text: 'ff 00', as: 'hex', language: 'text' });
    bench.actions.editPane('payload', 'ff 0', CARET);
    expect(bench.view().payload.notApplied).toMatchObject({ line: 1, column: 4 });
    bench.actions.editPane('payload', 'ff 01', CARET);
    expect(segments()[1]).toBe(encodeBase64url(Uint8Array.of(0xff, 0x01)));
  });

  it('stays hex while it is typed, although its bytes have become text', () => {
    bench.actions.pasteToken(`${segmentOf(HS256_HEADER)}.${encodeBase64url(Uint8Array.of(0xff))}.${SIGNATURE}`);
    bench.actions.editPane('payload', '41', CARET);
    expect([payloadText(), bench.view().payload.text, bench.view().payload.as]).toEqual(['A', '41', 'hex']);
  });
});

describe('the token around an edit', () => {
  it('keeps what was pasted around the picked token', () => {
    const [a, b] = [tokenOf('{"sub":"a"}'), tokenOf('{"sub":"b"}')];
    bench.actions.pasteToken(`access: ${a}\nid: ${b}\n`);
    bench.actions.pick(1);
    bench.actions.editPane('payload', '{"sub":"c"}', CARET);
    expect(bench.view().text).toBe(`access: ${a}\nid: ${tokenOf('{"sub":"c"}')}\n`);
  });

  it('keeps another alg’s header as it is but for the value', () => {
    bench.actions.pasteToken(tokenOf('{}', '{ "kid":"\\u0061", "alg" : "HS256", "n":1e3 }'));
    bench.actions.setAlg('HS512');
    expect(headerText()).toBe('{ "kid":"\\u0061", "alg" : "HS512", "n":1e3 }');
  });

  it('is not touched where the payload is not encoded, and is edited in the token itself', () => {
    const unencoded = `${segmentOf('{"alg":"HS256","b64":false,"crit":["b64"]}')}.{}.${SIGNATURE}`;
    bench.actions.editToken(unencoded, CARET);
    expect(bench.view().opened.form).toBe('jws-compact');
    bench.actions.editPane('payload', '{"a":1}', CARET);
    expect(bench.view().text).toBe(unencoded);
    expect(bench.view().payload.notApplied?.message).toBe('a token of this form is edited in the token itself');
  });

  it('keeps the disclosures of an SD-JWT', () => {
    const token = tokenOf('{"_sd":[]}');
    bench.actions.pasteToken(`${token}~WyJzYWx0IiwiYSIsMV0~`);
    bench.actions.editPane('payload', '{"_sd":[1]}', CARET);
    expect(bench.view().text).toBe(`${tokenOf('{"_sd":[1]}')}~WyJzYWx0IiwiYSIsMV0~`);
  });

  it('can be edited in the header of an encrypted token', () => {
    const jwe = `${segmentOf('{"alg":"dir","enc":"A128GCM"}')}..aXY.Y2lwaGVy.dGFn`;
    bench.actions.pasteToken(jwe);
    expect(bench.view().header.text).toBe('{\n  "alg": "dir",\n  "enc": "A128GCM"\n}');
    bench.actions.editPane('header', '{"alg":"dir","enc":"A256GCM"}', CARET);
    expect(bench.view().text).toBe(`${segmentOf('{"alg":"dir","enc":"A256GCM"}')}..aXY.Y2lwaGVy.dGFn`);
  });
});
