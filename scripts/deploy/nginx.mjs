// @ts-check
import { ASSETS, COMMON, MADE_BY, PAGE, VARYING, WORKER } from './kinds.mjs';

/** Where the files say that the built page lies. */
export const NGINX_ROOT = '/srv/jwt-debugger';

/**
 * For `conf.d` or `sites-enabled`, within `http`. The headers that differ come from maps: a `location` with an `add_header`
 * of its own would drop all those around it.
 *
 * @returns {string}
 */
export function nginxSiteFile() {
  return `# ${MADE_BY}
${maps()}
${server('80')}`;
}

/**
 * A whole nginx.conf for a process without rights: it writes below /tmp alone, and keeps no record of who asked for what.
 *
 * @returns {string}
 */
export function nginxContainerFile() {
  return `# ${MADE_BY}
worker_processes auto;
pid /tmp/nginx.pid;
error_log stderr error;

events {
  worker_connections 1024;
}

http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  sendfile on;
  client_body_temp_path /tmp/client-body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;

${indented(maps())}
${indented(server('8080'))}}
`;
}

function maps() {
  // not every nginx has this one in its mime.types; types are added to those of the same level
  const types = `types {
  application/manifest+json webmanifest;
}
`;
  const made = VARYING.map(
    (name) => `map $uri ${variable(name)} {
  default ${quoted(PAGE[name])};
  ~/assets/[^/]+$ ${quoted(ASSETS[name])};
  ~/sw\\.js$ ${quoted(WORKER[name])};
}
`,
  );
  return [types, ...made].join('');
}

/** @param {string} port */
function server(port) {
  const headers = [
    ...Object.entries(COMMON).map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`),
    ...VARYING.map((name) => `  add_header ${name} ${variable(name)} always;`),
  ];
  return `server {
  listen ${port};
  root ${NGINX_ROOT};
  index index.html;
  charset utf-8;
  server_tokens off;
  absolute_redirect off;

${headers.join('\n')}

  gzip on;
  gzip_vary on;
  gzip_min_length 256;
  gzip_types text/css text/javascript application/javascript application/manifest+json image/svg+xml text/plain font/ttf;
}
`;
}

/** @param {string} name */
function variable(name) {
  return `$jwt_debugger_${name.toLowerCase().replaceAll('-', '_')}`;
}

/** @param {string | undefined} value */
function quoted(value = '') {
  return `"${value}"`;
}

/** @param {string} text */
function indented(text) {
  return text.replace(/^(?=.)/gm, '  ');
}
