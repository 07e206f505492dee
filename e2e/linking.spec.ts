/** What is pointed at in one place is seen in the others: claims, JSON, the letters of the token; and times behind their values. */
import type { Locator, Page } from '@playwright/test';
import {
  copied,
  editor,
  expect,
  expectVerdict,
  openPage,
  type PaneName,
  pane,
  paste,
  pasteBoth,
  pasteInto,
  test,
} from './fixtures.ts';
import { hs256 } from './tokens.ts';
import { vectorRow } from './vector-rows.ts';

/** Seconds. */
const NOW = Date.UTC(2026, 10, 24, 15, 25, 28) / 1000;

const CLAIMS = {
  iss: 'https://id.example.com',
  sub: 'usr_8Jm2Qk4TzV',
  aud: ['a1', 'b2'],
  iat: NOW - 900,
  exp: NOW + 872,
};
const TOKEN = hs256(JSON.stringify(CLAIMS));
const LETTERS = TOKEN.split('.')[1] ?? '';

/** The letters that hold a bit of a piece of the payload. */
function lettersOf(piece: string, json = JSON.stringify(CLAIMS), letters = LETTERS): string {
  const at = json.indexOf(piece);
  return letters.slice(Math.floor((at * 8) / 6), Math.ceil(((at + piece.length) * 8) / 6));
}

const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector', exact: true });
const row = (page: Page, name: string): Locator =>
  inspector(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}\\b`) }) });
const rowButton = (page: Page, name: string): Locator => row(page, name).getByRole('button', { name, exact: true });
const inPane = (page: Page, name: PaneName, text: string): Locator => pane(page, name).getByText(text).first();

/** The characters that a pane marks. */
async function marked(page: Page, name: PaneName, how: 'select' | 'point'): Promise<string> {
  const pieces = await pane(page, name).locator(`.mark-${how}`).allTextContents();
  return pieces.join('').replaceAll('\u00a0', ' ');
}

function expectMarked(page: Page, name: PaneName, how: 'select' | 'point', text: string): Promise<void> {
  return expect.poll(() => marked(page, name, how), { message: `${name} marks` }).toBe(text);
}

test('pointing at a member or at a claim marks it softly everywhere, and moves nothing', async ({ page }) => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`claim_${index}`, index]));
  const claims = JSON.stringify({ ...CLAIMS, ...many });
  const token = hs256(claims);
  await openPage(page, `./#token=${token}`);
  await inPane(page, 'Payload', 'usr_8Jm2Qk4TzV').hover();
  await expectMarked(page, 'Payload', 'point', '"sub": "usr_8Jm2Qk4TzV"');
  await expectMarked(page, 'Encoded token', 'point', lettersOf('"sub":"usr_8Jm2Qk4TzV"', claims, token.split('.')[1]));
  await expect(row(page, 'sub')).toHaveAttribute('data-mark', 'pointed');
  await expect(rowButton(page, 'sub')).toHaveAttribute('aria-pressed', 'false');
  await inPane(page, 'Payload', 'b2').hover();
  await expectMarked(page, 'Payload', 'point', '"b2"');
  await expect(row(page, 'aud')).toHaveAttribute('data-mark', 'pointed');

  await rowButton(page, 'claim_59').hover();
  await expect(row(page, 'claim_59')).toHaveAttribute('data-mark', 'pointed');
  await expect(inPane(page, 'Payload', 'usr_8Jm2Qk4TzV')).toBeInViewport();
  expect(await marked(page, 'Payload', 'select')).toBe('');
  await rowButton(page, 'claim_59').click();
  await expectMarked(page, 'Payload', 'select', '"claim_59": 59');
  await expect(pane(page, 'Payload').locator('.mark-select').first()).toBeInViewport();
  await expect(pane(page, 'Encoded token').locator('.mark-select').first()).toBeInViewport();
  await expect(rowButton(page, 'claim_59')).toBeFocused();
  await page.mouse.move(0, 0);
  await expect(pane(page, 'Payload').locator('.mark-point')).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(inspector(page).getByRole('tab', { name: 'Bytes', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expectMarked(page, 'Payload', 'select', '"claim_59": 59');
});

test('the caret marks what it rests in elsewhere, in JSON and in the token, until Escape', async ({ page }) => {
  await openPage(page, `./#token=${TOKEN}`);
  await inPane(page, 'Payload', 'usr_8Jm2Qk4TzV').click();
  await page.mouse.move(0, 0);
  await expectMarked(page, 'Encoded token', 'select', lettersOf('"sub":"usr_8Jm2Qk4TzV"'));
  await expect(rowButton(page, 'sub')).toHaveAttribute('aria-pressed', 'true');
  expect(await marked(page, 'Payload', 'select')).toBe('');
  await expect(editor(page, 'Payload')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rowButton(page, 'iss')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(page.locator('.mark-select')).toHaveCount(0);
  await expect(rowButton(page, 'iss')).toHaveAttribute('aria-pressed', 'false');

  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+End');
  for (let left = 0; left < 50; left++) await page.keyboard.press('ArrowLeft');
  await expectMarked(page, 'Payload', 'select', `"exp": ${CLAIMS.exp}`);
  await expect(rowButton(page, 'exp')).toHaveAttribute('aria-pressed', 'true');
  // another token is not marked
  await pasteInto(page, 'Encoded token', hs256('{"exp":1}'));
  await expect(rowButton(page, 'exp')).toHaveAttribute('aria-pressed', 'false');
});

test('a plain pane tells of pointer and caret as well, and has its times in the colours of the system', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`./#token=${TOKEN}`);
  await expect(row(page, 'sub')).toBeVisible();
  const box = await editor(page, 'Payload').boundingBox();
  if (box === null) throw new Error('it is there');
  const place = [box.x + 90, box.y + 8 + 2.5 * 20] as const;
  await page.mouse.move(...place);
  await expectMarked(page, 'Payload', 'point', '"sub": "usr_8Jm2Qk4TzV"');
  await expect(row(page, 'sub')).toHaveAttribute('data-mark', 'pointed');
  await page.mouse.click(...place);
  await expectMarked(page, 'Encoded token', 'select', lettersOf('"sub":"usr_8Jm2Qk4TzV"'));
  await expect(pane(page, 'Payload').locator('.plain-hint')).toHaveCount(2);
  await expect(editor(page, 'Payload')).toHaveValue(
    JSON.stringify(CLAIMS, null, 2).replace(/\[[^\]]*\]/, '["a1", "b2"]'),
  );
});

test('behind a time stands when that is, ticking, and it is no part of the text', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  await openPage(page, `./#token=${TOKEN}`);
  const payload = pane(page, 'Payload');
  await page.clock.pauseAt((NOW + 60) * 1000);
  await page.clock.runFor(1100);
  await expect(payload.locator('.hint')).toHaveText([
    'today 15:10:28 UTC · 16 min 1 s ago',
    'today 15:40:00 UTC · in 13 min 31 s',
  ]);
  await expect(payload.locator('.hint-ok')).toContainText('15:40:00');
  await page.clock.fastForward(812_000);
  await page.clock.runFor(1100);
  await expect(payload.locator('.hint-fail')).toHaveText('today 15:40:00 UTC · 2 s ago');
  expect(await copied(page, 'Copy payload')).toBe(
    JSON.stringify(CLAIMS, null, 2).replace(/\[[^\]]*\]/, '["a1", "b2"]'),
  );
  await payload.getByRole('button', { name: /exact/i }).click();
  await expect(payload.locator('.hint')).toHaveCount(0);
});

test('a claim that is disclosed is its disclosure, and one of an inner layer its letters in the content', async ({
  page,
}) => {
  const issued = vectorRow('sd-jwt', 'flat-all');
  await openPage(page);
  await pasteBoth(page, issued.text, issued.keyText);
  await expectVerdict(page, 'verified', 'signature-match');
  await inspector(page).getByRole('tab', { name: 'Claims', exact: true }).click();
  await rowButton(page, 'family_name').click();
  await expectMarked(page, 'Encoded token', 'select', issued.text.split('~')[2] ?? '');
  await expect(rowButton(page, 'family_name')).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: 'Clear' }).first().click();
  await expect(page.locator('.mark-select')).toHaveCount(0);
  await paste(page, vectorRow('nested', 'jwt-in-jwe').text);
  await pasteInto(page, 'Key', vectorRow('nested', 'jwt-in-jwe-outer-key').keyText);
  const content = pane(page, 'Decrypted content');
  await expect(content.locator('.seg-p').first()).toBeVisible();
  await content.locator('.seg-p').first().click();
  await inspector(page).getByRole('tab', { name: 'Claims', exact: true }).click();
  await expect(inspector(page).locator('tr[data-mark="selected"]')).toHaveCount(1);
  await expect(pane(page, 'Encoded token').locator('.mark-select')).toHaveCount(0);
});
