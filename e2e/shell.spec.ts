/** The shell: there before the scripts, still while they arrive, whole without Monaco. */
import type { Page } from '@playwright/test';
import {
  copied,
  editor,
  expect,
  expectVerdict,
  monacoChunk,
  monacoReady,
  pasteInto,
  test,
  verdictBar,
} from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

const TOKEN = hs256('{"sub":"shell","admin":false}');

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page can be read', async ({ page }) => {
    await page.goto('./');
    for (const name of ['Encoded token', 'Header', 'Payload', 'Key'] as const) {
      await expect(editor(page, name)).toBeVisible();
    }
    await expect(verdictBar(page)).toHaveAttribute('data-state', 'empty');
  });
});

test('a browser that is too old gets one plain sentence', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Set.prototype, 'union'));
  await page.goto('./');
  await expect(page.getByRole('alert').filter({ hasText: 'This browser is too old' })).toBeVisible();
});

test('a browser of the last 24 months gets no such sentence', async ({ page }) => {
  await page.goto('./');
  await monacoReady(page);
  await expect(page.getByText('This browser is too old')).toHaveCount(0);
});

for (const [what, address] of [
  ['the empty page', './'],
  ['a page with a token in its address', `./#token=${TOKEN}`],
] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1100, height: 800 },
    { width: 390, height: 844 },
  ]) {
    test(`nothing moves while ${what} loads at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await collectShifts(page);
      await page.goto(address);
      await monacoReady(page);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'layoutShifts'))).toEqual([]);
    });
  }
}

/** Keeps each shift that no input explains, with the elements that moved. */
async function collectShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: unknown[] = [];
    Reflect.set(globalThis, 'layoutShifts', shifts);
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null; readonly currentRect: DOMRectReadOnly }[];
    }
    const isShift = (entry: PerformanceEntry): entry is Shift => 'value' in entry && 'sources' in entry;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().filter(isShift)) {
        const moved = entry.sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? node?.nodeName);
        shifts.push({ value: entry.value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

test('the theme follows the system, then the choice, and is there before anything is painted', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./');
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  expect(dark).not.toBe(light);

  await page.emulateMedia({ colorScheme: 'light' });
  const button = page.getByRole('button', { name: /^Theme: / });
  await expect(async () => {
    if ((await background()) !== dark) await button.click();
    expect(await background()).toBe(dark);
  }).toPass();

  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      window.name ||= document.documentElement.getAttribute('data-theme') ?? 'none';
    });
  });
  await page.reload();
  expect(await page.evaluate(() => window.name)).toBe('dark');
  expect(await background()).toBe(dark);
});

test('where Monaco cannot be loaded, the plain panes do the whole job', async ({ page, troubles }) => {
  const refused: string[] = [];
  await page.route(`**/${monacoChunk()}`, (route) => {
    refused.push(route.request().url());
    return route.abort();
  });
  await page.goto(`./#token=${TOKEN}`);
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');

  await pasteInto(page, 'Payload', '{"sub":"shell","admin":true}');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(hs256('{"sub":"shell","admin":true}'));

  const other = hs256('{"sub":"another"}', 'with some other secret of some length');
  await pasteInto(page, 'Encoded token', other);
  await expectVerdict(page, 'failed', 'signature-mismatch');
  expect(await copied(page, 'Copy token')).toBe(other);

  // the browser's own line about the refused file, and nothing else
  expect(troubles.splice(0).filter((line) => !line.includes('net::ERR_FAILED'))).toEqual([]);
});
