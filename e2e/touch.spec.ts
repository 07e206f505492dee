/** A phone: a coarse pointer, 390 px, plain panes that do the whole job. */
import { copied, editor, expect, expectVerdict, monacoChunk, pasteInto, test } from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

const PAYLOAD = '{"sub":"thumb","admin":false}';

test('the plain panes do the whole job, and Monaco is not fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./');
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  await expect(editor(page, 'Encoded token')).not.toBeFocused();

  await editor(page, 'Encoded token').tap();
  await pasteInto(page, 'Encoded token', `Bearer ${hs256(PAYLOAD)}`);
  await expectVerdict(page, 'unchecked', 'key-missing');
  expect(await copied(page, 'Copy token')).toBe(hs256(PAYLOAD));
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');

  await editor(page, 'Payload').tap();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.insertText('"a":');
  await expect(page.getByText('not applied', { exact: true })).toBeVisible();
  await page.keyboard.insertText('1,');
  await expectVerdict(page, 'signed', 'signed-here');
  expect(await copied(page, 'Copy token')).toBe(hs256('{"a":1,"sub":"thumb","admin":false}'));
  await editor(page, 'Header').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectVerdict(page, 'verified', 'signature-match');
  await page.getByRole('button', { name: 'Clear', exact: true }).tap();
  await expectVerdict(page, 'empty', 'nothing-pasted');

  // as much as there is to fetch has been asked for by now
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.endsWith(monacoChunk()))).toEqual([]);
  expect(asked.length).toBeGreaterThan(3);
});

test('nothing is wider than the screen, empty and with a token', async ({ page }) => {
  await page.goto('./');
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBe(0);
  await pasteInto(page, 'Encoded token', hs256(PAYLOAD));
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await overflow()).toBe(0);
});
