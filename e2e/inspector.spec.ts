/** The inspector: where it appears, what its tabs say, and that it is worked by keyboard and on a small screen. */
import type { Locator, Page } from '@playwright/test';
import {
  copied,
  editor,
  expect,
  expectVerdict,
  openPage,
  paste,
  pasteBoth,
  pasteInto,
  test,
  typeInto,
  verdict,
} from './fixtures.ts';
import { hs256 } from './tokens.ts';
import { type PastedRow, vectorRow } from './vector-rows.ts';

const NESTED = vectorRow('nested', 'jwt-in-jwe');
const OUTER_KEY = vectorRow('nested', 'jwt-in-jwe-outer-key').keyText;
const INNER_KEY = vectorRow('nested', 'jwt-in-jwe-inner-key').keyText;
const SIGNATURES = vectorRow('jws-json', 'general-one-good-one-bad');
const BOUND = vectorRow('sd-jwt', 'bound');
const RECURSIVE = vectorRow('sd-jwt', 'recursive-all');
const PROOF = vectorRow('dpop', 'proof');

const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector', exact: true });
const tab = (page: Page, name: string): Locator => inspector(page).getByRole('tab', { name, exact: true });
const layers = (page: Page): Locator =>
  inspector(page).getByRole('list', { name: 'Layers, outermost first' }).locator('> li');
const aSwitch = (page: Page, name: string): Locator => inspector(page).getByRole('switch', { name, exact: true });

async function pasteRow(page: Page, { text, keyText }: PastedRow): Promise<void> {
  await openPage(page);
  await pasteBoth(page, text, keyText);
  await verdict(page);
}

test('what is particular about a token opens first, else its claims; the empty page has no inspector', async ({
  page,
}) => {
  await openPage(page);
  await expect(inspector(page)).toHaveCount(0);
  await paste(page, hs256('{"sub":"a"}'));
  await expectVerdict(page, 'unchecked', 'key-missing');
  await expect(tab(page, 'Claims')).toHaveAttribute('aria-selected', 'true');
  for (const name of ['Layers', 'Disclosures', 'Certificates']) await expect(tab(page, name)).toHaveCount(0);
  await pasteInto(page, 'Encoded token', NESTED.text);
  await expect(tab(page, 'Layers')).toHaveAttribute('aria-selected', 'true');
  await expect(layers(page)).toHaveCount(2);
  await expect(layers(page).nth(0)).toContainText('Needs a key');
  await expect(layers(page).nth(1)).toContainText('Encrypted. What is inside shows here');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(inspector(page)).toHaveCount(0);
});

test('nothing moves while a token of one kind is typed', async ({ page }) => {
  await pasteRow(page, { ...NESTED, keyText: OUTER_KEY });
  await expect(layers(page)).toHaveCount(3);
  const before = await inspector(page).boundingBox();
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+End');
  for (const key of ['A', 'Backspace', 'Backspace', 'Q']) {
    await page.keyboard.press(key);
    expect(await inspector(page).boundingBox()).toEqual(before);
  }
});

test('a nested token is opened layer by layer, each with its own key', async ({ page }) => {
  await pasteRow(page, { ...NESTED, keyText: OUTER_KEY });
  const [outer, inner, claims] = [0, 1, 2].map((index) => layers(page).nth(index));
  if (outer === undefined || inner === undefined || claims === undefined) throw new Error('three entries');
  await expect(outer).toContainText('Encrypted JWT (JWE)');
  await expect(outer).toContainText('RSA-OAEP-256 unwraps the key, A128GCM opens the content');
  await expect(outer).toContainText('Decrypted');
  await expect(outer).toHaveAttribute('aria-current', 'true');
  await expect(inner).toContainText('Signed JWT (JWS)');
  await expect(inner).not.toHaveAttribute('aria-current', 'true');
  await expect(claims).toContainText('2 claims, readable but not proven');
  await expect(inspector(page)).toContainText('Only the signature of layer 2 can prove the issuer.');

  await inner.getByRole('button', { name: 'Add the signer’s public key' }).click();
  await expect(inner).toHaveAttribute('aria-current', 'true');
  await expect(editor(page, 'Key')).toBeFocused();
  await expect(editor(page, 'Key')).toHaveValue('');
  await paste(page, INNER_KEY);
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(inner).toContainText('Verified');
  await expect(claims).toContainText('2 claims, as they were signed');

  await outer.getByRole('button', { name: 'Edit this layer' }).click();
  await expect(outer).toHaveAttribute('aria-current', 'true');
  await expect(editor(page, 'Key')).toHaveValue(OUTER_KEY);
});

test('to edit a layer opens it in the panes, and the focus goes there', async ({ page }) => {
  await pasteRow(page, { ...NESTED, keyText: OUTER_KEY });
  await layers(page).nth(1).getByRole('button', { name: 'Edit this layer' }).click();
  await expect(editor(page, 'Payload')).toBeFocused();
  expect(await copied(page, 'Copy payload')).toBe('{\n  "iss": "https://issuer.example",\n  "sub": "rider-48213"\n}');
});

test('signatures of a JSON serialization stand beneath their layer, each with verdict and headers', async ({
  page,
}) => {
  await pasteRow(page, SIGNATURES);
  const entries = inspector(page).getByRole('list', { name: 'Signatures' }).getByRole('listitem');
  await expect(entries).toHaveCount(2);
  await expect(entries.nth(0)).toContainText(/RS256, key id rsa.*Verified/);
  await expect(entries.nth(1)).toContainText(/ES256, key id ec.*Failed/);
  const unfold = entries.nth(0).getByRole('button', { name: 'Headers of signature 1' });
  await unfold.click();
  await expect(unfold).toHaveAttribute('aria-expanded', 'true');
  await expect(entries.nth(0)).toContainText('Protected header');
  await expect(entries.nth(0)).toContainText(/Unprotected header[\s\S]*"kid": "rsa"/);
});

test('a disclosure that is switched off makes another presentation, and Undo brings the first one back', async ({
  page,
}) => {
  await pasteRow(page, BOUND);
  await expectVerdict(page, 'verified', 'signature-match');
  await tab(page, 'Disclosures').click();
  await expect(inspector(page)).toContainText('1 of 1 disclosure shown, 2 digests without a disclosure');
  await expect(inspector(page)).toContainText('an entry, hidden or decoy: only the issuer can tell');
  await expect(inspector(page)).toContainText('Signed by the holder');
  await expect(inspector(page)).toContainText('that of these disclosures');

  await aSwitch(page, 'Disclosure 1').click();
  await expect(aSwitch(page, 'Disclosure 1')).not.toBeChecked();
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(inspector(page)).toContainText('0 of 1 disclosure shown');
  await expect(inspector(page)).toContainText('The key binding JWT was left out');
  expect(await copied(page, 'Copy token')).toBe(`${BOUND.text.slice(0, BOUND.text.indexOf('~'))}~`);

  await aSwitch(page, 'Disclosure 1').click();
  await expect(inspector(page)).not.toContainText('The key binding JWT was left out');
  expect(await copied(page, 'Copy token')).toBe(BOUND.text);
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(aSwitch(page, 'Disclosure 1')).not.toBeChecked();
});

test('a disclosure goes with the one that it stands in, and brings it along', async ({ page }) => {
  await pasteRow(page, RECURSIVE);
  const switches = inspector(page).getByRole('switch');
  await expect(switches).toHaveCount(2);
  const outer = inspector(page).getByRole('switch', { name: 'address' });
  const inner = inspector(page).getByRole('switch', { name: 'locality' });
  await outer.click();
  await expect(outer).not.toBeChecked();
  await expect(inner).not.toBeChecked();
  await expectVerdict(page, 'verified', 'signature-match');
  await inner.click();
  await expect(outer).toBeChecked();
  await expect(inner).toBeChecked();
  await expectVerdict(page, 'verified', 'signature-match');
  await inspector(page).getByRole('button', { name: 'Copy processed payload' }).click();
  const payload: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(payload).toEqual({
    iss: 'https://issuer.example',
    iat: 1790000000,
    address: { country: 'IE', locality: 'Cork' },
  });
});

test('what a disclosure is made of shows on demand, and what is wrong with one is named', async ({ page }) => {
  await pasteRow(page, vectorRow('sd-jwt', 'twice'));
  await expectVerdict(page, 'failed', 'disclosure-duplicate');
  await expect(inspector(page)).toContainText('A disclosure stands twice');
  await expect(inspector(page).getByRole('heading', { name: 'Not part of these claims' })).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Salt and digest of disclosure 2' }).click();
  await expect(inspector(page).getByRole('definition').filter({ hasText: 'stands more than once' })).toBeVisible();
});

test('checks compare a proof with what is expected, and leave the verdict as it is', async ({ page }) => {
  await openPage(page);
  await paste(page, PROOF.text);
  const before = await verdict(page);
  await tab(page, 'Checks').click();
  const row = (name: string) => inspector(page).getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('htm Method')).toContainText('Not asked');
  const method = page.getByRole('textbox', { name: 'Expected method (htm)' });
  await method.fill('GET');
  await expect(row('htm Method')).toContainText(/The proof is for the method “POST”.*Fail/);
  await method.fill('POST');
  await page.getByRole('textbox', { name: 'Expected URL (htu)' }).fill('https://api.example/v1/orders');
  await expect(row('htm Method')).toContainText('Pass');
  await expect(row('htu URL')).toContainText(/RFC 9449 §4\.3.*Pass/);
  await page.getByRole('textbox', { name: 'Expected thumbprint (jkt)' }).fill('x');
  await expect(row('jkt Thumbprint')).toContainText('Fail');
  expect(await verdict(page)).toEqual(before);
  for (const field of await inspector(page).getByRole('textbox').all()) {
    await expect(field).toHaveAttribute('autocomplete', 'off');
    await expect(field).toHaveAttribute('spellcheck', 'false');
  }
});

test('what is expected of a key binding is compared with it', async ({ page }) => {
  await pasteRow(page, BOUND);
  await tab(page, 'Checks').click();
  await page.getByRole('textbox', { name: 'Audience expected of the holder' }).fill('https://verifier.example');
  await page.getByRole('textbox', { name: 'Nonce expected of the holder' }).fill('another');
  await expect(inspector(page).getByRole('row', { name: /^aud Of the key binding/ })).toContainText('Pass');
  await expect(inspector(page).getByRole('row', { name: /^nonce Of the key binding/ })).toContainText('Fail');
  await expectVerdict(page, 'verified', 'signature-match');
});

test('tabs are worked by keyboard: arrows move, Enter opens, and the shortcuts go there', async ({ page }) => {
  await pasteRow(page, BOUND);
  await expect(tab(page, 'Disclosures')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(tab(page, 'Disclosures')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Checks')).toBeFocused();
  await expect(tab(page, 'Disclosures')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Checks')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tabpanel', { name: 'Checks' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Profile' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('F6');
  await expect(inspector(page).locator(':focus')).toHaveCount(1);
});

test('a switch is worked by keyboard and keeps the focus', async ({ page }) => {
  await pasteRow(page, RECURSIVE);
  const one = inspector(page).getByRole('switch').first();
  await one.focus();
  await page.keyboard.press('Space');
  await expect(one).not.toBeChecked();
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(one).toBeFocused();
});

test('an edit of the claims leaves the open tab where it is', async ({ page }) => {
  await pasteRow(page, BOUND);
  await tab(page, 'Layers').click();
  await typeInto(page, 'Payload', '{"sub":"other"}');
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await expect(tab(page, 'Layers')).toHaveAttribute('aria-selected', 'true');
  await expect(layers(page).nth(1)).toContainText('"sub": "other"');
});

test('on a small screen there are links in place of tabs, and sections of the same names', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`./#token=${BOUND.text}`);
  await expect(inspector(page)).toBeVisible();
  await expect(page.getByRole('tablist')).toHaveCount(0);
  for (const name of ['Claims', 'Layers', 'Disclosures', 'Checks']) {
    await inspector(page).getByRole('link', { name, exact: true }).click();
    const heading = inspector(page).getByRole('heading', { name, exact: true, level: 2 });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
  }
  expect(new URL(page.url()).hash).toBe('');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
});

const PLACES: Readonly<Record<number, 'right' | 'below the panes' | 'last'>> = {
  1440: 'right',
  1200: 'below the panes',
  800: 'last',
};

test('the inspector stands right of the panes, below them or last, as the width has room', async ({ page }) => {
  await pasteRow(page, SIGNATURES);
  for (const [width, place] of Object.entries(PLACES)) {
    await test.step(`at ${width} px ${place}`, async () => {
      await page.setViewportSize({ width: Number(width), height: 900 });
      await expectPlace(page, place);
    });
  }
});

async function expectPlace(page: Page, place: (typeof PLACES)[number]): Promise<void> {
  const box = await inspector(page).boundingBox();
  const header = await page.getByRole('region', { name: 'Header', exact: true }).boundingBox();
  const token = await page.getByRole('region', { name: 'Encoded token', exact: true }).boundingBox();
  if (box === null || header === null || token === null) throw new Error('something is not drawn');
  if (place === 'right') expect(box).toMatchObject({ width: 484, x: 1440 - 484, y: header.y });
  if (place === 'below the panes') {
    expect(box.x).toBe(header.x);
    expect(box.y).toBeGreaterThanOrEqual(header.y + header.height);
    expect(token.y).toBe(header.y);
  }
  if (place === 'last') expect(box).toMatchObject({ width: 800, x: 0 });
}
