/** The engine's vectors, all of them, in the browser: what WebCrypto does there and what JavaScript does instead. */
import { expect, test } from '@playwright/test';
import { createVectorServer } from '../scripts/vector-page.mjs';
import { everyCase } from '../src/engine/testing/every-case.ts';
import type { VectorCase } from '../src/engine/testing/vector-case.ts';
import { addressOf } from './fixtures.ts';

// one process runs the file from top to bottom, so that the page is bundled once
test.describe.configure({ mode: 'default' });

const { own, shared } = everyCase();
let close = () => {};
let address = '';

test.beforeAll(async () => {
  const { server } = await createVectorServer('vectors-chromium');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = addressOf(server, '127.0.0.1');
  close = () => {
    server.close();
    server.closeAllConnections();
  };
});
test.afterAll(() => close());

const SETS: readonly (readonly [name: string, cases: readonly VectorCase[] | undefined])[] = [
  ['own', own],
  ['public', shared],
];

for (const [name, cases] of SETS) {
  test(`the ${name} vectors give the expected answers`, async ({ page }) => {
    test.setTimeout(300_000);
    test.skip(cases === undefined, 'skipped: the public vectors do not lie beside the project');
    await page.goto(address);
    await page.waitForFunction(() => 'runEngineVectors' in globalThis);
    const results = await page.evaluate((text) => globalThis.runEngineVectors(JSON.parse(text)), JSON.stringify(cases));
    expect(results).toEqual({ passed: cases?.length, failed: [] });
  });
}
