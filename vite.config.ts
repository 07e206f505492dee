import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { CHUNKS } from './scripts/build/chunks.ts';
import { hostFiles } from './scripts/build/host-files.ts';
import { integrity } from './scripts/build/integrity.ts';
import { notices } from './scripts/build/notices.ts';
import { offline } from './scripts/build/offline.ts';
import { policy } from './scripts/build/policy.ts';
import { prerender } from './scripts/build/prerender.ts';
import { sums } from './scripts/build/sums.ts';
import { themeScript } from './scripts/build/theme-script.ts';

export default defineConfig({
  // every address in the build is relative: the page works at the root and under any path
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    prerender(),
    themeScript(),
    policy(),
    notices(),
    hostFiles(),
    integrity(),
    offline(),
    sums(),
  ],
  worker: { format: 'es' },
  build: {
    // the browsers of the last 24 months, on 24 November 2026
    target: ['chrome131', 'edge131', 'firefox133', 'safari18.1'],
    manifest: true,
    assetsInlineLimit: 0,
    // the polyfill would fetch, which the content policy forbids; every targeted browser knows modulepreload
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: CHUNKS },
    // the layers of Monaco, which come after the page works
    chunkSizeWarningLimit: 1000,
  },
});
