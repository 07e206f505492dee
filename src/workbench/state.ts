/** What the workbench stores: inputs, and answers together with the inputs that they belong to. Nothing derived. */
import type { Meant } from '../engine/inspect.ts';
import type { Disclosure, Expectations, KeyEncoding } from '../engine/types.ts';
import type { Checked } from '../worker/messages.ts';
import { NO_DOCUMENT } from './arrival.ts';
import type {
  Arrival,
  Caret,
  DetachedContent,
  Draft,
  EditView,
  Limits,
  PaneName,
  Progress,
  Signing,
  WorkbenchView,
} from './types.ts';

export type JsonPane = 'header' | 'payload';

/** The key box and its switches. */
export interface KeyEntry {
  readonly text: string;
  readonly encoding: KeyEncoding;
  readonly passphrase: string;
  readonly ignoreKid: boolean;
  readonly useTokenKey: boolean;
}

/** What the person typed in the header or payload pane of a layer. It counts while the token holds `segment` there. */
export interface PaneDraft {
  readonly text: string;
  readonly view: EditView;
  readonly as: 'json' | 'text' | 'hex';
  /** what the pane held (`Held.anchor`) after the draft was applied or refused */
  readonly segment: string;
  /** of a layer that is made anew by the engine: the picked token that it counts for */
  readonly token?: string;
  /** what the pane will hold when the token has been made anew */
  readonly pending?: string;
  /** the pane held JSON when the person began to type in it */
  readonly heldJson: boolean;
  readonly error: Draft['error'];
}

/** A layer that is to be made anew: what of it changes, by the engine, and then the layers around it. */
export interface LayerEdit {
  readonly layer: number;
  readonly header?: Uint8Array;
  readonly content?: Uint8Array;
  /** false: the signature stays, or the encrypted parts of a JWE whose header alone is changed */
  readonly resign: boolean;
  /** of the layer */
  readonly type: 'jws' | 'jwe';
}

/** The SD-JWT that other presentations are made of, and what the token of the moment shows of it. */
export interface PresentationOrigin {
  readonly text: string;
  readonly disclosures: readonly Disclosure[];
  readonly shown: ReadonlySet<number>;
  readonly keyBindingDropped: boolean;
}

/** Where the signature of the token text comes from. */
export type SignatureOrigin =
  | { readonly kind: 'as-it-stands' }
  /** header or payload was edited and the token is to be signed again; it still holds the old signature */
  | { readonly kind: 'wanted' }
  /** this token was made here with these keys: its layers down to `depth`, and what was done to that one */
  | {
      readonly kind: 'made-here';
      readonly token: string;
      readonly keys: readonly KeyEntry[];
      readonly depth: number;
      readonly by: 'signed' | 'encrypted';
    };

/** The token text and what is known of how it came to be. One step of the history. */
export interface TokenDocument {
  readonly text: string;
  readonly pick: number;
  readonly arrival: Arrival | undefined;
  /** the arrival in the serialization that the token was converted to */
  readonly unedited: string | undefined;
  /** The paste differs from `text`, and it is said how. `textAround`: more than blanks stood around the token. */
  readonly chip: { readonly textAround: boolean } | undefined;
  /** by `draftKey` */
  readonly drafts: Readonly<Record<string, PaneDraft>>;
  /** still to be made, in this order; the token is as it was before them */
  readonly edits: readonly LayerEdit[];
  /** panes of layers (`draftKey`) that were made anew since the token came in */
  readonly touched: readonly string[];
  /** undefined until the first choice among the disclosures */
  readonly presentation: PresentationOrigin | undefined;
  readonly signature: SignatureOrigin;
  /** the content, where the token leaves it out */
  readonly detached: DetachedContent | undefined;
}

export interface Step {
  readonly document: TokenDocument;
  readonly pane: PaneName;
  /** the open one */
  readonly layer: number;
  /** the caret in that pane after the step */
  readonly caret: Caret;
}

export interface History {
  readonly past: readonly Step[];
  readonly present: Step;
  readonly future: readonly Step[];
  /** the pane that is being typed in and when the last character came; typing goes on in the same step */
  readonly typing: { readonly pane: PaneName; readonly layer: number; readonly at: number } | undefined;
}

/** What a check is asked. */
export interface CheckInputs {
  /** the picked token, cleaned; '' where there is none and only the keys are to be read */
  readonly token: string;
  /** the other tokens of the paste too, where one of them may belong to the picked one */
  readonly paste: { readonly text: string; readonly pick: number } | undefined;
  readonly keys: readonly KeyEntry[];
  /** undefined where the token has its content */
  readonly detached: DetachedContent | undefined;
  readonly limits: Limits;
}

/** What the meaning of a token is asked with: the check, and what has no say in its verdict. */
export interface MeaningInputs {
  readonly check: CheckInputs;
  readonly expectations: Expectations;
  /** seconds since the epoch; undefined: the clock */
  readonly asOf: number | undefined;
  /** as it came in, the token has verified with these keys */
  readonly verifiedBefore: boolean;
}

/** What the engine last said of this token, or of the one that it was made of here. */
export interface Known {
  readonly token: string;
  readonly keys: readonly KeyEntry[];
  readonly answer: Checked;
  /** layers that were opened with these keys */
  readonly depth: number;
}

export interface WorkbenchState {
  readonly history: History;
  /** of each layer, outermost first; those of layers without one are left out at the end */
  readonly keys: readonly KeyEntry[];
  /** the open layer */
  readonly layer: number;
  readonly limits: Limits;
  readonly mutedRules: ReadonlySet<string>;
  readonly expectations: Expectations;
  /** seconds since the epoch at which everything is judged; undefined: the clock */
  readonly asOf: number | undefined;
  readonly views: Readonly<Record<JsonPane, EditView>>;
  /** chosen by hand; undefined where the key decides */
  readonly signing: Signing | undefined;
  readonly caret: WorkbenchView['caret'];
  readonly checked:
    | { readonly inputs: CheckInputs; readonly answer: Checked | 'engine-missing'; readonly milliseconds: number }
    | undefined;
  readonly known: Known | undefined;
  /** what the token means, with what that was asked with; an engine that was missing said nothing */
  readonly meant: { readonly inputs: MeaningInputs; readonly answer: Meant | 'engine-missing' } | undefined;
  /** whether this key can sign for this `alg` */
  readonly signer: { readonly keys: readonly KeyEntry[]; readonly alg: string; readonly canSign: boolean } | undefined;
  /** the token as it came in has verified with this key */
  readonly arrivalVerified: { readonly arrival: Arrival; readonly keys: readonly KeyEntry[] } | undefined;
  /** the person stopped the work on these inputs */
  readonly stopped: CheckInputs | undefined;
  /** of the work under way */
  readonly progress: Progress | undefined;
  /** what is under way takes longer than a glance */
  readonly slow: boolean;
  readonly generating: boolean;
  readonly trouble: WorkbenchView['trouble'];
  /** everything as it was before Clear, for ten seconds */
  readonly cleared: WorkbenchState | undefined;
}

export const NO_KEY: KeyEntry = { text: '', encoding: 'auto', passphrase: '', ignoreKid: false, useTokenKey: false };

/** What the engine takes where nothing is said (`engine/verdict/context.ts`, which comes with the first key). */
const LIMITS: Limits = { maxInflatedBytes: 10_000_000, maxPbes2Rounds: 1_200_000 };

export const EMPTY_STATE: WorkbenchState = {
  history: {
    past: [],
    present: { document: NO_DOCUMENT, pane: 'token', layer: 0, caret: { start: 0, end: 0 } },
    future: [],
    typing: undefined,
  },
  keys: [],
  layer: 0,
  limits: LIMITS,
  mutedRules: new Set(),
  expectations: {},
  asOf: undefined,
  views: { header: 'laid-out', payload: 'laid-out' },
  signing: undefined,
  caret: undefined,
  checked: undefined,
  known: undefined,
  meant: undefined,
  signer: undefined,
  arrivalVerified: undefined,
  stopped: undefined,
  progress: undefined,
  slow: false,
  generating: false,
  trouble: undefined,
  cleared: undefined,
};

/** The current token document. */
export function documentOf(state: WorkbenchState): TokenDocument {
  return state.history.present.document;
}

export function draftKey(layer: number, pane: JsonPane): string {
  return `${layer}/${pane}`;
}

/** Drafts that count for a token go on counting for the one that takes its place. */
export function withTokenOfDrafts(
  drafts: TokenDocument['drafts'],
  before: string,
  after: string,
): TokenDocument['drafts'] {
  return Object.fromEntries(
    Object.entries(drafts).map(([key, draft]) => [key, draft.token === before ? { ...draft, token: after } : draft]),
  );
}

/**
 * How many layers there are for all that is known: those whose outer keys have not changed since the engine has opened
 * them. Their key boxes count; what stands in the box of a layer that is not there does not.
 */
export function knownDepth(state: WorkbenchState, token: string): number {
  const { known } = state;
  if (known?.token !== token) return 1;
  let depth = 1;
  while (depth < known.depth && isSameKey(keyOf(state, depth - 1), keyOf(known, depth - 1))) depth++;
  return depth;
}

/** The key box of a layer. */
export function keyOf({ keys }: Pick<WorkbenchState, 'keys'>, layer: number): KeyEntry {
  return keys[layer] ?? NO_KEY;
}

/** With another key in the box of a layer. */
export function withKey(keys: readonly KeyEntry[], layer: number, key: KeyEntry): readonly KeyEntry[] {
  const others = Array.from({ length: Math.max(keys.length, layer + 1) }, (_, depth) => keys[depth] ?? NO_KEY);
  const changed = others.with(layer, key);
  return changed.slice(0, 1 + changed.findLastIndex((each) => each !== NO_KEY));
}

/** As it came in, the token has verified with the keys of the moment. */
export function wasVerified(state: WorkbenchState): boolean {
  const { arrivalVerified, keys } = state;
  return (
    arrivalVerified !== undefined &&
    arrivalVerified.arrival === documentOf(state).arrival &&
    areSameKeys(arrivalVerified.keys, keys)
  );
}

/** A blank text is no key, unless the person says how to read it: then it is the empty secret. */
export function isKeyGiven(key: KeyEntry): boolean {
  return key.encoding !== 'auto' || key.text.trim() !== '';
}

export function isAnyKeyGiven(keys: readonly KeyEntry[]): boolean {
  return keys.some(isKeyGiven);
}

/** The same key, whatever the switches beside it. */
export function isSameKey(a: KeyEntry, b: KeyEntry): boolean {
  return a === b || (a.text === b.text && a.encoding === b.encoding && a.passphrase === b.passphrase);
}

/** The same key in each box. */
export function areSameKeys(a: readonly KeyEntry[], b: readonly KeyEntry[]): boolean {
  if (a === b) return true;
  const deepest = Math.max(a.length, b.length);
  return Array.from({ length: deepest }).every((_, depth) => isSameKey(a[depth] ?? NO_KEY, b[depth] ?? NO_KEY));
}

export function isSameCheck(a: CheckInputs, b: CheckInputs): boolean {
  return (
    a.token === b.token &&
    areSameKeys(a.keys, b.keys) &&
    isSwitchedOn(a, 'ignoreKid') === isSwitchedOn(b, 'ignoreKid') &&
    isSwitchedOn(a, 'useTokenKey') === isSwitchedOn(b, 'useTokenKey') &&
    a.paste?.text === b.paste?.text &&
    a.paste?.pick === b.paste?.pick &&
    a.detached === b.detached &&
    a.limits === b.limits
  );
}

export function isSameMeaning(a: MeaningInputs, b: MeaningInputs): boolean {
  return (
    a.expectations === b.expectations &&
    a.asOf === b.asOf &&
    a.verifiedBefore === b.verifiedBefore &&
    isSameCheck(a.check, b.check)
  );
}

/** The engine is asked one question about all layers, so a switch of one key box counts for them all. */
export function isSwitchedOn({ keys }: Pick<CheckInputs, 'keys'>, name: 'ignoreKid' | 'useTokenKey'): boolean {
  return keys.some((key) => key[name]);
}
