/** This page, kept for offline use. */
import { keepOffline } from './keep-offline.ts';
import { offlineState } from './offline-state.ts';
import { dropOldVersions } from './old-versions.ts';

let take = (): void => undefined;

/** Begins to keep the page; call it once, when nothing more urgent is left to fetch. */
export async function keepPageOffline(): Promise<void> {
  take = await keepOffline({
    protocol: location.protocol,
    keeper: () => ('serviceWorker' in navigator ? navigator.serviceWorker : undefined),
    reload: () => location.reload(),
  });
  if (offlineState().kind !== 'ready') return;
  // what cannot be removed now is tried again on the next visit
  await dropOldVersions(caches, new URL('./', location.href).href, import.meta.url).catch(() => undefined);
}

/** Takes the version that waits and reloads the page, once. */
export const takeUpdate = (): void => take();
