import type { Rolldown } from 'vite';

/**
 * How the build is cut.
 *
 * - What is fetched first is one file: in many small ones it would weigh more, and every other chunk would cut it anew.
 * - Monaco is cut along its own layers, each of which imports only those before it. As one file its modules all run in one
 *   task of 170 ms, and whoever types meanwhile waits; so the browser can breathe between them (src/editor/monaco-layers.ts).
 */
export const CHUNKS: Rolldown.OutputOptions = {
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'first', tags: ['$initial'], includeDependenciesRecursively: true },
      { name: 'monaco-base', test: /\/monaco-editor\/esm\/(?!vs\/(?:platform|editor|features)\/|vs\/editor\.js)/ },
      { name: 'monaco-platform', test: /\/monaco-editor\/esm\/vs\/platform\// },
      { name: 'monaco-common', test: /\/monaco-editor\/esm\/vs\/editor\/common\// },
      { name: 'monaco-browser', test: /\/monaco-editor\/esm\/vs\/editor\/browser\// },
    ],
  },
};
