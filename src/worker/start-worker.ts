/** Starts the engine's worker. */
import workerUrl from './engine.worker.ts?worker&url';
import type { EngineWorker } from './engine-client.ts';
import type { Response } from './messages.ts';
import { trustedWorkerUrl } from './trusted-script-url.ts';

export function startEngineWorker(): EngineWorker {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'engine' });
  return {
    post: (request) => worker.postMessage(request),
    stop: () => worker.terminate(),
    listen(heard, broken) {
      worker.addEventListener('message', (event: MessageEvent<Response>) => heard(event.data));
      worker.addEventListener('error', broken);
      worker.addEventListener('messageerror', broken);
    },
  };
}
