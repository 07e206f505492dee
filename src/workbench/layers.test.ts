import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeBase64url } from '../engine/token/base64url.ts';
import { type HandClient, handClient, VERIFIED } from './testing/hand-client.ts';
import { answerOf, encrypted, jweOf, KEY_MISSING, signed } from './testing/layers.ts';
import { tokenOf } from './testing/tokens.ts';
import type { Caret } from './types.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const CARET: Caret = { start: 0, end: 0 };
const INNER = tokenOf('{"sub":"a"}');
const INNER_B = tokenOf('{"sub":"b"}');
const OUTER = jweOf('first');
const OUTER_B = jweOf('second');

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

const view = () => bench.view();
const shown = () => [view().verdict.state, view().verdict.code, view().verdict.busy];
const layersShown = () => view().layers.map(({ verdict }) => verdict.code);
const keysAsked = () => {
  const { question } = client.last();
  return question.call === 'check' || question.call === 'reseal' ? question.input.keys?.map(({ text }) => text) : [];
};
const opened = answerOf([encrypted(INNER), signed()], [true, true]);

/** A nested token, opened with both keys. */
async function nested(): Promise<void> {
  bench.actions.pasteToken(OUTER);
  bench.actions.setKey('outer');
  await client.last().answer(answerOf([encrypted(INNER), signed(KEY_MISSING)], [true, false]));
  bench.actions.openLayer(1);
  bench.actions.setKey('inner');
  await client.last().answer(opened);
}

describe('the layers', () => {
  it('begin with what the token’s own text shows, before any key', () => {
    bench.actions.pasteToken(OUTER);
    expect(view().layers).toMatchObject([
      { depth: 0, content: undefined, canMake: false, hasKey: false, verdict: { code: 'key-missing' } },
    ]);
    expect(view().layers[0]?.opened).toBe(view().opened);
    expect(client.asked).toEqual([]);
  });

  it('are none where nothing is pasted', () => {
    expect(view().layers).toEqual([]);
  });

  it('come with the answer, each with its own text, verdict and content', async () => {
    await nested();
    expect(layersShown()).toEqual(['decrypted', 'signature-match']);
    expect(view().layers[1]?.opened.picked?.text).toBe(INNER);
    expect(view().layers[0]?.content?.text).toBe(INNER);
    expect(shown()).toEqual(['verified', 'signature-match', false]);
  });

  it('show the open one in the panes', async () => {
    await nested();
    expect(view().header.text).toBe('{\n  "alg": "HS256",\n  "typ": "JWT"\n}');
    expect(view().payload.text).toBe('{\n  "sub": "a"\n}');
    expect(view().signature.text).toBe('c2lnbmF0dXJl');
    bench.actions.openLayer(0);
    expect(view().header.text).toContain('"enc": "A128GCM"');
    expect([view().payload.text, view().payload.as]).toEqual([INNER, 'text']);
    expect(view().signature.text).toBe('');
  });

  it('go away with the key that opened them, and the outermost is shown', async () => {
    await nested();
    bench.actions.openLayer(0);
    bench.actions.setKey('');
    expect([view().layers.length, view().layer, ...shown()]).toEqual([1, 0, 'unchecked', 'key-missing', false]);
    expect(view().key.text).toBe('');
  });

  it('are not shown beside another token', async () => {
    await nested();
    bench.actions.pasteToken(OUTER_B);
    expect([view().layers.length, view().layer]).toEqual([1, 0]);
    expect(view().payload.text).toBe('');
    bench.actions.editToken(`${OUTER}x`, CARET);
    expect(view().layers).toHaveLength(1);
  });

  it('stay while a key of an inner one is typed, without a verdict', async () => {
    await nested();
    bench.actions.setKey('inner2');
    expect([view().layer, ...layersShown()]).toEqual([1, 'checking', 'checking']);
    expect([view().payload.text, view().key.text]).toEqual(['{\n  "sub": "a"\n}', 'inner2']);
  });

  it('of an overtaken answer are dropped', async () => {
    bench.actions.pasteToken(OUTER);
    bench.actions.setKey('outer');
    const first = client.last();
    bench.actions.pasteToken(OUTER_B);
    await first.answer(opened);
    expect([view().layers.length, ...shown()]).toEqual([1, 'unchecked', 'checking', true]);
    await client.last().answer(answerOf([encrypted(undefined, KEY_MISSING)]));
    expect(layersShown()).toEqual(['key-missing']);
  });

  it('are closed again by the choice of another token of the paste', async () => {
    bench.actions.setKey('outer');
    bench.actions.pasteToken(`${OUTER} ${INNER}`);
    await client.last().answer(opened);
    bench.actions.openLayer(1);
    bench.actions.pick(1);
    expect([view().layer, view().layers.length]).toEqual([0, 1]);
  });

  it('tell the places of problems in the paste', async () => {
    bench.actions.setKey('outer');
    bench.actions.pasteToken(`ab ${OUTER} ${INNER}`);
    const problem = { code: 'gcm-iv-16', message: 'm', values: {}, part: 'iv', span: [1, 4] } as const;
    await client.last().answer(answerOf([{ ...encrypted('x'), problems: [problem] }]));
    expect(view().layers[0]?.problems).toEqual([problem]);
  });
});

describe('the keys of the layers', () => {
  it('go to the engine in the order of the layers, those that are given', async () => {
    await nested();
    expect(keysAsked()).toEqual(['outer', 'inner']);
    expect(view().key.text).toBe('inner');
    bench.actions.openLayer(0);
    expect(view().key.text).toBe('outer');
    expect(view().layers.map(({ hasKey }) => hasKey)).toEqual([true, true]);
  });

  it('of a layer that is not there do not count, and count again when it is', async () => {
    await nested();
    bench.actions.openLayer(0);
    bench.actions.setKey('another');
    expect(keysAsked()).toEqual(['another']);
    await client.last().answer(answerOf([encrypted(undefined, KEY_MISSING)]));
    bench.actions.setKey('outer');
    expect(keysAsked()).toEqual(['outer']);
    await client.last().answer(answerOf([encrypted(INNER), signed(KEY_MISSING)]));
    expect([keysAsked(), ...shown()]).toEqual([['outer', 'inner'], 'unchecked', 'checking', true]);
    await client.last().answer(opened);
    expect(shown()).toEqual(['verified', 'signature-match', false]);
  });

  it('are asked about once where the inner one takes the outer layer away', async () => {
    await nested();
    bench.actions.setKey('confusing');
    await client.last().answer(answerOf([encrypted(undefined, KEY_MISSING)]));
    const count = client.asked.length;
    bench.actions.verifyAgain();
    await client.last().answer(answerOf([encrypted(undefined, KEY_MISSING)]));
    expect([keysAsked(), client.asked.length]).toEqual([['outer', 'confusing'], count + 1]);
  });

  it('have the reports that are about them', async () => {
    bench.actions.pasteToken(OUTER);
    bench.actions.setKey('outer');
    await client.last().answer(answerOf([encrypted(INNER), signed(KEY_MISSING)]));
    bench.actions.openLayer(1);
    expect(view().key.report).toBeUndefined();
    bench.actions.setKey('inner');
    const [report] = opened.keys;
    if (report === undefined) throw new Error('no report');
    const keys = [report, { ...report, format: 'jwk' }];
    await client.last().answer({ ...opened, keys });
    expect(view().key.report?.format).toBe('jwk');
    bench.actions.openLayer(0);
    expect(view().key.report?.format).toBe('utf8');
  });

  it('come back by the undoing of Clear, and leave nothing after the wipe', async () => {
    await nested();
    bench.actions.clear();
    expect([view().layers, view().key.text]).toEqual([[], '']);
    bench.actions.undoClear();
    expect([view().layer, view().key.text]).toEqual([1, 'inner']);
    bench.actions.wipe();
    bench.actions.undo();
    bench.actions.undoClear();
    expect([view().layers, view().key.text, view().text]).toEqual([[], '', '']);
    bench.actions.pasteToken(OUTER);
    expect([client.asked.length, ...shown()]).toEqual([2, 'unchecked', 'key-missing', false]);
  });

  it('of all layers are dropped with an example', async () => {
    bench = createWorkbench({
      client,
      now: () => 0,
      loadExample: async () => ({ id: 'hs256', token: INNER, key: 'k' }),
    });
    await nested();
    bench.actions.openExample('hs256');
    await vi.advanceTimersByTimeAsync(0);
    expect([keysAsked(), view().layer]).toEqual([['k'], 0]);
  });
});

describe('an edit of an inner layer', () => {
  const edit = (text: string) => bench.actions.editPane('payload', text, CARET);

  it('stays in the pane until the token has been made with it, then is said to be made here', async () => {
    await nested();
    edit('{ "sub": "b" }');
    expect([view().text, view().payload.text]).toEqual([OUTER, '{ "sub": "b" }']);
    expect(shown()).toEqual(['unchecked', 'checking', true]);
    expect(client.last().question).toMatchObject({
      call: 'reseal',
      input: { text: OUTER, keys: [{ text: 'outer' }, { text: 'inner' }], layer: 1, resign: true },
    });
    const { question } = client.last();
    expect(question.call === 'reseal' && new TextDecoder().decode(question.input.content)).toBe('{"sub":"b"}');
    await client.last().answer({ sealed: true, text: OUTER_B });
    expect([view().text, view().layer, view().payload.text]).toEqual([OUTER_B, 1, '{ "sub": "b" }']);
    expect(shown()).toEqual(['unchecked', 'checking', true]);
    await client.last().answer(answerOf([encrypted(INNER_B), signed()], [true, true]));
    expect(shown()).toEqual(['signed', 'signed-here', false]);
    expect(layersShown()).toEqual(['encrypted-here', 'signed-here']);
    expect(view().payload).toMatchObject({ text: '{ "sub": "b" }', edited: true, notApplied: undefined });
    expect(view().edited).toEqual({ header: false, payload: true, signature: false });
  });

  it('is one step of the history with what was made of it', async () => {
    await nested();
    edit('{"sub":"b"}');
    await client.last().answer({ sealed: true, text: OUTER_B });
    await client.last().answer(answerOf([encrypted(INNER_B), signed()], [true, true]));
    bench.actions.openLayer(0);
    bench.actions.undo();
    expect([view().text, view().layer, view().caret?.pane]).toEqual([OUTER, 1, 'payload']);
    await client.last().answer(opened);
    expect([view().payload.text, ...shown()]).toEqual(['{\n  "sub": "a"\n}', 'verified', 'signature-match', false]);
    bench.actions.redo();
    expect([view().text, view().payload.text]).toEqual([OUTER_B, '{"sub":"b"}']);
    await client.last().answer(answerOf([encrypted(INNER_B), signed()], [true, true]));
    expect(shown()).toEqual(['signed', 'signed-here', false]);
  });

  it('is dropped when a newer one overtakes it', async () => {
    await nested();
    edit('{"sub":"b"}');
    const first = client.last();
    edit('{"sub":"bc"}');
    expect(first.signal.aborted).toBe(true);
    await first.answer({ sealed: true, text: OUTER_B });
    expect(view().text).toBe(OUTER);
    await client.last().answer({ sealed: true, text: jweOf('third') });
    expect(view().text).toBe(jweOf('third'));
    bench.actions.undo();
    expect(view().text).toBe(OUTER);
  });

  it('goes together with one of the other pane', async () => {
    await nested();
    bench.actions.editPane('header', '{"alg":"HS512"}', CARET);
    edit('{"sub":"b"}');
    const { question } = client.last();
    if (question.call !== 'reseal') throw new Error(question.call);
    const { header, content } = question.input;
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
    expect([text(header), text(content)]).toEqual(['{"alg":"HS512"}', '{"sub":"b"}']);
    await client.last().answer({ sealed: true, text: OUTER_B });
    const inner = tokenOf('{"sub":"b"}', '{"alg":"HS512"}');
    await client.last().answer(answerOf([encrypted(inner), signed()], [true, true]));
    expect([view().header.text, view().payload.text]).toEqual(['{"alg":"HS512"}', '{"sub":"b"}']);
  });

  it('that is refused stays in the pane, with the sentence and the layer whose key is needed', async () => {
    await nested();
    edit('{"sub":"b"}');
    await client.last().answer({ sealed: false, message: 'Layer 1 needs a key.', layer: 0 });
    expect([view().text, view().payload.text]).toEqual([OUTER, '{"sub":"b"}']);
    expect(view().payload.notApplied).toMatchObject({ message: 'Layer 1 needs a key.', refused: { layer: 0 } });
    expect(shown()).toEqual(['verified', 'signature-match', false]);
    bench.actions.openLayer(0);
    bench.actions.setKey('better');
    await client.last().answer(answerOf([encrypted(INNER), signed(KEY_MISSING)], [true, false]));
    await client.last().answer(opened);
    bench.actions.openLayer(1);
    expect([view().text, view().payload.text]).toEqual([OUTER, '{"sub":"b"}']);
    bench.actions.verifyAgain();
    await client.last().answer({ sealed: true, text: OUTER_B });
    await client.last().answer(answerOf([encrypted(INNER_B), signed()], [true, true]));
    expect([view().text, view().payload.text, view().payload.notApplied]).toEqual([OUTER_B, '{"sub":"b"}', undefined]);
  });

  it('is not made with another key, nor when the work was stopped', async () => {
    await nested();
    edit('{"sub":"b"}');
    const first = client.last();
    bench.actions.setKey('another');
    expect([first.signal.aborted, view().text, view().payload.text]).toEqual([true, OUTER, '{"sub":"b"}']);
    expect(view().payload.notApplied?.message).toMatch(/^Another key was given/);
    await client.last().answer(opened);
    edit('{"sub":"c"}');
    bench.actions.stop();
    expect([client.last().signal.aborted, view().payload.text]).toEqual([true, '{"sub":"c"}']);
    expect(view().payload.notApplied?.message).toMatch(/^You stopped the work/);
  });

  it('keeps the signature with Keep: only the layers around it are made here', async () => {
    await nested();
    bench.actions.setSigning('keep');
    edit('{"sub":"b"}');
    expect(client.last().question).toMatchObject({ call: 'reseal', input: { layer: 1, resign: false } });
    await client.last().answer({ sealed: true, text: OUTER_B });
    const failed = { ...KEY_MISSING, state: 'failed', code: 'signature-mismatch' } as const;
    await client.last().answer(answerOf([encrypted(INNER_B), signed(failed)], [true, true]));
    expect([shown(), layersShown()]).toEqual([
      ['failed', 'signature-mismatch', false],
      ['encrypted-here', 'signature-mismatch'],
    ]);
    bench.actions.setSigning('resign');
    expect(client.last().question).toMatchObject({ call: 'reseal', input: { text: OUTER_B, layer: 1, resign: true } });
  });

  it('that does not parse changes nothing, and is told with its place', async () => {
    await nested();
    const { length } = client.asked;
    edit('{"sub":');
    expect(view().payload).toMatchObject({ text: '{"sub":', notApplied: { line: 1, column: 8 } });
    expect([client.asked.length, view().text]).toEqual([length, OUTER]);
  });

  it('is not lost where it stops to parse while the one before is made', async () => {
    await nested();
    edit('{"sub":"b"}');
    edit('{"sub":"b"');
    await client.last().answer({ sealed: true, text: OUTER_B });
    await client.last().answer(answerOf([encrypted(INNER_B), signed()], [true, true]));
    expect(view().payload).toMatchObject({ text: '{"sub":"b"', notApplied: { line: 1 } });
  });

  it('of white space alone asks for nothing', async () => {
    await nested();
    const { length } = client.asked;
    edit('{"sub":"a"}');
    expect([client.asked.length, view().payload.text, view().payload.edited]).toEqual([length, '{"sub":"a"}', false]);
  });

  it('is tried again by redo where it was undone before it was made', async () => {
    await nested();
    edit('{"sub":"b"}');
    bench.actions.undo();
    expect([view().text, view().payload.text]).toEqual([OUTER, '{\n  "sub": "a"\n}']);
    expect(shown()).toEqual(['verified', 'signature-match', false]);
    bench.actions.redo();
    expect(client.last().question.call).toBe('reseal');
  });

  it('can put a DER signature of an inner token into JOSE’s form', async () => {
    // r = 1, s = 2
    const der = 'MAYCAQECAQI';
    const header = '{"alg":"ES256"}';
    bench.actions.pasteToken(OUTER);
    bench.actions.setKey('outer');
    await client.last().answer(answerOf([encrypted(tokenOf('{}', header, der)), signed(KEY_MISSING)], [true, false]));
    bench.actions.openLayer(1);
    bench.actions.rewriteDerSignature();
    const { question } = client.last();
    if (question.call !== 'reseal') throw new Error(question.call);
    const { layer, content } = question.input;
    const jose = Uint8Array.from({ length: 64 }, (_, index) => (index === 31 ? 1 : index === 63 ? 2 : 0));
    const expected = tokenOf('{}', header, encodeBase64url(jose));
    expect([layer, new TextDecoder().decode(content)]).toEqual([0, expected]);
  });

  it('may be of its own text: the layer around it is made anew with it, as one step', async () => {
    await nested();
    bench.actions.openLayer(1);
    bench.actions.editLayer(INNER_B, CARET);
    const { question } = client.last();
    if (question.call !== 'reseal') throw new Error(question.call);
    const { layer, content, resign } = question.input;
    expect([layer, new TextDecoder().decode(content), resign]).toEqual([0, INNER_B, true]);
    await client.last().answer({ sealed: true, text: OUTER_B });
    expect(view().text).toBe(OUTER_B);
    bench.actions.undo();
    expect(view().text).toBe(OUTER);
  });

  it('says so where the part that makes tokens cannot be loaded', async () => {
    await nested();
    edit('{"sub":"b"}');
    await client.last().fail();
    expect(view().payload.notApplied?.message).toMatch(/could not be loaded/);
  });
});

describe('an edit of an encrypted token', () => {
  async function locked(): Promise<void> {
    bench.actions.pasteToken(OUTER);
    bench.actions.setKey('outer');
    await client.last().answer(answerOf([encrypted('{"sub":"a"}')], [true]));
  }

  it('encrypts again with the key at hand', async () => {
    await locked();
    expect(view().payload).toMatchObject({ text: '{\n  "sub": "a"\n}', as: 'json' });
    bench.actions.editPane('payload', '{"sub":"b"}', CARET);
    expect(client.last().question).toMatchObject({ call: 'reseal', input: { layer: 0, resign: true } });
    await client.last().answer({ sealed: true, text: OUTER_B });
    await client.last().answer(answerOf([encrypted('{"sub":"b"}')], [true]));
    expect(shown()).toEqual(['signed', 'encrypted-here', false]);
  });

  it('changes the header alone with Keep, at once', async () => {
    await locked();
    bench.actions.setSigning('keep');
    const header = '{"alg":"A256KW","enc":"A128GCM"}';
    bench.actions.editPane('header', header, CARET);
    expect([view().text, view().header.text]).toEqual([jweOf('first', header), header]);
    expect(client.last().question.call).toBe('check');
  });

  it('changes alg and enc by menus, and every other character stays', async () => {
    await locked();
    bench.actions.setEnc('A256GCM');
    const { question } = client.last();
    expect(question.call === 'reseal' && new TextDecoder().decode(question.input.header)).toBe(
      '{"alg":"A128KW","enc":"A256GCM","kid":"outer"}',
    );
    await client.last().answer({ sealed: false, message: 'No.', layer: 0 });
    expect(view().trouble).toEqual({ act: 'seal', message: 'No.' });
    expect(view().text).toBe(OUTER);
  });

  it('by which the header became another than was typed shows the header', async () => {
    await locked();
    bench.actions.editPane('header', '{"alg":"A128KW","enc":"A128GCM","x":1}', CARET);
    const made = '{"alg":"A128KW","enc":"A128GCM","x":1,"tag":"t"}';
    await client.last().answer({ sealed: true, text: jweOf('second', made) });
    await client.last().answer(answerOf([encrypted('{"sub":"a"}')], [true]));
    expect(view().header.text).toContain('"tag": "t"');
  });

  it('gives the content along where a new key takes the old one’s place', async () => {
    await locked();
    void bench.actions.generateKey('A128KW', { enc: 'A128GCM' });
    expect(client.last().question).toEqual({ call: 'generate', input: { alg: 'A128KW', enc: 'A128GCM' } });
    await client.last().answer({ generated: true, keyText: 'new', kid: 'thumb' });
    const { question } = client.last();
    if (question.call !== 'reseal') throw new Error(question.call);
    const { header, content, keys } = question.input;
    expect(keys).toEqual([{ text: 'new', encoding: 'auto', layer: 0 }]);
    expect(new TextDecoder().decode(header)).toBe('{"alg":"A128KW","enc":"A128GCM","kid":"thumb"}');
    expect(new TextDecoder().decode(content)).toBe('{"sub":"a"}');
  });

  it('is asked of the engine without a key too, which says what is needed', async () => {
    bench.actions.pasteToken(OUTER);
    bench.actions.editPane('payload', 'x', CARET);
    expect(client.last().question).toMatchObject({ call: 'reseal', input: { keys: [], layer: 0 } });
    await client.last().answer({ sealed: false, message: 'Needs a key.', layer: 0 });
    expect(view().payload).toMatchObject({ text: 'x', notApplied: { message: 'Needs a key.' } });
    expect(shown()).toEqual(['unchecked', 'key-missing', false]);
  });
});

describe('a verdict of several layers', () => {
  it('stays that of the engine where deeper layers were not made here', async () => {
    await nested();
    bench.actions.openLayer(0);
    bench.actions.setEnc('A256GCM');
    await client.last().answer({ sealed: true, text: OUTER_B });
    await client.last().answer(answerOf([encrypted(INNER), signed(VERIFIED)], [true, true]));
    expect([shown(), layersShown()]).toEqual([
      ['signed', 'encrypted-here', false],
      ['encrypted-here', 'signature-match'],
    ]);
  });

  it('is of the token alone where the engine is not asked', () => {
    bench.actions.pasteToken(tokenOf('{}', '{"alg":"none"}', ''));
    expect(layersShown()).toEqual(['alg-none']);
  });
});
