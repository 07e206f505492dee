import type { Plugin } from 'vite';
import { DEPLOY_FILES, IN_THE_BUILT_PAGE } from '../deploy/files.mjs';

/** Puts into the build what hosts look for in the folder that they serve: to host the page there, the folder is enough. */
export function hostFiles(): Plugin {
  return {
    name: 'host-files',
    apply: 'build',
    generateBundle() {
      for (const fileName of IN_THE_BUILT_PAGE) {
        this.emitFile({ type: 'asset', fileName, source: DEPLOY_FILES[fileName] ?? '' });
      }
    },
  };
}
