/** An edit of header or payload: signed again where a key can do it, and otherwise said to be one. */
import { createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import {
  caretInObject,
  copied,
  expect,
  expectVerdict,
  openPage,
  pane,
  paste,
  pasteBoth,
  pasteInto,
  test,
  verdictBar,
} from './fixtures.ts';
import { acceptedBy } from './independent.ts';
import { base64url, es256, hs256, rs256, SECRET, textOf } from './tokens.ts';

const PAYLOAD = '{"sub":"1234567890","admin":false}';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

interface Signer {
  readonly alg: string;
  readonly token: string;
  readonly key: string;
  /** what an independent library checks with */
  readonly jwk: JsonWebKey;
}

const SIGNERS: Readonly<Record<string, Signer>> = {
  'a shared secret': {
    alg: 'HS256',
    token: hs256(PAYLOAD),
    key: SECRET,
    jwk: { kty: 'oct', k: base64url(SECRET) },
  },
  'a private PEM': {
    alg: 'RS256',
    token: rs256(PAYLOAD, rsa.privateKey),
    key: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwk: createPublicKey(rsa.privateKey).export({ format: 'jwk' }),
  },
  'a private JWK': {
    alg: 'ES256',
    token: es256(PAYLOAD, ec.privateKey),
    key: JSON.stringify(ec.privateKey.export({ format: 'jwk' })),
    jwk: createPublicKey(ec.privateKey).export({ format: 'jwk' }),
  },
};

for (const [what, { alg, token, key, jwk }] of Object.entries(SIGNERS)) {
  test(`with ${what} an edit is signed here, and others verify the token`, async ({ page }) => {
    await openPage(page);
    await pasteBoth(page, token, key);
    await expectVerdict(page, 'verified', 'signature-match');
    await expect(page.getByRole('radio', { name: 'Re-sign with key' })).toBeChecked();

    await caretInObject(page, 'Payload');
    await page.keyboard.type('"role":"admin",');
    await expectVerdict(page, 'signed', 'signed-here');
    await expect(verdictBar(page)).toContainText('Signed here with the key in the box, after your edit.');
    const edited = await copied(page, 'Copy token');
    const [header, payload] = edited.split('.');
    expect(header).toBe(token.split('.')[0]);
    expect(payload).toBe(base64url('{"role":"admin","sub":"1234567890","admin":false}'));
    expect(await acceptedBy(page, edited, alg, jwk)).toEqual(['node:crypto', 'jsonwebtoken']);

    await caretInObject(page, 'Header');
    await page.keyboard.type('"kid":"one",');
    await expectVerdict(page, 'signed', 'signed-here');
    const renamed = await copied(page, 'Copy token');
    expect(renamed.split('.')[0]).toBe(base64url(`{"kid":"one",${textOf(token, 0).slice(1)}`));
    expect(renamed.split('.')[1]).toBe(payload);
    expect(await acceptedBy(page, renamed, alg, jwk)).toEqual(['node:crypto', 'jsonwebtoken']);

    // the same text that comes in from elsewhere has not been signed here
    await pasteInto(page, 'Encoded token', renamed);
    await expectVerdict(page, 'verified', 'signature-match');
  });
}

test('signed here ends with undo, and with another key', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, hs256(PAYLOAD), SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  await expectVerdict(page, 'signed', 'signed-here');
  await page.keyboard.press('ControlOrMeta+Z');
  await expectVerdict(page, 'verified', 'signature-match');
  await page.keyboard.press('ControlOrMeta+Y');
  await expectVerdict(page, 'signed', 'signed-here');

  const signed = await copied(page, 'Copy token');
  await pasteInto(page, 'Key', 'some other secret of forty letters or so');
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await pasteInto(page, 'Key', '');
  await page.keyboard.press('Delete');
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(signed);
});

test('with a public key alone the edit breaks the signature, and the sentence names what changed', async ({ page }) => {
  const token = rs256(PAYLOAD, rsa.privateKey);
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Payload', PAYLOAD.replace('false', 'true'));
  await expectVerdict(page, 'unchecked', 'key-missing');
  // the paste was never checked, so it is not said that it had been signed
  await pasteInto(page, 'Key', rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await expect(verdictBar(page)).toContainText('The payload changed since the paste.');

  const edited = await copied(page, 'Copy token');
  expect(edited.split('.')).toEqual([
    token.split('.')[0],
    base64url(PAYLOAD.replace('false', 'true')),
    token.split('.')[2],
  ]);
  await expect(pane(page, 'Signature')).toContainText('A public key cannot sign.');

  await page.getByRole('button', { name: 'Undo edit', exact: true }).click();
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);

  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await expect(verdictBar(page)).toContainText('the payload changed after signing');
});

test('without a key the edit is not checked, and the sentence says that the payload changed', async ({ page }) => {
  const token = hs256(PAYLOAD);
  await openPage(page);
  await paste(page, token);
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  await expectVerdict(page, 'unchecked', 'key-missing');
  await expect(verdictBar(page)).toContainText('The payload changed since the paste.');
  const edited = await copied(page, 'Copy token');
  expect(edited.split('.')[2]).toBe(token.split('.')[2]);

  // a key that could sign never changes the token by itself
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'failed', 'signature-mismatch');
  expect(await copied(page, 'Copy token')).toBe(edited);
});

test('a wrong secret fails and leaves the token byte for byte', async ({ page }) => {
  // laid out with blanks, a literal and an escape of its own
  const token = hs256('{ "sub" : "\\u0041", "n": 1e3 }');
  await openPage(page);
  await pasteBoth(page, token, 'not the secret that signed it, but as long');
  await expectVerdict(page, 'failed', 'signature-mismatch');
  expect(await copied(page, 'Copy token')).toBe(token);
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);
});

test('Keep signature keeps it, and Re-sign chosen afterwards signs the edit', async ({ page }) => {
  const token = hs256(PAYLOAD);
  await openPage(page);
  await pasteBoth(page, token, SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('radio', { name: 'Keep signature' }).check();
  await caretInObject(page, 'Payload');
  await page.keyboard.type('"a":1,');
  await expectVerdict(page, 'failed', 'signature-mismatch');
  expect((await copied(page, 'Copy token')).split('.')[2]).toBe(token.split('.')[2]);

  await page.getByRole('radio', { name: 'Re-sign with key' }).check();
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(hs256('{"a":1,"sub":"1234567890","admin":false}'));
});
