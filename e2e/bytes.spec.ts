/** The Bytes tab: characters, bits, bytes and text linked with each other and with the panes, and changed in place. */
import type { Locator, Page } from '@playwright/test';
import { copied, expect, expectVerdict, openPage, type PaneName, pane, pasteBoth, test } from './fixtures.ts';
import { hs256, hs256Of, SECRET } from './tokens.ts';

const TOKEN = hs256('{"name":"Zoë","exp":1795534800}', SECRET, '{"alg":"HS256"}');

const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector', exact: true });
const grid = (page: Page): Locator => inspector(page).getByRole('grid', { name: 'Characters, bits and bytes' });
const cell = (page: Page, name: string | RegExp): Locator =>
  grid(page)
    .getByRole('gridcell', typeof name === 'string' ? { name, exact: true } : { name })
    .first();
const list = (page: Page): Locator => inspector(page).getByRole('table', { name: 'All bytes' });

async function openBytes(page: Page, part: string): Promise<void> {
  await inspector(page).getByRole('tab', { name: 'Bytes', exact: true }).click();
  await inspector(page).getByRole('radio', { name: part, exact: true }).check();
}

/** The names of the cells that are selected, row by row. */
function selected(page: Page): Promise<readonly (readonly string[])[]> {
  return grid(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(row.querySelectorAll('[aria-selected="true"]'), (one) => one.getAttribute('aria-label') ?? ''),
      ),
    );
}

async function expectMarked(page: Page, name: PaneName, how: 'select' | 'point', text: string): Promise<void> {
  await expect
    .poll(async () => (await pane(page, name).locator(`.mark-${how}`).allTextContents()).join(''), name)
    .toBe(text);
}

test('a character is linked with its bits, its bytes and its letters, here and in the panes', async ({ page }) => {
  await openPage(page, `./#token=${TOKEN}`);
  await openBytes(page, 'Header');
  await cell(page, /^c, /).click();
  await expect(inspector(page).getByText('c is value 28, bits 011100.', { exact: false })).toHaveText(
    'c is value 28, bits 011100. It carries the last 4 bits of g and the first 2 bits of ".',
  );
  const bits = ['0, bit 1 of c', '1, bit 2 of c', '1, bit 3 of c', '1, bit 4 of c', '0, bit 5 of c', '0, bit 6 of c'];
  expect(await selected(page)).toEqual([['c, value 28, bits 011100'], bits, ['byte 4, 67', 'byte 5, 22'], ['g', '"']]);
  await expectMarked(page, 'Encoded token', 'select', 'c');
  await expectMarked(page, 'Header', 'select', 'g"');

  await page.keyboard.press('Escape');
  await expectMarked(page, 'Header', 'select', '');
  expect((await selected(page)).flat()).toEqual([]);
  await expect(cell(page, /^c, /)).toBeFocused();

  await cell(page, 'byte 2, 61').hover();
  await expectMarked(page, 'Encoded token', 'point', 'Jh');
  await expectMarked(page, 'Header', 'point', 'a');
  await page.mouse.move(0, 0);
  await expectMarked(page, 'Header', 'point', '');

  // what is selected elsewhere is gone to
  await inspector(page)
    .getByRole('tab', { name: /^Claims/ })
    .click();
  await inspector(page).getByRole('button', { name: 'exp', exact: true }).click();
  await inspector(page).getByRole('tab', { name: 'Bytes', exact: true }).click();
  await expect(inspector(page).getByRole('radio', { name: 'Payload', exact: true })).toBeChecked();
  const facts = inspector(page).getByRole('region', { name: 'Selected bytes' });
  await expect(facts.getByRole('heading')).toHaveText(/exp/);
  await expect(facts.getByText('/exp', { exact: true })).toBeVisible();
  await expect(list(page).locator('[data-row="text"][data-mark^="selected"]').first()).toBeInViewport();
});

test('one stop of the Tab key; arrows move through characters, bits, bytes and letters of several bytes', async ({
  page,
}) => {
  await openPage(page, `./#token=${TOKEN}`);
  await openBytes(page, 'Payload');
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  await cell(page, /^e, /).focus();
  const focused = page.locator(':focus');
  for (const [key, name] of [
    ['Shift+ArrowRight', /^Y, value 24/],
    ['ArrowDown', '0, bit 1 of Y'],
    ['ArrowRight', '1, bit 2 of Y'],
    ['ArrowDown', 'byte 3, 61'],
    ['ArrowDown', 'a'],
    ['End', '}'],
    ['Home', '{'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(focused, key).toHaveAccessibleName(name);
  }
  for (let step = 0; step < 11; step++) await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAccessibleName('ë');
  await expect(inspector(page).getByText('ë is U+00EB, bytes 11–12.')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAccessibleName('"');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAccessibleName('p');
  // the page's own single letters do nothing here: this one would clear it
  await page.keyboard.press('x');
  await expect(focused).toHaveAccessibleName('p');
});

test('a character or a bit is changed in place: the token follows, and Undo brings it back', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await openBytes(page, 'Header');
  await cell(page, /^i, /).click();
  await page.keyboard.press('j');
  await expectVerdict(page, 'malformed', 'header-not-json');
  await expect(inspector(page).getByText(/became #, so this is no longer JSON/)).toHaveText(
    'i became j (value 34 → 35, one bit). The quote after alg became #, so this is no longer JSON.',
  );
  await expect(cell(page, /^j, /)).toBeFocused();
  expect(await copied(page, 'Copy token')).toBe(`${TOKEN.slice(0, 7)}j${TOKEN.slice(8)}`);

  // the last bit of j, turned over with the keys and with the pointer
  await cell(page, /^j, /).click();
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(inspector(page).getByText(/so this is JSON again/)).toBeVisible();
  await cell(page, '0, bit 6 of i').click();
  await expectVerdict(page, 'malformed', 'header-not-json');
  await inspector(page).getByRole('button', { name: 'Bit 6', exact: true }).click();
  await expectVerdict(page, 'verified', 'signature-match');

  await openBytes(page, 'Signature');
  await cell(page, /, value \d+, bits/).click();
  await page.keyboard.press('End');
  await expect(inspector(page).getByText('The last 2 bits are spare, and zero as they must be.')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveAccessibleName('0, spare bit');
  await page.keyboard.press('Enter');
  await expectVerdict(page, 'malformed', 'base64-trailing-bits');
  await expect(inspector(page).getByText(/spare and not zero: another spelling/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo edit', exact: true }).click();
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
});

test('a long token is windowed, and all of it is reached', async ({ page }) => {
  const token = hs256Of(400_000);
  await openPage(page);
  await pasteBoth(page, token, SECRET);
  await openBytes(page, 'Payload');
  const rows = list(page).getByRole('row');
  await expect(rows.nth(1)).toContainText('{"');
  expect(await rows.count()).toBeLessThan(60);
  await list(page)
    .locator('xpath=ancestor::section[1]')
    .evaluate((one) => one.scrollTo(0, one.scrollHeight));
  await expect(rows.last()).toContainText('"}');
  // on a slow machine the row is drawn anew, with what is pointed at, between press and release
  await page.evaluate(() => {
    const wait = (until: number) => {
      while (performance.now() < until);
    };
    addEventListener('pointermove', () => wait(performance.now() + 100), { capture: true });
  });
  const last = await list(page).locator('[data-row="bytes"]').last().boundingBox();
  if (last === null) throw new Error('the last row is not drawn');
  await Promise.all([page.mouse.move(last.x + last.width - 3, last.y + 3), page.mouse.down()]);
  await expect(list(page).locator('[data-row="bytes"][data-mark="pointed"]')).toHaveCount(1);
  await page.mouse.up();
  await expect(page.locator(':focus')).toHaveAttribute('data-row', 'bytes');
  await expect(cell(page, /^\}$|^"$/)).toBeVisible();
});
