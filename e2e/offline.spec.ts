/** One visit, and the page needs no network any more; a newer version is taken when the person says so. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { IN_THE_BUILT_PAGE } from '../scripts/deploy/files.mjs';
import { createPageServer } from '../scripts/page-server.mjs';
import {
  addressOf,
  BUILT_PAGE,
  test as base,
  copied,
  expect,
  expectVerdict,
  monacoReady,
  openPage,
  pane,
  pasteBoth,
} from './fixtures.ts';
import { CLAIMS, jwe, rsaPair } from './objects.ts';
import { hs256, rs256, SECRET } from './tokens.ts';

const BELOW = '/some/project/';

/** The page on a site that counts what it is asked for, that can be out of reach, and that can change to a newer build. */
interface Site {
  /** paths, in order */
  readonly asked: string[];
  serve(directory: string): void;
  isReachable: boolean;
}

const test = base.extend<{ readonly fresh: undefined }, { readonly site: Site & { readonly url: string } }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const asked: string[] = [];
      let answer: RequestListener;
      const site = { asked, isReachable: true, serve, url: '' };
      function serve(directory: string) {
        const inner = createPageServer({ directory, base: BELOW });
        answer = (request, response) => void inner.emit('request', request, response);
      }
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        if (site.isReachable) answer(request, response);
        else request.socket.destroy();
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      await use(Object.assign(site, { url: addressOf(server, '127.0.0.1') + BELOW }));
      server.close();
      server.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  pageUrl: [async ({ site }, use) => use(site.url), { scope: 'worker' }],
  fresh: [
    async ({ site }, use) => {
      site.asked.length = 0;
      site.isReachable = true;
      site.serve(BUILT_PAGE);
      await use(undefined);
    },
    { auto: true },
  ],
});

test.use({ serviceWorkers: 'allow' });

const statusBar = (page: Page) => page.getByRole('contentinfo');
const offlineReady = (page: Page) => expect(statusBar(page)).toContainText('Offline ready', { timeout: 30_000 });

const READER = rsaPair();
const READER_KEY = READER.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test('after one visit nothing is asked of the network, and the page works whole without it', async ({
  page,
  context,
  site,
}) => {
  await openPage(page);
  await offlineReady(page);
  const askedWhenReady = site.asked.length;

  // signed, with the reader, the engine's worker and the algorithm that come late
  const token = rs256('{"sub":"offline"}', READER.privateKey);
  const workWhole = async () => {
    await pasteBoth(page, token, READER.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    await expectVerdict(page, 'verified', 'signature-match');
    await pasteBoth(page, jwe({ alg: 'RSA-OAEP', enc: 'A192CBC-HS384' }, READER.publicKey, CLAIMS), READER_KEY);
    await expectVerdict(page, 'decrypted', 'decrypted');
    await expect(pane(page, 'Decrypted content')).toContainText('sub');
  };
  await workWhole();
  expect(site.asked.slice(askedWhenReady)).toEqual([]);

  site.isReachable = false;
  await context.setOffline(true);
  await page.reload();
  await monacoReady(page);
  await workWhole();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await offlineReady(page);
  // the browser itself asks for a newer worker after it has opened the page; nobody else asks for anything
  expect(site.asked.slice(askedWhenReady).filter((path) => path !== `${BELOW}sw.js`)).toEqual([]);
});

test('only the files of the build are kept, whatever the address holds, and the page can be installed', async ({
  page,
  context,
  site,
}) => {
  const token = hs256('{"sub":"kept-nowhere"}');
  await openPage(page);
  await offlineReady(page);
  const answered = await page.goto(`./?token=${token}&x=1#token=${token}`);
  expect(answered?.fromServiceWorker()).toBe(true);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await page.goto('about:blank');
  await page.goto(`./index.html?id_token=${token}`);
  await expectVerdict(page, 'unchecked', 'key-missing');

  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, urls: requests.flat().map(({ url }) => url) };
  });
  expect(kept.names).toEqual([expect.stringMatching(/^jwt-debugger-[0-9a-f]{16}-precache-v2-http:/)]);
  const built = readdirSync(BUILT_PAGE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.vite') && !NOT_KEPT.includes(entry.name))
    .map((entry) => site.url + join(entry.parentPath, entry.name).slice(BUILT_PAGE.length + 1));
  expect(kept.urls.map((url) => url.replace(/\?__WB_REVISION__=[0-9a-f]{32}$/, '')).sort()).toEqual(built.sort());
  expect(site.asked.filter((path) => path.includes('token'))).toEqual([]);
  // no other address is answered with the page
  const other = await context.newPage();
  expect((await other.goto(`${site.url}licenses.txt`))?.headers()['content-type']).toContain('text/plain');
  expect((await other.goto(`${site.url}missing.txt`))?.status()).toBe(404);
  await other.close();

  const cdp = await context.newCDPSession(page);
  const { errors, data } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ name: 'JWT debugger', start_url: './', scope: './' });
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

/** The worker itself, and what the page never asks for. */
const NOT_KEPT: readonly string[] = ['sw.js', 'SHA256SUMS', ...IN_THE_BUILT_PAGE];

test('a newer version waits until it is asked for, and leaves an older tab at work', async ({
  page,
  context,
  site,
  pageUrl,
}) => {
  const newer = newerBuild();
  const other = await context.newPage();
  try {
    await openPage(page);
    await offlineReady(page);
    await pasteBoth(page, hs256('{"sub":"at work"}'), SECRET);
    await other.goto(pageUrl);
    await offlineReady(other);

    site.serve(newer);
    // the browser looks for a newer worker whenever it opens the page
    await other.reload();
    const notice = (one: Page) => one.getByRole('main').getByText('A new version is ready');
    await expect(notice(other)).toBeVisible({ timeout: 30_000 });
    await expect(notice(page)).toBeVisible();
    await expect(page.getByText('Reloading clears token and key.')).toBeVisible();
    await expect(other.getByText('Reloading clears token and key.')).toHaveCount(0);
    await expect(page).toHaveTitle('JWT debugger');

    await page.getByRole('button', { name: 'Later' }).click();
    await expect(notice(page)).toHaveCount(0);
    await expectVerdict(page, 'verified', 'signature-match');
    await statusBar(page).getByRole('button', { name: 'New version ready' }).click();
    await expect(notice(page)).toBeVisible();

    const opened: string[] = [];
    for (const one of [page, other]) one.on('framenavigated', () => void opened.push(one === page ? 'page' : 'other'));
    await other.getByRole('button', { name: 'Reload to update' }).click();
    await expect(other).toHaveTitle('JWT debugger, newer');
    await offlineReady(other);
    // the other tab did not ask: it keeps what is in it, and finds the late parts that the newer build no longer has
    await expect(notice(page)).toHaveCount(0);
    await expect(page).toHaveTitle('JWT debugger');
    await expectVerdict(page, 'verified', 'signature-match');
    expect(await copied(page, 'Copy key')).toBe(SECRET);
    await pasteBoth(page, jwe({ alg: 'RSA-OAEP', enc: 'A192CBC-HS384' }, READER.publicKey, CLAIMS), READER_KEY);
    await expectVerdict(page, 'decrypted', 'decrypted');
    expect(opened).toEqual(['other']);
  } finally {
    await other.close();
    rmSync(newer, { recursive: true });
  }
});

/** The build with another title, and without the reader of encrypted tokens, as if that had got another name. */
function newerBuild(): string {
  const directory = mkdtempSync(join(tmpdir(), 'newer-'));
  cpSync(BUILT_PAGE, directory, { recursive: true });
  change(join(directory, 'index.html'), (html) =>
    html.replace('<title>JWT debugger</title>', '<title>JWT debugger, newer</title>'),
  );
  for (const file of readdirSync(join(directory, 'assets')))
    if (file.startsWith('examine-jwe')) rmSync(join(directory, 'assets', file));
  change(join(directory, 'sw.js'), (code) =>
    code
      .replace(/jwt-debugger-[0-9a-f]{16}/, 'jwt-debugger-0123456789abcdef')
      .replace(/(url:"index\.html",revision:")[0-9a-f]{32}/, `$1${'0'.repeat(32)}`)
      .replace(/\{url:"assets\/examine-jwe[^}]*\},?/g, ''),
  );
  return directory;
}

function change(file: string, edit: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`There was nothing to change in ${file}.`);
  writeFileSync(file, after);
}
