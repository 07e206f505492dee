import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const finder = pathToFileURL(resolve(import.meta.dirname, 'find-browser.mjs')).href;
let sandbox = '';
beforeEach(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'browsers-'));
});
afterEach(() => rmSync(sandbox, { recursive: true }));

/** Makes a command that answers 0 and does what is written. */
function command(path: string, script = ''): string {
  const file = join(sandbox, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

type Finder = 'findChromium' | 'findFirefox' | 'findWebKitGtk' | 'findBroadway';

/** What is found in a system that holds only what was made here. */
function find(which: Finder, env: Record<string, string> = {}): string {
  const code = `import('${finder}').then((m) => console.log(m.${which}())).catch((e) => console.log(e.message))`;
  const { stdout } = spawnSync(process.execPath, ['-e', code], {
    encoding: 'utf8',
    env: { PATH: join(sandbox, 'bin'), PLAYWRIGHT_BROWSERS_PATH: join(sandbox, 'playwright'), ...env },
  });
  return stdout.trim();
}

// elsewhere the fixed places of the system would be found besides
describe.runIf(process.platform === 'linux')('a browser is found', { timeout: 60_000 }, () => {
  test('first by its variable', () => {
    const chosen = command('elsewhere/my-chromium');
    command('bin/chromium');
    expect(find('findChromium', { CHROMIUM_PATH: chosen })).toBe(chosen);
    expect(find('findChromium', { CHROMIUM_PATH: '/nowhere' })).toBe(
      'CHROMIUM_PATH names /nowhere, which cannot be run.',
    );
  });

  test('then on the PATH', () => {
    const chrome = command('bin/google-chrome');
    expect(find('findChromium')).toBe(chrome);
    const chromium = command('bin/chromium');
    expect(find('findChromium')).toBe(chromium);
    const firefox = command('bin/firefox-esr');
    expect(find('findFirefox')).toBe(firefox);
  });

  test.runIf(process.getuid?.() === 0)('then, as root, by the package of the distribution', () => {
    const made = command('made');
    command('bin/npx', 'exit 1');
    command('bin/apt-get', `[ "$1" = install ] && /bin/cp ${made} ${join(sandbox, 'bin/chromium')}; exit 0`);
    expect(find('findChromium')).toBe(join(sandbox, 'bin/chromium'));
  });

  test('and where there is none, one sentence names every way', () => {
    const sentence = find('findChromium');
    for (const way of ['CHROMIUM_PATH', 'Playwright browser', 'system', 'npx playwright install chromium', 'apt-get']) {
      expect(sentence).toContain(way);
    }
    expect(find('findFirefox')).toContain('FIREFOX_PATH');
  });

  test('of WebKitGTK never by an installation: the sentence names the packages', () => {
    const installed = join(sandbox, 'installed');
    command('bin/apt-get', `/bin/touch ${installed}`);
    expect(find('findWebKitGtk')).toContain('webkit2gtk-driver');
    expect(find('findBroadway')).toContain('libgtk-3-bin');
    expect(existsSync(installed)).toBe(false);
    const broadway = command('bin/broadwayd');
    expect(find('findBroadway')).toBe(broadway);
  });
});
