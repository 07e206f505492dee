/** The Findings tab: what the rules found, marked in the token, filtered, muted and taken along. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectVerdict, openPage, pane, pasteInto, test } from './fixtures.ts';
import { base64url, hs256 } from './tokens.ts';

const HEADER = '{"alg":"HS256","typ":"JWT","kid":"../../dev/null"}';
const PAYLOAD = '{"sub":"a","password":"hunter2","iat":1795533000}';
const TOKEN = `${base64url(HEADER)}.${base64url(PAYLOAD)}.${base64url('x'.repeat(32))}`;

async function openFindings(page: Page, token = TOKEN) {
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await page.getByRole('tab', { name: 'Findings' }).click();
  return page.getByRole('list', { name: 'Findings', exact: true });
}

test('a finding selects its characters in the token and in the JSON, by press and by F8', async ({ page }) => {
  const list = await openFindings(page);
  const kid = list.getByRole('listitem').filter({ hasText: 'kid-path-traversal' });
  const title = kid.getByRole('button').first();
  await expect(kid.getByText('"../../dev/null"')).toBeVisible();
  await title.click();
  await expect(title).toHaveAttribute('aria-pressed', 'true');
  const marked = async (name: 'Encoded token' | 'Header') =>
    (await pane(page, name).locator('.mark-select').allTextContents()).join('');
  await expect.poll(() => marked('Header')).toBe('"../../dev/null"');
  // the characters that hold any bit of the value
  const at = HEADER.indexOf('"../../dev/null"');
  const characters = base64url(HEADER).slice(Math.floor((at * 8) / 6), Math.ceil(((at + 16) * 8) / 6));
  await expect.poll(() => marked('Encoded token')).toBe(characters);
  await title.click();
  await expect.poll(() => marked('Header')).toBe('');

  await pane(page, 'Payload').getByRole('textbox').focus();
  await page.keyboard.press('F8');
  const first = list.getByRole('button').first();
  await expect(first).toBeFocused();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('F8');
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Shift+F8');
  await expect(first).toBeFocused();
});

test('findings are filtered by severity and words; a muted rule is counted nowhere', async ({ page }) => {
  const list = await openFindings(page);
  const tab = page.getByRole('tab', { name: 'Findings' });
  const all = page.getByRole('button', { name: /^All \d+$/ });
  await expect(all).toHaveAttribute('aria-pressed', 'true');
  const before = Number((await all.textContent())?.replace(/\D/g, ''));
  await page.getByRole('button', { name: /^Errors \d+$/ }).click();
  await expect(list.locator('[data-severity]:not([data-severity="error"])')).toHaveCount(0);
  await all.click();
  await page.getByRole('searchbox', { name: 'Filter findings' }).fill('path');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Mute kid-path-traversal' }).click();
  await expect(all).toHaveText(`All ${before - 1}`);
  await expect(tab).toContainText(String(before - 1));
  const muted = page.getByRole('list', { name: 'Muted rules' });
  await expect(muted.getByRole('listitem')).toHaveCount(1);
  await muted.getByRole('button', { name: 'Unmute kid-path-traversal' }).click();
  await expect(all).toHaveText(`All ${before}`);
});

test('the findings are copied as text, JSON and SARIF, without the token', async ({ page }) => {
  await openFindings(page);
  const taken: Record<string, string> = {};
  for (const form of ['text', 'JSON', 'SARIF 2.1.0']) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: `Copy as ${form}` }).click();
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).not.toBe('');
    taken[form] = await read();
    expect(taken[form]).toContain('kid-path-traversal');
    expect(taken[form]).not.toContain(TOKEN.slice(0, 30));
  }
  const sarif = JSON.parse(taken['SARIF 2.1.0'] ?? '');
  const results: { ruleId: string; level: string }[] = sarif.runs[0].results;
  expect([sarif.version, results.find(({ ruleId }) => ruleId === 'kid-path-traversal')?.level]).toEqual([
    '2.1.0',
    'error',
  ]);
  expect(JSON.parse(taken.JSON ?? '').findings).toHaveLength(results.length);
});

test('a weak secret is found, among the known ones and in a list, and put into the key box', async ({ page }) => {
  await openFindings(page, hs256('{"sub":"a"}', 'secret'));
  const search = page.getByRole('region', { name: 'Weak secret' });
  const outcome = search.getByRole('status').last();
  await search.getByRole('button', { name: 'Search for a weak secret' }).click();
  await expect(outcome).toContainText('The secret is “secret”: anyone can sign such a token');
  const put = search.getByRole('button', { name: 'Put it into the key box' });
  await put.click();
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(put).toBeFocused();

  await pasteInto(page, 'Encoded token', hs256('{"sub":"a"}', 'of a list alone'));
  await expect(outcome).toBeEmpty();
  const choosing = page.waitForEvent('filechooser');
  await search.getByRole('button', { name: 'Choose a word list' }).click();
  const buffer = Buffer.from('one\r\nof a list alone\r\n');
  await (await choosing).setFiles({ name: 'words.txt', mimeType: 'text/plain', buffer });
  await expect(search.getByText('Word list: words.txt')).toBeVisible();
  await search.getByRole('button', { name: 'Search for a weak secret' }).click();
  await expect(outcome).toContainText('Found in your word list');
  await search.getByRole('button', { name: 'Without the list' }).click();
  await search.getByRole('button', { name: 'Search for a weak secret' }).click();
  await expect(outcome).toContainText(/No match among [\d,]+ secrets/);

  await pasteInto(page, 'Encoded token', hs256('{"sub":"a"}', 'secret', '{"alg":"RS256"}'));
  await expect(search.getByText('Only the secret of an HS256, HS384 or HS512 token')).toBeVisible();
  await expect(search.getByRole('button')).toHaveCount(0);
});

test('a long search tells how far it is, goes on behind another tab, and ends by Stop and by an edit', async ({
  page,
}) => {
  await openFindings(page, hs256('{"sub":"a"}', 'nobody guesses this'));
  const search = page.getByRole('region', { name: 'Weak secret' });
  const progress = search.getByRole('progressbar', { name: 'Trying secrets' });
  await dropLongList(page, search);
  await expect(search.getByText('Word list: long.txt')).toBeVisible();
  const start = search.getByRole('button', { name: 'Search for a weak secret' });
  await start.click();
  await expect(progress).toBeVisible();
  await expect(search.getByText(/^No match so far, [\d,]+ a second\.$/)).toBeVisible();
  await page.getByRole('tab', { name: 'Claims' }).click();
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(progress).toBeVisible();
  await search.getByRole('button', { name: 'Stop' }).click();
  await expect(progress).toHaveCount(0);
  await start.click();
  await expect(progress).toBeVisible();
  await pasteInto(page, 'Encoded token', hs256('{"sub":"b"}', 'nobody guesses this'));
  await expect(progress).toHaveCount(0);
  await expect(search.getByText('Word list: long.txt')).toBeVisible();
});

/** Made in the page: its 18 MB take long to get there. */
async function dropLongList(page: Page, onto: Locator): Promise<void> {
  const dataTransfer = await page.evaluateHandle(() => {
    const lines = Array.from({ length: 3_000_000 }, (_, index) => index.toString(36));
    const transfer = new DataTransfer();
    transfer.items.add(new File([lines.join('\n')], 'long.txt', { type: 'text/plain' }));
    return transfer;
  });
  await onto.dispatchEvent('drop', { dataTransfer });
}
