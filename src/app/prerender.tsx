import { renderToString } from 'react-dom/server';
import { createWorkbench } from '../workbench/workbench.ts';
import { createEngineClient } from '../worker/engine-client.ts';
import { App } from './app.tsx';

/** The page with nothing pasted, for index.html. Nothing is asked of the engine, so no worker is started. */
export function render(): string {
  return renderToString(<App workbench={createWorkbench({ client: createEngineClient() })} />);
}
