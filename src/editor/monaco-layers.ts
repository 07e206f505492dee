/**
 * The layers of Monaco, each by one small module: the build puts a layer into one chunk (scripts/build/chunks.ts), which
 * runs as a whole when any of it is imported.
 */
const LAYERS: readonly (() => Promise<unknown>)[] = [
  () => import('monaco-editor/base/common/lifecycle'),
  () => import('monaco-editor/platform/registry/common/platform'),
  () => import('monaco-editor/editor/common/core/range'),
  () => import('monaco-editor/editor/browser/editorDom'),
];

/**
 * Fetches Monaco, all of it at once; each layer runs in a task of its own as soon as it has come, so that none of them is
 * long. Rejects where a part cannot be fetched.
 */
export async function loadMonaco(): Promise<typeof import('./monaco-pane.tsx')> {
  const layers = LAYERS.map((load) => load());
  const [pane] = await Promise.all([import('./monaco-pane.tsx'), ...layers]);
  return pane;
}
