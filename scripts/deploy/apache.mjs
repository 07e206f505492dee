// @ts-check
import { ASSETS, COMMON, MADE_BY, own, PAGE, WORKER } from './kinds.mjs';

/**
 * `.htaccess` for Apache 2.4, in the folder that is served. It asks for mod_headers without `IfModule`: a server without
 * it answers 500, which is better than a page without its policy.
 *
 * @returns {string}
 */
export function apacheFile() {
  const lines = (/** @type {import('./kinds.mjs').Headers} */ headers, indent = '') =>
    Object.entries(headers).map(([name, value]) => `${indent}Header always set ${name} "${value}"`);
  return `# ${MADE_BY}
# Needs: AllowOverride FileInfo Indexes Options=Indexes; modules headers, mime, dir, and deflate for compression.
Options -Indexes
DirectoryIndex index.html
# mod_deflate marks the ETags of what it has compressed, and then never finds them unchanged: times are compared alone
FileETag None

AddType text/javascript .js
AddType application/manifest+json .webmanifest
AddType font/woff2 .woff2
AddType font/ttf .ttf
AddCharset utf-8 .html .js .css .svg .txt

${lines(COMMON).join('\n')}
${lines(own(PAGE)).join('\n')}
<If "%{REQUEST_URI} =~ m#/assets/[^/]+$#">
${lines(own(ASSETS), '  ').join('\n')}
</If>
<Files "sw.js">
${lines(own(WORKER), '  ').join('\n')}
</Files>

<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/manifest+json image/svg+xml text/plain font/ttf
  </IfModule>
</IfModule>
`;
}
