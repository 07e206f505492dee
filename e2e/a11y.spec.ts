/** What axe finds: nothing, in either theme, at three widths, in every place of the page. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, expectVerdict, monacoReady, openPage, pane, pasteBoth, pasteInto, test, verdict } from './fixtures.ts';
import { credential, ecPair, CLAIMS as INNER, jwe, jws, rsaPair, shownBound } from './objects.ts';
import { hs256, SECRET } from './tokens.ts';
import { vectorRow } from './vector-rows.ts';

const CLAIMS = {
  iss: 'https://id.example.com',
  sub: 'usr_8Jm2Qk4TzV',
  aud: ['orders-api', 'billing-api'],
  iat: 1_516_239_022,
  scope: 'orders:read orders:write',
};
const HEADER = '{"alg":"HS256","typ":"at+jwt","kid":"2026-09-a"}';
const SOUND = hs256(JSON.stringify({ ...CLAIMS, exp: 4_000_000_000, auth_time: CLAIMS.iat * 1000 }), SECRET, HEADER);
const EXPIRED = hs256(JSON.stringify({ ...CLAIMS, exp: 1_600_000_000 }), SECRET, HEADER);

const READER = rsaPair();
const ENCRYPTED = jwe({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' }, READER.publicKey, jws(INNER, ecPair()));
const CREDENTIAL = credential();
const PRESENTED = shownBound(CREDENTIAL, CREDENTIAL.disclosures);
const SIGNATURES = vectorRow('jws-json', 'general-one-good-one-bad');
const PROOF = vectorRow('dpop', 'proof');

/** Each place of the page, and how a person comes there. */
const PLACES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the empty page': async () => {},
  'a sound token and its claims': async (page) => {
    await pasteBoth(page, SOUND, SECRET);
    await expectVerdict(page, 'verified', 'signature-match');
    const row = (name: string) =>
      page.getByRole('table', { name: 'Claims' }).getByRole('row').filter({ hasText: name });
    await row('aud').locator('summary').click();
    await row('sub').getByRole('button', { name: 'sub', exact: true }).click();
  },
  'an expired token, its times being edited': async (page) => {
    await pasteBoth(page, EXPIRED, SECRET);
    await expectVerdict(page, 'verified', 'signature-match');
    await page.getByRole('button', { name: 'Edit times' }).click();
  },
  'a failed signature': async (page) => {
    await pasteBoth(page, SOUND, 'not the secret that it was');
    await expectVerdict(page, 'failed', 'signature-mismatch');
  },
  'a malformed token': async (page) => {
    await pasteInto(page, 'Encoded token', SOUND.slice(0, SOUND.lastIndexOf('.')));
    await expectVerdict(page, 'malformed', 'segment-count');
  },
  'a locked token': async (page) => {
    await pasteInto(page, 'Encoded token', ENCRYPTED);
    await expectVerdict(page, 'unchecked', 'key-missing');
    await expect(pane(page, 'Encrypted parts').getByRole('listitem')).toHaveCount(4);
    await expect(pane(page, 'Decrypted content')).toContainText('The content is locked');
  },
  'nested layers': async (page) => {
    await pasteBoth(page, ENCRYPTED, READER.text);
    await expectVerdict(page, 'unchecked', 'key-missing');
    await expect(page.getByRole('list', { name: 'Layers, outermost first' })).toContainText('Claims');
    await unfoldAll(page);
  },
  'several signatures': async (page) => {
    await pasteBoth(page, SIGNATURES.text, SIGNATURES.keyText);
    await verdict(page);
    await openTab(page, 'Layers');
    await unfoldAll(page);
  },
  disclosures: async (page) => {
    await pasteBoth(page, PRESENTED, CREDENTIAL.issuer.publicText);
    await expectVerdict(page, 'verified', 'signature-match');
    await openTab(page, 'Disclosures');
    await unfoldAll(page);
  },
  checks: async (page) => {
    await pasteInto(page, 'Encoded token', PRESENTED);
    await expectVerdict(page, 'unchecked', 'key-missing');
    await openTab(page, 'Checks');
    await page.getByRole('textbox', { name: 'Nonce expected of the holder' }).fill('another');
    await expect(page.getByRole('table', { name: 'Checks' })).toContainText('Fail');
    await unfoldAll(page);
  },
  'checks of a proof': async (page) => {
    await pasteInto(page, 'Encoded token', PROOF.text);
    await verdict(page);
    await openTab(page, 'Checks');
    await unfoldAll(page);
  },
  findings: async (page) => {
    await pasteBoth(page, EXPIRED, 'secret');
    await expectVerdict(page, 'failed', 'signature-mismatch');
    await openTab(page, 'Findings');
    await page.getByRole('list', { name: 'Findings', exact: true }).getByRole('button').first().click();
  },
  bytes: async (page) => {
    await pasteInto(page, 'Encoded token', SOUND);
    await openTab(page, 'Bytes');
    await page.getByRole('grid').getByRole('gridcell').first().click();
  },
  certificates: async (page) => {
    await pasteInto(page, 'Encoded token', vectorRow('tokens', 'x5c-in-header').text);
    await openTab(page, 'Certificates');
    await unfoldAll(page);
  },
  'a detached payload': async (page) => {
    const [header, , signature] = SOUND.split('.');
    await pasteBoth(page, `${header}..${signature}`, SECRET);
    await expectVerdict(page, 'unchecked', 'payload-detached');
  },
  'a menu': async (page) => {
    await page.getByRole('button', { name: 'Examples', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'a dialog': async (page) => {
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

/** Opens all that can be unfolded in the inspector; a menu is no fold. */
async function unfoldAll(page: Page): Promise<void> {
  const part = page.getByRole('region', { name: 'Inspector', exact: true });
  const folded = part.getByRole('button', { expanded: false }).and(page.locator(':not([aria-haspopup])'));
  for (let left = await folded.count(); left > 0; left--) await folded.first().click();
}

const openTab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

for (const [place, enter] of Object.entries(PLACES)) {
  test(`axe finds nothing: ${place}`, async ({ page }) => {
    // six scans of a whole page
    test.slow();
    await openPage(page);
    await enter(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await test.step(`${size.width} px`, () => expectNoViolations(page, `${place}, ${size.width} px`));
    }
  });
}

test('the first press of Tab offers to skip to the token, and does so', async ({ page }) => {
  await page.goto('./');
  await monacoReady(page);
  // the page puts the focus into the empty token editor: back to the start
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the token' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('abc');
  await expectVerdict(page, 'malformed', 'no-token-found');
});
