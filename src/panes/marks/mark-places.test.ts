import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type HandClient, handClient, VERIFIED } from '../../workbench/testing/hand-client.ts';
import { answerOf, disclosure, encrypted, JWE_HEADER, jweOf, signed } from '../../workbench/testing/layers.ts';
import { HS256_HEADER, segmentOf, tokenOf } from '../../workbench/testing/tokens.ts';
import { createWorkbench, type Workbench } from '../../workbench/workbench.ts';
import type { MarkPlaces, PaneMark } from '../pane-mark.ts';
import { markAt, markAtCaret } from './mark-at.ts';
import { isInMember, placesOf } from './mark-places.ts';

const CARET = { start: 0, end: 0 };
let client: HandClient;
let bench: Workbench;

beforeEach(() => {
  vi.useFakeTimers();
  client = handClient();
  bench = createWorkbench({ client, now: () => 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const value = (pane: 'header' | 'payload', pointer: string, more: Partial<PaneMark & { kind: 'json' }> = {}) =>
  ({ kind: 'json', layer: 0, from: 'claim', pane, pointer, part: 'member', ...more }) satisfies PaneMark;
const characters = (start: number, end: number, layer = 0): PaneMark => ({
  kind: 'characters',
  layer,
  from: 'finding',
  start,
  end,
});

/** What is marked, as the texts that stand there. */
function seen(mark: PaneMark) {
  const view = bench.view();
  const { token, header, payload, part, value: of } = placesOf(mark, view);
  const texts = {
    token: token && view.text.slice(token.start, token.end),
    header: header && view.header.text.slice(header.start, header.end),
    payload: payload && view.payload.text.slice(payload.start, payload.end),
    part: part && [part.name, part.index, part.start, part.end].filter((one) => one !== undefined).join(' '),
    value: of && `${of.pane} ${of.pointer}`,
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

/** Characters of base64url that hold a bit of the piece. */
function lettersOf(text: string, piece: string): string {
  const at = new TextEncoder().encode(text.slice(0, text.indexOf(piece))).length;
  const end = at + new TextEncoder().encode(piece).length;
  return segmentOf(text).slice(Math.floor((at * 8) / 6), Math.ceil((end * 8) / 6));
}

const CLAIMS = '{"iss":"é🚀","aud":["a","b"],"o":{"a/b":1},"exp":1}';
const MEMBER = '"exp":1';

describe('of a compact token', () => {
  beforeEach(() => bench.actions.pasteToken(tokenOf(CLAIMS)));

  test.each<[string, PaneMark, object]>([
    [
      'a member',
      value('payload', '/exp'),
      { token: lettersOf(CLAIMS, MEMBER), payload: '"exp": 1', part: 'payload 61 71', value: 'payload /exp' },
    ],
    [
      'a value',
      value('payload', '/iss', { part: 'value' }),
      { token: lettersOf(CLAIMS, '"é🚀"'), payload: '"é🚀"', part: 'payload 9 20', value: 'payload /iss' },
    ],
    [
      'a name',
      value('header', '/typ', { part: 'name' }),
      { token: lettersOf(HS256_HEADER, '"typ"'), header: '"typ"', part: 'header 20 27', value: 'header /typ' },
    ],
    [
      'an item',
      value('payload', '/aud/1'),
      { token: lettersOf(CLAIMS, '"b"'), payload: '"b"', part: 'payload 36 40', value: 'payload /aud/1' },
    ],
    [
      'a name with a slash',
      value('payload', '/o/a~1b'),
      { token: lettersOf(CLAIMS, '"a/b":1'), payload: '"a/b": 1', part: 'payload 49 59', value: 'payload /o/a~1b' },
    ],
    ['a value that is not there', value('payload', '/nbf'), {}],
    ['a layer that is not there', value('payload', '/exp', { layer: 1 }), {}],
    ['characters behind the text', characters(10, 1000), {}],
    ['no characters', characters(10, 10), {}],
  ])('%s', (_, mark, expected) => {
    expect(seen(mark)).toEqual(expected);
  });

  test('characters lead to the value that they are of, wholly in one part', () => {
    const view = bench.view();
    const of = (piece: string) => {
      const at = view.text.indexOf(lettersOf(CLAIMS, piece));
      return seen(characters(at, at + lettersOf(CLAIMS, piece).length));
    };
    expect(of('"a","b"')).toMatchObject({ payload: '"a", "b"', value: 'payload /aud' });
    expect(of('"exp"')).toMatchObject({ payload: '"exp"', value: 'payload /exp' });
    const dot = view.text.indexOf('.');
    expect(seen(characters(dot - 2, dot + 2))).toEqual({ token: view.text.slice(dot - 2, dot + 2) });
    const { length } = view.text;
    expect(seen(characters(length - 4, length))).toEqual({ token: 'dXJl', part: 'signature 8 12' });
  });

  test('the exact view shows them where they stand', () => {
    bench.actions.setView('payload', 'exact');
    expect(seen(value('payload', '/exp')).payload).toBe(MEMBER);
  });

  test('an edit beside it moves it, and a text that is not applied has it nowhere in its pane', () => {
    bench.actions.editPane('payload', '{ "new": 0, "exp":  1 }', CARET);
    expect(seen(value('payload', '/exp'))).toMatchObject({ payload: '"exp":  1', value: 'payload /exp' });
    bench.actions.editPane('payload', '{ "new": 0, "exp":  1', CARET);
    const marked = seen(value('payload', '/exp'));
    expect(marked).toMatchObject({ token: expect.any(String), value: 'payload /exp' });
    expect(marked).not.toHaveProperty('payload');
  });

  test('of a name that stands twice the last counts', () => {
    bench.actions.pasteToken(tokenOf('{"a":1,"a":22}'));
    expect(seen(value('payload', '/a')).payload).toBe('"a": 22');
  });
});

test('in a text around, and through what the paste had between the characters', () => {
  const token = tokenOf(CLAIMS);
  const wrapped = `token:\n${token.slice(0, 30)}\n${token.slice(30)}\nand ${tokenOf('{}')}`;
  bench.actions.pasteToken(wrapped);
  expect(bench.view().opened.found).toHaveLength(2);
  const letters = lettersOf(CLAIMS, MEMBER);
  expect(seen(value('payload', '/exp')).token?.replaceAll('\n', '')).toBe(letters);
  expect(seen(value('header', '/typ')).token?.replaceAll('\n', '')).toBe(lettersOf(HS256_HEADER, '"typ":"JWT"'));
});

test('bytes that are not text have characters in the token only', () => {
  bench.actions.pasteToken(`${segmentOf(HS256_HEADER)}._-7t.c2ln`);
  const at = bench.view().text.indexOf('_-7t');
  expect(bench.view().payload.as).toBe('hex');
  expect(seen(characters(at, at + 2))).toEqual({ token: '_-', part: 'payload 0 2' });
});

test('a payload that stands there as it is (RFC 7797) is marked character by character', () => {
  bench.actions.pasteToken(`${segmentOf('{"alg":"HS256","b64":false,"crit":["b64"]}')}.{"a":1}.c2ln`);
  const { payload, token } = seen(value('payload', '/a'));
  expect([payload, token]).toEqual(bench.view().payload.as === 'json' ? ['"a": 1', '"a":1'] : [undefined, undefined]);
});

const FLATTENED = JSON.stringify({
  payload: segmentOf(CLAIMS),
  protected: segmentOf(HS256_HEADER),
  signature: 'c2ln',
});
const GENERAL = JSON.stringify({
  payload: segmentOf(CLAIMS),
  signatures: [
    { protected: segmentOf('{"alg":"ES256"}'), signature: 'c2ln' },
    { protected: segmentOf(HS256_HEADER), header: { kid: 'a' }, signature: 'bWFk' },
  ],
});

describe('of a JSON serialization', () => {
  test('values stand between the quotation marks', () => {
    bench.actions.pasteToken(FLATTENED);
    expect(seen(value('payload', '/exp'))).toMatchObject({ token: lettersOf(CLAIMS, MEMBER), payload: '"exp": 1' });
    expect(seen(value('header', '/typ'))).toMatchObject({ token: lettersOf(HS256_HEADER, '"typ":"JWT"') });
  });

  test('the header is that of the first signature, and characters tell which signature they are of', () => {
    bench.actions.pasteToken(GENERAL);
    expect(seen(value('header', '/alg'))).toMatchObject({ header: '"alg": "ES256"', part: 'header 0 1 19' });
    const at = bench.view().text.indexOf('bWFk');
    expect(seen(characters(at, at + 4))).toEqual({ token: 'bWFk', part: 'signature 1 0 4' });
    const other = bench.view().text.indexOf(segmentOf(HS256_HEADER));
    expect(seen(characters(other, other + 4))).toEqual({
      token: segmentOf(HS256_HEADER).slice(0, 4),
      part: 'header 1 0 4',
    });
  });

  test('a part that is written with escapes is marked as a whole', () => {
    bench.actions.pasteToken(FLATTENED.replace('"c2ln"', '"\\u00632ln"'));
    const at = bench.view().text.indexOf('2ln');
    expect(seen(characters(at, at + 1))).toEqual({ token: '2', part: 'signature 0 4' });
  });
});

test('of an SD-JWT a claim that is disclosed is its disclosure', async () => {
  const given = disclosure('["salt","given_name","Ada"]', '/given_name');
  const claims = '{"iss":"x","_sd":["digest"]}';
  bench.actions.pasteToken(`${tokenOf(claims)}~${given.text}~`);
  bench.actions.setKey('key');
  await client.last().answer(answerOf([signed(VERIFIED, { disclosures: [given] })]));
  const places = { token: given.text, part: `disclosure 0 0 ${given.text.length}`, value: 'payload /given_name' };
  expect(seen(value('payload', '/given_name'))).toEqual(places);
  expect(seen(value('payload', '/given_name/x'))).toEqual({ ...places, value: 'payload /given_name/x' });
  expect(seen(value('payload', '/iss')).payload).toBe('"iss": "x"');
  const at = bench.view().text.indexOf(given.text);
  expect(seen(characters(at + 3, at + 9))).toMatchObject({ value: 'payload /given_name' });
  expect(markAt(bench.view(), { editor: 'token', offset: at + 3 })).toEqual({
    ...characters(at, at + given.text.length),
    from: 'token',
  });
});

describe('of layers', () => {
  const inner = tokenOf(CLAIMS);

  test('what is inside an encrypted one stands in the panes only', async () => {
    bench.actions.pasteToken(jweOf('x'));
    expect(seen(value('payload', '/exp'))).toEqual({});
    expect(seen(value('header', '/kid'))).toMatchObject({
      token: lettersOf(JWE_HEADER, '"kid":"outer"'),
      header: '"kid": "outer"',
    });
    bench.actions.setKey('key');
    await client.last().answer(answerOf([encrypted(inner), signed(VERIFIED)]));
    const mark = value('payload', '/exp', { layer: 1 });
    const places = { part: 'payload 61 71', value: 'payload /exp' };
    expect(seen(mark)).toEqual({ ...places, payload: lettersOf(CLAIMS, MEMBER) });
    bench.actions.openLayer(1);
    expect(seen(mark)).toEqual({ ...places, payload: '"exp": 1' });
    expect(markAt(bench.view(), { editor: 'payload', offset: bench.view().payload.text.indexOf('exp') })).toEqual({
      ...mark,
      from: 'payload',
    });
    bench.actions.openLayer(0);
    expect(markAt(bench.view(), { editor: 'payload', offset: inner.indexOf(lettersOf(CLAIMS, MEMBER)) + 2 })).toEqual({
      ...mark,
      from: 'payload',
    });
  });

  test('what is decrypted has no characters', async () => {
    bench.actions.pasteToken(jweOf('x'));
    bench.actions.setKey('key');
    await client.last().answer(answerOf([encrypted(CLAIMS)]));
    expect(seen(value('payload', '/exp'))).toEqual({ payload: '"exp": 1', value: 'payload /exp' });
  });

  test('what is inside a signed one is found through to the token', async () => {
    bench.actions.pasteToken(tokenOf(inner));
    bench.actions.setKey('key');
    const content = { bytes: new TextEncoder().encode(inner), text: inner };
    await client.last().answer(answerOf([signed(VERIFIED, { payload: content }), signed(VERIFIED)]));
    const { token, payload } = seen(value('payload', '/exp', { layer: 1 }));
    expect(payload).toBe(lettersOf(CLAIMS, MEMBER));
    expect(token).toBe(lettersOf(inner, lettersOf(CLAIMS, MEMBER)));
  });
});

test('a content that is elsewhere has no place', () => {
  bench.actions.pasteToken(`${segmentOf(HS256_HEADER)}..c2ln`);
  expect(seen(value('payload', '/exp'))).toEqual({});
});

describe('what stands at a place of an editor', () => {
  beforeEach(() => bench.actions.pasteToken(tokenOf(CLAIMS)));
  const pointerAt = (editor: 'header' | 'payload', text: string, more = 0) => {
    const mark = markAt(bench.view(), { editor, offset: bench.view()[editor].text.indexOf(text) + more });
    return mark?.kind === 'json' ? mark.pointer : mark;
  };

  test.each<['header' | 'payload', string, number, string | undefined]>([
    ['payload', '"exp"', 1, '/exp'],
    ['payload', 'exp": 1', 4, '/exp'],
    ['payload', '"b"', 0, '/aud/1'],
    ['payload', '["a"', 0, '/aud'],
    ['payload', ', "b"', 0, '/aud'],
    ['payload', '{', 0, undefined],
    ['payload', '  "iss"', 0, undefined],
    ['payload', ',\n  "aud"', 0, undefined],
    ['header', 'JWT', 0, '/typ'],
  ])('in the %s at %j + %i: %s', (editor, text, more, pointer) => {
    expect(pointerAt(editor, text, more)).toBe(pointer);
  });

  test('the letters of a value lead to it, other segments to none', () => {
    const { text } = bench.view();
    const at = text.indexOf(lettersOf(CLAIMS, MEMBER));
    expect(markAt(bench.view(), { editor: 'token', offset: at + 3 })).toEqual(
      value('payload', '/exp', { from: 'token' }),
    );
    expect(markAt(bench.view(), { editor: 'token', offset: text.length - 2 })).toBeUndefined();
    expect(markAt(bench.view(), { editor: 'token', offset: text.length + 2 })).toBeUndefined();
  });

  test('a caret at the end of a value is in it', () => {
    const offset = bench.view().payload.text.indexOf('"exp": 1') + '"exp": 1'.length;
    expect(markAt(bench.view(), { editor: 'payload', offset })).toBeUndefined();
    expect(markAtCaret(bench.view(), { editor: 'payload', offset })).toEqual(
      value('payload', '/exp', { from: 'payload' }),
    );
    expect(markAtCaret(bench.view(), { editor: 'payload', offset: 1 })).toBeUndefined();
  });

  test('the first of two members of one name is none that a pointer could name', () => {
    bench.actions.pasteToken(tokenOf('{"a":1,"a":22}'));
    expect(pointerAt('payload', '1')).toBeUndefined();
    expect(pointerAt('payload', '22')).toBe('/a');
  });
});

test.each<[MarkPlaces['value'], boolean]>([
  [{ pane: 'payload', pointer: '/a~1b' }, true],
  [{ pane: 'payload', pointer: '/a~1b/0' }, true],
  [{ pane: 'payload', pointer: '/a~1bc' }, false],
  [{ pane: 'header', pointer: '/a~1b' }, false],
  [{ pane: 'payload', pointer: '' }, false],
  [undefined, false],
])('%j is in the member a/b: %s', (place, isIn) => {
  const places = { ...placesOf(undefined, bench.view()), value: place };
  expect(isInMember(places, { layer: 0, pane: 'payload', name: 'a/b' })).toBe(isIn);
});
