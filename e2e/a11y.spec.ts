/** What axe finds: nothing, in either theme, wide and narrow, whatever kind of token is there. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectVerdict, monacoReady, pane, pasteInto, test } from './fixtures.ts';
import { CLAIMS, credential, ecPair, jwe, jws, rsaPair, shownBound } from './objects.ts';
import { hs256, SECRET } from './tokens.ts';

const TOKEN = hs256('{"sub":"1234567890","admin":true,"iat":1516239022}');

const READER = rsaPair();
const ENCRYPTED = jwe({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' }, READER.publicKey, jws(CLAIMS, ecPair()));
const CREDENTIAL = credential();
const PRESENTED = shownBound(CREDENTIAL, CREDENTIAL.disclosures);

const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: async () => {},
  verified: async (page) => {
    await pasteInto(page, 'Encoded token', TOKEN);
    await pasteInto(page, 'Key', SECRET);
    await expectVerdict(page, 'verified', 'signature-match');
  },
  failed: async (page) => {
    await pasteInto(page, 'Encoded token', TOKEN);
    await pasteInto(page, 'Key', 'not the secret that it was');
    await expectVerdict(page, 'failed', 'signature-mismatch');
  },
  malformed: async (page) => {
    await pasteInto(page, 'Encoded token', TOKEN.slice(0, TOKEN.lastIndexOf('.')));
    await expectVerdict(page, 'malformed', 'segment-count');
  },
  locked: async (page) => {
    await pasteInto(page, 'Encoded token', ENCRYPTED);
    await expectVerdict(page, 'unchecked', 'key-missing');
    await expect(pane(page, 'Encrypted parts').getByRole('listitem')).toHaveCount(4);
    await expect(pane(page, 'Decrypted content')).toContainText('The content is locked');
  },
  nested: async (page) => {
    await pasteInto(page, 'Encoded token', ENCRYPTED);
    await pasteInto(page, 'Key', READER.text);
    await expectVerdict(page, 'unchecked', 'key-missing');
    await expect(page.getByRole('list', { name: 'Layers, outermost first' })).toContainText('Claims');
  },
  'selectively disclosed': async (page) => {
    await pasteInto(page, 'Encoded token', PRESENTED);
    await pasteInto(page, 'Key', CREDENTIAL.issuer.publicText);
    await expectVerdict(page, 'verified', 'signature-match');
    if (isWide(page)) await page.getByRole('tab', { name: 'Disclosures' }).click();
    await page.getByRole('button', { name: 'Salt and digest of disclosure 1' }).click();
  },
  'compared with what is expected': async (page) => {
    await pasteInto(page, 'Encoded token', PRESENTED);
    await expectVerdict(page, 'unchecked', 'key-missing');
    if (isWide(page)) await page.getByRole('tab', { name: 'Checks' }).click();
    await page.getByRole('textbox', { name: 'Nonce expected of the holder' }).fill('another');
    await expect(page.getByRole('table', { name: 'Checks' })).toContainText('Fail');
  },
  detached: async (page) => {
    const [header, , signature] = TOKEN.split('.');
    await pasteInto(page, 'Encoded token', `${header}..${signature}`);
    await pasteInto(page, 'Key', SECRET);
    await expectVerdict(page, 'unchecked', 'payload-detached');
  },
};

/** Below, the tabs of the inspector are sections one after the other. */
function isWide(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) >= 640;
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    for (const [state, enter] of Object.entries(STATES)) {
      test(`axe finds nothing: ${state}, ${colorScheme}, ${width} px`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await page.goto('./');
        await monacoReady(page);
        await enter(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
        expect(found).toEqual([]);
      });
    }
  }
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
