/** SD-JWTs: another presentation with every switch, and what is refused because it belongs to another one. */
import type { Page } from '@playwright/test';
import { disclosureOf } from '../scripts/vectors/sd-jwt.mjs';
import { copied, editor, expect, expectVerdict, openPage, pasteBoth, pasteInto, test, verdictBar } from './fixtures.ts';
import { credential, shown, shownBound, withChangedEnd } from './objects.ts';

const of = credential();
const [given, age, nationality] = of.disclosures;
const toggle = (page: Page, name: string) => page.getByRole('switch', { name, exact: true });
const tab = (page: Page) => page.getByRole('tabpanel', { name: 'Disclosures' });
const DROPPED = 'The key binding JWT was left out';

async function openDisclosures(page: Page, token: string): Promise<void> {
  await openPage(page);
  await pasteBoth(page, token, of.issuer.publicText);
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('tab', { name: 'Disclosures' }).click();
}

test('each switch builds another presentation, which the same signature holds', async ({ page }) => {
  await openDisclosures(page, shown(of, of.disclosures));
  await toggle(page, 'Disclosure 2: age').click();
  expect(await copied(page, 'Copy token')).toBe(shown(of, [given, nationality]));
  await expectVerdict(page, 'verified', 'signature-match');
  await toggle(page, 'Disclosure 3').click();
  expect(await copied(page, 'Copy token')).toBe(shown(of, [given]));
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(tab(page)).toContainText('1 of 3 disclosures shown');
  await expect(tab(page)).toContainText('Processed payload');

  // back in the order in which they arrived
  await toggle(page, 'Disclosure 2: age').click();
  expect(await copied(page, 'Copy token')).toBe(shown(of, [given, age]));
  await toggle(page, 'Disclosure 1: given_name').click();
  await toggle(page, 'Disclosure 2: age').click();
  expect(await copied(page, 'Copy token')).toBe(shown(of, []));
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(tab(page)).not.toContainText(DROPPED);
});

test('another choice drops the key binding and says so, and undo brings it back', async ({ page }) => {
  const token = shownBound(of, of.disclosures);
  await openDisclosures(page, token);
  await expect(tab(page)).toContainText('Signed by the holder');
  await toggle(page, 'Disclosure 1: given_name').click();
  expect(await copied(page, 'Copy token')).toBe(shown(of, [age, nationality]));
  await expectVerdict(page, 'verified', 'signature-match');
  await expect(tab(page)).toContainText(DROPPED);
  await expect(tab(page)).not.toContainText('Signed by the holder');

  await editor(page, 'Encoded token').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);
  await expect(toggle(page, 'Disclosure 1: given_name')).toBeChecked();
  await expect(tab(page)).toContainText('Signed by the holder');
  await expect(tab(page)).not.toContainText(DROPPED);
});

test('switches work without a key, and the signature is not said to have been checked', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Encoded token', shown(of, of.disclosures));
  await expectVerdict(page, 'unchecked', 'key-missing');
  await page.getByRole('tab', { name: 'Disclosures' }).click();
  await toggle(page, 'Disclosure 2: age').click();
  expect(await copied(page, 'Copy token')).toBe(shown(of, [given, nationality]));
  await expectVerdict(page, 'unchecked', 'key-missing');
});

const OTHERS = credential();

const REFUSED: Readonly<Record<string, readonly [token: string, code: string, sentence: string]>> = {
  'a disclosure of another token': [
    shown(of, [given, OTHERS.disclosures[0]]),
    'disclosure-unreferenced',
    'Disclosure 2 does not belong to this token: no digest that the issuer signed is its own.',
  ],
  'a disclosure that somebody made up': [
    shown(of, [disclosureOf(true, 'admin')]),
    'disclosure-unreferenced',
    'Disclosure 1 does not belong to this token',
  ],
  'a disclosure that was sent twice': [
    shown(of, [given, given]),
    'disclosure-duplicate',
    'Disclosure 2 was sent before.',
  ],
  'the key binding of another presentation': [
    shown(of, [given]) + (shownBound(of, of.disclosures).split('~').at(-1) ?? ''),
    'key-binding-mismatch',
    'the key binding JWT was made for another presentation',
  ],
  'the key binding of another holder': [
    shown(of, [given]) +
      (shownBound({ ...of, holder: OTHERS.holder }, [given])
        .split('~')
        .at(-1) ?? ''),
    'key-binding-mismatch',
    'was not signed with the key that the token names in “cnf”',
  ],
  'a key binding that was changed': [
    withChangedEnd(shownBound(of, [given])),
    'key-binding-mismatch',
    'was not signed with the key that the token names in “cnf”',
  ],
};

test('what belongs to another presentation is refused, though the issuer’s signature holds', async ({ page }) => {
  await openPage(page);
  await pasteInto(page, 'Key', of.issuer.publicText);
  for (const [what, [token, code, sentence]] of Object.entries(REFUSED)) {
    await test.step(what, async () => {
      await pasteInto(page, 'Encoded token', token);
      await expectVerdict(page, 'failed', code);
      await expect(verdictBar(page)).toContainText(sentence);
    });
  }
});

test('audience and nonce are compared with what is expected, and change no verdict', async ({ page }) => {
  await openPage(page);
  await pasteBoth(page, shownBound(of, of.disclosures), of.issuer.publicText);
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('tab', { name: 'Checks' }).click();
  const row = (name: string) => page.getByRole('table', { name: 'Checks' }).getByRole('row', { name });
  await expect(row('aud Of the key binding')).toContainText('Not asked');
  await page.getByRole('textbox', { name: 'Audience expected of the holder' }).fill('https://verifier.example');
  await expect(row('aud Of the key binding')).toContainText('Pass');
  await page.getByRole('textbox', { name: 'Nonce expected of the holder' }).fill('another');
  await expect(row('nonce Of the key binding')).toContainText('Fail');
  await expectVerdict(page, 'verified', 'signature-match');
});
