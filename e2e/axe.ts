/** What axe finds in the page or in parts of it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/**
 * Rules that are broken, each with the elements that break it; `parts` are selectors, and none means the whole page.
 * axe runs in the page alone (it has no frames) and answers no elements of the rules that hold: to open a second page
 * for the answer takes twice as long as to find it.
 */
export async function violationsIn(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

/** Looks at what is on the screen in either theme, every rule; goes on where something is found, and says in which. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // the editor takes up the colours of the page before the next frame
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect.soft(await violationsIn(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}
