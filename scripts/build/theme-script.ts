import type { Plugin } from 'vite';

/**
 * Puts the theme's script at the end of the head. It blocks the parser, and the browser asks for nothing behind it until
 * it has come; behind the style sheet and the first script it arrives together with them, and still before the first
 * paint.
 */
export function themeScript(): Plugin {
  return {
    name: 'theme-script',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { server }) => [
        { tag: 'script', attrs: { src: server === undefined ? './theme.js' : '/theme.js' }, injectTo: 'head' },
      ],
    },
  };
}
