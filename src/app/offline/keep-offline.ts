/**
 * Has the browser keep every file of the page (service worker `sw.js`, made by the build), and tells how far that is. A
 * newer version is fetched by the browser when it opens the page; it waits until the person asks for it, or until all
 * tabs are closed. Nothing is asked of the network here: the only request is the browser's own for `sw.js`.
 */
import { trustedServiceWorkerUrl } from '../../worker/trusted-script-url.ts';
import { type OfflineObstacle, type OfflineState, setOfflineState } from './offline-state.ts';

/** Of a `ServiceWorker`. */
export interface KeptVersion extends Pick<EventTarget, 'addEventListener'> {
  readonly state: ServiceWorkerState;
  postMessage(message: unknown): void;
}

/** Of a `ServiceWorkerRegistration`. */
export interface Registration extends Pick<EventTarget, 'addEventListener'> {
  readonly installing: KeptVersion | null;
  readonly waiting: KeptVersion | null;
  readonly active: KeptVersion | null;
}

/** Of a `ServiceWorkerContainer`. */
export interface Keeper extends Pick<EventTarget, 'addEventListener'> {
  /** what answers the requests of this page; null: the network does */
  readonly controller: unknown;
  register(url: string, options: RegistrationOptions): Promise<Registration | undefined>;
}

export interface Surroundings {
  readonly protocol: string;
  /** undefined where the window has none; throws where the site may not have one */
  keeper(): Keeper | undefined;
  reload(): void;
}

/** Answers the function that takes a waiting version, which reloads this page once. Call it once, when the page is idle. */
export async function keepOffline({ protocol, keeper, reload }: Surroundings): Promise<() => void> {
  const impossible = (reason: OfflineObstacle) => {
    setOfflineState({ kind: 'impossible', reason });
    return () => undefined;
  };
  if (protocol === 'file:') return impossible('file');
  try {
    const container = keeper();
    if (container === undefined) return impossible('no-service-worker');
    const registration = await container.register(trustedServiceWorkerUrl(), { scope: './', updateViaCache: 'none' });
    // a browser that is told to block service workers may answer nothing at all
    if (registration === undefined) return impossible('refused');
    return watch(container, registration, reload);
  } catch {
    return impossible('refused');
  }
}

function watch(container: Keeper, registration: Registration, reload: () => void): () => void {
  let asked = false;
  const tell = () => setOfflineState(stateOf(container, registration));
  const follow = (version: KeptVersion | null) => version?.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', () => {
    follow(registration.installing);
    tell();
  });
  container.addEventListener('controllerchange', () => {
    if (asked) reload();
    asked = false;
    tell();
  });
  for (const version of [registration.installing, registration.waiting, registration.active]) follow(version);
  tell();
  return () => {
    if (registration.waiting === null) return;
    asked = true;
    // the word that Workbox's worker listens to
    registration.waiting.postMessage({ type: 'SKIP_WAITING' });
  };
}

function stateOf({ controller }: Keeper, { installing, waiting, active }: Registration): OfflineState {
  if (controller !== null && active !== null) return { kind: waiting === null ? 'ready' : 'update-waiting' };
  // the worker takes over every page before it counts as activated
  const isOnTheWay = active === null ? installing !== null || waiting !== null : active.state === 'activating';
  return isOnTheWay ? { kind: 'installing' } : { kind: 'impossible', reason: 'refused' };
}
