/** As the build names the cache of a version (scripts/build/offline.ts) and Workbox completes the name with the scope. */
const NAME = /^jwt-debugger-[0-9a-f]+-precache-v2-(.*)$/;

/** The one that answers, and the one before it: a tab that was opened with it may still ask for its late parts. */
const KEPT_VERSIONS = 2;

/** Of a `CacheStorage`. */
export interface VersionStore {
  /** oldest first */
  keys(): Promise<readonly string[]>;
  open(name: string): Promise<{ match(url: string): Promise<unknown> }>;
  delete(name: string): Promise<unknown>;
}

/**
 * Removes what is kept of versions before the last two; of the page below `scope` alone, since other copies of it may lie
 * below other paths of the site. A version that holds `ownFile` (a file of the page that asks, named by its content) is
 * in use, whatever its age: a site may go back to it.
 */
export async function dropOldVersions(store: VersionStore, scope: string, ownFile: string): Promise<void> {
  const versions = (await store.keys()).filter((name) => NAME.exec(name)?.[1] === scope);
  for (const name of versions.slice(0, -KEPT_VERSIONS)) {
    const cache = await store.open(name);
    if ((await cache.match(ownFile)) === undefined) await store.delete(name);
  }
}
