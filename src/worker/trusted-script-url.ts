/** The page's own Trusted Types policy: it makes the addresses of workers and of the service worker, and nothing else. */

/** The name that the content security policy lists. */
const POLICY_NAME = 'jwt-debugger';

/** A worker's file as the build and the development server name it. */
const WORKER_FILE = /\/[\w.-]*worker[\w.-]*\.(?:js|ts)$/;

/** The service worker as the build names it: beside the page, since what it may answer lies below it. */
const SERVICE_WORKER_FILE = 'sw.js';

/**
 * What is used of Trusted Types; TypeScript's library does not know it. `createScriptURL` answers a `TrustedScriptURL`,
 * which the constructor of `Worker` takes in place of the text that it declares.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

/** A policy can be made once, so it is kept. */
let policy: { createScriptURL(url: string): string } | undefined;

/**
 * Answers the address in the form that `new Worker(…)` takes under `require-trusted-types-for 'script'`.
 * Throws for an address that is not a worker's file of this site.
 */
export function trustedWorkerUrl(url: string): string {
  return ownPolicy().createScriptURL(url);
}

/** The address of the page's service worker, in the form that `navigator.serviceWorker.register(…)` takes. */
export function trustedServiceWorkerUrl(): string {
  return ownPolicy().createScriptURL(SERVICE_WORKER_FILE);
}

function ownPolicy(): { createScriptURL(url: string): string } {
  const rules = { createScriptURL: ownScriptUrl };
  policy ??= globalThis.trustedTypes?.createPolicy(POLICY_NAME, rules) ?? rules;
  return policy;
}

function ownScriptUrl(url: string): string {
  const { location } = globalThis;
  const resolved = new URL(url, location.href);
  // a blob: has the origin of who made it, so the scheme counts too
  const isOwn = resolved.origin === location.origin && resolved.protocol === location.protocol;
  if (isOwn && WORKER_FILE.test(resolved.pathname)) return resolved.href;
  if (resolved.href === new URL(SERVICE_WORKER_FILE, location.href).href) return resolved.href;
  throw new TypeError('Only the workers of this site may be started.');
}
