/** The engine behind a message channel. No logic here: see serve.ts and engine-calls.ts. */
import { createEngineCalls } from './engine-calls.ts';
import type { Request } from './messages.ts';
import { serveEngine } from './serve.ts';

const answer = serveEngine(createEngineCalls(), (response) => globalThis.postMessage(response));
globalThis.onmessage = (event: MessageEvent<Request>) => answer(event.data);
