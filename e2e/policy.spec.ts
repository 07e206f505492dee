/** The content policy holds: what it forbids is tried, and refused. */
import { createServer } from 'node:http';
import { ATTEMPTS, OUTSIDE } from '../scripts/browsers/attempts.mjs';
import { addressOf, expect, test } from './fixtures.ts';

test('what the policy forbids is refused, by the directive that forbids it', async ({ page, troubles }) => {
  test.slow();
  const sent: string[] = [];
  await page.route(`${OUTSIDE}/**`, (route) => {
    sent.push(route.request().url());
    return route.abort();
  });
  await page.goto('./');
  for (const { what, directive, attempt } of ATTEMPTS) {
    await test.step(what, async () => {
      // where the browser refuses by an exception, the report tells which directive it was
      await page.evaluate(attempt, `${OUTSIDE}/x`).catch(() => undefined);
      await expect.poll(() => troubles.join('\n')).toContain(`policy: ${directive} `);
      await allReported(troubles);
      troubles.splice(0);
    });
  }
  // the browser may have begun with one of them, but nothing has come as far as the network
  expect(sent).toEqual([]);
});

test('an inline script does not run', async ({ page, troubles }) => {
  await page.goto('./');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('globalThis.ran = true');
    document.body.append(script);
  });
  await expect.poll(() => troubles.join()).toMatch(/policy: (script-src-elem|require-trusted-types-for)/);
  await allReported(troubles);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  troubles.splice(0);
});

test('text is not evaluated as code', async ({ page, troubles }) => {
  await page.goto('./');
  await page
    .evaluate(() => {
      // a test's own code is free of the policy, what a timer of the page runs is not
      Reflect.apply(setTimeout, globalThis, ['globalThis.ran = true', 0]);
    })
    .catch(() => undefined);
  await expect.poll(() => troubles.join()).toMatch(/policy: (require-trusted-types-for|script-src)/);
  await allReported(troubles);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  troubles.splice(0);
});

/** One offence is told more than once, and on a busy machine not at the same time. */
async function allReported(troubles: readonly string[]): Promise<void> {
  let before = -1;
  await expect
    .poll(
      () => {
        const isSame = troubles.length === before;
        before = troubles.length;
        return isSame;
      },
      { intervals: [300] },
    )
    .toBe(true);
}

test('another site cannot frame the page', async ({ page, pageUrl, troubles }) => {
  const other = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<iframe src="${pageUrl}"></iframe>`);
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const failed = page.waitForEvent('requestfailed');
  await page.goto(addressOf(other, '127.0.0.1'));
  expect((await failed).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE');
  await expect(page.frameLocator('iframe').getByRole('textbox')).toHaveCount(0);
  other.close();
  other.closeAllConnections();
  troubles.splice(0);
});
