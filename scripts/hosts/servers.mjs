// @ts-check
/** Debian's web servers, each started on a free port of loopback with the file of deploy/ that is made for it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CADDY_ROOT, CADDY_SITE } from '../deploy/caddy.mjs';
import { NGINX_ROOT } from '../deploy/nginx.mjs';
import { isRoot } from '../find-browser.mjs';

/**
 * @typedef {{ origin: string, stop: () => Promise<void> }} RunningServer
 * @typedef {(given: { folder: string, site: string, port: number }) => { command: string, parameters: string[] }} Prepare
 *   writes what the server needs into `folder`; `site` is what it shall serve
 */

const DEPLOY = resolve(import.meta.dirname, '../../deploy');
const START_MS = 10_000;
/** Nobody's number on Debian and elsewhere: a server needs no rights for this. */
const NOBODY = 65_534;
const PLACES = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** @type {Readonly<Record<string, Prepare>>} */
export const SERVERS = {
  nginx: prepareNginx,
  'nginx of the container': prepareContainer,
  Apache: prepareApache,
  Caddy: prepareCaddy,
};

/**
 * Starts a server as a user without rights where that can be chosen.
 *
 * @param {string} name of SERVERS
 * @param {{ folder: string, site: string }} given an empty folder for the server, and what it shall serve
 * @returns {Promise<RunningServer>}
 * @throws {Error} with what the server said, where it does not start
 */
export async function startServer(name, { folder, site }) {
  const prepare = SERVERS[name];
  if (prepare === undefined) throw new Error(`There is no server named ${name}.`);
  const port = await freePort();
  const { command, parameters } = prepare({ folder, site, port });
  const rights = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const server = spawn(command, parameters, {
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...rights,
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
  const ended = once(server, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const end = Date.now() + START_MS;
  while (!(await answers(origin))) {
    if (server.exitCode !== null || Date.now() > end) {
      server.kill();
      throw new Error(`${name} does not start: ${said}`);
    }
    await wait(50);
  }
  const stop = async () => {
    server.kill();
    await ended;
  };
  return { origin, stop };
}

/** @type {Prepare} */
function prepareNginx({ folder, site, port }) {
  const file = deployFile('nginx/jwt-debugger.conf').replace('listen 80;', `listen 127.0.0.1:${port};`);
  write(folder, 'site.conf', file.replaceAll(NGINX_ROOT, site));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const main = `pid ${folder}/pid; error_log stderr; events {}
http { include /etc/nginx/mime.types; access_log off; ${temporary} include ${folder}/site.conf; }`;
  return nginx(write(folder, 'nginx.conf', main), folder);
}

/** @type {Prepare} */
function prepareContainer({ folder, site, port }) {
  const file = deployFile('container/nginx.conf')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replaceAll('/tmp/', `${folder}/`)
    .replaceAll(NGINX_ROOT, site);
  return nginx(write(folder, 'nginx.conf', file), folder);
}

/**
 * @param {string} file
 * @param {string} folder
 */
function nginx(file, folder) {
  return { command: find('nginx'), parameters: ['-p', folder, '-e', 'stderr', '-c', file, '-g', 'daemon off;'] };
}

/** @type {Prepare} */
function prepareApache({ folder, site, port }) {
  const modules = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'].find(existsSync);
  const load = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate'].map(
    (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`,
  );
  const main = `ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
Mutex file:${folder}
ErrorLog ${folder}/error.log
${load.join('\n')}
TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}
AddType text/html .html
AddType text/css .css
AddType image/svg+xml .svg
AddType image/png .png
AddType text/plain .txt
DocumentRoot ${site}
<Directory ${site}>
  AllowOverride FileInfo Indexes Options=Indexes
  Require all granted
</Directory>
`;
  const file = write(folder, 'httpd.conf', main);
  return { command: find('apache2', 'httpd'), parameters: ['-d', folder, '-f', file, '-D', 'FOREGROUND'] };
}

/** @type {Prepare} */
function prepareCaddy({ folder, site, port }) {
  const options = '{\n  admin off\n  auto_https off\n}\n';
  const file = deployFile('caddy/Caddyfile')
    .replace(`${CADDY_SITE} {`, `http://127.0.0.1:${port} {`)
    .replaceAll(CADDY_ROOT, site);
  const path = write(folder, 'Caddyfile', options + file);
  return { command: find('caddy'), parameters: ['run', '--config', path, '--adapter', 'caddyfile'] };
}

/** @param {string} path */
function deployFile(path) {
  return readFileSync(join(DEPLOY, path), 'utf8');
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} text
 */
function write(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** @param {readonly string[]} names the first that is there counts */
function find(...names) {
  const found = names.flatMap((name) => PLACES.map((place) => join(place, name))).find(existsSync);
  if (found === undefined) throw new Error(`${names.join(' or ')} is not installed: see CONTRIBUTING.md.`);
  return found;
}

/** @param {string} origin */
async function answers(origin) {
  return fetch(origin, { method: 'HEAD' }).then(
    () => true,
    () => false,
  );
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The machine has no free port.');
  return address.port;
}
