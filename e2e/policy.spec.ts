/** The content policy holds: what it forbids is tried, and refused. */
import { createServer } from 'node:http';
import { addressOf, expect, test } from './fixtures.ts';

const OUTSIDE = 'https://outside.example';

/** What is tried in the page, and the directive that must refuse it. */
const ATTEMPTS: readonly (readonly [what: string, directive: string, attempt: (url: string) => unknown])[] = [
  ['fetch', 'connect-src', (url) => void fetch(url).catch(() => undefined)],
  [
    'XMLHttpRequest',
    'connect-src',
    (url) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
    },
  ],
  ['WebSocket', 'connect-src', (url) => void new WebSocket(url.replace('https', 'wss'))],
  ['EventSource', 'connect-src', (url) => void new EventSource(url)],
  ['a beacon', 'connect-src', (url) => void navigator.sendBeacon(url, 'x')],
  [
    'a picture',
    'img-src',
    (url) => {
      new Image().src = url;
    },
  ],
  [
    'a frame',
    'frame-src',
    (url) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    },
  ],
  [
    'a style sheet',
    'style-src-elem',
    (url) => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
    },
  ],
  [
    'a form',
    'form-action',
    (url) => {
      const form = Object.assign(document.createElement('form'), { action: url });
      document.body.append(form);
      form.submit();
    },
  ],
  [
    'text as markup',
    'require-trusted-types-for',
    () => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
      } catch {
        // refused, which the violation tells
      }
    },
  ],
  [
    'a handler in an attribute',
    'require-trusted-types-for',
    () => {
      try {
        document.body.setAttribute('onclick', 'globalThis.ran = true');
      } catch {
        // refused, which the violation tells
      }
    },
  ],
  [
    'a script from elsewhere',
    'require-trusted-types-for',
    (url) => {
      try {
        document.createElement('script').src = url;
      } catch {
        // refused, which the violation tells
      }
    },
  ],
  [
    'a policy of another name',
    'trusted-types',
    () => {
      try {
        const types: unknown = Reflect.get(globalThis, 'trustedTypes');
        if (typeof types === 'object' && types !== null) Reflect.get(types, 'createPolicy').call(types, 'foreign', {});
      } catch {
        // refused, which the violation tells
      }
    },
  ],
];

for (const [what, directive, attempt] of ATTEMPTS) {
  test(`${what} is refused by ${directive}`, async ({ page, troubles }) => {
    const sent: string[] = [];
    await page.route(`${OUTSIDE}/**`, (route) => {
      sent.push(route.request().url());
      return route.abort();
    });
    await page.goto('./');
    await page.evaluate(attempt, `${OUTSIDE}/x`);
    await expect.poll(() => troubles.splice(0).join('\n')).toContain(`policy: ${directive} `);
    // the browser may have begun with it, but nothing has come as far as the network
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    expect(sent).toEqual([]);
    troubles.splice(0);
  });
}

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
