// @ts-check
import { ASSETS, BESIDE_INDEX, COMMON, MADE_BY, own, PAGE, WORKER } from './kinds.mjs';

/**
 * `_headers` of Netlify, Cloudflare Pages and others. All rules that match add up, and a header that two of them name is
 * sent joined by a comma: so no two rules that meet name the same.
 *
 * @returns {string}
 */
export function headersFile() {
  const rules = [
    rule('/*', COMMON),
    rule('/', own(PAGE)),
    ...BESIDE_INDEX.map((name) => rule(`/${name}`, own(PAGE))),
    rule('/assets/*', own(ASSETS)),
    rule('/sw.js', own(WORKER)),
  ];
  return [`# ${MADE_BY}`, ...rules, ''].join('\n');
}

/**
 * @param {string} path
 * @param {import('./kinds.mjs').Headers} headers
 */
function rule(path, headers) {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
}
