import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** What the browser was asked to make, and with which rule. */
let policies: { name: string; createScriptURL(url: string): string }[];

beforeEach(() => {
  policies = [];
  vi.resetModules();
  vi.stubGlobal('location', new URL('https://site.example/app/'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const load = async () => (await import('./trusted-script-url.ts')).trustedWorkerUrl;

function withTrustedTypes(): void {
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }) {
      policies.push({ name, ...rules });
      return rules;
    },
  });
}

describe('the address of a worker', () => {
  it.each([
    [
      'https://site.example/app/assets/engine.worker-D1x_-a.js',
      'https://site.example/app/assets/engine.worker-D1x_-a.js',
    ],
    ['./assets/editor.worker-abc.js', 'https://site.example/app/assets/editor.worker-abc.js'],
    [
      '/src/worker/engine.worker.ts?worker_file&type=module',
      'https://site.example/src/worker/engine.worker.ts?worker_file&type=module',
    ],
  ])('%s is one of this site', async (url, expected) => {
    expect((await load())(url)).toBe(expected);
  });

  it.each([
    'https://other.example/assets/engine.worker.js',
    '//other.example/engine.worker.js',
    'data:text/javascript,worker.js',
    'blob:https://site.example/worker.js',
    '/assets/index.js',
    '/assets/worker.js/other.html',
    '/sw.js',
    './assets/sw.js',
    './sw.js?other',
    'https://other.example/app/sw.js',
  ])('%s is refused', async (url) => {
    const trustedWorkerUrl = await load();
    expect(() => trustedWorkerUrl(url)).toThrow('Only the workers of this site may be started.');
  });

  it.each([
    ['https://site.example/app/', 'https://site.example/app/sw.js'],
    ['https://site.example/app/index.html?x#y', 'https://site.example/app/sw.js'],
    ['https://site.example/', 'https://site.example/sw.js'],
  ])('of the service worker is beside %s', async (page, expected) => {
    vi.stubGlobal('location', new URL(page));
    const { trustedServiceWorkerUrl } = await import('./trusted-script-url.ts');
    expect(trustedServiceWorkerUrl()).toBe(expected);
  });

  it('is made by the one policy, which is made once', async () => {
    withTrustedTypes();
    const { trustedServiceWorkerUrl, trustedWorkerUrl } = await import('./trusted-script-url.ts');
    trustedWorkerUrl('/assets/engine.worker.js');
    trustedServiceWorkerUrl();
    trustedWorkerUrl('/assets/editor.worker.js');
    expect(policies.map(({ name }) => name)).toEqual(['jwt-debugger']);
    expect(() => policies[0]?.createScriptURL('https://other.example/worker.js')).toThrow(TypeError);
  });
});
