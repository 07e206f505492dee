import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { PluginOption } from 'vite';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';

/** Caches of the page's files begin with this name; a hash of the files follows. */
const CACHE_NAME = 'jwt-debugger';

/** By the end of their names. What is there for the host alone is not answered by it, which would end the installation. */
const KEPT = ['html', 'js', 'css', 'svg', 'png', 'woff2', 'ttf', 'txt'];
const KEPT_NAME = new RegExp(`\\.(?:${KEPT.join('|')})$`);

const LARGEST_BYTES = 8 * 1024 * 1024;

/**
 * Makes `sw.js`, which keeps every file of the page in the browser and answers from there, and `manifest.webmanifest`,
 * by which the page can be installed. The page registers the worker itself (src/app/offline).
 *
 * - An address with a query is answered with the page that is kept, and is itself never kept: it may hold a token. So
 *   nothing is cached while the page runs, and there is no fallback for addresses other than the page's own.
 * - A new version waits until it is asked for (`skipWaiting`), or until all tabs are closed.
 * - Each version has a cache of its own, so that a tab which still runs an older one finds its late parts in that one's;
 *   the page removes the caches that no tab can need any more.
 */
export function offline(): PluginOption {
  return VitePWA({
    strategies: 'generateSW',
    registerType: 'prompt',
    injectRegister: false,
    includeManifestIcons: false,
    manifest: MANIFEST,
    integration: {
      beforeBuildServiceWorker({ outDir, workbox }) {
        workbox.cacheId = `${CACHE_NAME}-${contentHash(workbox.globDirectory ?? outDir)}`;
      },
    },
    workbox: {
      globPatterns: [`**/*.{${KEPT.join(',')}}`],
      maximumFileSizeToCacheInBytes: LARGEST_BYTES,
      // their names hold a hash of their content
      dontCacheBustURLsMatching: /^assets\//,
      clientsClaim: true,
      skipWaiting: false,
      cleanupOutdatedCaches: false,
      directoryIndex: 'index.html',
      ignoreURLParametersMatching: [/.*/],
      navigateFallback: null,
      runtimeCaching: [
        {
          urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.includes('/assets/'),
          // of another version; it is read and never written
          handler: async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
        },
      ],
      babelPresetEnvTargets: ['chrome 131', 'firefox 133', 'safari 18.1'],
      inlineWorkboxRuntime: true,
      disableDevLogs: true,
      sourcemap: false,
    },
  });
}

/**
 * No `share_target` and no `protocol_handlers`: both hand a text over in an address that is sent to the server. No
 * `shortcuts`: the page has one place, and an address that says more than that could come to hold a token. No `id`: it
 * would count from the root of the site, and be one for all pages below; without it `start_url` is the identity.
 */
const MANIFEST: Partial<ManifestOptions> = {
  name: 'JWT debugger',
  short_name: 'JWT debugger',
  description:
    'Decode, edit, verify and sign JSON Web Tokens. Everything happens in this page: tokens and keys are never sent.',
  lang: 'en',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  theme_color: '#f5f6f8',
  background_color: '#f5f6f8',
  categories: ['developer', 'utilities', 'security'],
  icons: [
    { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: './icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
};

/** Of every file that is kept, by name and content. */
function contentHash(directory: string): string {
  const hash = createHash('sha256');
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && KEPT_NAME.test(entry.name))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
  for (const path of paths.sort()) hash.update(`${path}\0`).update(readFileSync(join(directory, path)));
  return hash.digest('hex').slice(0, 16);
}
