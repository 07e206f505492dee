/** The Checks tab: what a person expects of a token, compared with what it says; the clock, the profiles, the decision. */
import { createHash } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect, expectVerdict, openPage, pasteInto, test } from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

/** 2026-11-24T12:00:00Z */
const NOON = 1_795_521_600;
const ISSUER = 'https://id.example';
const CLAIMS = { iss: ISSUER, aud: ['orders-api', 'My API'], sub: 'u-1', iat: NOON - 60, exp: NOON + 240 };

const tokenOf = (claims: object, typ = 'JWT') =>
  hs256(JSON.stringify(claims), SECRET, JSON.stringify({ alg: 'HS256', typ }));
const row = (page: Page, name: string) => page.getByRole('table', { name: 'Checks' }).getByRole('row', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function openChecks(page: Page, token: string): Promise<void> {
  await openPage(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('tab', { name: 'Checks' }).click();
  await field(page, 'As of (UTC)').fill('2026-11-24 12:00');
}

async function expectOutcomes(page: Page, outcomes: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, outcome] of Object.entries(outcomes)) await expect(row(page, name)).toContainText(outcome);
}

test('what is expected is compared with what the token says, and leaves the verdict as it is', async ({ page }) => {
  await openChecks(page, tokenOf(CLAIMS));
  await expectOutcomes(page, { 'alg Algorithm': 'Not asked', 'iss Issuer': `The token says “${ISSUER}”.` });
  await row(page, 'iss Issuer').getByRole('button', { name: 'Expect this issuer' }).click();
  await expect(field(page, 'Expected issuer (iss)')).toHaveValue(ISSUER);
  await row(page, 'aud Audience').getByRole('button', { name: 'Expect one of them' }).click();
  await expect(field(page, 'Expected audience (aud)')).toHaveValue('orders-api, "My API"');
  await expectOutcomes(page, { 'iss Issuer': 'Pass', 'aud Audience': 'Pass' });

  // what is typed keeps its letters until the field is left
  const algorithms = field(page, 'Allowed algorithms (alg)');
  await algorithms.pressSequentially('RS256  ES256,');
  await expect(row(page, 'alg Algorithm')).toContainText('Fail');
  await expect(algorithms).toHaveValue('RS256  ES256,');
  await field(page, 'Expected issuer (iss)').fill(`${ISSUER}/`);
  await expect(algorithms).toHaveValue('RS256, ES256');
  await expect(row(page, 'iss Issuer')).toContainText('They differ by a slash at the end');
  await field(page, 'Required claims').fill('jti');
  await field(page, 'Greatest age').fill('soon');
  await expect(field(page, 'Greatest age')).toHaveAttribute('aria-invalid', 'true');
  await field(page, 'Greatest age').fill('1 h');
  await expectOutcomes(page, { 'required Claims': 'The token lacks “jti”.', 'max age Age': 'Pass' });
  await expect(page.getByRole('tab', { name: 'Checks' })).toContainText('7/12');
  await expectVerdict(page, 'verified', 'signature-match');

  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  for (const one of [algorithms, field(page, 'Required claims'), field(page, 'As of (UTC)')])
    await expect(one).toHaveValue('');
  await expectOutcomes(page, { 'alg Algorithm': 'Not asked', 'required Claims': 'Not asked' });
});

test('the clock may be another, and clocks may differ', async ({ page }) => {
  await openChecks(page, tokenOf(CLAIMS));
  const exp = row(page, 'exp Expires');
  await expect(exp).toContainText('The token holds until 24 Nov 2026 12:04:00 UTC.');
  const asOf = field(page, 'As of (UTC)');
  await asOf.fill('2026-11-24 12:04:30');
  await expect(exp).toContainText(/clocks may differ by.*Pass/);
  await page.getByRole('radiogroup', { name: 'Clock skew' }).getByRole('radio', { name: '0', exact: true }).check();
  await expect(exp).toContainText('Fail');
  await field(page, 'Other skew').fill('31');
  await expect(exp).toContainText('Pass');
  await field(page, 'Other skew').fill('30');
  await expect(exp).toContainText('Fail');
  await asOf.fill('tomorrow');
  await expect(asOf).toHaveAttribute('aria-invalid', 'true');
  await asOf.fill(String(NOON));
  await expect(exp).toContainText('Pass');
  await asOf.blur();
  await expect(asOf).toHaveValue('2026-11-24 12:00:00');

  // an old token may be looked at, and is never said to be in its time
  await asOf.fill('2026-11-25 12:00');
  await expect(exp).toContainText('Fail');
  const ignored = exp.getByRole('checkbox', { name: 'Do not look at exp' });
  await ignored.check();
  await expect(exp).toContainText(/so nothing is said of whether the token has expired.*Not asked/);
  await expect(page.getByRole('button', { name: /^Time and claims.*Expiry ignored/ })).toBeVisible();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('The signature matches your secret, but exp was not looked at');
  await expect(page.getByRole('region', { name: 'How a verifier decides' })).toContainText('and the end (“exp”).');
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await expect(asOf).toHaveValue('');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(ignored).not.toBeChecked();
  await expect(exp).not.toContainText('Not asked');
});

/** Side by side or a list, as there is room. */
async function chooseProfile(page: Page, name: string): Promise<void> {
  const list: Locator = page.getByRole('combobox', { name: 'Profile' });
  if (await list.isVisible()) await list.selectOption(name);
  else await page.getByRole('radiogroup', { name: 'Profile' }).getByRole('radio', { name, exact: true }).check();
}

test('a profile asks for the rules of its kind, and takes nothing from the token', async ({ page }) => {
  const hash = createHash('sha256').update('at-1').digest().subarray(0, 16).toString('base64url');
  await openChecks(page, tokenOf({ ...CLAIMS, aud: 'web', nonce: 'n', at_hash: hash }));
  await page.getByRole('button', { name: /^Looks like an ID token/ }).click();
  await expectOutcomes(page, { 'alg Algorithm': 'Fail', 'required Claims': 'Pass', 'aud Nobody else': 'Pass' });
  await expect(field(page, 'Expected issuer (iss)')).toHaveValue('');
  const accessToken = field(page, 'Access token (at_hash)');
  await accessToken.fill('at-2');
  await expect(row(page, 'at_hash Access token')).toContainText('Fail');
  await accessToken.fill('at-1');
  await expect(row(page, 'at_hash Access token')).toContainText('Pass');
  await expect(accessToken).toHaveAttribute('data-1p-ignore', 'true');

  await chooseProfile(page, 'Access token');
  await expectOutcomes(page, {
    'typ Type': 'you expect “at+jwt”',
    'required Claims': 'The token lacks “client_id” and “jti”.',
  });
  await expect(row(page, 'aud Nobody else')).toHaveCount(0);
  await chooseProfile(page, 'Any JWT');
  await expectOutcomes(page, { 'typ Type': 'Not asked', 'required Claims': 'Not asked' });
});

test('the decision log says where a sound verifier would stop, step by step', async ({ page }) => {
  await openChecks(page, tokenOf(CLAIMS));
  const decision = page.getByRole('region', { name: 'How a verifier decides' });
  await expect(decision).toContainText(
    'A sound verifier would also ask for the allowed algorithms, the issuer and the',
  );
  await decision.getByRole('button', { name: 'Steps of the decision' }).click();
  const steps = decision.getByRole('list', { name: 'Steps of the decision' }).getByRole('listitem');
  await expect(steps).toHaveCount(11);
  await expect(steps.nth(4)).toContainText(/Signature or decryption.*Passed/);
  await field(page, 'Expected issuer (iss)').fill(ISSUER);
  await field(page, 'Expected audience (aud)').fill('orders-api');
  await field(page, 'Allowed algorithms (alg)').fill('HS256');
  await expect(decision).toContainText('Would be accepted');
  await field(page, 'Allowed algorithms (alg)').fill('ES256');
  await expect(decision).toContainText('A sound verifier would refuse this token at step 2.');
  await expect(steps.nth(1)).toContainText(/Refused.*you allow “ES256”/);
  await expect(steps.nth(2)).toContainText('Not reached');
});
