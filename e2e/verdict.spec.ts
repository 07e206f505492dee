/** The verdict bar: three verdicts that are never mixed, the sentence that sums them up, and what is said aloud. */
import type { Page } from '@playwright/test';
import { caretInObject, editor, expect, expectVerdict, openPage, pasteBoth, test, verdictBar } from './fixtures.ts';
import { credential, ecPair, jwe, rsaPair, shownBound } from './objects.ts';
import { base64url, hs256, SECRET } from './tokens.ts';

/** Seconds. */
const NOW = Date.UTC(2026, 10, 24, 15, 25, 28) / 1000;
const EXP = NOW + 7200;

const CLAIMS = { iss: 'https://id.example.com', sub: 'a', aud: 'orders-api', iat: NOW - 900, jti: '6f1c0c9e' };
const of = (more: object) => JSON.stringify({ ...CLAIMS, ...more });

const sentence = (page: Page) => verdictBar(page).getByRole('paragraph').nth(1);
const said = (page: Page) => verdictBar(page).getByRole('status');

/** The three cells as they are read, from the left. */
async function expectCells(page: Page, names: readonly (string | RegExp)[]): Promise<void> {
  const cells = verdictBar(page).getByRole('button');
  await expect(cells).toHaveCount(3);
  for (const [index, name] of names.entries()) await expect(cells.nth(index)).toHaveAccessibleName(name);
}

/** The page's clock stands at so many seconds before `EXP`, after three seconds that went by one by one. */
async function stopClockBefore(page: Page, seconds: number): Promise<void> {
  await page.clock.pauseAt((EXP - seconds - 3) * 1000);
  await page.clock.runFor(3000);
}

test('a token comes to its end, and only what matters of that is said aloud', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  await openPage(page);
  await expectCells(page, [
    'Signature: Not checked. No token yet.',
    'Time and claims: Not asked. No token yet.',
    'Findings: None yet. Rules run when you paste.',
  ]);
  await expect(said(page)).toContainText('Paste a token to see what it says, whether it holds, and what is wrong');

  await pasteBoth(page, hs256(of({ exp: EXP })), SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  const NOT_ASKED = 'Issuer and audience were not asked for.';
  const valid = 'The signature matches your secret and the token is valid for';
  await expect(said(page)).toContainText(
    `${valid} another 119 minutes. ${NOT_ASKED} Signature: Verified. Time and claims: Valid now. Findings: No errors.`,
  );
  await stopClockBefore(page, 871);
  await expectCells(page, [
    'Signature: Verified. HS256, your secret.',
    'Time and claims: Valid now. Expires in 14 min 31 s.',
    /^Findings: No errors\. 0 warnings, \d notes?\.$/,
  ]);
  await expect(sentence(page)).toHaveText(`${valid} another 14 minutes. ${NOT_ASKED}`);
  await expect(said(page)).toContainText(`${valid} another 119 minutes.`);

  await stopClockBefore(page, 298);
  await expect(said(page)).toContainText(`${valid} another 5 minutes.`);
  await stopClockBefore(page, 200);
  await expect(sentence(page)).toHaveText(`${valid} another 3 minutes. ${NOT_ASKED}`);
  await expect(said(page)).toContainText(`${valid} another 5 minutes.`);
  await stopClockBefore(page, 58);
  await expect(said(page)).toContainText(`${valid} another minute.`);
  await stopClockBefore(page, -2);
  await expect(said(page)).toContainText('but the token expired less than a minute ago, within the clock skew.');
  await expect(said(page)).toContainText('Time and claims: Expires within skew.');
  await stopClockBefore(page, -11_700);
  await expect(sentence(page)).toHaveText(
    `The signature matches your secret, but the token expired 3 hours ago. ${NOT_ASKED}`,
  );
  await expectCells(page, [/^Signature: Verified/, 'Time and claims: Expired 3 h 15 min ago. Exp was 17:25:28 UTC.']);
  await expect(verdictBar(page)).toHaveAttribute('data-state', 'verified');
});

const EXPIRED = of({ exp: NOW - 11_700, iat: NOW - 20_000 });
const READER = rsaPair();
const BOUND = credential();

/** Token, key, and what the page makes of them. */
const TOLD: Readonly<Record<string, readonly [token: string, key: string, sentence: string, ...cells: RegExp[]]>> = {
  'an expired token with another secret': [
    hs256(EXPIRED),
    'another secret of the length that it needs',
    'The signature does not match, and the token expired 3 hours ago. Either the token was changed, or this is not the secret that signed it.',
    /^Signature: Failed\. Not made with this secret\.$/,
    /^Time and claims: Expired 3 h 15 min ago\. Exp was 12:10:28 UTC\.$/,
  ],
  'times that cannot be read': [
    hs256(of({ exp: 'tomorrow' })),
    SECRET,
    'The signature matches your secret, but the token’s times cannot be read: exp is text, not a number.',
    /^Signature: Verified/,
    /^Time and claims: Times unreadable\. Exp is text, not a number\.$/,
    /^Findings: \d+ errors?\./,
  ],
  'a token that never expires': [
    hs256(of({})),
    SECRET,
    'The signature matches your secret, but the token never expires.',
    /^Signature: Verified/,
    /^Time and claims: No end\. No exp claim: never expires\.$/,
  ],
  'an unsecured token in its time': [
    `${base64url('{"alg":"none"}')}.${base64url(of({ exp: NOW + 7200 }))}.`,
    SECRET,
    'Anyone could have written this token: it has no signature (alg none).',
    /^Signature: Unsecured/,
    /^Time and claims: Valid now/,
  ],
  'an encrypted token': [
    jwe({ alg: 'RSA-OAEP', enc: 'A256GCM' }, READER.publicKey, EXPIRED),
    ecPair().publicText,
    'RSA-OAEP needs an RSA private key',
    /^Decryption: Key does not fit/,
    /^Time and claims: Cannot read\. Content is encrypted\.$/,
  ],
};

test('the verdicts stay apart, and the sentence says no more than is known', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  await openPage(page);
  for (const [what, [token, key, told, ...cells]] of Object.entries(TOLD)) {
    await test.step(what, async () => {
      await pasteBoth(page, token, key);
      await expect(sentence(page)).toContainText(told);
      await expectCells(page, cells);
    });
  }

  await pasteBoth(page, hs256(of({ exp: NOW + 872 })), SECRET);
  await page.getByRole('radio', { name: 'Other time…' }).check();
  const moment = page.getByRole('textbox', { name: 'Moment to check at' });
  await moment.fill('2026-11-24 16:40:00Z');
  await moment.press('Enter');
  await expect(sentence(page)).toHaveText(
    'The signature matches your secret, but the token expired 60 minutes ago. Judged as of 24 Nov 2026 16:40 UTC, not now.',
  );
  await expectCells(page, [
    /^Signature: Verified/,
    'Time and claims, as of 16:40, not now: Expired by then. Exp was 15:40:00 UTC.',
  ]);
});

test('each cell leads to what explains it, wide and narrow', async ({ page }) => {
  await openPage(page);
  const cell = (index: number) => verdictBar(page).getByRole('button').nth(index);
  await cell(1).click();
  await expect(editor(page, 'Encoded token')).toBeFocused();

  await pasteBoth(page, shownBound(BOUND, BOUND.disclosures), BOUND.issuer.publicText);
  await expectVerdict(page, 'verified', 'signature-match');
  await cell(0).click();
  await expect(page.getByRole('region', { name: 'Signature', exact: true }).locator(':focus')).toHaveCount(1);
  await cell(1).click();
  await expect(page.getByRole('tab', { name: /^Claims/ })).toBeFocused();
  await cell(2).click();
  await expect(page.getByRole('tab', { name: /^Findings/ })).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: /^Findings/ })).toBeVisible();

  await page.getByRole('tab', { name: /^Checks/ }).click();
  await page.getByRole('textbox', { name: 'Expected nonce' }).fill('another');
  await expect(cell(1)).toHaveAccessibleName('Time and claims: 1 check failed. Nonce.');
  await expect(sentence(page)).toContainText('but the check of nonce failed');
  await expect(verdictBar(page)).toHaveAttribute('data-state', 'verified');
  await page.getByRole('tab', { name: /^Claims/ }).click();
  await cell(1).click();
  await expect(page.getByRole('tab', { name: /^Checks/ })).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  await cell(2).click();
  await expect(page.getByRole('heading', { name: 'Findings', exact: true })).toBeFocused();
  const { height } = (await cell(2).boundingBox()) ?? { height: 0 };
  expect(height).toBe(54);
});

test('typing is not talked into', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, hs256(of({ exp: NOW * 2 })), SECRET);
  await expect(said(page)).toContainText('Signature: Verified.');
  await said(page).evaluate((status) => {
    const words: string[] = [];
    Reflect.set(globalThis, 'wordsSaid', words);
    new MutationObserver(() => words.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"admin":true,', { delay: 60 });
  await expect(said(page)).toContainText('Signature: Signed here.');
  const words = await page.evaluate(() => Reflect.get(globalThis, 'wordsSaid'));
  expect(words).toEqual([expect.stringContaining('Signed here with the key in the box, after your edit.')]);
});
