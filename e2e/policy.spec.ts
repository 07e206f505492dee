/** The content policy holds: what it forbids is tried, and refused. */
import { expect, servePage, test } from './fixtures.ts';

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
    await page.goto('./');
    await page.evaluate(attempt, `${OUTSIDE}/x`);
    await expect.poll(() => troubles.filter((line) => line.startsWith(`policy: ${directive} `))).not.toEqual([]);
    // refused before anything was sent: what is left are the reports of the refusal
    expect(troubles.splice(0).filter((line) => !/^(policy|console|exception): /.test(line))).toEqual([]);
  });
}

test('an inline script and a handler in an attribute do not run', async ({ page, troubles }) => {
  await page.goto('./');
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.ran = true');
    document.body.append(button);
    button.click();
  });
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(troubles.splice(0).some((line) => line.startsWith('policy: script-src-attr'))).toBe(true);
});

test('text is not evaluated', async ({ page, troubles }) => {
  await page.goto('./');
  await page.addScriptTag({ url: './theme.js' });
  const refused = await page.evaluate(() => {
    // the tools of a test are free of the policy, a timer of the page is not
    const timer: (code: string) => void = (code) => Reflect.apply(setTimeout, globalThis, [code, 0]);
    try {
      timer('globalThis.ran = true');
    } catch {
      return true;
    }
    return false;
  });
  await page.waitForTimeout(100);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(refused || troubles.length > 0).toBe(true);
  troubles.splice(0);
});

test('another site cannot frame the page', async ({ page, pageUrl, troubles }) => {
  const other = await servePage('127.0.0.1');
  try {
    await page.goto('about:blank');
    await page.setContent(`<iframe src="${pageUrl}"></iframe>`);
    const frame = page.frameLocator('iframe');
    await expect.poll(() => troubles.some((line) => /frame-ancestors|X-Frame-Options/i.test(line))).toBe(true);
    await expect(frame.getByRole('textbox')).toHaveCount(0);
    troubles.splice(0);
  } finally {
    await other.close();
  }
});
