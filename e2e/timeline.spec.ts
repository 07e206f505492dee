/** The timeline of the Claims tab: it goes with the clock, its needle moves, and its edits are edits of the payload. */
import type { Locator, Page } from '@playwright/test';
import { violationsIn } from './axe.ts';
import { copied, editor, expect, expectVerdict, openPage, pasteBoth, test } from './fixtures.ts';
import { hs256, SECRET, textOf } from './tokens.ts';

/** Seconds. */
const NOW = Date.UTC(2026, 10, 24, 15, 25, 28) / 1000;
const START = NOW - 928;
const TOKEN = hs256(`{"sub":"a","n":1.0,"iat":${START},"nbf":${START},"exp":${NOW + 872}}`);

const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector', exact: true });
const needle = (page: Page): Locator => inspector(page).getByRole('slider', { name: 'Check as of' });
const said = (page: Page): Locator => inspector(page).getByRole('status');
const chip = (page: Page): Locator => inspector(page).getByText(/^as of .+, not now$/);

/** The page with a token, and a clock that stands at `NOW`. */
async function openAt(page: Page, token: string): Promise<void> {
  await page.clock.install({ time: (NOW - 60) * 1000 });
  await openPage(page, `./#token=${token}`);
  await expect(needle(page)).toBeVisible();
  await page.clock.pauseAt((NOW - 1) * 1000);
  await page.clock.runFor(1000);
  await expect(needle(page)).toHaveAttribute('aria-valuetext', /^15:25:28/);
}

async function chooseEdit(page: Page, item: string): Promise<void> {
  await inspector(page).getByRole('button', { name: 'Edit times' }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test.use({ timezoneId: 'Europe/Berlin' });

test('it goes with the clock, and the token expires while one looks', async ({ page }) => {
  await openAt(page, TOKEN);
  await expect(needle(page)).toHaveAttribute('aria-valuetext', '15:25:28, valid');
  const picture = inspector(page).locator('.timeline-line');
  await expect(picture).toContainText('14 min 32 s left');
  await expect(picture).toContainText('of 30 min');
  await page.clock.runFor(2000);
  await expect(picture).toContainText('14 min 30 s left');
  await page.clock.fastForward(870_000);
  await page.clock.runFor(1000);
  await expect(needle(page)).toHaveAttribute('aria-valuetext', '15:40:01, within the skew');
  await page.clock.fastForward(60_000);
  await page.clock.runFor(1000);
  await expect(needle(page)).toHaveAttribute('aria-valuetext', '15:41:02, expired');
  await expect(picture).toContainText('1 min 2 s ago');

  const table = inspector(page).getByRole('table', { name: 'Times of the token' });
  await expect(table.getByRole('row').nth(1)).toHaveText('iatTue 24 Nov 2026 15:10:00 UTC31 min 2 s ago');
  await expect(table.getByRole('rowheader')).toHaveText(['iat', 'nbf', 'exp']);
});

test('the needle is dragged, and everything is judged at its moment until it is set back', async ({ page }) => {
  await openAt(page, TOKEN);
  const box = await needle(page).boundingBox();
  const line = await inspector(page).locator('.timeline-line').boundingBox();
  if (box === null || line === null) throw new Error('both are drawn');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width - 2, y, { steps: 4 });
  await expect(needle(page)).toHaveAttribute('aria-valuetext', /, expired$/);
  await page.mouse.move(line.x + 2, y, { steps: 4 });
  await expect(needle(page)).toHaveAttribute('aria-valuetext', /, not valid yet$/);
  await page.mouse.up();
  await expect(needle(page)).toBeFocused();
  await expect(chip(page)).toBeVisible();
  const claims = inspector(page).getByRole('table', { name: 'Claims', exact: true });
  await expect(claims).toContainText('Not valid yet: starts in');
  await page.clock.runFor(3000);
  await expect(needle(page)).toHaveAttribute('aria-valuetext', /, not valid yet$/);
  await inspector(page).getByRole('radio', { name: 'Now' }).check();
  await expect(needle(page)).toHaveAttribute('aria-valuetext', /^15:25:3\d, valid$/);
  await expect(chip(page)).toHaveCount(0);
  await expect(claims).toContainText('Expires in 14 min');
});

test('by keys, by a typed moment, and in the zone of the device', async ({ page }) => {
  await openAt(page, TOKEN);
  await needle(page).focus();
  const steps: readonly (readonly [key: string, text: string])[] = [
    ['ArrowRight', '15:26:28, valid'],
    ['Shift+ArrowRight', '16:26:28, expired'],
    ['End', '15:40:00, within the skew'],
    ['Home', '15:10:00, valid'],
    ['ArrowLeft', '15:09:00, within the skew'],
    ['ArrowDown', '15:08:00, not valid yet'],
  ];
  for (const [key, text] of steps) {
    await page.keyboard.press(key);
    await expect(needle(page), key).toHaveAttribute('aria-valuetext', text);
  }
  const field = inspector(page).getByRole('textbox', { name: 'Moment to check at' });
  await expect(field).toHaveValue('2026-11-24 15:08:00Z');
  await needle(page).press('Escape');
  await expect(field).toHaveCount(0);

  await inspector(page).getByRole('radio', { name: 'Other time…' }).check();
  await field.fill('noon');
  await field.press('Enter');
  await expect(inspector(page).getByRole('alert')).toHaveText(/^This is no date\. Write it as/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('2026-11-24 12:00');
  await expect(inspector(page)).toContainText('= 1795521600');
  await field.press('Enter');
  await expect(chip(page)).toHaveText('as of 12:00:00, not now');
  await needle(page).focus();
  await page.keyboard.press('u');
  await expect(inspector(page).getByRole('radio', { name: 'Local' })).toBeChecked();
  await expect(field).toHaveValue('2026-11-24 13:00:00+01:00');
  await expect(chip(page)).toHaveText('as of 13:00:00, not now');
  const claims = inspector(page).getByRole('table', { name: 'Claims', exact: true });
  await expect(claims).toContainText('Tue 24 Nov 2026 16:40:00 Europe/Berlin (UTC+01:00)');
});

test('edits of times are edits of the payload: signed again, one step each, told in words', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, TOKEN, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  const text = async () => textOf(await copied(page, 'Copy token'), 1);

  await chooseEdit(page, 'Now + 1 h');
  await expectVerdict(page, 'signed', 'signed-here');
  await expect(said(page)).toHaveText(/^exp is \w{3} \d+ \w{3} \d{4} \d\d:\d\d:\d\d UTC\.$/);
  const [before, exp] = (await text()).split('"exp":');
  expect(before).toBe(`{"sub":"a","n":1.0,"iat":${START},"nbf":${START},`);
  expect(Math.abs(Number.parseInt(`${exp}`, 10) - (Date.now() / 1000 + 3600))).toBeLessThan(60);

  await chooseEdit(page, 'By…');
  const span = inspector(page).getByRole('textbox', { name: 'Time to shift by' });
  await expect(span).toBeFocused();
  await span.fill('−15 min');
  await span.press('Enter');
  await expect(said(page)).toHaveText('iat, nbf, exp: 15 min earlier.');
  await expect.poll(text).toContain(`"iat":${START - 900},"nbf":${START - 900}`);
  await editor(page, 'Payload').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(text).toContain(`"iat":${START},"nbf":${START}`);
  await expect(said(page)).toHaveText('');

  await inspector(page).getByRole('button', { name: 'Change nbf' }).click();
  const moment = inspector(page).getByRole('textbox', { name: 'New moment of nbf' });
  await expect(moment).toBeFocused();
  await inspector(page).getByRole('radio', { name: 'Other time…' }).check();
  expect(await violationsIn(page, '.timeline', '.claims-table')).toEqual([]);
  await moment.fill('2026-11-24 15:20:00Z');
  await moment.press('Enter');
  await expect(inspector(page).getByRole('button', { name: 'Change nbf' })).toBeFocused();
  await expect.poll(text).toContain(`"nbf":${NOW - 328}`);

  await chooseEdit(page, 'Remove exp');
  await expect.poll(text).toBe(`{"sub":"a","n":1.0,"iat":${START},"nbf":${NOW - 328}}`);
  await expect(inspector(page).locator('.timeline-line')).toContainText('no end');
});
