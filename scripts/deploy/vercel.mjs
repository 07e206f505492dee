// @ts-check
import { ASSETS, jsonFile, PAGE, WORKER } from './kinds.mjs';

/**
 * `vercel.json`, beside package.json. No two sources match the same path.
 *
 * @returns {string}
 */
export function vercelFile() {
  return jsonFile({
    $schema: 'https://openapi.vercel.sh/vercel.json',
    framework: null,
    installCommand: 'npm ci',
    buildCommand: 'npm run build',
    outputDirectory: 'dist',
    headers: [
      { source: '/((?!assets/|sw\\.js$).*)', headers: listed(PAGE) },
      { source: '/assets/(.*)', headers: listed(ASSETS) },
      { source: '/sw.js', headers: listed(WORKER) },
    ],
  });
}

/** @param {import('./kinds.mjs').Headers} headers */
function listed(headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
