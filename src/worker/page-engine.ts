/** The engine of the page: its worker, and the engine itself where there is none. */
import { createEngineClient, type EngineClient } from './engine-client.ts';
import { startEngineWorker } from './start-worker.ts';

export function pageEngine(): EngineClient {
  return createEngineClient({
    startWorker: async () => startEngineWorker(),
    async loadCalls() {
      const { createEngineCalls } = await import('./engine-calls.ts');
      return createEngineCalls();
    },
  });
}
