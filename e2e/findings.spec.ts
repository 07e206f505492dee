/** The Findings tab: what the rules found, marked in the token, filtered, muted and taken along. */
import { expect, openPage, pane, pasteInto, test } from './fixtures.ts';
import { base64url } from './tokens.ts';

const HEADER = '{"alg":"HS256","typ":"JWT","kid":"../../dev/null"}';
const PAYLOAD = '{"sub":"a","password":"hunter2","iat":1795533000}';
const TOKEN = `${base64url(HEADER)}.${base64url(PAYLOAD)}.${base64url('x'.repeat(32))}`;

async function openFindings(page: Parameters<typeof openPage>[0]) {
  await openPage(page);
  await pasteInto(page, 'Encoded token', TOKEN);
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
