/** The state of the page. Only inputs are stored; the rest is computed from them (docs/architecture.md). */
import type { CertificateChain } from '../engine/certificates/shapes.ts';
import type { SecretSearchAnswer } from '../engine/index.ts';
import type { Meaning } from '../engine/meaning.ts';
import type { Opened } from '../engine/open.ts';
import type { Serialization } from '../engine/token/shapes.ts';
import type {
  Check,
  Disclosure,
  Expectations,
  FoundToken,
  Json,
  JsonObject,
  KeyEncoding,
  KeyReport,
  Layer,
  Problem,
  Removed,
  Verdict,
} from '../engine/types.ts';
import type { ExportAnswer, KeyForm, OnProgress, Progress } from '../worker/messages.ts';

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
    | {
        readonly line: number;
        readonly column: number;
        readonly offset: number;
        readonly message: string;
        /**
         * The text is whole, but the token could not be made with it: `message` is a sentence that says why, and line
         * and column mean nothing. `layer`: the one that could not be made, where its key is needed.
         */
        readonly refused?: { readonly layer: number };
      }
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

/** The codes that are the page's own (docs/architecture.md, handles). */
export type PageCode =
  | 'nothing-pasted'
  | 'checking'
  /** state `signed`: made here after an edit, with the key in the box; checked with it */
  | 'signed-here'
  /** state `signed`: encrypted here after an edit, with the key in the box; opened with it */
  | 'encrypted-here'
  /** state `unchecked`, not busy: the part that checks could not be loaded, so nothing was decided */
  | 'engine-missing'
  /** state `unchecked`, not busy: the person stopped the work */
  | 'stopped';

/** The verdict that the page shows. The states `empty` and `signed` are the page's own (docs/architecture.md, handles). */
export interface ShownVerdict {
  readonly state: Verdict['state'] | 'empty' | 'signed';
  readonly code: Verdict['code'] | PageCode;
  /** one or two sentences; from words/, which may take an edit since the paste into account */
  readonly sentence: string;
  readonly busy: boolean;
  readonly verdict: Verdict | undefined;
}

/** A signature or a recipient of a JSON serialization; its verdict is undefined while the engine is at work. */
export interface LayerEntry {
  /** joined */
  readonly header: Json;
  readonly verdict: Verdict | undefined;
}

/** One layer of the token, outermost first. The first is there when a token is; inner ones when the outer is opened. */
export interface LayerView {
  readonly depth: number;
  /** the layer's own text, read: the picked token of the editor, or the content of the layer around it */
  readonly opened: Opened;
  /** of this layer alone */
  readonly verdict: ShownVerdict;
  /** by the letter, and of opening: zip, IV, disclosures and the like */
  readonly problems: readonly Problem[];
  /** payload of a JWS, plaintext of a JWE; undefined while encrypted, elsewhere, or not known again after an edit */
  readonly content: Layer['payload'];
  /** JSON serialization */
  readonly signatures: readonly LayerEntry[] | undefined;
  readonly recipients: readonly LayerEntry[] | undefined;
  /** SD-JWT */
  readonly disclosures: readonly Disclosure[] | undefined;
  readonly processedPayload: Json | undefined;
  readonly keyBinding: Layer['keyBinding'];
  /** a key at hand can make this layer anew: sign it, or encrypt it */
  readonly canMake: boolean;
  /** this layer's own key box holds something */
  readonly hasKey: boolean;
}

/** The content of a token that leaves it out. */
export type DetachedContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

export interface Limits {
  /** bytes that a compressed content may inflate to */
  readonly maxInflatedBytes: number;
  /** rounds of PBKDF2 that are done without asking */
  readonly maxPbes2Rounds: number;
}

/** The disclosures of an SD-JWT as it arrived, and which of them the token of the moment shows. */
export interface Presentation {
  readonly count: number;
  /** indexes into `disclosures` */
  readonly shown: ReadonlySet<number>;
  readonly disclosures: readonly Disclosure[];
  /** it arrived with a key binding JWT, which could not hold for another choice and was left out */
  readonly keyBindingDropped: boolean;
}

export type ConvertAnswer = { readonly converted: true } | { readonly converted: false; readonly message: string };

/** What a pane shows. */
export interface PaneContent {
  readonly text: string;
  readonly language: 'json' | 'text';
  /** hex: bytes that are not UTF-8, shown and edited as hex; too-large: neither shown nor edited, `text` is blank */
  readonly as: 'json' | 'text' | 'hex' | 'nothing' | 'too-large';
  readonly view: EditView;
  readonly notApplied: Draft['error'];
  /** since the paste */
  readonly edited: boolean;
}

/** A claim at the top of a claims set; `value` undefined: without it. */
export interface ClaimChange {
  readonly name: string;
  readonly value: number | undefined;
}

/** Actions. Every one is synchronous; what takes time follows by itself and is dropped when overtaken. */
export interface WorkbenchActions {
  /** The person typed in the token editor; `at` in milliseconds of the workbench's clock, now where it is left out. */
  editToken(text: string, caret: Caret, at?: number): void;
  /**
   * The open layer's own text, changed: of the outermost one as if typed in the token editor, of an inner one as other
   * content of the layer around it.
   */
  editLayer(text: string, caret: Caret): void;
  /** A paste into the token editor or outside of any field. True where it was taken (a token was found in it). */
  pasteToken(text: string, from?: Arrival['from']): boolean;
  /** A paste or drop outside of every field: a key goes to the key box, anything else to the token. Answers where it went. */
  pasteOutside(text: string, from?: Arrival['from']): 'token' | 'key';
  editPane(pane: 'header' | 'payload', text: string, caret: Caret): void;
  /**
   * Sets claims of the open layer to numbers, or removes them, as one edit of the payload pane and one step of the
   * history. No change where that pane does not show an object that is applied.
   */
  setClaims(claims: readonly ClaimChange[]): void;
  setView(pane: 'header' | 'payload', view: EditView): void;
  showAsPasted(): void;
  setKey(text: string): void;
  setKeyEncoding(encoding: KeyEncoding): void;
  setPassphrase(passphrase: string): void;
  setIgnoreKid(on: boolean): void;
  setUseTokenKey(on: boolean): void;
  setSigning(signing: Signing): void;
  /** Changes `alg` in the header of the open layer by the rules of 'Exactness', keeping every other character. */
  setAlg(alg: string): void;
  /** The same with `enc`. */
  setEnc(enc: string): void;
  /** The panes for header, payload, signature and key show this layer. */
  openLayer(depth: number): void;
  /** Content of a token that leaves it out. */
  setDetached(content: DetachedContent | undefined): void;
  setMaxInflatedBytes(bytes: number): void;
  /** The person has been told how many rounds the token asks for. */
  allowRounds(rounds: number): void;
  /** Ends the work under way: the verdict is `unchecked`, `stopped` until `verifyAgain` or another input. */
  stop(): void;
  /** What is left out stays; what is undefined is no longer expected. */
  setExpectations(part: { readonly [Name in keyof Expectations]: Expectations[Name] | undefined }): void;
  /** Judges everything at a time, in seconds since the epoch, or by the clock again. */
  setAsOf(seconds: number | undefined): void;
  /** Findings of a muted rule are counted nowhere; for the visit, also past Clear. */
  muteRule(rule: string, on: boolean): void;
  /** Builds another presentation of the SD-JWT as one step of the history; the key binding JWT is dropped. */
  showDisclosure(index: number, on: boolean): void;
  /** The picked token in another serialization, as one step of the history; or why that is not possible. */
  convertTo(serialization: Serialization): ConvertAnswer;
  /** Puts a DER signature into JOSE's form. */
  rewriteDerSignature(): void;
  pick(index: number): void;
  openExample(id: string): void;
  /**
   * A fitting key for `alg` (of key management with `enc`), into the key box of the open layer; `kid` its thumbprint;
   * also makes the layer again where that is chosen.
   */
  generateKey(
    alg: string,
    options?: { readonly modulusLength?: 2048 | 3072 | 4096; readonly enc?: string },
  ): Promise<void>;
  /** the key in the box in another form; `member` of a set, 0 when left out */
  exportKey(as: KeyForm, member?: number): Promise<ExportAnswer>;
  /**
   * The certificates in `x5c` of a header, undefined where it has none; changes nothing. Rejects with the signal's
   * reason, or where the engine could not be loaded.
   */
  readCertificates(header: JsonObject, signal: AbortSignal): Promise<CertificateChain | undefined>;
  /**
   * Tries known secrets, and those of a list, on the open layer; changes nothing. Rejects with the signal's reason, or
   * where the engine could not be loaded.
   */
  searchSecret(list: string | undefined, signal: AbortSignal, onProgress: OnProgress): Promise<SecretSearchAnswer>;
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
  /** outermost first; empty where there is no token */
  readonly layers: readonly LayerView[];
  /** the open one */
  readonly layer: number;
  /** of the open layer, each of which has a key box of its own */
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
  /** of the whole token */
  readonly verdict: ShownVerdict;
  /** what it says for this token, these keys and expectations, and this moment; undefined until the engine has told */
  readonly meaning: Meaning | undefined;
  /** come with the meaning */
  readonly checks: readonly Check[] | undefined;
  /** the part of the engine that tells them could not be loaded */
  readonly meaningMissing: boolean;
  /** rules whose findings are counted nowhere */
  readonly mutedRules: ReadonlySet<string>;
  readonly expectations: Expectations;
  /** seconds since the epoch at which everything is judged; undefined: the clock */
  readonly asOf: number | undefined;
  readonly detached: {
    /** the token leaves its content out */
    readonly needed: boolean;
    readonly content: DetachedContent | undefined;
  };
  readonly limits: Limits;
  /** while work takes longer than 200 ms and tells how far it is */
  readonly progress: Progress | undefined;
  /** undefined where the token is no SD-JWT, or its disclosures have not been read yet */
  readonly presentation: Presentation | undefined;
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
  readonly trouble: { readonly act: 'generate' | 'sign' | 'example' | 'seal'; readonly message: string } | undefined;
}

export type { ExportAnswer, FoundToken, KeyForm, Progress };
