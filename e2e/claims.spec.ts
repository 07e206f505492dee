/** The Claims tab: what a token says of itself, times that tick, parts that unfold, and the claim marked in its pane. */
import type { Locator, Page } from '@playwright/test';
import {
  caretInObject,
  editor,
  expect,
  expectVerdict,
  openPage,
  pane,
  paste,
  pasteBoth,
  pasteInto,
  test,
  verdict,
} from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';
import { vectorRow } from './vector-rows.ts';

/** Seconds. */
const NOW = Date.UTC(2026, 10, 24, 15, 25, 28) / 1000;

const CLAIMS = {
  roles: ['editor'],
  scope: 'orders:read orders:write',
  sub: 'usr_8Jm2Qk4TzV',
  client_id: 'web-shop',
  aud: ['orders-api', 'billing-api'],
  jti: '6f1c0c9e',
  iss: 'https://id.example.com',
  iat: NOW - 900,
  nbf: NOW - 900,
  exp: NOW + 872,
};
const HEADER = '{"alg":"HS256","typ":"at+jwt","x-trace":"1"}';
const TOKEN = hs256(JSON.stringify(CLAIMS), SECRET, HEADER);

const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector', exact: true });
const table = (page: Page, name = 'Claims'): Locator => inspector(page).getByRole('table', { name, exact: true });
const row = (page: Page, name: string, of = 'Claims'): Locator =>
  table(page, of)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}\\b`) }) });

/** Names of the rows, in their order. */
async function names(page: Page, of = 'Claims'): Promise<readonly string[]> {
  const heads = await table(page, of).getByRole('rowheader').locator('.claim-name').allTextContents();
  return heads.map((name) => name.trim());
}

/** As when another tab of the browser comes to the front, and when this one comes back. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

test.use({ timezoneId: 'Europe/Berlin' });

test('claims and header parameters are told in tables with their parts, kind and issuer as likenesses', async ({
  page,
}) => {
  await openPage(page, `./#token=${TOKEN}`);
  await expect(table(page)).toBeVisible();
  const first = ['exp', 'nbf', 'iat', 'iss', 'aud', 'sub'];
  expect(await names(page)).toEqual([...first, 'roles', 'scope', 'client_id', 'jti']);
  await expect(row(page, 'iss')).toContainText('"https://id.example.com"');
  await expect(row(page, 'iss')).toContainText('Who issued the token.');
  await expect(row(page, 'iss')).toContainText(/StringOrURI.*RFC 7519 §4\.1\.1/);
  expect(await names(page, 'Header parameters')).toEqual(['alg', 'typ', 'x-trace']);
  await expect(row(page, 'alg', 'Header parameters')).toContainText('RFC 7515 §4.1.1');
  await expect(row(page, 'x-trace', 'Header parameters')).toContainText(
    'No registered meaning. The issuer defines it.',
  );

  // structured values unfold into their parts, by keyboard as well
  const scope = row(page, 'scope');
  const fold = scope.locator('summary');
  await expect(fold).toHaveText('2 parts explained');
  await expect(scope.getByRole('listitem')).toHaveCount(0);
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(scope.getByRole('listitem')).toHaveCount(2);
  await expect(scope.getByRole('listitem').first()).toContainText('orders:read');
  await page.keyboard.press('Enter');
  await expect(scope.getByRole('listitem')).toHaveCount(0);

  // kind and issuer are likenesses with what they were told from
  const [kind, issuer] = [0, 1].map((index) => inspector(page).getByRole('definition').nth(index));
  if (kind === undefined || issuer === undefined) throw new Error('two answers');
  await expect(kind).toContainText('Looks like an access token (RFC 9068). The header says “typ” is “at+jwt”.');
  await expect(issuer).toContainText('No issuer that is known here.');
  await expect(inspector(page)).toContainText('A likeness, not a proof');
  await pasteInto(page, 'Encoded token', hs256('{"iss":"https://accounts.google.com","sub":"1","aud":"a","exp":1}'));
  await expect(issuer).toContainText('Looks like a token of Google. The claim “iss”');
});

test('a token expires while one looks, and the clock stands while the page is hidden', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  await openPage(page, `./#token=${TOKEN}`);
  await expect(table(page)).toBeVisible();
  await page.clock.pauseAt((NOW + 60) * 1000);
  await page.clock.runFor(1000);
  const exp = row(page, 'exp');
  await expect(exp).toContainText(`${NOW + 872}`);
  await expect(exp).toContainText('Tue 24 Nov 2026 15:40:00 UTC');
  await expect(exp).toContainText('Expires in 13 min 31 s');
  await expect(row(page, 'iat')).toContainText('16 min 1 s ago');
  await page.clock.runFor(1000);
  await expect(exp).toContainText('Expires in 13 min 30 s');
  await page.clock.fastForward(809_000);
  await page.clock.runFor(1000);
  await expect(exp).toContainText('Expired now');
  await page.clock.runFor(2000);
  await expect(exp).toContainText('Expired 2 s ago');
  await expect(exp.locator('.outcome')).toHaveClass(/tone-fail/);

  await setHidden(page, true);
  await page.clock.runFor(5000);
  await expect(exp).toContainText('Expired 2 s ago');
  await setHidden(page, false);
  await expect(exp).toContainText('Expired 7 s ago');
});

test('below a day the minutes tick, beyond it the words stand', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  const token = hs256(JSON.stringify({ exp: NOW + 7270, iat: NOW - 3 * 86_400 }));
  await openPage(page, `./#token=${token}`);
  await expect(table(page)).toBeVisible();
  await page.clock.pauseAt((NOW + 60) * 1000);
  await page.clock.runFor(1000);
  await expect(row(page, 'exp')).toContainText('Expires in 2 h 0 min');
  await expect(row(page, 'iat')).toContainText('3 days ago');
  await page.clock.runFor(10_000);
  await expect(row(page, 'exp')).toContainText('Expires in 1 h 59 min');
});

test('what is no number of seconds is named, with what it seems to mean', async ({ page }) => {
  await openPage(page);
  const claims = { exp: (NOW + 872) * 1000, nbf: '2026-11-24T15:40:00Z', iat: null };
  await paste(page, hs256(JSON.stringify(claims)));
  await expect(row(page, 'exp')).toContainText('Milliseconds stand where seconds belong');
  await expect(row(page, 'exp')).toContainText('It seems to mean Tue 24 Nov 2026 15:40:00 UTC.');
  await expect(row(page, 'nbf')).toContainText('A date as text; a number of seconds belongs here');
  await expect(row(page, 'iat')).toContainText('Null: no time is given');
});

test('a claim that is selected is marked in its pane, whatever is typed beside it, until it is pressed again', async ({
  page,
}) => {
  await openPage(page, `./#token=${TOKEN}`);
  const select = row(page, 'sub').getByRole('button', { name: 'sub', exact: true });
  const marked = pane(page, 'Payload').locator('.mark-select');
  const text = async () => (await marked.allTextContents()).join('').replaceAll('\u00a0', ' ');
  await select.focus();
  await page.keyboard.press('Enter');
  await expect(select).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(text).toBe('"sub": "usr_8Jm2Qk4TzV"');
  await caretInObject(page, 'Payload');
  await page.keyboard.insertText('"a":1,');
  await expect.poll(text).toBe('"sub": "usr_8Jm2Qk4TzV"');
  await row(page, 'alg', 'Header parameters').getByRole('button', { name: 'alg', exact: true }).click();
  await expect(marked).toHaveCount(0);
  await expect(pane(page, 'Header').locator('.mark-select').first()).toBeVisible();
  await row(page, 'alg', 'Header parameters').getByRole('button', { name: 'alg', exact: true }).click();
  await expect(pane(page, 'Header').locator('.mark-select')).toHaveCount(0);
});

test('a claim far down in a long payload is scrolled into view where it is marked', async ({ page }) => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`claim_${index}`, index]));
  await openPage(page, `./#token=${hs256(JSON.stringify({ ...many, last: 1 }))}`);
  await row(page, 'last').getByRole('button', { name: 'last', exact: true }).click();
  await expect(pane(page, 'Payload').locator('.mark-select').first()).toBeInViewport();
});

test('nothing moves while a token is typed, broken and mended', async ({ page }) => {
  await openPage(page);
  await paste(page, TOKEN.slice(0, -1));
  await verdict(page);
  await expect(table(page)).toBeVisible();
  const places = async () =>
    Promise.all([inspector(page), pane(page, 'Header'), pane(page, 'Encoded token')].map((one) => one.boundingBox()));
  const before = await places();
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (const key of ['x', '.', 'Backspace', 'Backspace', 'Delete']) {
    await page.keyboard.press(key);
    expect((await places())[0]).toEqual(before[0]);
    expect((await places())[2]).toEqual(before[2]);
  }
  await pasteInto(page, 'Encoded token', 'no token at all');
  await expectVerdict(page, 'malformed', 'no-token-found');
  expect((await places())[0]).toEqual(before[0]);
  await expect(inspector(page)).toContainText('Nothing here can be read as a header or as claims.');
});

test('of an SD-JWT the claims are those with what is disclosed in place', async ({ page }) => {
  const bound = vectorRow('sd-jwt', 'bound');
  await openPage(page);
  await pasteBoth(page, bound.text, bound.keyText);
  await expectVerdict(page, 'verified', 'signature-match');
  await inspector(page).getByRole('tab', { name: 'Claims', exact: true }).click();
  await expect(table(page)).toBeVisible();
  expect(await names(page)).not.toContain('_sd');
  expect(await names(page)).toContain('cnf');
  await expect(inspector(page).getByRole('definition').first()).toContainText('SD-JWT');
});

test('of an encrypted token the header is told, and once it is open the claims inside', async ({ page }) => {
  const nested = vectorRow('nested', 'jwt-in-jwe');
  await openPage(page);
  await paste(page, nested.text);
  await inspector(page).getByRole('tab', { name: 'Claims', exact: true }).click();
  await expect(inspector(page)).toContainText('The claims are encrypted.');
  await expect(row(page, 'enc', 'Header parameters')).toContainText('RFC 7516 §4.1.2');
  await pasteInto(page, 'Key', vectorRow('nested', 'jwt-in-jwe-outer-key').keyText);
  await expect(row(page, 'sub', 'Claims of layer 2')).toContainText('"rider-48213"');
  await expect(table(page, 'Header parameters of layer 1')).toBeVisible();
  await expect(table(page, 'Header parameters of layer 2')).toBeVisible();
});

test('no character of a claim is hidden', async ({ page }) => {
  await openPage(page);
  await paste(page, hs256(JSON.stringify({ 'a\u202Eb': 'c\u200Bd' })));
  const [name, value] = [table(page).getByRole('rowheader'), table(page).getByRole('cell')];
  await expect(name).toContainText('aU+202Eb');
  await expect(value).toContainText('"cU+200Bd"');
});

test('on a small screen the claims have their link and their section', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, `./#token=${TOKEN}`);
  await inspector(page).getByRole('link', { name: 'Claims', exact: true }).click();
  await expect(inspector(page).getByRole('heading', { name: 'Claims', exact: true, level: 2 })).toBeFocused();
  await expect(row(page, 'exp')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
