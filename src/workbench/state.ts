/** What the workbench stores: inputs, and answers together with the inputs that they belong to. Nothing derived. */
import type { KeyEncoding } from '../engine/types.ts';
import type { Checked } from '../worker/messages.ts';
import type { Arrival, Caret, Draft, EditView, PaneName, Signing, WorkbenchView } from './types.ts';

export type JsonPane = 'header' | 'payload';

/** The key box and its switches. */
export interface KeyEntry {
  readonly text: string;
  readonly encoding: KeyEncoding;
  readonly passphrase: string;
  readonly ignoreKid: boolean;
  readonly useTokenKey: boolean;
}

/** What the person typed in the header or payload pane. It counts while the token holds `segment` there. */
export interface PaneDraft {
  readonly text: string;
  readonly view: EditView;
  readonly as: 'json' | 'text' | 'hex';
  /** the pane's segment of the token, after the draft was applied or refused */
  readonly segment: string;
  /** the pane held JSON when the person began to type in it */
  readonly heldJson: boolean;
  readonly error: Draft['error'];
}

/** Where the signature of the token text comes from. */
export type SignatureOrigin =
  | { readonly kind: 'as-it-stands' }
  /** header or payload was edited and the token is to be signed again; it still holds the old signature */
  | { readonly kind: 'wanted' }
  /** this token was signed here with this key */
  | { readonly kind: 'made-here'; readonly token: string; readonly key: KeyEntry };

/** The token text and what is known of how it came to be. One step of the history. */
export interface TokenDocument {
  readonly text: string;
  readonly pick: number;
  readonly arrival: Arrival | undefined;
  /** The paste differs from `text`, and it is said how. `textAround`: more than blanks stood around the token. */
  readonly chip: { readonly textAround: boolean } | undefined;
  readonly drafts: { readonly header?: PaneDraft; readonly payload?: PaneDraft };
  readonly signature: SignatureOrigin;
}

export interface Step {
  readonly document: TokenDocument;
  readonly pane: PaneName;
  /** the caret in that pane after the step */
  readonly caret: Caret;
}

export interface History {
  readonly past: readonly Step[];
  readonly present: Step;
  readonly future: readonly Step[];
  /** the pane that is being typed in and when the last character came; typing goes on in the same step */
  readonly typing: { readonly pane: PaneName; readonly at: number } | undefined;
}

/** What a check is asked. */
export interface CheckInputs {
  /** the picked token, cleaned; '' where there is none and only the key is to be read */
  readonly token: string;
  readonly key: KeyEntry;
}

export interface WorkbenchState {
  readonly history: History;
  readonly key: KeyEntry;
  readonly views: Readonly<Record<JsonPane, EditView>>;
  /** chosen by hand; undefined where the key decides */
  readonly signing: Signing | undefined;
  readonly caret: WorkbenchView['caret'];
  readonly checked:
    | { readonly inputs: CheckInputs; readonly answer: Checked | 'engine-missing'; readonly milliseconds: number }
    | undefined;
  /** whether this key can sign for this `alg` */
  readonly signer: { readonly key: KeyEntry; readonly alg: string; readonly canSign: boolean } | undefined;
  /** the token as it came in has verified with this key */
  readonly arrivalVerified: { readonly arrival: Arrival; readonly key: KeyEntry } | undefined;
  /** what is under way takes longer than a glance */
  readonly slow: boolean;
  readonly generating: boolean;
  readonly trouble: WorkbenchView['trouble'];
  /** everything as it was before Clear, for ten seconds */
  readonly cleared: WorkbenchState | undefined;
}

export const NO_KEY: KeyEntry = { text: '', encoding: 'auto', passphrase: '', ignoreKid: false, useTokenKey: false };

const NO_DOCUMENT: TokenDocument = {
  text: '',
  pick: 0,
  arrival: undefined,
  chip: undefined,
  drafts: {},
  signature: { kind: 'as-it-stands' },
};

export const EMPTY_STATE: WorkbenchState = {
  history: {
    past: [],
    present: { document: NO_DOCUMENT, pane: 'token', caret: { start: 0, end: 0 } },
    future: [],
    typing: undefined,
  },
  key: NO_KEY,
  views: { header: 'laid-out', payload: 'laid-out' },
  signing: undefined,
  caret: undefined,
  checked: undefined,
  signer: undefined,
  arrivalVerified: undefined,
  slow: false,
  generating: false,
  trouble: undefined,
  cleared: undefined,
};

/** The current token document. */
export function documentOf(state: WorkbenchState): TokenDocument {
  return state.history.present.document;
}

/** A blank text is no key, unless the person says how to read it: then it is the empty secret. */
export function isKeyGiven(key: KeyEntry): boolean {
  return key.encoding !== 'auto' || key.text.trim() !== '';
}

/** The same key, whatever the switches beside it. */
export function isSameKey(a: KeyEntry, b: KeyEntry): boolean {
  return a === b || (a.text === b.text && a.encoding === b.encoding && a.passphrase === b.passphrase);
}

export function isSameCheck(a: CheckInputs, b: CheckInputs): boolean {
  const sameSwitches = a.key.ignoreKid === b.key.ignoreKid && a.key.useTokenKey === b.key.useTokenKey;
  return sameSwitches && isSameKey(a.key, b.key) && a.token === b.token;
}
