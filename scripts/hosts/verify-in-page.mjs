// @ts-check
import { createHmac } from 'node:crypto';

const SECRET = 'a secret of forty letters for the tests.';

/**
 * Opens the page with a token and its secret, and waits until it is verified and the editor has come.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base address of the page
 * @returns {Promise<readonly string[]>} what went wrong
 */
export async function verifyInPage(browser, base) {
  const wrong = /** @type {string[]} */ ([]);
  const page = await browser.newPage();
  page.on('pageerror', (error) => wrong.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:'))
      wrong.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} for ${response.url()}`);
  });
  try {
    const input = ['{"alg":"HS256"}', '{"sub":"hosted"}']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
    const token = `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`;
    await page.goto(`${base}#token=${token}&publicKey=${encodeURIComponent(SECRET)}`);
    await page.locator('section[aria-label="Verdict"][data-code="signature-match"][aria-busy="false"]').waitFor();
    await page.locator('.monaco-editor').first().waitFor();
  } catch (error) {
    wrong.push(String(error).split('\n')[0] ?? 'no verdict');
  }
  await page.close();
  return wrong;
}
