/** Tokens that are made to keep readers busy: the page asks, shows how far it is, stops, and goes on answering. */
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
  caretInObject,
  copied,
  expect,
  expectVerdict,
  openPage,
  pane,
  pasteInto,
  test,
  verdictBar,
} from './fixtures.ts';
import { CLAIMS, CLAIMS_LAID_OUT, jwe, jweOfRounds, sharedSecret } from './objects.ts';

const PASSWORD = 'seven otters row home';
const ZIPPED = { alg: 'dir', enc: 'A256GCM', zip: 'DEF' };

const progress = (page: Page) => page.getByRole('progressbar', { name: 'Deriving the key from the password' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Until its rounds are done or stopped the token keeps the page busy. */
async function startRounds(page: Page, rounds: number): Promise<void> {
  await pasteInto(page, 'Encoded token', jweOfRounds(rounds, PASSWORD));
  await pasteInto(page, 'Key', PASSWORD);
  await expectVerdict(page, 'unchecked', 'pbes2-rounds');
  await button(page, `Do ${rounds.toLocaleString('en')} rounds`).click();
  await expect(progress(page)).toBeVisible();
}

test('more rounds than are done without asking are named, asked about, and done on a press', async ({ page }) => {
  const header = { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 1_200_001 };
  await openPage(page);
  await pasteInto(page, 'Encoded token', jwe(header, Buffer.from(PASSWORD), CLAIMS));
  await expectVerdict(page, 'unchecked', 'key-missing');
  await pasteInto(page, 'Key', PASSWORD);
  await expectVerdict(page, 'unchecked', 'pbes2-rounds');
  await expect(verdictBar(page)).toContainText('This token asks for 1,200,001 rounds of PBKDF2');
  await button(page, 'Do 1,200,001 rounds').click();
  await expectVerdict(page, 'decrypted', 'decrypted');
  expect(await copied(page, 'Copy payload')).toBe(CLAIMS_LAID_OUT);
});

test('5,000,000 rounds show how far they are, are stopped, and can be started again', async ({ page }) => {
  await openPage(page);
  await startRounds(page, 5_000_000);
  await expect(verdictBar(page)).toHaveAttribute('aria-busy', 'true');
  await button(page, 'Stop').click();
  await expectVerdict(page, 'unchecked', 'stopped');
  await expect(progress(page)).toHaveCount(0);
  await expect(verdictBar(page)).toContainText('You stopped the work, so nothing was decided.');

  await button(page, 'Start again').click();
  await expect(progress(page)).toBeVisible();
  // nobody has done these rounds when the token was made, so at their end it does not open
  await expect(verdictBar(page)).toHaveAttribute('data-code', 'decryption-failed', { timeout: 50_000 });
});

test('the page goes on answering while rounds are done, and an edit ends them', async ({ page }) => {
  await openPage(page);
  await startRounds(page, 100_000_000);
  const before = Number(await progress(page).getAttribute('aria-valuenow'));
  await page.getByRole('radiogroup', { name: 'Parts shown as' }).getByRole('radio', { name: 'base64url' }).check();
  await button(page, 'Show all of the Ciphertext').click();
  await button(page, 'Show the header exactly as encoded').click();
  expect(await copied(page, 'Copy header')).toMatch(/^\{"alg":"PBES2-HS256\+A128KW"/);
  await expect(progress(page)).toBeVisible();
  expect(Number(await progress(page).getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(before);

  await caretInObject(page, 'Header');
  await page.keyboard.type('"kid":"1",');
  expect(await copied(page, 'Copy header')).toMatch(/^\{"kid":"1","alg":"PBES2-HS256\+A128KW"/);
  await button(page, 'Stop').click();
  await expectVerdict(page, 'unchecked', 'stopped');
});

test('a zip bomb is stopped and named, whatever limit is chosen', async ({ page }) => {
  const secret = sharedSecret(32);
  await openPage(page);
  await pasteInto(page, 'Encoded token', jwe(ZIPPED, secret.bytes, deflateRawSync(Buffer.alloc(101_000_000))));
  await pasteInto(page, 'Key', secret.text);
  await expectVerdict(page, 'unsupported', 'inflated-too-large');
  await expect(verdictBar(page)).toContainText('it inflates to more than 10,000,000 bytes and was stopped there');
  await expect(pane(page, 'Decrypted content')).toContainText('Stopped while inflating');
  const limit = page.getByRole('radiogroup', { name: 'Inflate up to' });
  await expect(limit.getByRole('radio', { name: '10 MB' })).toBeChecked();
  await limit.getByRole('radio', { name: '100 MB' }).check();
  await expect(verdictBar(page)).toContainText('it inflates to more than 100,000,000 bytes and was stopped there');
  await expectVerdict(page, 'unsupported', 'inflated-too-large');
});

test('with a higher limit a large content comes, and it is said that many verifiers stop before', async ({ page }) => {
  const secret = sharedSecret(32);
  const content = JSON.stringify({ list: Array(1000).fill('z'.repeat(10_000)) });
  await openPage(page);
  await pasteInto(page, 'Encoded token', jwe(ZIPPED, secret.bytes, deflateRawSync(content)));
  await pasteInto(page, 'Key', secret.text);
  await expectVerdict(page, 'unsupported', 'inflated-too-large');
  await page.getByRole('radiogroup', { name: 'Inflate up to' }).getByRole('radio', { name: '50 MB' }).click();
  await expectVerdict(page, 'decrypted', 'decrypted');
  await expect(page.getByRole('list', { name: 'Layers, outermost first' })).toContainText(
    'The content inflates to 10,003,010 bytes. Many verifiers stop at 250,000.',
  );
  // not toBe: the difference of two texts of 10 MB helps nobody
  const shown = await copied(page, 'Copy payload');
  expect(shown.replaceAll(/\s/g, '') === content, 'the whole content is there').toBe(true);
});
