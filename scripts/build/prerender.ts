import { createServer, type Plugin, type ViteDevServer } from 'vite';

const ENTRY = '/src/app/prerender.tsx';
const PLACE = '<div id="root"></div>';

interface Prerendered {
  /** markup of the page with nothing pasted */
  render(): string;
}

function isPrerendered(module: Record<string, unknown>): module is Record<string, unknown> & Prerendered {
  return typeof module.render === 'function';
}

/** Puts the empty page's markup into index.html, so that it can be read and pasted into before any script has run. */
export function prerender(): Plugin {
  return {
    name: 'prerender',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { server }) {
        if (!html.includes(PLACE)) throw new Error(`index.html has no ${PLACE} to put the page into.`);
        const markup = server === undefined ? await renderAlone() : await renderWith(server);
        // a function, since the markup may hold '$&', which a replacement string would expand
        return html.replace(PLACE, () => PLACE.replace('></', () => `>${markup}</`));
      },
    },
  };
}

async function renderWith(server: ViteDevServer): Promise<string> {
  const module = await server.ssrLoadModule(ENTRY);
  if (!isPrerendered(module)) throw new Error(`${ENTRY} exports no function "render".`);
  return module.render();
}

async function renderAlone(): Promise<string> {
  const server = await createServer({
    configFile: false,
    mode: 'production',
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await renderWith(server);
  } finally {
    await server.close();
  }
}
