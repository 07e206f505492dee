import { renderToString } from 'react-dom/server';
import { createWorkbench } from '../workbench/workbench.ts';
import { createEngineClient } from '../worker/engine-client.ts';
import { App } from './app.tsx';

/** The page with nothing pasted, for index.html. */
export function render(): string {
  const client = createEngineClient({ startWorker: notAsked, loadCalls: notAsked });
  return renderToString(<App workbench={createWorkbench({ client })} />);
}

/** There is nothing in the page that the engine could be asked about. */
async function notAsked(): Promise<never> {
  throw new Error('The engine is asked nothing while the empty page is rendered.');
}
