/** The state of the page. Only inputs are stored; the rest is computed from them (docs/architecture.md). */
import type { Opened } from '../engine/open.ts';
import type { FoundToken, KeyEncoding, KeyReport, Removed, Verdict } from '../engine/types.ts';
import type { ExportAnswer, KeyForm } from '../worker/messages.ts';

export type PaneName = 'token' | 'header' | 'payload';
export type EditView = 'laid-out' | 'exact';
export type Signing = 'keep' | 'resign';

export interface Caret {
  readonly start: number;
  readonly end: number;
}

/** What the person typed in a pane that is not (or not in these characters) what the token holds. */
export interface Draft {
  readonly text: string;
  /** where the draft stops being JSON; undefined where it was applied */
  readonly error:
    | { readonly line: number; readonly column: number; readonly offset: number; readonly message: string }
    | undefined;
}

/** The token as it came in, before any edit here. */
export interface Arrival {
  /** the text of the token editor as accepted: the cleaned token where exactly one was found */
  readonly text: string;
  /** the text as it was pasted */
  readonly raw: string;
  readonly removed: readonly Removed[];
  readonly from: 'paste' | 'example' | 'address' | 'typed' | 'file';
}

/** The verdict that the page shows. `empty`, `signed` and `checking` are the page's own (docs/architecture.md, handles). */
export interface ShownVerdict {
  readonly state: Verdict['state'] | 'empty' | 'signed';
  /** `engine-missing`: the part that checks could not be loaded, so nothing was decided (state `unchecked`, not busy) */
  readonly code: Verdict['code'] | 'nothing-pasted' | 'signed-here' | 'checking' | 'engine-missing';
  /** one or two sentences; from words/, which may take an edit since the paste into account */
  readonly sentence: string;
  readonly busy: boolean;
  readonly verdict: Verdict | undefined;
}

/** What a pane shows. */
export interface PaneContent {
  readonly text: string;
  readonly language: 'json' | 'text';
  /** hex: bytes that are not UTF-8, shown and edited as hex */
  readonly as: 'json' | 'text' | 'hex' | 'nothing';
  readonly view: EditView;
  readonly notApplied: Draft['error'];
  /** since the paste */
  readonly edited: boolean;
}

/** Actions. Every one is synchronous; what takes time follows by itself and is dropped when overtaken. */
export interface WorkbenchActions {
  /** The person typed in the token editor. */
  editToken(text: string, caret: Caret): void;
  /** A paste into the token editor or outside of any field. True where it was taken (a token was found in it). */
  pasteToken(text: string, from?: Arrival['from']): boolean;
  /** A paste or drop outside of every field: a key goes to the key box, anything else to the token. Answers where it went. */
  pasteOutside(text: string, from?: Arrival['from']): 'token' | 'key';
  editPane(pane: 'header' | 'payload', text: string, caret: Caret): void;
  setView(pane: 'header' | 'payload', view: EditView): void;
  showAsPasted(): void;
  setKey(text: string): void;
  setKeyEncoding(encoding: KeyEncoding): void;
  setPassphrase(passphrase: string): void;
  setIgnoreKid(on: boolean): void;
  setUseTokenKey(on: boolean): void;
  setSigning(signing: Signing): void;
  /** Changes `alg` in the header by the rules of 'Exactness', keeping every other character. */
  setAlg(alg: string): void;
  /** Puts a DER signature into JOSE's form. */
  rewriteDerSignature(): void;
  pick(index: number): void;
  openExample(id: string): void;
  /** a fitting key for alg, into the key box; `kid` its thumbprint; also signs again where that is chosen */
  generateKey(alg: string, options?: { readonly modulusLength?: 2048 | 3072 | 4096 }): Promise<void>;
  /** the key in the box in another form; `member` of a set, 0 when left out */
  exportKey(as: KeyForm, member?: number): Promise<ExportAnswer>;
  undo(): void;
  redo(): void;
  /** back to the token as it arrived */
  undoEdit(): void;
  clear(): void;
  undoClear(): void;
  /** Drops every copy at once, without undo: the page comes back from the back/forward cache. */
  wipe(): void;
  verifyAgain(): void;
}

/** Everything the panes read; recomputed from the inputs, same object while nothing changed. */
export interface WorkbenchView {
  readonly text: string;
  readonly pickIndex: number;
  readonly opened: Opened;
  readonly arrival: Arrival | undefined;
  /** shown until the next edit or paste: what was taken away from the paste */
  readonly removedChip: readonly Removed[];
  /** with the chip: text stood before or after the token in the paste ('Bearer' and the like), more than blanks, and was left out */
  readonly textAroundRemoved: boolean;
  readonly header: PaneContent;
  readonly payload: PaneContent;
  readonly signature: { readonly text: string; readonly bytes: Uint8Array | undefined };
  readonly caret:
    | { readonly pane: PaneName; readonly start: number; readonly end: number; readonly revision: number }
    | undefined;
  readonly key: {
    readonly text: string;
    readonly encoding: KeyEncoding;
    readonly passphrase: string;
    readonly ignoreKid: boolean;
    readonly useTokenKey: boolean;
    /** on this key, undefined while it is read; nothing of `tried` until the token of the moment has been checked */
    readonly report: KeyReport | undefined;
    readonly canSign: boolean;
  };
  readonly signing: { readonly value: Signing; readonly byHand: boolean; readonly available: boolean };
  readonly verdict: ShownVerdict;
  /** edited here since the paste, part by part */
  readonly edited: { readonly header: boolean; readonly payload: boolean; readonly signature: boolean };
  /** milliseconds of the last decode and of the last check, for the status bar */
  readonly timing: { readonly decode: number | undefined; readonly check: number | undefined };
  /** the ten seconds after Clear */
  readonly canUndoClear: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly generating: boolean;
  /** an act that could not be done, said in place until the next act */
  readonly trouble: { readonly act: 'generate' | 'sign' | 'example'; readonly message: string } | undefined;
}

export type { ExportAnswer, FoundToken, KeyForm };
