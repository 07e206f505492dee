import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checked, FAILED, type HandClient, handClient, VERIFIED } from './testing/hand-client.ts';
import { tokenOf } from './testing/tokens.ts';
import type { Caret } from './types.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const A = tokenOf('{"sub":"a"}');
const B = tokenOf('{"sub":"b"}');
const CARET: Caret = { start: 0, end: 0 };

let client: HandClient;
let bench: Workbench;
let now: number;

beforeEach(() => {
  vi.useFakeTimers();
  client = handClient();
  now = 0;
  bench = createWorkbench({ client, now: () => now, loadExample: async () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

const shown = () => {
  const { state, code, busy } = bench.view().verdict;
  return [state, code, busy];
};
const CHECKING = ['unchecked', 'checking', true];

describe('the verdict that is shown', () => {
  it('is empty where nothing is pasted', () => {
    expect(shown()).toEqual(['empty', 'nothing-pasted', false]);
  });

  it('is there at once where no key is needed for it', () => {
    bench.actions.pasteToken(A);
    expect(shown()).toEqual(['unchecked', 'key-missing', false]);
    bench.actions.editToken('no token at all', CARET);
    expect(shown()).toEqual(['malformed', 'no-token-found', false]);
    bench.actions.pasteToken(tokenOf('{}', '{"alg":"none"}', ''));
    expect(shown()).toEqual(['unsecured', 'alg-none', false]);
    expect(client.asked).toEqual([]);
  });

  it('waits for the answer to exactly the token and key that are there', async () => {
    bench.actions.pasteToken(A);
    bench.actions.setKey('secret');
    expect(shown()).toEqual(CHECKING);
    expect(client.last().question).toMatchObject({ call: 'check', input: { text: A, keys: [{ text: 'secret' }] } });
    await client.last().answer(checked(VERIFIED));
    expect(shown()).toEqual(['verified', 'signature-match', false]);
  });

  it('is never that of an older input, in whatever order the answers come', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(A);
    const first = client.last();
    bench.actions.pasteToken(B);
    const second = client.last();
    expect(first.signal.aborted).toBe(true);
    await first.answer(checked(VERIFIED));
    expect(shown()).toEqual(CHECKING);
    await second.answer(checked(FAILED));
    expect(shown()).toEqual(['failed', 'signature-mismatch', false]);
  });

  it('does not change when an overtaken answer comes last', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(A);
    const first = client.last();
    bench.actions.pasteToken(B);
    await client.last().answer(checked(FAILED));
    await first.answer(checked(VERIFIED));
    expect(shown()).toEqual(['failed', 'signature-mismatch', false]);
  });

  it('is dropped with the first changed character, and nothing old is said while a new one is awaited', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(A);
    await client.last().answer(checked(VERIFIED));
    bench.actions.setKey('secre');
    expect(shown()).toEqual(CHECKING);
    expect(bench.view().verdict.sentence).toBe('');
    vi.advanceTimersByTime(200);
    expect(bench.view().verdict.sentence).toBe('Checking the signature…');
    await client.last().answer(checked(FAILED));
    expect(shown()).toEqual(['failed', 'signature-mismatch', false]);
  });

  it('says that nothing was checked where the engine cannot be loaded, and checks again when asked to', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(A);
    await client.last().fail();
    expect(shown()).toEqual(['unchecked', 'engine-missing', false]);
    bench.actions.verifyAgain();
    expect(shown()).toEqual(CHECKING);
    await client.last().answer(checked(VERIFIED));
    expect(shown()).toEqual(['verified', 'signature-match', false]);
  });

  it('is told in one change with its token', () => {
    bench.actions.setKey('secret');
    const told: string[] = [];
    bench.subscribe(() => told.push(`${bench.view().text === A} ${bench.view().verdict.code}`));
    bench.actions.pasteToken(A);
    expect(told).toEqual(['true checking']);
  });

  it('reads a key without a token', () => {
    bench.actions.setKey('secret');
    expect(client.last().question).toMatchObject({ call: 'check', input: { text: '', keys: [{ text: 'secret' }] } });
    expect(shown()).toEqual(['empty', 'nothing-pasted', false]);
  });

  it('takes a blank text with a chosen encoding for the empty secret', () => {
    bench.actions.pasteToken(A);
    bench.actions.setKeyEncoding('utf8');
    expect(shown()).toEqual(CHECKING);
    expect(client.last().question).toMatchObject({ input: { keys: [{ text: '', encoding: 'utf8' }] } });
  });
});

describe('clear', () => {
  const isBlank = () => JSON.stringify([bench.view(), bench.view().key]).includes('c2lnbmF0dXJl') === false;

  it('empties everything, can be undone for ten seconds, and then has dropped every copy', async () => {
    bench.actions.setKey('my secret');
    bench.actions.pasteToken(A);
    await client.last().answer(checked(VERIFIED, true));
    bench.actions.clear();
    expect([shown(), bench.view().text, bench.view().key.text]).toEqual([['empty', 'nothing-pasted', false], '', '']);
    expect(isBlank()).toBe(true);
    bench.actions.undoClear();
    expect([shown(), bench.view().text, bench.view().key.text]).toEqual([
      ['verified', 'signature-match', false],
      A,
      'my secret',
    ]);
    bench.actions.clear();
    vi.advanceTimersByTime(9_999);
    expect(bench.view().canUndoClear).toBe(true);
    vi.advanceTimersByTime(1);
    expect([bench.view().canUndoClear, bench.view().canUndo]).toEqual([false, false]);
    bench.actions.undoClear();
    bench.actions.undo();
    expect(bench.view().text).toBe('');
  });

  it('is undone by Undo as well', () => {
    bench.actions.pasteToken(A);
    bench.actions.clear();
    bench.actions.undo();
    expect(bench.view().text).toBe(A);
  });

  it('stops what is under way', async () => {
    bench.actions.setKey('my secret');
    bench.actions.pasteToken(A);
    const check = client.last();
    bench.actions.clear();
    expect(check.signal.aborted).toBe(true);
    await check.answer(checked(VERIFIED));
    expect(shown()).toEqual(['empty', 'nothing-pasted', false]);
  });

  it('has no undo where the page is wiped', () => {
    bench.actions.setKey('my secret');
    bench.actions.pasteToken(A);
    bench.actions.wipe();
    bench.actions.undo();
    bench.actions.undoClear();
    expect([bench.view().text, bench.view().key.text, bench.view().canUndoClear]).toEqual(['', '', false]);
  });
});

describe('generating a key', () => {
  const KEY = { generated: true, keyText: '{\n  "kty": "oct"\n}', kid: 'thumb' } as const;

  it('puts the key into the box and its thumbprint into the header, which is signed with it', async () => {
    bench.actions.pasteToken(A);
    void bench.actions.generateKey('HS256');
    expect(bench.view().generating).toBe(true);
    expect(client.last().question).toEqual({ call: 'generate', input: { alg: 'HS256' } });
    await client.last().answer(KEY);
    expect([bench.view().generating, bench.view().key.text]).toEqual([false, KEY.keyText]);
    expect(bench.view().header.text).toBe('{\n  "alg": "HS256",\n  "typ": "JWT",\n  "kid": "thumb"\n}');
    expect(client.last().question.call).toBe('sign');
  });

  it('leaves the token alone with Keep, and where the header names another algorithm', async () => {
    bench.actions.pasteToken(A);
    void bench.actions.generateKey('ES256');
    await client.last().answer(KEY);
    expect(bench.view().text).toBe(A);
    bench.actions.setSigning('keep');
    void bench.actions.generateKey('HS256');
    await client.last().answer(KEY);
    expect(bench.view().text).toBe(A);
  });

  it('is dropped where a key was typed meanwhile', async () => {
    void bench.actions.generateKey('RS256', { modulusLength: 4096 });
    const generation = client.last();
    bench.actions.setKey('mine');
    expect([generation.signal.aborted, bench.view().generating]).toEqual([true, false]);
    await generation.answer(KEY);
    expect(bench.view().key.text).toBe('mine');
  });

  it('says what could not be done', async () => {
    void bench.actions.generateKey('RS256');
    await client.last().answer({ generated: false, code: 'insecure-context' });
    expect(bench.view().trouble?.act).toBe('generate');
    expect(bench.view().trouble?.message).toMatch(/^This page was opened over plain http/);
  });
});

describe('examples', () => {
  it('come with their key; a slow one is dropped when another is opened', async () => {
    const loads = new Map<string, () => void>();
    bench = createWorkbench({
      client,
      now: () => now,
      loadExample: (id) =>
        new Promise((resolve) => {
          loads.set(id, () => resolve({ id: 'hs256', token: id === 'slow' ? A : B, key: id }));
        }),
    });
    bench.actions.openExample('slow');
    bench.actions.openExample('quick');
    loads.get('quick')?.();
    await vi.advanceTimersByTimeAsync(0);
    loads.get('slow')?.();
    await vi.advanceTimersByTimeAsync(0);
    expect([bench.view().text, bench.view().key.text, bench.view().arrival?.from]).toEqual([B, 'quick', 'example']);
  });

  it('are said to be missing where they cannot be loaded', async () => {
    bench.actions.openExample('hs256');
    await vi.advanceTimersByTimeAsync(0);
    expect(bench.view().trouble).toEqual({
      act: 'example',
      message: 'The examples could not be loaded. Reload the page.',
    });
  });
});

describe('the view', () => {
  it('keeps its parts the same objects while they do not change', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(A);
    await client.last().answer(checked(VERIFIED, true));
    const before = bench.view();
    expect(bench.view()).toBe(before);
    bench.actions.editPane('payload', '{"sub":"b"}', CARET);
    const after = bench.view();
    expect(after.header).toBe(before.header);
    expect(after.signature).toBe(before.signature);
    expect(after.signing).toBe(before.signing);
    expect(after.payload).not.toBe(before.payload);
  });
});
