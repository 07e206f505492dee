/** What every browser test stands on: the built page, watched for all that it must never do, and its handles by name. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { createPageServer } from '../scripts/page-server.mjs';

export { expect };

export const BUILT_PAGE = resolve(import.meta.dirname, '../dist');

export type EditorName = 'Encoded token' | 'Header' | 'Payload' | 'Key';
export type CopyName =
  | 'Copy token'
  | 'Copy header'
  | 'Copy payload'
  | 'Copy key'
  | 'Copy public JWK'
  | 'Copy private JWK'
  | 'Copy public PEM'
  | 'Copy private PEM'
  | 'Copy thumbprint';

interface Watched {
  /**
   * What went wrong in the page, in order: a request to another origin, a violation of the content policy, an error in
   * the console, an exception. A test fails with any of it left; a test that provokes one takes it out and looks at it.
   */
  readonly troubles: string[];
}

interface Served {
  /** where the page is served; another address than loopback is no secure context */
  readonly host: string;
  /** path that the page is served under */
  readonly basePath: string;
  /** address of the built page, with a slash at its end */
  readonly pageUrl: string;
}

/** Tests open the page by `page.goto('./')` or `page.goto('./#token=…')`: relative, for it may lie under a path. */
export const test = base.extend<Watched, Served>({
  host: ['127.0.0.1', { option: true, scope: 'worker' }],
  basePath: ['/', { option: true, scope: 'worker' }],
  pageUrl: [
    async ({ host, basePath }, use) => {
      const served = await servePage(host, basePath);
      await use(served.url);
      await served.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ pageUrl }, use) => use(pageUrl),
  troubles: [
    async ({ page, pageUrl }, use) => {
      const troubles: string[] = [];
      await watch(page, new URL(pageUrl).origin, troubles);
      await use(troubles);
      expect(troubles, 'the page did something that it must not do').toEqual([]);
    },
    { auto: true },
  ],
});

/** Serves the built page at a free port of an address. */
export async function servePage(host: string, base = '/'): Promise<{ url: string; close(): Promise<void> }> {
  const server = createPageServer({ directory: BUILT_PAGE, base });
  await new Promise<void>((done, fail) => server.on('error', fail).listen(0, host, done));
  return {
    url: addressOf(server, host) + base,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Origin of a listening server. */
export function addressOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `http://${host}:${address.port}`;
}

async function watch(page: Page, ownOrigin: string, troubles: string[]): Promise<void> {
  page.on('request', (request) => {
    const url = new URL(request.url());
    // data: addresses are part of the page's own files and go nowhere
    if (url.protocol === 'data:') return;
    if (url.origin !== ownOrigin) troubles.push(`request to ${url.origin}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  await page.exposeBinding('reportViolation', (_source, directive: string, blocked: string) => {
    troubles.push(`policy: ${directive} ${blocked}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function') report(event.effectiveDirective, event.blockedURI);
    });
  });
}

export function editor(page: Page, name: EditorName): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** Waits until Monaco has taken the place of the plain panes, which are text areas. */
export async function monacoReady(page: Page): Promise<void> {
  for (const name of ['Encoded token', 'Header', 'Payload'] as const) {
    await expect(editor(page, name).and(page.locator('div')), `Monaco shows ${name}`).toHaveCount(1);
    await expect(editor(page, name).and(page.locator('textarea')), `the plain ${name} has gone`).toHaveCount(0);
  }
}

/** Opens the page, empty or with what its address holds, and waits for Monaco. */
export async function openPage(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await monacoReady(page);
}

/** Pastes where the focus is, over what is selected there. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Focuses the editor, selects what is in it and pastes from the clipboard, as a person would. */
export async function pasteInto(page: Page, name: EditorName, text: string): Promise<void> {
  await editor(page, name).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await paste(page, text);
}

/** Puts the caret behind the first character of the editor, which is the opening bracket of an object. */
export async function caretInObject(page: Page, name: 'Header' | 'Payload'): Promise<void> {
  await editor(page, name).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowRight');
}

/** Puts token and key into the page. */
export async function pasteBoth(page: Page, token: string, key: string): Promise<void> {
  await pasteInto(page, 'Encoded token', token);
  await pasteInto(page, 'Key', key);
}

/** Opens an example of the menu. */
export async function openExample(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Examples', exact: true }).click();
  await page.getByRole('menuitem', { name: title, exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

export type PaneName =
  | 'Encoded token'
  | 'Header'
  | 'Payload'
  | 'Signature'
  | 'Verify with'
  | 'Protected header'
  | 'Encrypted parts'
  | 'Decrypted content'
  | 'Decrypt with';

/** A pane by its heading. */
export function pane(page: Page, name: PaneName): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Focuses the editor, selects what is in it and types, each letter a key press. */
export async function typeInto(page: Page, name: EditorName, text: string): Promise<void> {
  await editor(page, name).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Presses a copy button and answers what it has put on the clipboard. */
export async function copied(page: Page, name: CopyName): Promise<string> {
  const marker = 'nothing was copied';
  await page.evaluate((value) => navigator.clipboard.writeText(value), marker);
  await page.getByRole('button', { name, exact: true }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  const intervals = [10, 20, 50, 100, 250];
  await expect.poll(read, { message: `${name} puts its text on the clipboard`, intervals }).not.toBe(marker);
  return read();
}

export function verdictBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Verdict', exact: true });
}

export interface SeenVerdict {
  readonly state: string | null;
  readonly code: string | null;
}

/** Waits until the page has judged what was put into it last. */
export async function verdict(page: Page): Promise<SeenVerdict> {
  const bar = verdictBar(page);
  await expect(bar).toHaveAttribute('aria-busy', 'false');
  return { state: await bar.getAttribute('data-state'), code: await bar.getAttribute('data-code') };
}

/** Waits for a state and a code, and that nothing is being computed any more. */
export async function expectVerdict(page: Page, state: string, code: string): Promise<void> {
  const bar = verdictBar(page);
  await expect(bar).toHaveAttribute('data-code', code);
  await expect(bar).toHaveAttribute('data-state', state);
  await expect(bar).toHaveAttribute('aria-busy', 'false');
}

/** The largest script of the build: one of those that Monaco is in. */
export function monacoChunk(): string {
  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync(join(BUILT_PAGE, '.vite/manifest.json'), 'utf8'),
  );
  const scripts = Object.values(manifest).filter(({ file }) => file.endsWith('.js'));
  const sizes = scripts.map(({ file }) => ({ file, size: readFileSync(join(BUILT_PAGE, file)).length }));
  return sizes.reduce((largest, one) => (one.size > largest.size ? one : largest)).file;
}

declare global {
  var verdictsSeen: string[];
}

/** From now on each verdict that the bar shows is written down: state, code and aria-busy. */
export async function watchVerdict(page: Page): Promise<void> {
  await verdictBar(page).evaluate((bar) => {
    const seen: string[] = [];
    globalThis.verdictsSeen = seen;
    const look = () => {
      const now = [bar.dataset.state, bar.dataset.code, bar.ariaBusy].join(' ');
      if (seen.at(-1) !== now) seen.push(now);
    };
    new MutationObserver(look).observe(bar, { attributes: true });
  });
}

/** What has been written down, in order. */
export function seenVerdicts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => globalThis.verdictsSeen);
}
