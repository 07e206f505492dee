/** What the page promises: tokens and keys stay in the tab, are not stored, leave the address, and are gone after Clear. */
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { BUILT_PAGE, copied, editor, expect, expectVerdict, monacoReady, pasteInto, test } from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

const PAYLOAD = '{"sub":"kept-in-the-tab","admin":false}';
const TOKEN = hs256(PAYLOAD);

/** Parts of token and key that must be found nowhere. */
const TRACES = [TOKEN.split('.')[1] ?? '', TOKEN.split('.')[2] ?? '', SECRET, 'kept-in-the-tab'];

/** A visit that uses the page: paste, key, edit, generate, theme. */
async function visit(page: Page): Promise<void> {
  await page.goto('./');
  await monacoReady(page);
  await pasteInto(page, 'Encoded token', TOKEN);
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await pasteInto(page, 'Payload', PAYLOAD.replace('false', 'true'));
  await expectVerdict(page, 'signed', 'signed-here');
  await page.getByRole('button', { name: /^Theme: / }).click();
  await copied(page, 'Copy payload');
}

test('only files of the build are asked for, by GET, without query or body', async ({ page, pageUrl }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const inOrder = request.method() === 'GET' && request.postData() === null;
    if (!request.url().startsWith('data:'))
      asked.push(inOrder ? request.url() : `${request.method()} ${request.url()}`);
  });
  await visit(page);
  const files = new Set(readdirSync(BUILT_PAGE, { recursive: true, encoding: 'utf8' }).map((file) => pageUrl + file));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((url) => url !== pageUrl && !files.has(url))).toEqual([]);
});

test.describe('with the page kept for offline use', () => {
  test.use({ serviceWorkers: 'allow' });

  test('nothing is stored but the theme and the files of the page', async ({ page, context }) => {
    await visit(page);
    await expect(page.getByRole('contentinfo')).toContainText('Offline ready', { timeout: 30_000 });
    const stored = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: await indexedDB.databases(),
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      name: window.name,
      state: history.state,
    }));
    expect(stored).toEqual({
      local: ['theme'],
      session: [],
      databases: [],
      caches: 1,
      workers: 1,
      name: '',
      state: null,
    });
    expect(await context.cookies()).toEqual([]);
    const speaking = await page.evaluate(async (traces) => {
      const found: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const text = `${request.url} ${await (await cache.match(request))?.text()}`;
          if (traces.some((trace) => text.includes(trace))) found.push(request.url);
        }
      }
      return found;
    }, TRACES);
    expect(speaking).toEqual([]);
  });
});

test('token and key are not written to the console', async ({ page }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await visit(page);
  expect(lines.filter((line) => TRACES.some((trace) => line.includes(trace)))).toEqual([]);
});

const ADDRESSES = ['token=', 'id_token=', 'access_token=', '', 'debugger-io?token='];

for (const before of ADDRESSES) {
  test(`a token after #${before} is opened, and gone from address and history at once`, async ({ page }) => {
    await page.goto('about:blank');
    await page.goto(`./#${before}${TOKEN}`);
    await expectVerdict(page, 'unchecked', 'key-missing');
    expect(await copied(page, 'Copy token')).toBe(TOKEN);
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.evaluate(() => history.length)).toBe(2);

    await page.goBack();
    await page.goForward();
    expect(page.url()).not.toContain(TOKEN.slice(0, 10));
    await expectVerdict(page, 'empty', 'nothing-pasted');
    await expectNoTrace(page);
  });
}

test('a token in a changed address is opened too, and the step back does not show it', async ({ page }) => {
  await page.goto('./');
  await expectVerdict(page, 'empty', 'nothing-pasted');
  await page.evaluate((token) => {
    location.hash = `#token=${token}`;
  }, TOKEN);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
  expect(new URL(page.url()).hash).toBe('');
  await page.goBack();
  expect(page.url()).not.toContain('token');
});

test('a key in the address fills the key box and is gone too', async ({ page }) => {
  await page.goto(`./#token=${TOKEN}&publicKey=${encodeURIComponent(SECRET)}`);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy key')).toBe(SECRET);
  expect(page.url()).not.toContain('#');
});

test('a token in the query is opened and removed, and the page says that the server has seen it', async ({ page }) => {
  await page.goto(`./?token=${TOKEN}`);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(new URL(page.url()).search).toBe('');
  await expect(page.getByText('it has been sent to the server')).toBeVisible();
});

test('ten seconds after Clear no copy of token and key is left, and undo does not bring one back', async ({ page }) => {
  await page.clock.install();
  await visit(page);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expectVerdict(page, 'empty', 'nothing-pasted');
  await page.clock.runFor(11_000);
  await expectNoTrace(page);
  for (const name of ['Encoded token', 'Header', 'Payload', 'Key'] as const) {
    await editor(page, name).focus();
    await page.keyboard.press('ControlOrMeta+Z');
  }
  await expectVerdict(page, 'empty', 'nothing-pasted');
  await expectNoTrace(page);
});

/** Neither the page's text nor any field holds a part of token or key. */
async function expectNoTrace(page: Page): Promise<void> {
  const everything = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')];
    const values = fields.map((field) => Reflect.get(field, 'value'));
    return [document.documentElement.outerHTML, location.href, ...values].join('\n');
  });
  expect(TRACES.filter((trace) => everything.includes(trace))).toEqual([]);
}

test('what a token says is shown as text, whatever it holds', async ({ page }) => {
  const hostile =
    '{"name":"<img src=x onerror=alert(1)></script><script>alert(2)</script>","link":"javascript:alert(3)"}';
  page.on('dialog', () => expect('a dialog').toBe('never shown'));
  await page.goto(`./#token=${hs256(hostile)}`);
  await monacoReady(page);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy payload')).toContain('<img src=x onerror=alert(1)>');
  await expect(page.locator('img[src="x"], a[href^="javascript"]')).toHaveCount(0);
});

test('every field keeps password managers, spell-checkers and translators away', async ({ page }) => {
  await page.goto('./');
  const wanted = {
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    'data-1p-ignore': '',
    'data-lpignore': 'true',
    'data-bwignore': '',
    'data-form-type': 'other',
    translate: 'no',
  };
  const found = await page.evaluate(
    (names) =>
      [...document.querySelectorAll('textarea')].map((field) =>
        names.filter((name) => !field.hasAttribute(name)).map((name) => `${field.ariaLabel} lacks ${name}`),
      ),
    Object.keys(wanted),
  );
  expect(found.length).toBeGreaterThanOrEqual(1);
  expect(found.flat()).toEqual([]);
});
