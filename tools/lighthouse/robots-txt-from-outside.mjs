// @ts-check
import RobotsTxt from 'lighthouse/core/gather/gatherers/seo/robots-txt.js';

/**
 * robots.txt as a crawler asks for it, from outside of the page. Lighthouse's own gatherer asks from within, where the
 * page's `connect-src 'none'` refuses every request, this one as well.
 */
export default class RobotsTxtFromOutside extends RobotsTxt {
  /** @param {import('lighthouse').Gatherer.Context} context */
  async getArtifact({ baseArtifacts }) {
    const response = await fetch(new URL('/robots.txt', baseArtifacts.URL.finalDisplayedUrl));
    return { status: response.status, content: response.ok ? await response.text() : null };
  }
}
