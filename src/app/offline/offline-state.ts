/** Whether the page works without the network, and from when on nothing is asked of it any more. */
export type OfflineState =
  /** nothing has been tried yet: that comes once the page works and is idle */
  | { readonly kind: 'starting' }
  /** the files of the page are being fetched and kept */
  | { readonly kind: 'installing' }
  /** every file of the page comes from this browser, nothing from the network */
  | { readonly kind: 'ready' }
  /** as ready, and a newer version has been kept beside this one, which goes on until the person reloads */
  | { readonly kind: 'update-waiting' }
  | { readonly kind: 'impossible'; readonly reason: OfflineObstacle };

export type OfflineObstacle =
  /** plain http, or a window without service workers */
  | 'no-service-worker'
  /** the page has been opened from a file, which needs no network in the first place */
  | 'file'
  /** the browser keeps nothing for this site, some file could not be fetched, or this visit goes round what is kept */
  | 'refused';

export const OFFLINE_STARTING: OfflineState = { kind: 'starting' };

let state: OfflineState = OFFLINE_STARTING;
const listeners = new Set<() => void>();

export const offlineState = (): OfflineState => state;

/** Calls the listener after each change. Answers the function that ends it. */
export function onOfflineChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For keep-offline.ts alone. The same state again is no change. */
export function setOfflineState(next: OfflineState): void {
  if (isSame(state, next)) return;
  state = next;
  for (const listener of listeners) listener();
}

function isSame(one: OfflineState, other: OfflineState): boolean {
  if (one.kind === 'impossible' && other.kind === 'impossible') return one.reason === other.reason;
  return one.kind === other.kind;
}
