/** The page under a path of some other site, as on project pages. */
import { copied, expect, expectVerdict, monacoReady, pasteInto, test } from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

test.use({ basePath: '/some/project/' });

test('everything loads and works under a path', async ({ page }) => {
  const token = hs256('{"sub":"below"}');
  await page.goto('./');
  await monacoReady(page);
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', SECRET);
  await expectVerdict(page, 'verified', 'signature-match');
  expect(await copied(page, 'Copy token')).toBe(token);
});
