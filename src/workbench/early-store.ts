/**
 * The page's state until the workbench has come: the token as far as it can be read at once, and all that the person has
 * done, which the workbench is told when it comes. In the page's first script.
 */
import { documentAfterTyping, documentFromPaste, documentFromText, NO_DOCUMENT } from './arrival.ts';
import {
  type EarlyInputs,
  type EarlyView,
  earlyView,
  isUnread,
  needsEngine,
  type Reader,
  SIGNED_ALONE,
} from './early-view.ts';
import { looksLikeKey } from './key-text.ts';
import type { TokenDocument } from './state.ts';
import type { Arrival, WorkbenchActions } from './types.ts';
import type { Workbench } from './workbench.ts';

export interface EarlySources {
  /** of every form; asked for when a token is seen that is no compact JWS */
  loadReader(): Promise<Reader>;
  /** asked for when the engine has something to do, and with the live page */
  loadWorkbench(): Promise<Workbench>;
  /** milliseconds, of the clock that the workbench keeps */
  now(): number;
}

/** What can be done in the page before it is live. */
export type EarlyActs = Pick<WorkbenchActions, 'editToken' | 'pasteToken' | 'pasteOutside' | 'setKey' | 'wipe'>;

export interface EarlyStore {
  view(): EarlyView;
  /** Answers the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Always the same object, before and after the workbench has come. */
  readonly acts: EarlyActs;
  /**
   * The workbench, which has been told everything that was done; from then on it has the state, and nothing of it is
   * left here. The same one each time. Rejects where it cannot be loaded.
   */
  workbench(): Promise<Workbench>;
}

const EMPTY: EarlyInputs = { document: NO_DOCUMENT, hasKey: false, reader: SIGNED_ALONE, partMissing: false };

export function createEarlyStore({ loadReader, loadWorkbench, now }: EarlySources): EarlyStore {
  let inputs = EMPTY;
  let view = earlyView(EMPTY, undefined);
  let done: ((actions: EarlyActs) => void)[] = [];
  let isReaderAsked = false;
  let coming: Promise<Workbench> | undefined;
  let workbench: Workbench | undefined;
  const listeners = new Set<() => void>();

  function set(change: Partial<EarlyInputs>): void {
    inputs = { ...inputs, ...change };
    view = earlyView(inputs, view.opened);
    // asked for before anything is drawn, so that it is under way meanwhile
    if (isUnread(view.opened) && !isReaderAsked) void fetchReader();
    if (needsEngine(inputs, view)) comingWorkbench().catch(() => undefined);
    tell();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  async function fetchReader(): Promise<void> {
    isReaderAsked = true;
    const change = await loadReader().then(
      (reader) => ({ reader }),
      () => ({ partMissing: true }),
    );
    if (workbench === undefined) set(change);
  }

  function comingWorkbench(): Promise<Workbench> {
    coming ??= loadWorkbench().then(handOver, (reason: unknown) => {
      set({ partMissing: true });
      throw reason;
    });
    return coming;
  }

  function handOver(arrived: Workbench): Workbench {
    for (const act of done) act(arrived.actions);
    const saysMore = isUnread(view.opened) || inputs.partMissing;
    done = [];
    inputs = EMPTY;
    view = earlyView(EMPTY, undefined);
    workbench = arrived;
    workbench.subscribe(tell);
    if (saysMore) tell();
    return workbench;
  }

  function record(act: (actions: EarlyActs) => void, change: Partial<EarlyInputs>): void {
    done.push(act);
    set(change);
  }

  function take(act: (actions: EarlyActs) => void, document: TokenDocument | undefined): boolean {
    if (document !== undefined) record(act, { document });
    return document !== undefined;
  }

  function pasted(text: string, from: Arrival['from']): TokenDocument | undefined {
    return documentFromPaste(text, from, inputs.document.text.trim() === '');
  }

  const early: EarlyActs = {
    editToken(text, caret, at = now()) {
      const { document } = inputs;
      if (text === document.text) return;
      record((actions) => actions.editToken(text, caret, at), { document: documentAfterTyping(document, text) });
    },
    pasteToken: (text, from = 'paste') => take((actions) => actions.pasteToken(text, from), pasted(text, from)),
    pasteOutside(text, from = 'paste') {
      const act = (actions: EarlyActs) => actions.pasteOutside(text, from);
      if (looksLikeKey(text)) {
        record(act, { hasKey: true });
        return 'key';
      }
      take(act, pasted(text, from) ?? documentFromText(text, from));
      return 'token';
    },
    // a blank text is no key (state.ts)
    setKey: (text) => record((actions) => actions.setKey(text), { hasKey: text.trim() !== '' }),
    wipe() {
      done = [];
      set({ document: NO_DOCUMENT, hasKey: false });
    },
  };

  const taker = () => workbench?.actions ?? early;
  return {
    view: () => workbench?.view() ?? view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    acts: {
      editToken: (...typed) => taker().editToken(...typed),
      pasteToken: (...pasted) => taker().pasteToken(...pasted),
      pasteOutside: (...pasted) => taker().pasteOutside(...pasted),
      setKey: (text) => taker().setKey(text),
      wipe: () => taker().wipe(),
    },
    workbench: comingWorkbench,
  };
}
