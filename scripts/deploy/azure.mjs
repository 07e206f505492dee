// @ts-check
import { ASSETS, jsonFile, own, PAGE, WORKER } from './kinds.mjs';

/**
 * `staticwebapp.config.json` of Azure Static Web Apps, in the folder that is served. The first route that matches counts,
 * and its headers go over the global ones.
 *
 * @returns {string}
 */
export function azureFile() {
  return jsonFile({
    $schema: 'https://json.schemastore.org/staticwebapp.config.json',
    globalHeaders: PAGE,
    routes: [
      { route: '/assets/*', headers: own(ASSETS) },
      { route: '/sw.js', headers: own(WORKER) },
    ],
    mimeTypes: { '.webmanifest': 'application/manifest+json' },
  });
}
