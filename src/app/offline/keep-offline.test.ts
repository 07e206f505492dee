import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Keeper, KeptVersion, Registration } from './keep-offline.ts';

/** A service worker, its registration and its container, as far as the page looks at them. */
class FakeVersion extends EventTarget implements KeptVersion {
  readonly heard: unknown[] = [];
  state: ServiceWorkerState;
  constructor(state: ServiceWorkerState) {
    super();
    this.state = state;
  }
  postMessage(message: unknown) {
    this.heard.push(message);
  }
  become(state: ServiceWorkerState) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget implements Registration {
  installing: FakeVersion | null = null;
  waiting: FakeVersion | null = null;
  active: FakeVersion | null = null;
}

class FakeKeeper extends EventTarget implements Keeper {
  controller: FakeVersion | null = null;
  readonly registration = new FakeRegistration();
  readonly register = vi.fn(async (): Promise<Registration | undefined> => this.registration);
}

let keeper: FakeKeeper;
let reload: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('location', new URL('https://site.example/app/?x#y'));
  keeper = new FakeKeeper();
  reload = vi.fn<() => void>();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function keep(protocol = 'https:', found: () => Keeper | undefined = () => keeper) {
  const { keepOffline } = await import('./keep-offline.ts');
  const { offlineState, onOfflineChange } = await import('./offline-state.ts');
  const states: unknown[] = [offlineState()];
  onOfflineChange(() => states.push(offlineState()));
  const take = await keepOffline({ protocol, keeper: found, reload });
  return { take, states };
}

const kinds = (states: readonly unknown[]) =>
  states.map((state) => (typeof state === 'object' && state !== null && 'kind' in state ? state.kind : state));

/** A page that an earlier visit has kept. */
function keptBefore(): FakeVersion {
  const active = new FakeVersion('activated');
  keeper.registration.active = active;
  keeper.controller = active;
  return active;
}

function install(state: ServiceWorkerState = 'installing'): FakeVersion {
  const version = new FakeVersion(state);
  keeper.registration.installing = version;
  keeper.registration.dispatchEvent(new Event('updatefound'));
  return version;
}

function wait(version: FakeVersion) {
  keeper.registration.installing = null;
  keeper.registration.waiting = version;
  version.become('installed');
}

function activate(version: FakeVersion) {
  keeper.registration.waiting = null;
  keeper.registration.active = version;
  version.become('activating');
  keeper.controller = version;
  keeper.dispatchEvent(new Event('controllerchange'));
  version.become('activated');
}

describe('a page that is kept for offline use', () => {
  it('registers the worker beside the page, asked for anew each time, for what lies below', async () => {
    await keep();
    expect(keeper.register.mock.calls).toEqual([
      ['https://site.example/app/sw.js', { scope: './', updateViaCache: 'none' }],
    ]);
  });

  it('is ready once the first worker answers its requests, and not while that is only installed', async () => {
    keeper.registration.installing = new FakeVersion('installing');
    const { states } = await keep();
    const first = keeper.registration.installing;
    wait(first);
    expect(kinds(states)).toEqual(['starting', 'installing']);
    activate(first);
    expect(kinds(states)).toEqual(['starting', 'installing', 'ready']);
    expect(reload).not.toHaveBeenCalled();
  });

  it('stays ready while a newer version is fetched, and says when that waits', async () => {
    keptBefore();
    const { states } = await keep();
    wait(install());
    expect(kinds(states)).toEqual(['starting', 'ready', 'update-waiting']);
  });

  it('finds a version that waits since an earlier visit', async () => {
    keptBefore();
    keeper.registration.waiting = new FakeVersion('installed');
    expect(kinds((await keep()).states)).toEqual(['starting', 'update-waiting']);
  });

  it('tells the waiting version to take over, and reloads once', async () => {
    keptBefore();
    const { take } = await keep();
    const newer = install();
    wait(newer);
    take();
    expect(newer.heard).toEqual([{ type: 'SKIP_WAITING' }]);
    expect(reload).not.toHaveBeenCalled();
    activate(newer);
    keeper.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('does not reload where another tab asked, nor where nothing waits', async () => {
    keptBefore();
    const { take, states } = await keep();
    take();
    const newer = install();
    wait(newer);
    activate(newer);
    expect(reload).not.toHaveBeenCalled();
    expect(kinds(states)).toEqual(['starting', 'ready', 'update-waiting', 'ready']);
  });

  it('goes on with what it has where a newer version cannot be fetched', async () => {
    keptBefore();
    const { states } = await keep();
    const newer = install();
    keeper.registration.installing = null;
    newer.become('redundant');
    expect(kinds(states)).toEqual(['starting', 'ready']);
  });
});

describe('a page that cannot be kept says why', () => {
  const refused = { kind: 'impossible', reason: 'refused' };
  const none = { kind: 'impossible', reason: 'no-service-worker' };

  it('from a file, without asking the browser', async () => {
    const found = vi.fn(() => keeper);
    expect((await keep('file:', found)).states.at(-1)).toEqual({ kind: 'impossible', reason: 'file' });
    expect(found).not.toHaveBeenCalled();
  });

  it('where there are no service workers', async () => {
    expect((await keep('http:', () => undefined)).states.at(-1)).toEqual(none);
  });

  it.each<[string, () => void, (() => Keeper) | undefined]>([
    ['the site may not have one', () => undefined, thrown],
    [
      'registering is refused',
      () => keeper.register.mockRejectedValue(new DOMException('no', 'SecurityError')),
      undefined,
    ],
    ['registering answers nothing', () => keeper.register.mockResolvedValue(undefined), undefined],
    [
      'a forced reload goes round it',
      () => {
        keeper.registration.active = new FakeVersion('activated');
      },
      undefined,
    ],
  ])('where %s', async (_, prepare, found) => {
    prepare();
    const { take, states } = await keep('https:', found ?? (() => keeper));
    expect(states.at(-1)).toEqual(refused);
    take();
    expect(reload).not.toHaveBeenCalled();
  });

  it('where a file could not be fetched on the first visit', async () => {
    const first = new FakeVersion('installing');
    keeper.registration.installing = first;
    const { states } = await keep();
    keeper.registration.installing = null;
    first.become('redundant');
    expect(states.at(-1)).toEqual(refused);
  });
});

function thrown(): never {
  throw new DOMException('no', 'SecurityError');
}
