import { describe, expect, it } from 'vitest';
import { checked, type HandClient, handClient, VERIFIED } from '../workbench/testing/hand-client.ts';
import { createEngineClient, type EngineWorker } from './engine-client.ts';
import type { Progress, Request, Response } from './messages.ts';
import { serveEngine } from './serve.ts';

/** A worker in name only: its messages are copied and come a turn later, as those of a real one. */
function pretendWorker(engine: HandClient) {
  const requests: Request[] = [];
  let stopped = false;
  let breakIt = () => {};
  const worker: EngineWorker = {
    post(request) {
      requests.push(request);
      queueMicrotask(() => serve(structuredClone(request)));
    },
    stop() {
      stopped = true;
    },
    listen(heard, broken) {
      tell = heard;
      breakIt = broken;
    },
  };
  let tell: (response: Response) => void = () => {};
  const serve = serveEngine(engine, (response) => tell(structuredClone(response)));
  return { worker, requests, isStopped: () => stopped, break: () => breakIt() };
}

const NONE = new AbortController().signal;
const turn = () => new Promise((resolve) => setTimeout(resolve));
const answer = checked(VERIFIED, true);

function setup({ refused = false } = {}) {
  const inWorker = handClient();
  const here = handClient();
  const pretend = pretendWorker(inWorker);
  let starts = 0;
  const client = createEngineClient({
    async startWorker() {
      starts++;
      if (refused) throw new Error('refused');
      return pretend.worker;
    },
    loadCalls: async () => here,
  });
  return { inWorker, here, pretend, client, starts: () => starts };
}

describe('the engine behind its channel', () => {
  it('starts with the first question and once', async () => {
    const { client, inWorker, starts } = setup();
    expect(starts()).toBe(0);
    const asked = [client.check({ text: 'a' }, NONE), client.sign({ text: 'b', keys: [] }, NONE)];
    await turn();
    await inWorker.asked[0]?.answer(answer);
    await inWorker.asked[1]?.answer({ signed: false, message: 'no' });
    expect(await Promise.all(asked)).toEqual([answer, { signed: false, message: 'no' }]);
    expect(starts()).toBe(1);
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const { client, inWorker } = setup();
    const first = client.generate({ alg: 'HS256' }, NONE);
    const second = client.exportKey({ key: { text: 'k' }, as: 'jwk-public' }, NONE);
    await turn();
    await inWorker.asked[1]?.answer({ text: '{}' });
    await inWorker.asked[0]?.answer({ generated: false, code: 'runtime-lacks' });
    expect([await first, await second]).toEqual([{ generated: false, code: 'runtime-lacks' }, { text: '{}' }]);
  });

  it('passes on that a header has no certificates', async () => {
    const { client, inWorker } = setup();
    const asked = client.certificates({ header: {} }, NONE);
    await turn();
    await inWorker.last().answer(undefined);
    expect(await asked).toBeUndefined();
  });

  it('rejects with the reason of an abort at once, and stops the work', async () => {
    const { client, inWorker, pretend } = setup();
    const controller = new AbortController();
    const asked = client.check({ text: 'a' }, controller.signal);
    await turn();
    controller.abort(new Error('overtaken'));
    await expect(asked).rejects.toThrow('overtaken');
    await turn();
    expect(pretend.requests.at(-1)).toMatchObject({ call: 'abort' });
    expect(inWorker.last().signal.aborted).toBe(true);
    await inWorker.last().answer(answer);
  });

  it('posts nothing for a question that was aborted before', async () => {
    const { client, starts } = setup();
    await expect(client.check({ text: 'a' }, AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
    expect(starts()).toBe(0);
  });

  it('tells how far the work is, until it is answered or aborted', async () => {
    const { client, inWorker } = setup();
    const told: Progress[] = [];
    const controller = new AbortController();
    const first = client.check({ text: 'a' }, NONE, (progress) => told.push(progress));
    const second = client.check({ text: 'b' }, controller.signal, (progress) => told.push(progress));
    await turn();
    const at = (done: number): Progress => ({ done, total: 10, what: 'pbes2' });
    inWorker.asked[0]?.tell(at(1));
    inWorker.asked[1]?.tell(at(2));
    await turn();
    controller.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    inWorker.asked[1]?.tell(at(3));
    await inWorker.asked[0]?.answer(answer);
    inWorker.asked[0]?.tell(at(4));
    expect(await first).toEqual(answer);
    await turn();
    expect(told).toEqual([at(1), at(2)]);
  });

  it('works on the main thread where a worker is refused', async () => {
    const { client, here } = setup({ refused: true });
    const asked = client.check({ text: 'a' }, NONE);
    await turn();
    await here.last().answer(answer);
    expect(await asked).toEqual(answer);
  });

  it('asks on the main thread what a broken worker has not answered, and all that comes after', async () => {
    const { client, here, pretend, starts } = setup();
    const first = client.check({ text: 'a' }, NONE);
    await turn();
    pretend.break();
    await turn();
    await here.last().answer(answer);
    expect(await first).toEqual(answer);
    expect(pretend.isStopped()).toBe(true);
    const second = client.check({ text: 'b' }, NONE);
    await turn();
    await here.last().answer(answer);
    expect(await second).toEqual(answer);
    expect(starts()).toBe(1);
  });

  it('asks on the main thread what the worker could not load, and rejects where that fails too', async () => {
    const { client, inWorker, here } = setup();
    const asked = client.check({ text: 'a' }, NONE);
    await turn();
    await inWorker.last().fail();
    await turn();
    const rejected = expect(asked).rejects.toThrow('not loaded');
    await here.last().fail();
    await rejected;
  });
});
