/** How the token is set in its pane, for every width. */

/** 13 px of JetBrains Mono, or of its stand-in. */
const CHARACTER_WIDTH = 7.8;
/** the rail at the left, and a breath at the right for the scroll bar */
const SIDES = 56;
/** base64url letters come in groups of four, one for three bytes */
const GROUP = 4;

/** Characters in a line of the token: whole base64url groups, as many as the pane holds. */
export function columnsFor(width: number): number {
  return Math.max(GROUP, Math.floor((width - SIDES) / CHARACTER_WIDTH / GROUP) * GROUP);
}

/** Lines that a small screen shows before the person asks for all. */
export const FOLDED_LINES = 4;

/** Where the page scrolls and not the panes, an editor is as high as its text. */
export const SCROLLS_WITH_PAGE = '(max-width: 1023px)';
