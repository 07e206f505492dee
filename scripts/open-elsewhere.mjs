// @ts-check
/**
 * node scripts/open-elsewhere.mjs: what the engine encrypts, opened by jwcrypto, which shares nothing with it. Run by
 * hand, where python3 has jwcrypto (PYTHON names another one); no other test needs it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeSealedTokens } from './vector-page.mjs';

const root = resolve(import.meta.dirname, '..');
const directory = join(root, '.cache/open-elsewhere');
mkdirSync(directory, { recursive: true });
const tokens = await makeSealedTokens(directory);
const { status, error } = spawnSync(
  process.env.PYTHON ?? 'python3',
  [join(root, 'scripts/vectors/open-with-jwcrypto.py')],
  { input: JSON.stringify(tokens), stdio: ['pipe', 'inherit', 'inherit'] },
);
if (error !== undefined) console.error(error.message);
process.exit(status ?? 1);
