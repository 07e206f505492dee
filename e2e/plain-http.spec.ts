/** The page over plain http at an address that is not this machine's own: no secure context, so no WebCrypto. */
import { networkInterfaces } from 'node:os';
import { editor, expect, expectVerdict, monacoReady, test, verdictBar } from './fixtures.ts';
import { hs256, SECRET } from './tokens.ts';

const other = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.use({ host: other ?? '127.0.0.1' });

test('decoding and editing work, and the verdict says what to do', async ({ page, troubles }) => {
  test.skip(other === undefined, 'skipped: this machine has no address but loopback');
  await page.goto('./');
  await monacoReady(page);
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined']);

  // there is no clipboard either in such a page
  const put = async (name: 'Encoded token' | 'Payload' | 'Key', text: string) => {
    await editor(page, name).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  };
  await put('Encoded token', hs256('{"sub":"plain"}'));
  await expectVerdict(page, 'unsupported', 'insecure-context');
  await expect(page.getByRole('region', { name: 'Payload' })).toContainText('plain');

  await put('Key', SECRET);
  await expectVerdict(page, 'unsupported', 'insecure-context');
  await expect(verdictBar(page)).toContainText(/https/);

  await put('Payload', '{"sub":"edited"}');
  await expect(page.getByRole('region', { name: 'Encoded token' })).toContainText(
    Buffer.from('{"sub":"edited"}').toString('base64url'),
  );
  await expectVerdict(page, 'unsupported', 'insecure-context');

  // Chromium says of plain http that it ignores one of the headers; that is so
  const rest = troubles
    .splice(0)
    .filter((line) => !line.includes('Cross-Origin-Opener-Policy header has been ignored'));
  expect(rest).toEqual([]);
});
