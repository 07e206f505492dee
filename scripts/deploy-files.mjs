// @ts-check
/** npm run deploy:files: writes what hosts need to be told into deploy/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DEPLOY_FILES } from './deploy/files.mjs';

const folder = resolve(import.meta.dirname, '../deploy');
for (const [path, text] of Object.entries(DEPLOY_FILES)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
