// @ts-check
import { ASSETS, COMMON, MADE_BY, own, PAGE, WORKER } from './kinds.mjs';

/** Where the file says that the built page lies. */
export const CADDY_ROOT = '/srv/jwt-debugger';
/** What the file says in the place of the site's name. */
export const CADDY_SITE = 'jwt.example.com';

/**
 * A Caddyfile with one site. No two matchers match the same path, so that no order counts.
 *
 * @returns {string}
 */
export function caddyFile() {
  return `# ${MADE_BY}
${CADDY_SITE} {
  root * ${CADDY_ROOT}
  encode zstd gzip

  @assets path */assets/*
  @worker path */sw.js
  @page not path */assets/* */sw.js
  @manifest path *.webmanifest

  header -Server
  header {
${lines(COMMON)}
  }
  header @page {
${lines(own(PAGE))}
  }
  header @assets {
${lines(own(ASSETS))}
  }
  header @worker {
${lines(own(WORKER))}
  }
  header @manifest Content-Type application/manifest+json

  file_server
}
`;
}

/** @param {import('./kinds.mjs').Headers} headers */
function lines(headers) {
  return Object.entries(headers)
    .map(([name, value]) => `    ${name} "${value}"`)
    .join('\n');
}
