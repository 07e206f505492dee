import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checked, FAILED, type HandClient, handClient, VERIFIED } from './testing/hand-client.ts';
import { answerOf, disclosure, encrypted, jweOf, signed } from './testing/layers.ts';
import { HS256_HEADER, segmentOf, tokenOf } from './testing/tokens.ts';
import type { Caret } from './types.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const A = tokenOf('{"sub":"a"}');
const CARET: Caret = { start: 0, end: 0 };

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

describe('long work', () => {
  const at = (done: number) => ({ done, total: 10, what: 'pbes2' });

  beforeEach(() => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(A);
  });

  it('tells how far it is from 200 ms on, and no longer than it takes', async () => {
    client.last().tell(at(1));
    expect(view().progress).toBeUndefined();
    vi.advanceTimersByTime(200);
    client.last().tell(at(2));
    expect(view().progress).toEqual(at(2));
    await client.last().answer(checked(VERIFIED));
    expect(view().progress).toBeUndefined();
  });

  it('that was overtaken tells nothing', () => {
    const first = client.last();
    bench.actions.setKey('another');
    vi.advanceTimersByTime(200);
    first.tell(at(3));
    expect(view().progress).toBeUndefined();
  });

  it('is stopped: nothing is decided until it is begun again', async () => {
    const first = client.last();
    vi.advanceTimersByTime(200);
    first.tell(at(1));
    bench.actions.stop();
    expect([first.signal.aborted, view().progress, ...shown()]).toEqual([
      true,
      undefined,
      'unchecked',
      'stopped',
      false,
    ]);
    expect(view().verdict.sentence).toBe('You stopped the work, so nothing was decided.');
    await first.answer(checked(VERIFIED));
    expect(shown()).toEqual(['unchecked', 'stopped', false]);
    bench.actions.verifyAgain();
    expect([client.asked.length, ...shown()]).toEqual([3, 'unchecked', 'checking', true]);
    await client.last().answer(checked(VERIFIED));
    expect(shown()).toEqual(['verified', 'signature-match', false]);
  });

  it('that was stopped is begun anew by another input', () => {
    bench.actions.stop();
    bench.actions.setKey('another');
    expect([client.asked.length, ...shown()]).toEqual([3, 'unchecked', 'checking', true]);
  });

  it('that signs is stopped too: the old signature stays', async () => {
    await client.last().answer(checked(VERIFIED, true));
    bench.actions.editPane('payload', '{"sub":"b"}', CARET);
    const signing = client.last();
    bench.actions.stop();
    expect([signing.question.call, signing.signal.aborted, ...shown()]).toEqual([
      'sign',
      true,
      'unchecked',
      'stopped',
      false,
    ]);
    expect(view().text).toBe(tokenOf('{"sub":"b"}'));
  });

  it('that makes a key is stopped too', () => {
    void bench.actions.generateKey('RS256');
    bench.actions.stop();
    expect([client.last().signal.aborted, view().generating]).toEqual([true, false]);
  });
});

describe('what is asked besides the token and its key', () => {
  it('is the limits that the person has set, each of which is another question', async () => {
    bench.actions.setKey('password');
    bench.actions.pasteToken(jweOf('x'));
    expect(client.last().question).toMatchObject({
      input: { maxInflatedBytes: 10_000_000, maxPbes2Rounds: 1_200_000 },
    });
    await client.last().answer(answerOf([encrypted(undefined)]));
    bench.actions.allowRounds(5_000_000);
    expect(client.last().question).toMatchObject({ input: { maxPbes2Rounds: 5_000_000 } });
    await client.last().answer(answerOf([encrypted(undefined)]));
    bench.actions.setMaxInflatedBytes(50_000_000);
    expect(client.last().question).toMatchObject({
      input: { maxPbes2Rounds: 5_000_000, maxInflatedBytes: 50_000_000 },
    });
    expect(view().limits).toEqual({ maxPbes2Rounds: 5_000_000, maxInflatedBytes: 50_000_000 });
    bench.actions.wipe();
    expect(view().limits).toEqual({ maxPbes2Rounds: 1_200_000, maxInflatedBytes: 10_000_000 });
  });

  it('is the whole paste for a DPoP proof, whose access token may stand in it', () => {
    const header = '{"alg":"ES256","typ":"dpop+jwt","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}';
    const proof = tokenOf('{}', header);
    bench.actions.pasteToken(proof);
    expect(client.last().question).toMatchObject({ call: 'check', input: { text: proof } });
    bench.actions.pasteToken(`DPoP: ${proof}\nAuthorization: DPoP ${A}`);
    expect(client.last().question).toMatchObject({ input: { text: view().text, pick: 0 } });
    bench.actions.pick(1);
    expect(shown()).toEqual(['unchecked', 'key-missing', false]);
  });

  it('is asked without a key where there is a token inside the token', async () => {
    const outer = tokenOf(A, '{"alg":"HS256","cty":"JWT"}');
    bench.actions.pasteToken(outer);
    expect(client.last().question).toMatchObject({ call: 'check', input: { text: outer, keys: [] } });
    expect(shown()).toEqual(['unchecked', 'checking', true]);
    await client.last().answer(answerOf([signed(FAILED), signed(VERIFIED)]));
    expect(view().layers[1]?.opened.picked?.text).toBe(A);
  });
});

describe('content that the token leaves out', () => {
  const detached = `${segmentOf(HS256_HEADER)}..c2ln`;

  it('is asked for, and given as text or as a file', async () => {
    bench.actions.pasteToken(A);
    expect(view().detached).toEqual({ needed: false, content: undefined });
    bench.actions.pasteToken(detached);
    expect([view().detached.needed, ...shown()]).toEqual([true, 'unchecked', 'payload-detached', false]);
    bench.actions.setKey('secret');
    bench.actions.setDetached({ kind: 'text', text: 'hello' });
    expect(client.last().question).toMatchObject({ input: { text: detached, detachedPayload: 'hello' } });
    await client.last().answer(checked(FAILED));
    const bytes = Uint8Array.of(1, 2);
    bench.actions.setDetached({ kind: 'file', name: 'a.bin', bytes });
    expect(client.last().question).toMatchObject({ input: { detachedPayload: bytes } });
    expect(view().detached.content).toEqual({ kind: 'file', name: 'a.bin', bytes });
    bench.actions.setDetached(undefined);
    expect(client.last().question).not.toHaveProperty('input.detachedPayload');
  });

  it('belongs to its token: it is gone with another, back with Undo, and never given where there is a payload', () => {
    bench.actions.pasteToken(detached);
    bench.actions.setDetached({ kind: 'text', text: 'hello' });
    bench.actions.pasteToken(A);
    expect(view().detached.content).toBeUndefined();
    bench.actions.undo();
    expect(view().detached.content).toEqual({ kind: 'text', text: 'hello' });
    bench.actions.editToken(A, CARET);
    bench.actions.setKey('secret');
    expect(client.last().question).not.toHaveProperty('input.detachedPayload');
    bench.actions.wipe();
    bench.actions.pasteToken(detached);
    expect(view().detached.content).toBeUndefined();
  });

  it('is what is signed after an edit', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(detached);
    bench.actions.setDetached({ kind: 'text', text: 'hello' });
    await client.last().answer(checked(VERIFIED, true));
    bench.actions.setAlg('HS384');
    expect(client.last().question).toMatchObject({
      call: 'reseal',
      input: { layer: 0, resign: true, detachedPayload: 'hello' },
    });
    const made = `${segmentOf(HS256_HEADER.replace('HS256', 'HS384'))}..bmV3`;
    await client.last().answer({ sealed: true, text: made });
    await client.last().answer(checked(VERIFIED, true));
    expect([view().text, ...shown()]).toEqual([made, 'signed', 'signed-here', false]);
  });
});

describe('the disclosures of an SD-JWT', () => {
  const ISSUED = tokenOf('{"_sd":[]}');
  const all = [
    disclosure('["s","address",{}]', '/address'),
    disclosure('["s","city","Lyon"]', '/address/city'),
    disclosure('["s","name","Ada"]', '/name'),
  ];
  const KEY_BINDING = tokenOf('{}', '{"typ":"kb+jwt"}');
  const tokenWith = (...indexes: readonly number[]) =>
    `${[ISSUED, ...indexes.map((index) => all[index]?.text ?? ''), ''].join('~')}`;
  const arrived = `${tokenWith(0, 1, 2)}${KEY_BINDING}`;
  const answer = (...indexes: readonly number[]) =>
    answerOf([signed(VERIFIED, { disclosures: indexes.flatMap((index) => all[index] ?? []) })]);
  const switches = () => [...(view().presentation?.shown ?? [])];

  async function paste(): Promise<void> {
    bench.actions.pasteToken(arrived);
    expect(view().presentation).toBeUndefined();
    await client.last().answer(answer(0, 1, 2));
  }

  it('are all shown when it arrives, and known when they have been read', async () => {
    await paste();
    expect(view().presentation).toMatchObject({ count: 3, disclosures: all, keyBindingDropped: false });
    expect(switches()).toEqual([0, 1, 2]);
  });

  it('can be left out one by one: another presentation, one step each, without the key binding', async () => {
    await paste();
    bench.actions.showDisclosure(2, false);
    expect([view().text, switches(), view().presentation?.keyBindingDropped]).toEqual([tokenWith(0, 1), [0, 1], true]);
    expect(view().presentation?.disclosures).toEqual(all);
    await client.last().answer(answer(0, 1));
    bench.actions.undo();
    expect([view().text, client.last().question]).toMatchObject([arrived, { input: { text: arrived } }]);
    await client.last().answer(answer(0, 1, 2));
    expect(switches()).toEqual([0, 1, 2]);
    bench.actions.redo();
    expect([view().text, switches()]).toEqual([tokenWith(0, 1), [0, 1]]);
  });

  it('take with them those that stand in them, and bring those that they stand in', async () => {
    await paste();
    bench.actions.showDisclosure(0, false);
    expect([view().text, switches()]).toEqual([tokenWith(2), [2]]);
    bench.actions.showDisclosure(1, true);
    expect([view().text, switches()]).toEqual([arrived, [0, 1, 2]]);
    expect(view().presentation?.keyBindingDropped).toBe(false);
  });

  it('count anew after an edit of the token', async () => {
    await paste();
    bench.actions.showDisclosure(2, false);
    await client.last().answer(answer(0, 1));
    bench.actions.editToken(tokenWith(0), CARET);
    expect(view().presentation).toBeUndefined();
    await client.last().answer(answer(0));
    expect(view().presentation).toMatchObject({ count: 1, keyBindingDropped: false });
  });

  it('are no edit of header, payload or signature', async () => {
    await paste();
    bench.actions.showDisclosure(2, false);
    expect(view().edited).toEqual({ header: false, payload: false, signature: false });
  });

  it('cannot be chosen before they have been read, nor by an index that none has', async () => {
    bench.actions.pasteToken(arrived);
    bench.actions.showDisclosure(0, false);
    await client.last().answer(answer(0, 1, 2));
    bench.actions.showDisclosure(7, false);
    expect(view().text).toBe(arrived);
  });
});

describe('another serialization', () => {
  const flattened = JSON.stringify(
    { payload: segmentOf('{"sub":"a"}'), protected: segmentOf(HS256_HEADER), signature: 'c2lnbmF0dXJl' },
    null,
    2,
  );

  it('takes the place of the token as one step, and no part of it counts as edited', () => {
    bench.actions.pasteToken(A);
    expect(bench.actions.convertTo('flattened')).toEqual({ converted: true });
    expect([view().text, view().opened.object?.serialization]).toEqual([flattened, 'flattened']);
    expect([view().payload.text, view().header.text]).toEqual([
      '{\n  "sub": "a"\n}',
      '{\n  "alg": "HS256",\n  "typ": "JWT"\n}',
    ]);
    expect(view().edited).toEqual({ header: false, payload: false, signature: false });
    bench.actions.undo();
    expect(view().text).toBe(A);
  });

  it('keeps what is known of edits before and after it', () => {
    bench.actions.pasteToken(flattened);
    bench.actions.convertTo('compact');
    expect([view().text, view().edited]).toEqual([A, { header: false, payload: false, signature: false }]);
    bench.actions.editPane('payload', '{"sub":"b"}', CARET);
    expect(view().edited).toEqual({ header: false, payload: true, signature: false });
  });

  it('says why where there is none', () => {
    bench.actions.pasteToken(A);
    expect(bench.actions.convertTo('compact')).toEqual({
      converted: false,
      message: expect.stringMatching(/compact/),
    });
  });

  it('is edited in its panes: with Keep at once, otherwise by the engine', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(flattened);
    await client.last().answer(answerOf([signed()], [true]));
    bench.actions.setSigning('keep');
    bench.actions.editPane('payload', '{"sub":"b"}', CARET);
    expect(JSON.parse(view().text)).toMatchObject({ payload: segmentOf('{"sub":"b"}'), signature: 'c2lnbmF0dXJl' });
    expect([view().payload.text, view().payload.edited]).toEqual(['{"sub":"b"}', true]);
    await client.last().answer(answerOf([signed(FAILED)], [true]));
    bench.actions.setSigning('resign');
    expect(client.last().question).toMatchObject({ call: 'reseal', input: { layer: 0, resign: true } });
  });
});
