/** Every other JOSE object in the panes: encrypted, nested, in JSON, with its content elsewhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { copied, editor, expect, expectVerdict, openPage, pasteInto, test, verdictBar } from './fixtures.ts';

interface VectorFile {
  readonly keys: Readonly<Record<string, { readonly text: string }>>;
  readonly cases: readonly VectorRow[];
}

interface VectorRow {
  readonly id: string;
  readonly text: string;
  readonly keys: readonly string[];
  readonly detachedPayload?: string;
}

/** A published or made token, and the text of each key that belongs to it. */
function vector(file: string, id: string) {
  const path = join(import.meta.dirname, '../src/engine/vectors', `${file}.json`);
  const { keys, cases }: VectorFile = JSON.parse(readFileSync(path, 'utf8'));
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${file}.json has no case ${id}.`);
  const { text, detachedPayload = '' } = found;
  return { token: text, keys: found.keys.map((name) => keys[name]?.text ?? name), detachedPayload };
}

function keySet(keys: readonly string[]): string {
  const [only = ''] = keys;
  return keys.length === 1 ? only : `{"keys":[${keys.join(',')}]}`;
}

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

test('a locked token shows its parts and what it needs, and opens with the key', async ({ page }) => {
  const { token, keys } = vector('jwe', 'rsa-oaep-256-a256gcm');
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await expectVerdict(page, 'unchecked', 'key-missing');
  const cells = verdictBar(page).getByRole('button');
  await expect(cells.first()).toHaveAccessibleName('Decryption: Needs a key. Add the private key.');
  const parts = region(page, 'Encrypted parts').getByRole('listitem');
  await expect(parts).toContainText(['Encrypted key256 bytes', 'IV12 bytes', 'Ciphertext52 bytes', 'Auth tag16 bytes']);
  await expect(region(page, 'Decrypted content')).toContainText('the RSA private key of the recipient opens it');
  await expect(editor(page, 'Payload')).toBeHidden();

  await region(page, 'Decrypted content').getByRole('button', { name: 'Add the key' }).click();
  await expect(editor(page, 'Key')).toBeFocused();
  await pasteInto(page, 'Key', keys[0] ?? '');
  await expectVerdict(page, 'decrypted', 'decrypted');
  await expect(region(page, 'Decrypt with')).toContainText('Can openRSA1_5 RSA-OAEP RSA-OAEP-256');
  expect(await copied(page, 'Copy payload')).toContain('"sub": "rider-48213"');
});

test('the menus offer only what the key can do, and encrypt again', async ({ page }) => {
  const { token, keys } = vector('jwe', 'rsa-oaep-256-a256gcm');
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', keys[0] ?? '');
  await expectVerdict(page, 'decrypted', 'decrypted');
  await button(page, 'Algorithm RSA-OAEP-256, change it').click();
  const offered = page.getByRole('menu').getByRole('menuitem');
  await expect(offered).toHaveCount(5);
  await expect(page.getByRole('menuitem', { name: 'A256KW', exact: true })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'RSA-OAEP', exact: true }).click();
  await expectVerdict(page, 'signed', 'encrypted-here');
  await button(page, 'Content encryption A256GCM, change it').click();
  await page.getByRole('menuitem', { name: 'A128CBC-HS256', exact: true }).click();
  await expect(button(page, 'Content encryption A128CBC-HS256, change it')).toBeVisible();
  await expectVerdict(page, 'signed', 'encrypted-here');
  expect(await copied(page, 'Copy header')).toContain('"alg": "RSA-OAEP"');
  expect(await copied(page, 'Copy payload')).toContain('"sub": "rider-48213"');
});

test('many rounds are done when asked for, with progress, and stop at once', async ({ page }) => {
  const { token, keys } = vector('jwe-by-hand', 'pbes2-too-many-rounds');
  const [header = '', ...rest] = token.split('.');
  const members: Record<string, unknown> = JSON.parse(Buffer.from(header, 'base64url').toString());
  const many = Buffer.from(JSON.stringify({ ...members, p2c: 40_000_000 })).toString('base64url');
  await openPage(page);
  await pasteInto(page, 'Encoded token', [many, ...rest].join('.'));
  await pasteInto(page, 'Key', keys[0] ?? '');
  await expectVerdict(page, 'unchecked', 'pbes2-rounds');
  await button(page, 'Do 40,000,000 rounds').click();
  const bar = page.getByRole('progressbar', { name: 'Deriving the key from the password' });
  await expect(bar).toBeVisible();
  await expect(region(page, 'Decrypted content')).toContainText(/About \d+ (s|min) left\./);
  await button(page, 'Stop').click();
  await expectVerdict(page, 'unchecked', 'stopped');
  await expect(bar).toHaveCount(0);
  // the browser may have to end the first run before it begins another
  await button(page, 'Start again').click();
  await button(page, 'Stop').click();
  await expectVerdict(page, 'unchecked', 'stopped');
});

test('a content that inflates too far is stopped, and the limit can be raised', async ({ page }) => {
  const { token, keys } = vector('jwe-by-hand', 'zip-bomb');
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', keys[0] ?? '');
  await expectVerdict(page, 'unsupported', 'inflated-too-large');
  const limits = page.getByRole('radiogroup', { name: 'Inflate up to' });
  await expect(limits.getByRole('radio', { name: '10 MB' })).toBeChecked();
  // it goes away with the press, so it is never seen checked
  await limits.getByRole('radio', { name: '50 MB' }).click();
  await expect(verdictBar(page)).toHaveAttribute('data-code', 'decrypted', { timeout: 40_000 });
  await expect(region(page, 'Decrypted content')).toContainText('Many verifiers stop at');
  await expect(limits).toHaveCount(0);
});

test('of a token in a token the innermost layer is told, and it opens as layer 2', async ({ page }) => {
  const { token, keys } = vector('nested', 'jwt-in-jwe');
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', keySet(keys));
  await expectVerdict(page, 'verified', 'signature-match');
  const cells = verdictBar(page).getByRole('button');
  await expect(cells).toHaveText([/Signature of layer 2.*Verified/, /Time and claims/, /Findings/]);
  await expect(region(page, 'Decrypted content')).toContainText('a signed token');
  await region(page, 'Decrypted content').getByRole('button', { name: 'Open as layer 2' }).click();
  await expect(region(page, 'Header')).toContainText('Layer 2 of 2: a signed token');
  expect(await copied(page, 'Copy payload')).toContain('"sub": "rider-48213"');
  await expect(region(page, 'Verify layer 2 with')).toContainText('A key in the box of another layer did it.');
  await button(page, 'Back to layer 1').click();
  await expect(region(page, 'Protected header')).toBeVisible();
});

test('each signature of a JSON serialization has its verdict and its header', async ({ page }) => {
  const { token, keys } = vector('jws-json', 'general-one-good-one-bad');
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', keySet(keys));
  await expectVerdict(page, 'failed', 'some-signatures-failed');
  const signatures = region(page, 'Encoded token').getByRole('list', { name: 'Signatures' }).getByRole('button');
  await expect(signatures).toHaveText([/Signature 1RS256.*Verified/, /Signature 2ES256.*Failed/]);
  await expect(region(page, 'Header')).toContainText('Unprotected header 1 anyone can change it unseen');
  await signatures.last().click();
  await expect(signatures.last()).toHaveAttribute('aria-pressed', 'true');
  await expect(region(page, 'Header')).toContainText('Protected header 2');
  await expect(region(page, 'Header')).toContainText('"alg": "ES256"');
  await expect(region(page, 'Signature')).toContainText('64 bytes');
});

test('a token is converted between serializations, or it is said why not', async ({ page }) => {
  const { token, keys } = vector('nested', 'jwt-in-jwe');
  const convert = async (to: string) => {
    await button(page, 'Convert to another serialization').click();
    await page.getByRole('menuitem', { name: `Convert to ${to}`, exact: true }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', keySet(keys));
  await convert('general');
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(region(page, 'Encoded token').getByRole('list', { name: 'Recipients' }).getByRole('button')).toHaveText(
    /Decrypted/,
  );
  await convert('compact');
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);

  await pasteInto(page, 'Encoded token', vector('jws-json', 'general-both').token);
  await convert('compact');
  await expect(region(page, 'Encoded token').getByRole('alert')).toContainText('2 signatures');
});

test('a content that the token leaves out is given beside it', async ({ page }) => {
  const { token, keys, detachedPayload } = vector('detached', 'detached-hs256');
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', keys[0] ?? '');
  await expectVerdict(page, 'unchecked', 'payload-detached');
  const field = page.getByRole('textbox', { name: 'Detached content', exact: true });
  await field.fill('not what was signed');
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await expect(region(page, 'Payload')).toContainText('19 bytes as UTF-8');
  const chooser = page.waitForEvent('filechooser');
  await region(page, 'Payload').getByRole('button', { name: 'Open file' }).click();
  await (await chooser).setFiles({
    name: 'contract.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(detachedPayload),
  });
  await expect(region(page, 'Payload')).toContainText('contract.txt');
  await expectVerdict(page, 'verified', 'signature-match');
  await button(page, 'Remove the file').click();
  await expectVerdict(page, 'unchecked', 'payload-detached');
});
