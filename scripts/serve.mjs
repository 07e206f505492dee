// @ts-check
/** npm run serve: serves the built page on loopback. PORT and --port choose the port, --host another address. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPageServer } from './page-server.mjs';

const { values } = parseArgs({
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    base: { type: 'string' },
    directory: { type: 'string' },
  },
});
const directory = resolve(import.meta.dirname, '..', values.directory ?? 'dist');
const host = values.host ?? '127.0.0.1';
const port = Number(values.port ?? process.env.PORT ?? 4173);
const base = values.base ?? '/';

if (!existsSync(resolve(directory, 'index.html'))) {
  console.error('There is no built page. Run "npm run build" first, or "npm start", which does both.');
  process.exit(1);
}
const server = createPageServer({ directory, base });
server.on('error', (error) => {
  console.error(`The page cannot be served on ${host}:${port}: ${error.message}. PORT chooses another port.`);
  process.exit(1);
});
server.listen(port, host, () => {
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  console.log(`JWT debugger: http://${name}:${port}${base}`);
});
