/** The key box: what it takes, what it asks, what it says, and what it gives back. */
import { createHash, createHmac, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import {
  copied,
  editor,
  expect,
  expectVerdict,
  openPage,
  pane,
  pasteBoth,
  pasteInto,
  test,
  verdictBar,
} from './fixtures.ts';
import { base64url, es256, hs256, rs256, SECRET } from './tokens.ts';

const PAYLOAD = '{"sub":"1234567890"}';
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsaPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const card = (page: Page): Locator => pane(page, 'Verify with');

test('a set without the kid of the header is not tried, until every key is asked for', async ({ page }) => {
  const token = es256(PAYLOAD, ec.privateKey, { header: '{"alg":"ES256","kid":"rotated"}' });
  const set = {
    keys: [
      { ...other.publicKey.export({ format: 'jwk' }), kid: 'first' },
      { ...ec.publicKey.export({ format: 'jwk' }), kid: 'second' },
    ],
  };
  await openPage(page);
  await pasteBoth(page, token, JSON.stringify(set));
  await expectVerdict(page, 'unchecked', 'kid-unknown');
  await expect(verdictBar(page)).toContainText('No key has kid “rotated”');
  await expect(card(page)).toContainText('JWKS · 2 keys · 0 match kid');

  await page.getByRole('button', { name: 'Try all anyway' }).click();
  await expectVerdict(page, 'verified', 'signature-match');
  const ring = page.getByRole('list', { name: 'Keys in this set' });
  await expect(ring.getByRole('listitem').nth(1)).toContainText('made this signature');
  await page.getByRole('button', { name: 'Only keys with the kid' }).click();
  await expectVerdict(page, 'unchecked', 'kid-unknown');
});

test('an encrypted private key asks for its passphrase, and verifies with it', async ({ page }) => {
  const encrypted = ec.privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' })
    .toString();
  await openPage(page);
  await pasteBoth(page, es256(PAYLOAD, ec.privateKey), encrypted);
  await expectVerdict(page, 'unchecked', 'key-passphrase-needed');
  const passphrase = page.getByRole('textbox', { name: 'Passphrase', exact: true });
  await passphrase.fill('close sesame');
  await expect(card(page)).toContainText('Wrong passphrase');
  await expectVerdict(page, 'unchecked', 'key-unreadable');
  await passphrase.fill('open sesame');
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(page.getByRole('radio', { name: 'Re-sign with key' })).toBeChecked();
});

/** The same bytes as each encoding writes them. */
const BYTES = Buffer.from('5f3c1a907be245d688f0a1b2c3d4e5f60718293a4b5c6d7e8f90aabbccddeeff', 'hex');

const ENCODINGS = ['hex', 'base64', 'base64url'] as const;

test('how a secret is encoded is found out, and another reading fails and names the one that would do', async ({
  page,
}) => {
  const input = `${base64url('{"alg":"HS256"}')}.${base64url(PAYLOAD)}`;
  const token = `${input}.${createHmac('sha256', BYTES).update(input).digest('base64url')}`;
  await openPage(page);
  for (const name of ENCODINGS) {
    await test.step(name, async () => {
      await pasteBoth(page, token, BYTES.toString(name));
      await expectVerdict(page, 'verified', 'signature-match');
      await expect(card(page)).toContainText(`Shared secret · 32 bytes · ${name}`);

      const reading = page.getByRole('radiogroup', { name: 'Read the secret as' });
      await reading.getByRole('radio', { name: 'UTF-8' }).check();
      await expectVerdict(page, 'failed', 'signature-mismatch');
      await expect(verdictBar(page)).toContainText(name);
      await reading.getByRole('radio', { name, exact: true }).check();
      await expectVerdict(page, 'verified', 'signature-match');
      expect(await copied(page, 'Copy token')).toBe(token);

      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await expectVerdict(page, 'empty', 'nothing-pasted');
    });
  }
});

test('a public key is never a secret, and the forgery made with its text is named', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, hs256(PAYLOAD), rsaPem);
  await expectVerdict(page, 'unchecked', 'public-key-as-secret');
  await expect(verdictBar(page)).not.toContainText('forgery');
  await pasteInto(page, 'Encoded token', hs256(PAYLOAD, rsaPem));
  await expect(verdictBar(page)).toContainText('this is the key-confusion forgery');
  await expectVerdict(page, 'unchecked', 'public-key-as-secret');
});

test('a private key verifies, with the note that its public half would do', async ({ page }) => {
  await openPage(page);
  const pem = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await pasteBoth(page, rs256(PAYLOAD, rsa.privateKey), pem);
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(card(page)).toContainText('RSA private key · 2048 bit · PKCS#8 PEM');
  await expect(card(page)).toContainText(/private key.*public/i);
});

test('a key can be hidden and shown, and hiding changes nothing else', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, hs256(PAYLOAD), SECRET);
  const masked = () =>
    editor(page, 'Key').evaluate((box) => getComputedStyle(box).getPropertyValue('-webkit-text-security'));
  expect(await masked()).toBe('none');
  await page.getByRole('button', { name: 'Hide key' }).click();
  expect(await masked()).not.toBe('none');
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('button', { name: 'Show key' }).click();
  expect(await masked()).toBe('none');
  await page.getByRole('button', { name: 'Remove key' }).click();
  await expectVerdict(page, 'unchecked', 'key-missing');
});

test('a key that was read can be copied as JWK, PEM and thumbprint', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Key', ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString());
  await expect(card(page)).toContainText('SEC1 PEM');
  const { x, y, d } = ec.privateKey.export({ format: 'jwk' });
  expect(JSON.parse(await copied(page, 'Copy public JWK'))).toEqual({ kty: 'EC', crv: 'P-256', x, y });
  expect(JSON.parse(await copied(page, 'Copy private JWK'))).toMatchObject({ kty: 'EC', crv: 'P-256', x, y, d });
  const sameText = (text: string) => text.replaceAll(/\s/g, '');
  expect(sameText(await copied(page, 'Copy public PEM'))).toBe(
    sameText(ec.publicKey.export({ type: 'spki', format: 'pem' }).toString()),
  );
  const pem = await copied(page, 'Copy private PEM');
  expect(createPrivateKey(pem).export({ format: 'jwk' })).toEqual({ kty: 'EC', crv: 'P-256', x, y, d });
  // RFC 7638: the required members in the order of their names
  const thumbprint = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
  expect(await copied(page, 'Copy thumbprint')).toBe(thumbprint);
});

test('a key file is opened, whether PEM or DER', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', rs256(PAYLOAD, rsa.privateKey));
  const open = async (name: string, buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open key file' }).click();
    await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  await open('key.pem', Buffer.from(rsaPem));
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(editor(page, 'Key')).toHaveValue(rsaPem);

  await open('key.der', rsa.privateKey.export({ type: 'pkcs8', format: 'der' }));
  await expect(card(page)).toContainText('RSA private key · 2048 bit · DER');
  await expectVerdict(page, 'verified', 'signature-match');

  await open('noise.bin', randomBytes(64));
  await expectVerdict(page, 'unchecked', 'key-unreadable');
});

test('a signature in DER is named, and its button rewrites it so that it verifies', async ({ page }) => {
  const token = es256(PAYLOAD, ec.privateKey, { der: true });
  await openPage(page);
  await pasteBoth(page, token, ec.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  await expectVerdict(page, 'failed', 'signature-der');
  await page.getByRole('button', { name: 'Rewrite as r and s' }).click();
  await expectVerdict(page, 'verified', 'signature-match');
  const rewritten = await copied(page, 'Copy token');
  expect(rewritten.split('.').slice(0, 2)).toEqual(token.split('.').slice(0, 2));
  expect(Buffer.from(rewritten.split('.')[2] ?? '', 'base64url')).toHaveLength(64);

  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectVerdict(page, 'failed', 'signature-der');
  expect(await copied(page, 'Copy token')).toBe(token);
});

test('the key in the token is used only when asked for, and it is said what that proves', async ({ page }) => {
  const jwk = ec.publicKey.export({ format: 'jwk' });
  const token = es256(PAYLOAD, ec.privateKey, { header: JSON.stringify({ alg: 'ES256', jwk }) });
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await expectVerdict(page, 'unchecked', 'key-in-token-only');
  await page.getByRole('button', { name: 'Check with the key in the token' }).click();
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(verdictBar(page)).toContainText('Matches its own key');
  await expect(verdictBar(page)).toContainText('That proves nothing about who made it');

  // with a key of one's own that of the token is never used
  await pasteInto(page, 'Key', other.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await page.getByRole('button', { name: 'Remove key' }).click();
  await page.getByRole('button', { name: 'Do not use it' }).click();
  await expectVerdict(page, 'unchecked', 'key-in-token-only');
});

test('typing in the key box never changes the token', async ({ page }) => {
  const token = hs256(PAYLOAD);
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await editor(page, 'Key').focus();
  await page.keyboard.type(SECRET.slice(0, -1));
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await page.keyboard.type(SECRET.slice(-1));
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);
});

test('a key of any size of RSA can be generated, named by its thumbprint', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', rs256(PAYLOAD, rsa.privateKey));
  await page.getByRole('button', { name: 'Choose what to generate' }).click();
  const menu = page.getByRole('menu', { name: 'What to generate' });
  for (const size of ['2048 bit', '3072 bit', '4096 bit'])
    await expect(menu.getByRole('menuitem', { name: size })).toBeVisible();
  await menu.getByRole('menuitem', { name: '3072 bit' }).click();
  await expectVerdict(page, 'signed', 'signed-here');
  await expect(card(page)).toContainText('RSA private key · 3072 bit · JWK');
  const { kid } = JSON.parse(await copied(page, 'Copy key'));
  expect(await copied(page, 'Copy thumbprint')).toBe(kid);
  expect(await copied(page, 'Copy header')).toContain(`"kid": "${kid}"`);
});
