// @ts-check
import { ASSETS, BESIDE_INDEX, COMMON, jsonFile, own, PAGE, WORKER } from './kinds.mjs';

/**
 * `firebase.json`, beside package.json. No two sources that meet name the same header.
 *
 * @returns {string}
 */
export function firebaseFile() {
  return jsonFile({
    hosting: {
      public: 'dist',
      ignore: ['**/.*', '_headers', 'staticwebapp.config.json'],
      headers: [
        { source: '**', headers: listed(COMMON) },
        { source: '/', headers: listed(own(PAGE)) },
        { source: `/@(${BESIDE_INDEX.join('|')})`, headers: listed(own(PAGE)) },
        { source: '/assets/**', headers: listed(own(ASSETS)) },
        { source: '/sw.js', headers: listed(own(WORKER)) },
      ],
    },
  });
}

/** @param {import('./kinds.mjs').Headers} headers */
function listed(headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
