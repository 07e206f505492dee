/** What is seen and done before the live page has come. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  BUILT_PAGE,
  copied,
  editor,
  expect,
  expectVerdict,
  pane,
  paste,
  test,
  verdict,
  verdictBar,
} from './fixtures.ts';
import { jwe, sharedSecret } from './objects.ts';
import { hs256, SECRET } from './tokens.ts';

const LIVE = 'src/app/live.tsx';
const READER = 'src/workbench/every-form.ts';
const WORKBENCH = 'src/workbench/page-workbench.ts';
const SIGNED = hs256('{"sub":"early"}');
const ENCRYPTED = jwe({ alg: 'dir', enc: 'A256GCM', kid: 'early' }, sharedSecret(32).bytes, '{"sub":"early"}');

const manifest: Record<string, { file: string }> = JSON.parse(
  readFileSync(join(BUILT_PAGE, '.vite/manifest.json'), 'utf8'),
);

/** Keeps a part of the page back; answers the function that lets it come. */
async function keepBack(page: Page, source: string): Promise<() => void> {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(`**/${manifest[source]?.file}`, async (route) => {
    await coming;
    await route.continue();
  });
  return come;
}

/** React has taken the document over. */
async function live(page: Page): Promise<void> {
  await expect(page.getByRole('tab', { name: 'Claims' })).toBeVisible();
}

test('a token of another form is read before the page is live, and its text stands there before it is read', async ({
  page,
}) => {
  const comeLive = await keepBack(page, LIVE);
  const comeWorkbench = await keepBack(page, WORKBENCH);
  const comeReader = await keepBack(page, READER);
  await page.goto(`./#token=${ENCRYPTED}`);
  await expect(editor(page, 'Encoded token')).toHaveValue(ENCRYPTED);
  const bar = verdictBar(page);
  await expect(bar).toHaveAttribute('aria-busy', 'true');
  expect([await bar.getAttribute('data-state'), await bar.getAttribute('data-code')]).toEqual([
    'unchecked',
    'checking',
  ]);

  comeReader();
  expect(await verdict(page)).toEqual({ state: 'unchecked', code: 'key-missing' });
  await expect(editor(page, 'Header')).toHaveValue('{\n  "alg": "dir",\n  "enc": "A256GCM",\n  "kid": "early"\n}');
  await expect(pane(page, 'Decrypt with')).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(0);

  comeWorkbench();
  comeLive();
  await live(page);
  expect(await verdict(page)).toEqual({ state: 'unchecked', code: 'key-missing' });
  expect(await copied(page, 'Copy token')).toBe(ENCRYPTED);
});

test('what is typed and pasted before the page is live is checked, kept and can be undone', async ({ page }) => {
  const comeLive = await keepBack(page, LIVE);
  await page.goto('./');
  await editor(page, 'Encoded token').focus();
  await page.keyboard.type('eyJ');
  await expectVerdict(page, 'malformed', 'segment-count');
  await page.keyboard.press('ControlOrMeta+A');
  await paste(page, `Authorization: Bearer ${SIGNED}`);
  await expect(editor(page, 'Encoded token')).toHaveValue(SIGNED);
  await expect(editor(page, 'Payload')).toHaveValue('{\n  "sub": "early"\n}');
  await expectVerdict(page, 'unchecked', 'key-missing');
  await page.keyboard.press('Tab');
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  await paste(page, JSON.stringify({ kty: 'oct', k: Buffer.from(SECRET).toString('base64url') }));
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(page.getByRole('tab')).toHaveCount(0);

  comeLive();
  await live(page);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(SIGNED);
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectVerdict(page, 'malformed', 'segment-count');
  expect(await copied(page, 'Copy token')).toBe('eyJ');
});

test('where parts cannot be loaded, nothing is said to be checked, and why', async ({ page, troubles }) => {
  for (const source of [LIVE, READER, WORKBENCH])
    await page.route(`**/${manifest[source]?.file}`, (route) => route.abort());
  await page.goto(`./#token=${ENCRYPTED}`);
  await expectVerdict(page, 'unchecked', 'engine-missing');
  await expect(editor(page, 'Encoded token')).toHaveValue(ENCRYPTED);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  // a signed token is read all the same
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await paste(page, SIGNED);
  await expect(editor(page, 'Payload')).toHaveValue('{\n  "sub": "early"\n}');
  await expectVerdict(page, 'unchecked', 'key-missing');
  // the browser's own lines about the refused files, and nothing else
  expect(troubles.splice(0).filter((line) => !line.includes('net::ERR_FAILED'))).toEqual([]);
});
