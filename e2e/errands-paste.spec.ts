/** A token comes in: pasted anywhere, wrapped or decorated as texts do it, alone or among others. */
import { generateKeyPairSync } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import {
  copied,
  editor,
  expect,
  expectVerdict,
  openExample,
  openPage,
  pane,
  paste,
  pasteInto,
  test,
} from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

const TOKEN = hs256('{"sub":"pasted","admin":true}');
const OTHER = hs256('{"sub":"the other one"}');

/** Leaves whatever field has the focus. */
async function leaveFields(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  for (const name of ['Encoded token', 'Header', 'Payload', 'Key'] as const)
    await expect(editor(page, name)).not.toBeFocused();
}

test('a token pasted into the empty page shows header, payload and signature at once', async ({ page }) => {
  await openPage(page);
  await expect(editor(page, 'Encoded token')).toBeFocused();
  await paste(page, TOKEN);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
  expect(await copied(page, 'Copy header')).toBe('{\n  "alg": "HS256",\n  "typ": "JWT"\n}');
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "pasted",\n  "admin": true\n}');
  await expect(pane(page, 'Signature')).toContainText('HMAC with SHA-256 · 32 bytes');
});

const SELECTED: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  'a few characters': ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft'],
  everything: ['ControlOrMeta+A'],
};

test('a token pasted over an example replaces all of it in one step, whatever is selected', async ({ page }) => {
  await openPage(page);
  for (const [what, select] of Object.entries(SELECTED)) {
    await test.step(`${what} is selected`, async () => {
      await openExample(page, 'ES256');
      await expectVerdict(page, 'verified', 'signature-match');
      const example = await copied(page, 'Copy token');

      await editor(page, 'Encoded token').focus();
      await page.keyboard.press('ControlOrMeta+End');
      for (const key of select) await page.keyboard.press(key);
      await paste(page, TOKEN);
      await expectVerdict(page, 'unchecked', 'key-wrong-kind');
      expect(await copied(page, 'Copy token')).toBe(TOKEN);

      await editor(page, 'Encoded token').focus();
      await page.keyboard.press('ControlOrMeta+Z');
      await expectVerdict(page, 'verified', 'signature-match');
      expect(await copied(page, 'Copy token')).toBe(example);

      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await expectVerdict(page, 'empty', 'nothing-pasted');
    });
  }
});

test('a text without a token is inserted at the caret', async ({ page }) => {
  await openPage(page);
  await paste(page, TOKEN);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await paste(page, 'AB');
  await expectVerdict(page, 'malformed', 'base64-length');
  expect(await copied(page, 'Copy token')).toBe(`${TOKEN.slice(0, -1)}AB${TOKEN.slice(-1)}`);
});

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pemText = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const KEYS: readonly (readonly [what: string, text: string])[] = [
  ['a PEM block', pemText],
  ['a JWK', JSON.stringify(publicKey.export({ format: 'jwk' }))],
  ['a JWK Set', JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] })],
];

test('what is pasted outside of every field goes to the token, and a key to the key box', async ({ page }) => {
  await openPage(page);
  await leaveFields(page);
  await paste(page, TOKEN);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(TOKEN);

  for (const [what, text] of KEYS) {
    await paste(page, text);
    await expect(editor(page, 'Key'), what).toHaveValue(text);
    await expectVerdict(page, 'unchecked', 'public-key-as-secret');
  }
  expect(await copied(page, 'Copy token')).toBe(TOKEN);

  await paste(page, `curl -H "Authorization: Bearer ${OTHER}" https://api.example.com/`);
  await expect(pane(page, 'Payload')).toContainText('the other one');
  expect(await copied(page, 'Copy token')).toBe(OTHER);
});

const wrapped = (end: string) => TOKEN.replace(/.{50}/g, `$&${end}`);
const CLEANED: readonly (readonly [what: string, text: string, said: string])[] = [
  ['an Authorization line', `Authorization: Bearer ${TOKEN}`, 'Removed: the text around the token'],
  ['a token wrapped by a mail program', wrapped('\r\n'), 'Removed: line breaks'],
  [
    'a token in a quoted mail',
    `> ${wrapped('\n> ')}`,
    'Removed: line breaks, quote marks and the text around the token',
  ],
  ['a token in quotes', `"${TOKEN}"`, 'Removed: the text around the token'],
  ['a token with a zero width space', wrapped('\u200b'), 'Removed: invisible characters'],
  ['a token with blanks beside its dots', TOKEN.replaceAll('.', ' . '), 'Removed: blanks'],
  ['an address', `https://app.example/cb#id_token=${TOKEN}&state=x`, 'Removed: the text around the token'],
];

test('a decorated token is cleaned, and it is said what was removed and shown when asked', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Key', SECRET);
  for (const [what, text, said] of CLEANED) {
    await pasteInto(page, 'Encoded token', text);
    await expectVerdict(page, 'verified', 'signature-match');
    expect(await copied(page, 'Copy token'), what).toBe(TOKEN);
    await expect(pane(page, 'Encoded token').getByText(said, { exact: true }), what).toBeVisible();

    await page.getByRole('button', { name: 'Show as pasted', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Show as pasted', exact: true })).toHaveCount(0);
    await expectVerdict(page, 'verified', 'signature-match');
    // Monaco shows the line break of the platform, and the page keeps the one that was pasted
    expect(await copied(page, 'Copy token'), what).toBe(text);
  }
});

test('of two tokens the first is opened, the count is said, and an edit replaces only the open one', async ({
  page,
}) => {
  const text = `first: ${TOKEN}\nsecond: ${OTHER}\n`;
  await openPage(page);
  await paste(page, text);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(text);
  await expect(pane(page, 'Encoded token').getByText('2 tokens found', { exact: true })).toBeVisible();
  const tokens = page.getByRole('group', { name: 'Tokens found' });
  await expect(tokens.getByRole('button', { name: 'Token 1', pressed: true })).toBeVisible();
  expect(await copied(page, 'Copy payload')).toContain('"pasted"');

  await tokens.getByRole('button', { name: 'Token 2' }).click();
  await expect(tokens.getByRole('button', { name: 'Token 2', pressed: true })).toBeVisible();
  expect(await copied(page, 'Copy payload')).toBe('{\n  "sub": "the other one"\n}');

  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await pasteInto(page, 'Payload', '{"sub":"edited"}');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(`first: ${TOKEN}\nsecond: ${hs256('{"sub":"edited"}')}\n`);
});

test('a dropped file goes to the token, or to the key box where it is a key or is dropped there', async ({ page }) => {
  await openPage(page);
  const drop = async (onto: Locator, text: string) => {
    const dataTransfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'dropped.txt', { type: 'text/plain' }));
      return data;
    }, text);
    await onto.dispatchEvent('drop', { dataTransfer });
  };
  await drop(pane(page, 'Payload'), `Authorization: Bearer ${TOKEN}\n`);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(TOKEN);
  await drop(pane(page, 'Encoded token'), pemText);
  await expect(editor(page, 'Key')).toHaveValue(pemText);
  await drop(pane(page, 'Verify with'), SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
});
