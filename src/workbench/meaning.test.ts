/** When the engine is asked what a token means, and what is shown of its answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Meant } from '../engine/inspect.ts';
import { checked, FAILED, type HandClient, handClient, VERIFIED } from './testing/hand-client.ts';
import { tokenOf } from './testing/tokens.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

const TOKEN = tokenOf('{"sub":"a"}');
const NOW = 1_800_000_000;
const CHECK = { id: 'exp', outcome: 'pass', code: 'not-expired', message: 'm', refs: [] } as const;
const MEANT: Meant = { kind: [{ name: 'ID token', because: 'b' }], findings: [], checks: [] };

let client: HandClient;
let bench: Workbench;
const view = () => bench.view();
const asked = () => client.asked.map(({ question }) => question.call);
const rest = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW * 1000 });
  client = handClient();
  bench = createWorkbench({ client });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the meaning of a token', () => {
  it('is asked where there is no key, once the typing rests', async () => {
    bench.actions.pasteToken(TOKEN);
    expect(asked()).toEqual([]);
    await rest();
    expect(client.last().question).toMatchObject({
      call: 'mean',
      input: { text: TOKEN, keys: [], expectations: {}, now: NOW + 0.06 },
    });
    expect([view().meaning, view().checks]).toEqual([undefined, undefined]);
    await client.last().answer(MEANT);
    expect([view().meaning, view().checks]).toEqual([{ kind: MEANT.kind, findings: [] }, []]);
  });

  it('is asked after the verdict, and again for other expectations and another time without a second check', async () => {
    bench.actions.pasteToken(TOKEN);
    bench.actions.setKey('secret');
    await rest();
    expect(asked()).toEqual(['check']);
    await client.last().answer(checked(VERIFIED));
    await rest();
    await client.last().answer({ ...MEANT, checks: [CHECK] });
    expect(view().checks).toEqual([CHECK]);
    bench.actions.setExpectations({ accessToken: 'at' });
    bench.actions.setExpectations({ clockSkewSeconds: 5 });
    bench.actions.setAsOf(7);
    expect([view().checks, view().verdict.state, view().asOf]).toEqual([undefined, 'verified', 7]);
    await rest();
    expect(client.last().question).toMatchObject({
      input: { expectations: { accessToken: 'at', clockSkewSeconds: 5 }, now: 7 },
    });
    expect(asked()).toEqual(['check', 'mean', 'mean']);
  });

  it('is never that of another token or key', async () => {
    bench.actions.pasteToken(TOKEN);
    await rest();
    const first = client.last();
    bench.actions.pasteToken(tokenOf('{"sub":"b"}'));
    expect(first.signal.aborted).toBe(true);
    await first.answer(MEANT);
    expect(view().meaning).toBeUndefined();
    await rest();
    await client.last().answer(MEANT);
    expect(view().meaning).toBeDefined();
    bench.actions.setKey('secret');
    expect(view().meaning).toBeUndefined();
    bench.actions.clear();
    expect(view().meaning).toBeUndefined();
  });

  it('is asked again when the clock changes it, and stays until then', async () => {
    bench.actions.pasteToken(TOKEN);
    await rest();
    await client.last().answer({ ...MEANT, until: NOW + 3600 });
    await vi.advanceTimersByTimeAsync(3_500_000);
    expect(asked()).toEqual(['mean']);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(asked()).toEqual(['mean', 'mean']);
    expect(view().meaning).toBeDefined();
    await client.last().answer({ ...MEANT, checks: [CHECK] });
    expect(view().checks).toEqual([CHECK]);
  });

  it('stands still at a chosen time', async () => {
    bench.actions.pasteToken(TOKEN);
    bench.actions.setAsOf(5);
    await rest();
    await client.last().answer({ ...MEANT, until: NOW + 2 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked()).toEqual(['mean']);
  });

  it('is asked with whether the token had verified with this key before it was edited', async () => {
    bench.actions.setKey('secret');
    bench.actions.pasteToken(TOKEN);
    await client.last().answer(checked(VERIFIED));
    await rest();
    expect(client.last().question).toMatchObject({ input: { verifiedBefore: true } });
    bench.actions.setKey('another');
    await client.last().answer(checked(FAILED));
    await rest();
    expect(client.last().question).toMatchObject({ call: 'mean', input: { verifiedBefore: false } });
  });

  it('says where the engine could not be loaded, and is asked again on demand', async () => {
    bench.actions.pasteToken(TOKEN);
    await rest();
    await client.last().fail();
    expect([view().meaning, view().meaningMissing]).toEqual([undefined, true]);
    bench.actions.verifyAgain();
    await rest();
    await client.last().answer(MEANT);
    expect([view().meaning === undefined, view().meaningMissing]).toEqual([false, false]);
  });
});
