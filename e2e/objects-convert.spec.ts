/** The same token in another serialization; where that is not possible, why. */
import type { Page } from '@playwright/test';
import { copied, editor, expect, expectVerdict, openPage, pane, pasteBoth, pasteInto, test } from './fixtures.ts';
import { CLAIMS, credential, ecPair, jwe, jws, rsaPair, shownBound } from './objects.ts';
import { vectorRow } from './vector-rows.ts';

async function convertTo(page: Page, form: 'compact' | 'flattened' | 'general'): Promise<void> {
  await page.getByRole('button', { name: 'Convert to another serialization', exact: true }).click();
  await page.getByRole('menuitem', { name: `Convert to ${form}` }).click();
}

/** The members of the JSON in the token editor. */
async function members(page: Page): Promise<readonly string[]> {
  const value: object = JSON.parse(await copied(page, 'Copy token'));
  return Object.keys(value).sort();
}

test('a signed token goes through all three forms and ends where it began, verified in each', async ({ page }) => {
  const ec = ecPair();
  const token = jws(CLAIMS, ec, { typ: 'JWT', kid: 'one' });
  await openPage(page);
  await pasteBoth(page, token, ec.publicText);
  await expectVerdict(page, 'verified', 'signature-match');

  await convertTo(page, 'flattened');
  await expectVerdict(page, 'verified', 'signature-match');
  const [header, payload, signature] = token.split('.');
  const flattened = { payload, protected: header, signature };
  expect(JSON.parse(await copied(page, 'Copy token'))).toEqual(flattened);

  await convertTo(page, 'general');
  await expectVerdict(page, 'verified', 'signature-match');
  expect(JSON.parse(await copied(page, 'Copy token'))).toEqual({
    payload,
    signatures: [{ protected: header, signature }],
  });
  await convertTo(page, 'compact');
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);

  // each conversion is one step back
  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  expect(JSON.parse(await copied(page, 'Copy token'))).toEqual(flattened);
});

test('an encrypted token does so too, without its key and with it', async ({ page }) => {
  const rsa = rsaPair();
  const token = jwe({ alg: 'RSA-OAEP', enc: 'A128GCM' }, rsa.publicKey, CLAIMS);
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await convertTo(page, 'general');
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await members(page)).toEqual(['ciphertext', 'iv', 'protected', 'recipients', 'tag']);
  await pasteInto(page, 'Key', rsa.text);
  await expectVerdict(page, 'decrypted', 'decrypted');
  await convertTo(page, 'flattened');
  await expectVerdict(page, 'decrypted', 'decrypted');
  expect(await members(page)).toEqual(['ciphertext', 'encrypted_key', 'iv', 'protected', 'tag']);
  await convertTo(page, 'compact');
  await expectVerdict(page, 'decrypted', 'decrypted');
  expect(await copied(page, 'Copy token')).toBe(token);
});

test('an SD-JWT keeps its disclosures and its key binding', async ({ page }) => {
  const of = credential();
  const token = shownBound(of, of.disclosures);
  await openPage(page);
  await pasteBoth(page, token, of.issuer.publicText);
  await expectVerdict(page, 'verified', 'signature-match');
  await convertTo(page, 'flattened');
  await expectVerdict(page, 'verified', 'signature-match');
  expect(JSON.parse(await copied(page, 'Copy token'))).toMatchObject({ header: { disclosures: of.disclosures } });
  await convertTo(page, 'compact');
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);
});

const IMPOSSIBLE = [
  ['jws-json', 'general-both', 'compact', 'This token has 2 signatures, and the compact form has room for one.'],
  ['jws-json', 'general-both', 'flattened', 'The general form keeps them all.'],
  ['jws-json', 'general-both', 'general', 'This token is in the general JSON form already.'],
  [
    'jws-json',
    'header-both',
    'compact',
    'no place for unprotected header parameters, and this token has “kid” and “typ”',
  ],
  ['jwe', 'flattened-aad', 'compact', 'no place for unprotected header parameters, and this token has “iv” and “tag”'],
  ['detached', 'json-b64-false', 'compact', 'The payload is not encoded (b64 false)'],
  ['jws-json', 'header-clash', 'compact', 'This token is not well formed'],
] as const;

test('a conversion that is not possible says why and leaves the token', async ({ page }) => {
  await openPage(page);
  for (const [file, id, form, reason] of IMPOSSIBLE) {
    await test.step(`${id} to ${form}`, async () => {
      await pasteInto(page, 'Encoded token', vectorRow(file, id).text);
      const before = await copied(page, 'Copy token');
      await convertTo(page, form);
      await expect(pane(page, 'Encoded token').getByRole('alert')).toContainText(reason);
      expect(await copied(page, 'Copy token')).toBe(before);
    });
  }
});
