import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checked, FAILED, type HandClient, handClient, VERIFIED } from './testing/hand-client.ts';
import { HS256_HEADER, segmentOf, tokenOf } from './testing/tokens.ts';
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

describe('re-signing', () => {
  async function withSigningKey(): Promise<void> {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(A);
    await client.last().answer(checked(VERIFIED, true));
  }
  const edit = (text: string) => bench.actions.editPane('payload', text, CARET);
  const signedWith = (signature: string) => tokenOf('{"sub":"b"}', HS256_HEADER, signature);

  it('shows the edit at once with the old signature, then the new one, then that it was signed here', async () => {
    await withSigningKey();
    expect(bench.view().signing).toEqual({ value: 'resign', byHand: false, available: true });
    edit('{"sub":"b"}');
    expect(bench.view().text).toBe(B);
    expect(shown()).toEqual(CHECKING);
    expect(client.last().question).toMatchObject({ call: 'sign', input: { text: B, keys: [{ text: 'secret' }] } });
    await client.last().answer({ signed: true, text: signedWith('bmV3') });
    expect(bench.view().text).toBe(signedWith('bmV3'));
    expect(shown()).toEqual(CHECKING);
    expect(client.last().question).toMatchObject({ call: 'check', input: { text: signedWith('bmV3') } });
    await client.last().answer(checked(VERIFIED, true));
    expect(shown()).toEqual(['signed', 'signed-here', false]);
  });

  it('is one step of the history with its edit, and ends with undo', async () => {
    await withSigningKey();
    edit('{"sub":"b"}');
    await client.last().answer({ signed: true, text: signedWith('bmV3') });
    await client.last().answer(checked(VERIFIED, true));
    bench.actions.undo();
    expect(bench.view().text).toBe(A);
    await client.last().answer(checked(VERIFIED, true));
    expect(shown()).toEqual(['verified', 'signature-match', false]);
    bench.actions.redo();
    expect(bench.view().text).toBe(signedWith('bmV3'));
    await client.last().answer(checked(VERIFIED, true));
    expect(shown()).toEqual(['signed', 'signed-here', false]);
  });

  it('drops a signature that was overtaken by a newer edit', async () => {
    await withSigningKey();
    edit('{"sub":"b"}');
    const first = client.last();
    edit('{"sub":"bc"}');
    expect(first.signal.aborted).toBe(true);
    await first.answer({ signed: true, text: signedWith('b2xk') });
    expect(bench.view().text).toBe(tokenOf('{"sub":"bc"}'));
    expect(client.last().question).toMatchObject({ call: 'sign', input: { text: tokenOf('{"sub":"bc"}') } });
  });

  it('keeps the old signature where the key cannot sign, and names the part that changed after signing', async () => {
    bench.actions.setKey('public');
    bench.actions.pasteToken(A);
    await client.last().answer(checked(VERIFIED));
    edit('{"sub":"b"}');
    expect(client.last().question.call).toBe('check');
    await client.last().answer(checked(FAILED));
    expect(bench.view().text).toBe(B);
    expect(bench.view().verdict.sentence).toBe('The signature does not match: the payload changed after signing.');
  });

  it('says only that a part changed since the paste where the paste had not verified with this key', async () => {
    bench.actions.setKey('public');
    bench.actions.pasteToken(A);
    await client.last().answer(checked(VERIFIED));
    edit('{"sub":"b"}');
    bench.actions.setKey('another');
    await client.last().answer(checked(FAILED));
    expect(bench.view().verdict.sentence).toBe('The signature does not match. The payload changed since the paste.');
  });

  it('asks a key that is not known yet, and keeps the signature where that says no', async () => {
    bench.actions.pasteToken(A);
    bench.actions.setKey('unknown');
    edit('{"sub":"b"}');
    expect(client.last().question.call).toBe('sign');
    await client.last().answer({ signed: false, message: 'no' });
    expect(client.last().question).toMatchObject({ call: 'check', input: { text: B } });
    expect(bench.view().trouble).toBeUndefined();
  });

  it('keeps the signature where that is chosen, and signs when Re-sign is chosen afterwards', async () => {
    await withSigningKey();
    bench.actions.setSigning('keep');
    edit('{"sub":"b"}');
    expect(client.last().question.call).toBe('check');
    await client.last().answer(checked(FAILED, true));
    bench.actions.setSigning('resign');
    expect(client.last().question).toMatchObject({ call: 'sign', input: { text: B } });
    await client.last().answer({ signed: true, text: signedWith('bmV3') });
    await client.last().answer(checked(VERIFIED, true));
    expect(shown()).toEqual(['signed', 'signed-here', false]);
    expect(bench.view().signing).toEqual({ value: 'resign', byHand: true, available: true });
  });

  it('does not sign what is typed in the token itself', async () => {
    await withSigningKey();
    bench.actions.editToken(B, CARET);
    expect(client.last().question.call).toBe('check');
  });

  it('ends with another key, which never changes the token', async () => {
    await withSigningKey();
    edit('{"sub":"b"}');
    bench.actions.setKey('another');
    expect(client.last().question).toMatchObject({ call: 'check', input: { text: B } });
    await client.last().answer(checked(FAILED, true));
    expect(bench.view().text).toBe(B);
  });

  it('does not take a match with another key for signed here', async () => {
    await withSigningKey();
    edit('{"sub":"b"}');
    await client.last().answer({ signed: true, text: signedWith('bmV3') });
    await client.last().answer(checked(VERIFIED, true));
    bench.actions.setKey('another');
    await client.last().answer(checked(VERIFIED, true));
    expect(shown()).toEqual(['verified', 'signature-match', false]);
  });

  it('belongs to the token that was signed, and to no other in the text', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(`${A} ${B}`);
    await client.last().answer(checked(VERIFIED, true));
    bench.actions.pick(1);
    await client.last().answer(checked(VERIFIED, true));
    edit('{"sub":"c"}');
    const signing = client.last();
    expect(signing.question).toMatchObject({ call: 'sign', input: { text: tokenOf('{"sub":"c"}') } });
    bench.actions.pick(0);
    expect(signing.signal.aborted).toBe(true);
    await client.last().answer(checked(VERIFIED, true));
    expect([...shown(), bench.view().text]).toEqual([
      'verified',
      'signature-match',
      false,
      `${A} ${tokenOf('{"sub":"c"}')}`,
    ]);
    bench.actions.pick(1);
    edit('{"sub":"d"}');
    await client.last().answer({ signed: true, text: tokenOf('{"sub":"d"}', HS256_HEADER, 'bmV3') });
    await client.last().answer(checked(VERIFIED, true));
    expect(shown()).toEqual(['signed', 'signed-here', false]);
    bench.actions.pick(0);
    await client.last().answer(checked(VERIFIED, true));
    expect(shown()).toEqual(['verified', 'signature-match', false]);
  });

  it('empties the signature when none is chosen, and leaves it with Keep', async () => {
    await withSigningKey();
    bench.actions.setAlg('none');
    expect(bench.view().text).toBe(`${segmentOf('{"alg":"none","typ":"JWT"}')}.${segmentOf('{"sub":"a"}')}.`);
    expect(shown()).toEqual(['unsecured', 'alg-none', false]);
    bench.actions.undo();
    bench.actions.setSigning('keep');
    bench.actions.setAlg('none');
    expect(shown()).toEqual(['malformed', 'none-with-signature', false]);
  });

  it('signs again when a signature algorithm is chosen in place of none', async () => {
    await withSigningKey();
    bench.actions.setAlg('none');
    bench.actions.setAlg('HS256');
    expect(client.last().question.call).toBe('sign');
  });

  it('says why where Re-sign was chosen by hand and cannot be done', async () => {
    bench.actions.pasteToken(A);
    bench.actions.setKey('public');
    bench.actions.setSigning('resign');
    edit('{"sub":"b"}');
    await client.last().answer({ signed: false, message: 'The key box holds nothing that can sign.' });
    expect(bench.view().trouble).toEqual({ act: 'sign', message: 'The key box holds nothing that can sign.' });
  });

  it('signs a token that is made from nothing in the panes', async () => {
    bench.actions.setKey('secret');
    bench.actions.editPane('header', HS256_HEADER, CARET);
    expect(bench.view().text).toBe(segmentOf(HS256_HEADER));
    edit('{"sub":"b"}');
    expect(client.last().question).toMatchObject({
      call: 'sign',
      input: { text: `${segmentOf(HS256_HEADER)}.${segmentOf('{"sub":"b"}')}` },
    });
  });
});
