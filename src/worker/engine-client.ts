/** The engine as the page sees it: in a worker, started on first use, or on the main thread where there is none. */
import {
  type Answer,
  answerTo,
  type EngineCalls,
  type OnProgress,
  type Question,
  type Request,
  type Response,
} from './messages.ts';

export type EngineClient = EngineCalls;

/** A started worker, as the client uses it. */
export interface EngineWorker {
  post(request: Request): void;
  stop(): void;
  /** `broken`: its file did not come or was refused, or it failed beyond an answer */
  listen(heard: (response: Response) => void, broken: () => void): void;
}

export interface EngineSources {
  /** may throw or reject: a policy or a browser that refuses workers */
  startWorker(): Promise<EngineWorker>;
  loadCalls(): Promise<EngineCalls>;
}

interface Pending {
  readonly question: Question;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress | undefined;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/**
 * Starts nothing until the first question. Where the worker cannot be started, breaks or cannot answer, the question is
 * asked on the main thread; a promise rejects with the signal's reason, or where the engine could not be loaded there either.
 */
export function createEngineClient(sources: EngineSources): EngineClient {
  const pending = new Map<number, Pending>();
  let worker: Promise<EngineWorker | undefined> | undefined;
  /** the engine on the main thread, once it was needed; one that did not come is asked for again */
  let here: Promise<EngineCalls> | undefined;
  let lastId = 0;

  function ask(question: Question, signal: AbortSignal, onProgress?: OnProgress): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const id = ++lastId;
      pending.set(id, { question, signal, onProgress, resolve, reject });
      signal.addEventListener('abort', () => void abort(id), { once: true });
      void send(id);
    });
  }

  async function send(id: number): Promise<void> {
    worker ??= startWorker();
    const started = await worker;
    const waiting = pending.get(id);
    if (!waiting) return;
    if (!started) return askHere(id);
    started.post({ id, ...waiting.question });
  }

  async function abort(id: number): Promise<void> {
    const waiting = pending.get(id);
    if (!waiting) return;
    pending.delete(id);
    waiting.reject(waiting.signal.reason);
    (await worker)?.post({ id, call: 'abort' });
  }

  /** Neither is started for it. */
  async function forget(): Promise<void> {
    (await worker)?.post({ call: 'forget' });
    (await here?.catch(() => undefined))?.forget();
  }

  async function startWorker(): Promise<EngineWorker | undefined> {
    try {
      const started = await sources.startWorker();
      started.listen(receive, () => giveUp(started));
      return started;
    } catch {
      return undefined;
    }
  }

  function receive(response: Response): void {
    if (response.call === 'failed') {
      askHere(response.id);
      return;
    }
    const waiting = pending.get(response.id);
    if (response.call === 'progress') {
      waiting?.onProgress?.(response.progress);
      return;
    }
    pending.delete(response.id);
    waiting?.resolve(response);
  }

  /** The worker's file was refused or it broke: what waits for it is asked here, as is all that comes. */
  function giveUp(broken: EngineWorker): void {
    broken.stop();
    worker = Promise.resolve(undefined);
    for (const id of pending.keys()) askHere(id);
  }

  function askHere(id: number): void {
    const waiting = pending.get(id);
    if (!waiting) return;
    pending.delete(id);
    here ??= sources.loadCalls();
    here.catch(() => {
      here = undefined;
    });
    here
      .then((calls) => answerTo(waiting.question, calls, waiting.signal, waiting.onProgress))
      .then(waiting.resolve, waiting.reject);
  }

  return {
    check: async (input, signal, onProgress) => {
      const response = await ask({ call: 'check', input }, signal, onProgress);
      return response.call === 'check' ? response.answer : mixedUp(response);
    },
    mean: async (input, signal) => {
      const response = await ask({ call: 'mean', input }, signal);
      return response.call === 'mean' ? response.answer : mixedUp(response);
    },
    sign: async (input, signal) => {
      const response = await ask({ call: 'sign', input }, signal);
      return response.call === 'sign' ? response.answer : mixedUp(response);
    },
    reseal: async (input, signal, onProgress) => {
      const response = await ask({ call: 'reseal', input }, signal, onProgress);
      return response.call === 'reseal' ? response.answer : mixedUp(response);
    },
    generate: async (input, signal) => {
      const response = await ask({ call: 'generate', input }, signal);
      return response.call === 'generate' ? response.answer : mixedUp(response);
    },
    exportKey: async (input, signal) => {
      const response = await ask({ call: 'exportKey', input }, signal);
      return response.call === 'exportKey' ? response.answer : mixedUp(response);
    },
    certificates: async (input, signal) => {
      const response = await ask({ call: 'certificates', input }, signal);
      return response.call === 'certificates' ? response.answer : mixedUp(response);
    },
    searchSecrets: async (input, signal, onProgress) => {
      const response = await ask({ call: 'searchSecrets', input }, signal, onProgress);
      return response.call === 'searchSecrets' ? response.answer : mixedUp(response);
    },
    forget: () => void forget(),
  };
}

/** An answer of another kind under this id is a mistake of ours. */
function mixedUp(response: Answer): never {
  throw new TypeError(`The engine answered with ${response.call}.`);
}
