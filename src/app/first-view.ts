/**
 * The page before its live part has arrived: the prerendered document, filled with what is known of the token, in plain
 * DOM. It lets a token be read after a third of the bytes, and is taken away when the live page takes the document over.
 */
import { COLOURED_UP_TO, pieces } from '../editor/paint.ts';
import { rowCount, shares } from '../editor/token-lines.ts';
import { inspectorTabs } from '../panes/inspector/inspector-tabs.ts';
import { isEncrypted } from '../panes/open-layer.ts';
import { columnsFor, FOLDED_LINES, SCROLLS_WITH_PAGE } from '../panes/token/token-measures.ts';
import { type NamedPart, tokenParts, tokenSpans } from '../panes/token/token-parts.ts';
import { kindOf, signatureCell } from '../panes/verdict/cell-facts.ts';
import { JSON_PANES } from '../words/json-panes.ts';
import { keyTitle } from '../words/key.ts';
import { showAllLines } from '../words/token.ts';
import { type CellWords, cellLabel, cellName, cellWords } from '../words/verdict-cell.ts';
import type { EarlyActs, EarlyStore } from '../workbench/early-store.ts';
import { type EarlyView, isUnread } from '../workbench/early-view.ts';

export interface FirstView {
  /**
   * Puts the document back as it was prerendered, so that the live page finds what it expects, and stops. Answers what
   * brings the caret back, for when the live page has drawn the text again.
   */
  end(): () => void;
}

/** The reader of another form than the compact JWS is waited for so long before the text is painted without it. */
const READER_WAIT_MS = 1000;

export function startFirstView(root: HTMLElement, { view, subscribe, acts }: EarlyStore): FirstView {
  const changed = new Changes();
  let waitsForReader = true;
  let isHeldBack = false;
  const draw = () => {
    // a page that was opened with a token is painted with what it says: nothing then moves (theme.js)
    isHeldBack = waitsForReader && isArriving() && isBeingRead(view());
    if (isHeldBack) return;
    changed.takeBack();
    // before anything is measured: until then nothing in the page is laid out (layout.css)
    delete document.documentElement.dataset.arriving;
    drawView(root, { ...view(), layers: [] }, changed);
  };
  const stop = [subscribe(draw), listenToToken(root, acts)];
  if (view().text !== '') draw();
  const impatience = setTimeout(() => {
    waitsForReader = false;
    if (isHeldBack) draw();
  }, READER_WAIT_MS);
  return {
    end() {
      clearTimeout(impatience);
      for (const one of stop) one();
      const caret = caretNow();
      changed.takeBack();
      changed.emptyFields();
      return caret;
    },
  };
}

function isArriving(): boolean {
  return document.documentElement.dataset.arriving !== undefined;
}

/** The reader of its form has not come yet, and may still. */
function isBeingRead({ opened, verdict }: EarlyView): boolean {
  return isUnread(opened) && verdict.busy;
}

/** What was changed in the document, and how it was. */
class Changes {
  readonly #undo: (() => void)[] = [];
  readonly #fields = new Set<HTMLTextAreaElement>();

  attribute(node: Element, name: string, value: string): void {
    const before = node.getAttribute(name);
    node.setAttribute(name, value);
    this.#undo.push(() => (before === null ? node.removeAttribute(name) : node.setAttribute(name, before)));
  }

  children(node: Element, ...children: readonly (Node | string)[]): void {
    const before = [...node.childNodes];
    node.replaceChildren(...children);
    this.#undo.push(() => node.replaceChildren(...before));
  }

  before(node: Element, added: Element): void {
    node.before(added);
    this.#undo.push(() => added.remove());
  }

  after(node: Element, added: Element): void {
    node.after(added);
    this.#undo.push(() => added.remove());
  }

  width(node: HTMLElement, value: string): void {
    const before = node.style.width;
    node.style.width = value;
    this.#undo.push(() => {
      node.style.width = before;
    });
  }

  /** A field keeps its text from one drawing to the next, and its caret with it. */
  value(field: HTMLTextAreaElement, value: string): void {
    this.#fields.add(field);
    if (field.value !== value) field.value = value;
  }

  takeBack(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo.length = 0;
  }

  emptyFields(): void {
    for (const field of this.#fields) field.value = '';
  }
}

/** Answers what puts the caret back to where it stands now. */
function caretNow(): () => void {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return () => undefined;
  const { selectionStart, selectionEnd } = field;
  return () => field.setSelectionRange(selectionStart, selectionEnd);
}

/** No layers, whatever is known: the bar was prerendered with one cell, which then speaks of the whole token. */
interface Drawn extends EarlyView {
  readonly layers: readonly [];
}

function drawView(root: HTMLElement, view: Drawn, changed: Changes): void {
  const app = root.querySelector('.app');
  if (app !== null) changed.attribute(app, 'data-empty', String(view.text === ''));
  keepInspectorPlace(root, app, view, changed);
  drawVerdict(root, view, changed);
  drawToken(root, view, changed);
  const key = root.querySelector('[data-pane="key"] h2');
  if (key !== null) changed.children(key, keyTitle(isEncrypted(view.opened), undefined));
  for (const name of ['header', 'payload'] as const) {
    const pane = root.querySelector(`[data-pane="${name}"]`);
    if (pane === null) continue;
    drawText(pane, view[name].text, linesOf(view[name].text), changed);
    const title = pane.querySelector('h2');
    if (title !== null && isEncrypted(view.opened)) changed.children(title, JSON_PANES[name].encryptedTitle);
    // what the empty pane says of itself
    const meta = pane.querySelector('.pane-meta');
    if (meta !== null) changed.children(meta);
  }
}

/** Where the live page will have an inspector, so that the panes do not move when that comes. */
function keepInspectorPlace(root: HTMLElement, app: Element | null, view: Drawn, changed: Changes): void {
  const middle = root.querySelector('.column-middle');
  if (app === null || middle === null || inspectorTabs(view).length === 0) return;
  const place = document.createElement('div');
  place.className = 'column column-inspector';
  changed.attribute(app, 'data-inspector', 'true');
  changed.after(middle, place);
}

function drawVerdict(root: HTMLElement, view: Drawn, changed: Changes): void {
  const { verdict } = view;
  const bar = root.querySelector('[data-region="verdict"]');
  if (bar === null) return;
  changed.attribute(bar, 'data-state', verdict.state);
  changed.attribute(bar, 'data-code', verdict.code);
  changed.attribute(bar, 'aria-busy', String(verdict.busy));
  for (const [name, text] of [
    ['kind', kindOf(view)],
    ['sentence', verdict.sentence],
  ] as const) {
    const node = bar.querySelector(`.verdict-${name}`);
    if (node !== null) changed.children(node, text);
  }
  const cell = signatureCell(view);
  const [first, ...later] = bar.querySelectorAll('.verdict-cell');
  if (first !== undefined) drawCell(first, cellLabel(cell.encrypted, cell.layer), cellWords(cell.facts), changed);
  // time and findings are told by the live page, which keeps their place
  for (const one of later) {
    const label = one.querySelector('.verdict-cell-name')?.textContent ?? '';
    changed.attribute(one, 'data-blank', 'true');
    drawCell(one, label, NOTHING_YET, changed);
  }
}

const NOTHING_YET: CellWords = { word: '', reason: '' };

function drawCell(cell: Element, label: string, words: CellWords, changed: Changes): void {
  changed.attribute(cell, 'aria-label', cellName(label, words));
  changed.attribute(cell, 'title', '');
  for (const [name, text] of Object.entries({ name: label, ...words })) {
    const node = cell.querySelector(`.verdict-cell-${name}`);
    if (node !== null) changed.children(node, text);
  }
}

/**
 * Pixels. On large screens the style sheet fixes the column's width (layout.css); asking for that, and not for the box
 * itself, spares a layout of the whole page before its first paint.
 */
function widthOf(pane: Element): number {
  const fixed = Number.parseFloat(getComputedStyle(pane).getPropertyValue('--left-own'));
  return Number.isNaN(fixed) ? pane.clientWidth : fixed;
}

function drawToken(root: HTMLElement, view: EarlyView, changed: Changes): void {
  const pane = root.querySelector('[data-pane="token"]');
  if (pane === null) return;
  const sheet = pane.querySelector('.plain-sheet');
  const parts = tokenParts(view.opened);
  const columns = columnsFor(widthOf(pane));
  if (sheet instanceof HTMLElement) changed.width(sheet, `calc(var(--editor-left) + ${columns + 0.5}ch)`);
  const fold = pane.querySelector('.token-fold');
  if (fold !== null) {
    changed.before(fold, compositionBar(parts, columns));
    const rows = rowCount(view.text, columns);
    changed.attribute(fold, 'data-folded', String(rows > FOLDED_LINES));
    if (rows > FOLDED_LINES) changed.after(fold, unfoldButton(rows));
  }
  const editor = pane.querySelector('.editor');
  if (editor !== null && matchMedia(SCROLLS_WITH_PAGE).matches) changed.attribute(editor, 'data-fit', '');
  const coloured = pieces(view.text, tokenSpans(view.text, parts, []));
  drawText(
    pane,
    view.text,
    coloured.map(({ text, className }) => inked(text, className)),
    changed,
  );
}

function drawText(pane: Element, text: string, ink: readonly Node[], changed: Changes): void {
  const field = pane.querySelector('textarea');
  const sheet = pane.querySelector('.plain-ink');
  if (field !== null) changed.value(field, text);
  if (sheet !== null) changed.children(sheet, ...ink, ...(text.length > COLOURED_UP_TO ? ['\n'] : []));
}

/** As the live page draws it, so that the token does not move when that comes. */
function compositionBar(parts: readonly NamedPart[], columns: number): Element {
  const bar = document.createElement('div');
  bar.className = 'composition';
  bar.style.width = `${columns}ch`;
  bar.style.maxWidth = 'calc(100% - 56px)';
  const grow = shares(parts);
  for (const [index, { segment }] of parts.entries()) {
    const part = document.createElement('i');
    part.dataset.segment = segment;
    part.style.flex = `${grow[index] ?? 0} 1 0px`;
    bar.append(part);
  }
  return bar;
}

/** Where the live page will have one, on a small screen. */
function unfoldButton(rows: number): Element {
  const button = document.createElement('button');
  button.className = 'button button-quiet token-unfold';
  button.textContent = showAllLines(rows);
  return button;
}

function linesOf(text: string): readonly Node[] {
  if (text.length > COLOURED_UP_TO) return [document.createTextNode(text)];
  return text.split('\n').map((line) => inked(`${line}\n`, 'plain-line'));
}

function inked(text: string, className: string): Node {
  const piece = document.createElement('span');
  piece.className = className;
  piece.textContent = text;
  return piece;
}

/** What is typed or pasted into the token's field is kept at once. */
function listenToToken(root: HTMLElement, acts: EarlyActs): () => void {
  const field = root.querySelector<HTMLTextAreaElement>('[data-pane="token"] textarea');
  if (field === null) return () => undefined;
  const take = (isPaste: boolean) => {
    const { value: text, selectionStart: start, selectionEnd: end } = field;
    if (!isPaste || !acts.pasteToken(text)) acts.editToken(text, { start, end });
  };
  const type = (event: Event) => take(event instanceof InputEvent && event.inputType === 'insertFromPaste');
  // typed before even this script ran
  if (field.value !== '') take(true);
  field.addEventListener('input', type);
  return () => field.removeEventListener('input', type);
}
