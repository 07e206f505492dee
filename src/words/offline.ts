/** Words about working without the network, and about newer versions of the page. */

/** In the status bar, where they have the room of the longest; what is impossible has words by its reason. */
export const OFFLINE = {
  starting: 'Not offline yet',
  installing: 'Getting offline ready',
  ready: 'Offline ready',
  'update-waiting': 'New version ready',
} as const;

/** Why the page is not kept, in few words, and what that means. */
export const NOT_OFFLINE = {
  'no-service-worker': {
    short: 'Online only',
    sentence:
      'The page cannot be kept for offline use here: browsers do that over https only, and not in every private window.',
  },
  file: {
    short: 'Opened from a file',
    sentence: 'The page was opened from a file, so it needs no network.',
  },
  refused: {
    short: 'Online only',
    sentence:
      'The browser did not keep the page for offline use in this visit. After a forced reload an ordinary one is enough; otherwise the settings for this site forbid it, or a file could not be fetched.',
  },
} as const;

export const UPDATE = {
  title: 'A new version is ready',
  empty: 'This page keeps its version until it is reloaded, or until all tabs with it are closed.',
  cleared: 'Reloading clears token and key. Until then, or until all tabs with the page are closed, nothing changes.',
  reload: 'Reload to update',
  later: 'Later',
} as const;
