import type { Plugin } from 'vite';
import { META_POLICY } from '../security-headers.mjs';

/** Puts the content policy into the built page as the first meta element but the charset: it binds what comes after it. */
export function policy(): Plugin {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
