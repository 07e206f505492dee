/** The parts of the page that F6 walks through, in the order of the document. */

const FOCUSABLE =
  'textarea, [role="textbox"], button:not(:disabled), a[href], input:not(:disabled), [tabindex]:not([tabindex="-1"]):not([role="separator"])';

function regions(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null);
}

/** The editor of a region where it has one, then the tab that is open, otherwise what first takes the focus in it. */
function targetIn(region: HTMLElement): HTMLElement | null {
  // the editor of a locked content is there, and not shown
  const shown = (selector: string) =>
    [...region.querySelectorAll<HTMLElement>(selector)].find((node) => node.getClientRects().length > 0);
  return (
    shown('textarea:not([tabindex="-1"]), [role="textbox"]') ??
    shown('[role="tab"][aria-selected="true"]') ??
    shown(FOCUSABLE) ??
    null
  );
}

/** Focuses a part of the page by its name; false where it is not there. */
export function focusRegion(name: string): boolean {
  const region = regions().find(({ dataset }) => dataset.region === name);
  const target = region === undefined ? null : targetIn(region);
  target?.focus();
  return target !== null;
}

/** Goes to the next or previous part. False past the last one: there the browser has the key. */
export function focusNextRegion(step: 1 | -1): boolean {
  const all = regions();
  const active = document.activeElement;
  const here = all.findIndex((region) => region.contains(active));
  const next = here < 0 ? (step === 1 ? 0 : all.length - 1) : here + step;
  const name = all[next]?.dataset.region;
  return name !== undefined && focusRegion(name);
}

/** Whether typing goes into an editor or a field. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('textarea, input:not([type="radio"]), [role="textbox"], [contenteditable="true"]') !== null
  );
}
