/** DPoP proofs (RFC 9449): verified with their own key, said to show possession only, and compared with the request. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { thumbprintOf } from '../scripts/vectors/key-material.mjs';
import { expect, expectVerdict, openPage, pasteInto, test, verdictBar } from './fixtures.ts';
import { ecPair, jws, type Pair, withChangedEnd } from './objects.ts';

const URL = 'https://api.example/v1/orders';
const client = ecPair();
const issuer = ecPair();
const jwk = client.publicKey.export({ format: 'jwk' });
const jkt: string = thumbprintOf(jwk);
const ACCESS_TOKEN = jws(JSON.stringify({ sub: 'rider-48213', cnf: { jkt } }), issuer, { typ: 'at+jwt' });

/** A proof of the client's, made now. */
function proof(claims: object = {}, signer: Pair = client): string {
  const ath = createHash('sha256').update(ACCESS_TOKEN).digest('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const payload = { jti: 'a1', htm: 'POST', htu: URL, iat, ath, ...claims };
  return jws(JSON.stringify(payload), signer, { typ: 'dpop+jwt', jwk });
}

const request = (of: string) => `POST /v1/orders HTTP/1.1\nAuthorization: DPoP ${ACCESS_TOKEN}\nDPoP: ${of}\n`;
const row = (page: Page, name: string) => page.getByRole('table', { name: 'Checks' }).getByRole('row', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function openChecks(page: Page, text: string): Promise<void> {
  await openPage(page);
  await pasteInto(page, 'Encoded token', text);
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('tab', { name: 'Checks' }).click();
}

test('a proof is verified with its own key, and the words say possession', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', proof());
  await expectVerdict(page, 'verified', 'signature-match');
  const bar = verdictBar(page);
  await expect(bar).toContainText('That shows who holds the key, not who made it.');
  await expect(bar.getByRole('button', { name: 'Signature' })).toContainText('Matches its own key');
  await expect(bar).not.toContainText('Verified');

  await pasteInto(page, 'Encoded token', withChangedEnd(proof()));
  await expectVerdict(page, 'failed', 'signature-mismatch');
  await pasteInto(page, 'Encoded token', proof({}, issuer));
  await expectVerdict(page, 'failed', 'signature-mismatch');
});

test('method, address, access token and thumbprint are compared with what is expected', async ({ page }) => {
  await openChecks(page, proof());
  for (const name of ['htm Method', 'htu URL', 'ath Access token', 'jkt Thumbprint'])
    await expect(row(page, name)).toContainText('Not asked');

  await field(page, 'Expected method (htm)').fill('POST');
  await field(page, 'Expected URL (htu)').fill(`${URL}?page=2#top`);
  await field(page, 'Access token (ath)').fill(ACCESS_TOKEN);
  await field(page, 'Expected thumbprint (jkt)').fill(jkt);
  for (const name of ['htm Method', 'htu URL', 'ath Access token', 'jkt Thumbprint'])
    await expect(row(page, name)).toContainText('Pass');

  await field(page, 'Expected method (htm)').fill('GET');
  await expect(row(page, 'htm Method')).toContainText('Fail');
  await field(page, 'Expected URL (htu)').fill(`${URL}/7`);
  await expect(row(page, 'htu URL')).toContainText('Fail');
  await field(page, 'Access token (ath)').fill(`${ACCESS_TOKEN}x`);
  await expect(row(page, 'ath Access token')).toContainText('Fail');
  await field(page, 'Expected thumbprint (jkt)').fill(thumbprintOf(issuer.publicKey.export({ format: 'jwk' })));
  await expect(row(page, 'jkt Thumbprint')).toContainText('Fail');
  // what the person expects is no part of the verdict
  await expectVerdict(page, 'verified', 'signature-match');
});

test('the access token of the same paste is compared without being entered', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', request(proof()));
  await page.getByRole('group', { name: 'Tokens found' }).getByRole('button', { name: 'Token 2' }).click();
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('tab', { name: 'Checks' }).click();
  await expect(row(page, 'ath Access token')).toContainText('Pass');
  await expect(row(page, 'ath Access token')).toContainText('the other token in this paste');
  await expect(row(page, 'jkt Thumbprint')).toContainText('Pass');

  await pasteInto(page, 'Encoded token', request(proof({ ath: 'a'.repeat(43) })));
  await page.getByRole('group', { name: 'Tokens found' }).getByRole('button', { name: 'Token 2' }).click();
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(row(page, 'ath Access token')).toContainText('Fail');
});

test('a proof without its claims, and an old one, are told apart', async ({ page }) => {
  await openChecks(page, proof({ htm: undefined, jti: undefined, iat: 1790000000 }));
  await expect(row(page, 'htm Method')).toContainText('The claim “htm” is required here and missing.');
  await expect(row(page, 'jti Identifier')).toContainText('Fail');
  await expect(row(page, 'iat Age of the proof')).toContainText('A server that allows');
});
