/** An edit of an encrypted or nested token makes it anew from the inside out, and others open and verify it. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  caretInObject,
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
import { acceptedBy, jwkFrom } from './independent.ts';
import { openedByNode } from './independent-jwe.ts';
import {
  CLAIMS,
  CLAIMS_LAID_OUT,
  ecPair,
  type JweHeader,
  jwe,
  jws,
  type Pair,
  rsaPair,
  sharedSecret,
} from './objects.ts';
import { hs256, SECRET } from './tokens.ts';

const rsa = rsaPair();
const ec = ecPair();
const secret = sharedSecret(32);
const longSecret = sharedSecret(64);
const PASSWORD = 'seven otters row home';

const EDITED = '{"role":"admin","sub":"rider-48213","admin":false}';

interface Reader {
  readonly header: JweHeader;
  /** what it is encrypted with */
  readonly key: KeyObject | Buffer;
  /** what opens it */
  readonly opener: KeyObject | Buffer;
  readonly keyText: string;
}

const READERS: Readonly<Record<string, Reader>> = {
  'an RSA key': {
    header: { alg: 'RSA-OAEP-256', enc: 'A256GCM' },
    key: rsa.publicKey,
    opener: rsa.privateKey,
    keyText: rsa.text,
  },
  'an agreed key': {
    header: { alg: 'ECDH-ES', enc: 'A128CBC-HS256' },
    key: ec.publicKey,
    opener: ec.privateKey,
    keyText: ec.text,
  },
  'a wrapping key': {
    header: { alg: 'A256KW', enc: 'A192GCM' },
    key: secret.bytes,
    opener: secret.bytes,
    keyText: secret.text,
  },
  'a content key': {
    header: { alg: 'dir', enc: 'A256CBC-HS512' },
    key: longSecret.bytes,
    opener: longSecret.bytes,
    keyText: longSecret.text,
  },
  'a password': {
    header: { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' },
    key: Buffer.from(PASSWORD),
    opener: Buffer.from(PASSWORD),
    keyText: PASSWORD,
  },
};

for (const [what, { header, key, opener, keyText }] of Object.entries(READERS)) {
  test(`with ${what} an edit is encrypted here, and node:crypto opens the token`, async ({ page }) => {
    const token = jwe(header, key, CLAIMS);
    await openPage(page);
    await pasteBoth(page, token, keyText);
    await expectVerdict(page, 'decrypted', 'decrypted');
    await expect(page.getByRole('radio', { name: 'Encrypt again' })).toBeChecked();

    await caretInObject(page, 'Payload');
    await page.keyboard.type('"role":"admin",');
    await expectVerdict(page, 'signed', 'encrypted-here');
    await expect(verdictBar(page)).toContainText('Encrypted here with the key in the box, after your edit.');
    const edited = await copied(page, 'Copy token');
    expect(edited.split('.').slice(2)).not.toEqual(token.split('.').slice(2));
    expect(openedByNode(edited, opener)).toMatchObject({ header, content: EDITED });

    await caretInObject(page, 'Header');
    await page.keyboard.type('"kid":"one",');
    await expectVerdict(page, 'signed', 'encrypted-here');
    const named = openedByNode(await copied(page, 'Copy token'), opener);
    expect(named).toMatchObject({ header: { kid: 'one', ...header }, content: EDITED });

    // what comes in from elsewhere has not been encrypted here
    await pasteInto(page, 'Encoded token', edited);
    await expectVerdict(page, 'decrypted', 'decrypted');
  });
}

test('another content encryption is chosen from the menu, which offers what the key can do', async ({ page }) => {
  const token = jwe({ alg: 'RSA-OAEP', enc: 'A256GCM', kid: 'kept' }, rsa.publicKey, CLAIMS);
  await openPage(page);
  await pasteBoth(page, token, rsa.text);
  await expectVerdict(page, 'decrypted', 'decrypted');
  await page.getByRole('button', { name: 'Content encryption A256GCM, change it' }).click();
  await page.getByRole('menuitem', { name: 'A128CBC-HS256', exact: true }).click();
  await expectVerdict(page, 'signed', 'encrypted-here');
  const changed = openedByNode(await copied(page, 'Copy token'), rsa.privateKey);
  expect(changed).toEqual({ header: { alg: 'RSA-OAEP', enc: 'A128CBC-HS256', kid: 'kept' }, content: CLAIMS });

  await page.getByRole('button', { name: 'Algorithm RSA-OAEP, change it' }).click();
  await expect(page.getByRole('menuitem', { name: 'A256KW', exact: true })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'RSA-OAEP-256', exact: true }).click();
  await expectVerdict(page, 'signed', 'encrypted-here');
  await expect(page.getByRole('button', { name: 'Algorithm RSA-OAEP-256, change it' })).toBeVisible();
  const again = openedByNode(await copied(page, 'Copy token'), rsa.privateKey);
  expect(again).toEqual({ header: { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256', kid: 'kept' }, content: CLAIMS });
});

test('an edit that keeps the encrypted parts fails to open, and undo opens it again', async ({ page }) => {
  const token = jwe({ alg: 'A256KW', enc: 'A256GCM' }, secret.bytes, CLAIMS);
  await openPage(page);
  await pasteBoth(page, token, secret.text);
  await expectVerdict(page, 'decrypted', 'decrypted');
  await page.getByRole('radio', { name: 'Keep as it is' }).check();
  await caretInObject(page, 'Header');
  await page.keyboard.type('"kid":"1",');
  await expectVerdict(page, 'failed', 'decryption-failed');
  expect((await copied(page, 'Copy token')).split('.').slice(1)).toEqual(token.split('.').slice(1));
  await page.getByRole('button', { name: 'Undo edit', exact: true }).click();
  await expectVerdict(page, 'decrypted', 'decrypted');
  expect(await copied(page, 'Copy token')).toBe(token);
});

const NESTED = { alg: 'RSA-OAEP-256', enc: 'A128GCM', cty: 'JWT' };

function keySet(...pairs: readonly Pair[]): string {
  return JSON.stringify({ keys: pairs.map(({ text }) => JSON.parse(text)) });
}

function publicJwk({ privateKey }: Pair) {
  return createPublicKey(privateKey).export({ format: 'jwk' });
}

/** The open layer becomes another one; layers are counted from 1. */
async function editLayer(page: Page, layer: number): Promise<void> {
  const layers = page.getByRole('list', { name: 'Layers, outermost first' });
  await layers
    .getByRole('listitem')
    .nth(layer - 1)
    .getByRole('button', { name: 'Edit this layer' })
    .click();
}

test('an edit inside a nested token signs it, and seals what is around it', async ({ page }) => {
  const token = jwe(NESTED, rsa.publicKey, jws(CLAIMS, ec, { typ: 'JWT' }));
  await openPage(page);
  await pasteBoth(page, token, keySet(rsa, ec));
  await expectVerdict(page, 'verified', 'signature-match');
  await editLayer(page, 2);
  expect(await copied(page, 'Copy payload')).toBe(CLAIMS_LAID_OUT);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"role":"admin",');
  await expectVerdict(page, 'signed', 'signed-here');

  const edited = await copied(page, 'Copy token');
  const { header, content } = openedByNode(edited, rsa.privateKey);
  expect(header).toEqual(NESTED);
  expect(content.split('.')[0]).toBe(jws('', ec, { typ: 'JWT' }).split('.')[0]);
  expect(Buffer.from(content.split('.')[1] ?? '', 'base64url').toString()).toBe(EDITED);
  expect(await acceptedBy(page, content, 'ES256', publicJwk(ec))).toEqual(['node:crypto', 'jsonwebtoken']);
  expect((await copied(page, 'Copy payload')).replaceAll(/\s/g, '')).toBe(EDITED);

  // one history over all layers: undone where the outer one is open
  await editLayer(page, 1);
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);
  await expect(page.getByRole('region', { name: 'Verify layer 2 with', exact: true })).toBeVisible();
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(edited);
});

test('without the outer key an inner edit is not applied, says whose key is missing, and loses nothing', async ({
  page,
}) => {
  const inner = jws(CLAIMS, ec);
  const token = hs256(inner, SECRET, '{"alg":"HS256","cty":"JWT"}');
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await expectVerdict(page, 'unchecked', 'key-missing');
  await editLayer(page, 2);
  await pasteInto(page, 'Key', ec.text);
  await expect(page.getByRole('list', { name: 'Layers, outermost first' })).toContainText('Verified');
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"role":"admin",');
  const payload = pane(page, 'Payload');
  await expect(payload.getByText('not applied', { exact: true })).toBeVisible();
  await expect(payload).toContainText('Layer 1 would have to be signed again, and no key here can do it.');
  expect(await copied(page, 'Copy token')).toBe(token);
  const draft = await copied(page, 'Copy payload');
  expect(draft.replaceAll(/\s/g, '')).toBe(EDITED);

  await payload.getByRole('button', { name: 'Go to layer 1' }).click();
  await pasteInto(page, 'Key', SECRET);
  await editLayer(page, 2);
  expect(await copied(page, 'Copy payload')).toBe(draft);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  await expectVerdict(page, 'signed', 'signed-here');
  const edited = await copied(page, 'Copy token');
  const [, content = ''] = edited.split('.');
  expect(
    await acceptedBy(page, edited, 'HS256', { kty: 'oct', k: Buffer.from(SECRET).toString('base64url') }),
  ).toContain('node:crypto');
  const signed = Buffer.from(content, 'base64url').toString();
  expect(await acceptedBy(page, signed, 'ES256', jwkFrom(ec.publicText))).toEqual(['node:crypto', 'jsonwebtoken']);
  expect(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()).toBe(`{"a":1,${EDITED.slice(1)}`);
});
