/** The workbench of the page, with its engine: what the first script leaves to be fetched. */
import { pageEngine } from '../worker/page-engine.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

export function pageWorkbench(): Workbench {
  return createWorkbench({ client: pageEngine() });
}
