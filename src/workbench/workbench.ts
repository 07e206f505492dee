/** The page's one store: inputs and actions; what follows from them is derived, and asked of the engine. */

import type { Expectations } from '../engine/types.ts';
import {
  exampleMissingMessage,
  keyChangedMessage,
  notExportedMessage,
  notGeneratedMessage,
  sealingStoppedMessage,
} from '../words/trouble.ts';
import type { EngineClient } from '../worker/engine-client.ts';
import type { ExportAnswer, GenerateAnswer } from '../worker/messages.ts';
import { documentFromPaste, documentFromText } from './arrival.ts';
import * as changes from './changes.ts';
import { convertTo } from './conversion.ts';
import { createDerive } from './derive.ts';
import type { Example } from './examples/example.ts';
import { looksLikeKey } from './key-text.ts';
import * as layerEdits from './layer-edits.ts';
import { createMeaningRun } from './meaning-run.ts';
import { showDisclosure } from './presentation.ts';
import { createRuns, keyInput } from './runs.ts';
import { dropEdits } from './sealing.ts';
import { secretSearchInput } from './secret-search-input.ts';
import { checkInputs } from './shown-verdict.ts';
import { wantsSignature } from './signing.ts';
import { documentOf, EMPTY_STATE, type KeyEntry, keyOf, NO_KEY, type WorkbenchState, withKey } from './state.ts';
import type { Arrival, WorkbenchActions, WorkbenchView } from './types.ts';

/** Clear can be taken back for so long; then every copy is dropped. */
const UNDO_CLEAR_MS = 10_000;

export interface WorkbenchSources {
  readonly client: EngineClient;
  loadExample(id: string): Promise<Example | undefined>;
  /** milliseconds since any fixed moment */
  now(): number;
}

export interface Workbench {
  view(): WorkbenchView;
  /** Answers the function that ends it. */
  subscribe(listener: () => void): () => void;
  readonly actions: WorkbenchActions;
}

/** The view of a page with nothing in it, for rendering without a workbench's state; always the same object. */
export const EMPTY_VIEW: WorkbenchView = createDerive(() => 0).view(EMPTY_STATE);

export function createWorkbench(sources: Pick<WorkbenchSources, 'client'> & Partial<WorkbenchSources>): Workbench {
  const { client, loadExample = loadOwnExample, now = () => performance.now() } = sources;
  let state = EMPTY_STATE;
  let derive = createDerive(now);
  const listeners = new Set<() => void>();
  const runs = createRuns({
    client,
    now,
    state: () => state,
    derive: () => derive,
    set,
    put,
  });
  const meaningRun = createMeaningRun({ client, state: () => state, derive: () => derive, set });
  let clearTimer: ReturnType<typeof setTimeout> | undefined;
  /** a key that is being made, or an example that is being loaded: what the person does next overtakes it */
  let pending = new AbortController();

  function put(next: WorkbenchState): void {
    state = next;
  }

  function set(next: WorkbenchState): void {
    if (next === state) return;
    state = withOpenLayer(next);
    runs.follow();
    meaningRun.follow();
    for (const listener of listeners) listener();
  }

  /** The open layer is one that is there. */
  function withOpenLayer(next: WorkbenchState): WorkbenchState {
    const deepest = Math.max(0, derive.layers(next).length - 1);
    return next.layer > deepest ? { ...next, layer: deepest } : next;
  }

  /** The open layer; undefined where the token's own text is what its panes edit. */
  function placeInWork() {
    const open = layerEdits.layerInWork(state, derive);
    return open && { state, derive, open };
  }

  function setMember(name: string, value: string): void {
    const place = placeInWork();
    if (place === undefined) set(changes.setHeaderMember(state, derive, name, value));
    else set(layerEdits.setMemberInLayer(place, name, value));
  }

  function editPane(edit: changes.PaneEdit): void {
    const place = placeInWork();
    if (place === undefined) set(changes.typeInPane(state, derive, edit));
    else set(layerEdits.typeInLayer(place, edit));
  }

  function startPending(): AbortSignal {
    pending.abort();
    pending = new AbortController();
    return pending.signal;
  }

  /** Another key never changes the token: a signature that was still to be made is not made with it. */
  function setKeyEntry(change: Partial<KeyEntry>): void {
    pending.abort();
    const kept = withoutMaking(keyChangedMessage());
    const { keys, layer } = state;
    const changed = withKey(keys, layer, { ...keyOf(state, layer), ...change });
    set({ ...kept, keys: changed, generating: false, trouble: undefined, cleared: undefined });
  }

  /** What was still to be signed or made is not. */
  function withoutMaking(message: string): WorkbenchState {
    const kept = documentOf(state).signature.kind === 'wanted' ? withoutSigning(state) : state;
    return dropEdits(kept, message);
  }

  function stop(): void {
    pending.abort();
    const inputs = checkInputs(state, derive.opened(state));
    set({ ...withoutMaking(sealingStoppedMessage()), stopped: inputs, generating: false });
  }

  /** A refused edit of the open layer is tried again, whatever came of the last check. */
  function verifyAgain(): void {
    const place = placeInWork();
    const tried = place && layerEdits.tryAgain(place);
    set({ ...(tried ?? state), checked: undefined, meant: undefined, stopped: undefined });
  }

  function paste(text: string, from: Arrival['from']): boolean {
    const document = documentFromPaste(text, from, documentOf(state).text.trim() === '');
    if (document === undefined) return false;
    set(changes.take({ ...state, layer: 0 }, document));
    return true;
  }

  /** Nothing is left but what `cleared` holds: neither what was derived nor what was to come. */
  function empty(cleared: WorkbenchState | undefined): void {
    pending.abort();
    clearTimeout(clearTimer);
    derive = createDerive(now);
    set({ ...EMPTY_STATE, mutedRules: state.mutedRules, caret: undefined, cleared });
  }

  function undoClear(): void {
    if (state.cleared === undefined) return;
    clearTimeout(clearTimer);
    set(state.cleared);
  }

  async function openExample(id: string): Promise<void> {
    const signal = startPending();
    set({ ...state, generating: false, trouble: undefined });
    const example = await loadExample(id).catch(() => undefined);
    if (signal.aborted) return;
    if (example === undefined) {
      set({ ...state, trouble: { act: 'example', message: exampleMissingMessage() } });
      return;
    }
    const keys = example.key === '' ? [] : [{ ...NO_KEY, text: example.key }];
    const { token, detached } = example;
    const content = detached === undefined ? undefined : ({ kind: 'text', text: detached } as const);
    const document = { ...documentFromText(token, 'example'), detached: content };
    set({ ...changes.take({ ...state, layer: 0 }, document), keys });
  }

  const generateKey: WorkbenchActions['generateKey'] = async (alg, options = {}) => {
    const signal = startPending();
    set({ ...state, generating: true, trouble: undefined });
    const notLoaded: GenerateAnswer = { generated: false, code: 'not-loaded' };
    const answer = await client.generate({ alg, ...options }, signal).catch(() => notLoaded);
    if (signal.aborted) return;
    if (!answer.generated) {
      const message = notGeneratedMessage(answer.code, alg);
      set({ ...state, generating: false, trouble: { act: 'generate', message } });
      return;
    }
    const key: KeyEntry = { ...NO_KEY, text: answer.keyText };
    const place = placeInWork();
    const made = place && layerEdits.withGeneratedKey(place, { key, kid: answer.kid, alg });
    const withIt = { ...withoutMaking(keyChangedMessage()), keys: withKey(state.keys, state.layer, key) };
    const generated = { ...(made ?? withIt), generating: false, cleared: undefined };
    const isNamed = place === undefined && namesOwnKey(generated, alg);
    set(isNamed ? changes.setHeaderMember(generated, derive, 'kid', answer.kid) : generated);
  };

  /** The new key's `kid` goes into the header where the edit will be signed with that key. */
  function namesOwnKey(generated: WorkbenchState, alg: string): boolean {
    const opened = derive.opened(generated);
    return opened.token?.alg === alg && wantsSignature(generated, opened);
  }

  const actions: WorkbenchActions = {
    editToken: (text, caret, at = now()) => set(changes.typeToken(state, derive, { text, caret, at })),
    editLayer(text, caret) {
      const place = state.layer === 0 ? undefined : placeInWork();
      if (place === undefined) set(changes.typeToken(state, derive, { text, caret, at: now() }));
      else set(layerEdits.withLayerText(place, text));
    },
    pasteToken: (text, from = 'paste') => paste(text, from),
    pasteOutside(text, from = 'paste') {
      if (looksLikeKey(text)) {
        setKeyEntry({ text, encoding: 'auto', passphrase: '' });
        return 'key';
      }
      if (!paste(text, from)) set(changes.take({ ...state, layer: 0 }, documentFromText(text, from)));
      return 'token';
    },
    editPane: (pane, text, caret) => editPane({ pane, text, caret, at: now() }),
    setClaims(claims) {
      const edit = changes.withClaims(derive.view(state), claims);
      if (edit !== undefined) editPane(edit);
    },
    setView: (pane, view) => set({ ...state, views: { ...state.views, [pane]: view } }),
    showAsPasted() {
      const { arrival } = documentOf(state);
      if (arrival !== undefined) set(changes.take(state, { ...documentOf(state), text: arrival.raw, chip: undefined }));
    },
    setKey: (text) => setKeyEntry({ text }),
    setKeyEncoding: (encoding) => setKeyEntry({ encoding }),
    setPassphrase: (passphrase) => setKeyEntry({ passphrase }),
    setIgnoreKid: (ignoreKid) => setKeyEntry({ ignoreKid }),
    setUseTokenKey: (useTokenKey) => setKeyEntry({ useTokenKey }),
    exportKey: exportKeyNow,
    readCertificates: (header, signal) => client.certificates({ header }, signal),
    searchSecret: (list, signal, onProgress) =>
      client.searchSecrets(secretSearchInput(state, derive, list), signal, onProgress),
    setSigning(signing) {
      const place = placeInWork();
      if (place === undefined) set(changes.chooseSigning(state, derive, signing));
      else set(layerEdits.chooseSigningInLayer(place, signing));
    },
    setAlg: (alg) => setMember('alg', alg),
    setEnc: (enc) => setMember('enc', enc),
    openLayer: (layer) => set({ ...state, layer, caret: undefined }),
    setDetached: (detached) => set(changes.amendDocument(state, { detached })),
    setMaxInflatedBytes: (maxInflatedBytes) => set({ ...state, limits: { ...state.limits, maxInflatedBytes } }),
    allowRounds: (maxPbes2Rounds) => set({ ...state, limits: { ...state.limits, maxPbes2Rounds } }),
    stop,
    muteRule(rule, on) {
      const others = [...state.mutedRules].filter((one) => one !== rule);
      set({ ...state, mutedRules: new Set(on ? [...others, rule] : others) });
    },
    setAsOf: (asOf) => set({ ...state, asOf }),
    setExpectations: (part) => set({ ...state, expectations: expectationsWith(state.expectations, part) }),
    showDisclosure: (index, on) => set(showDisclosure(state, derive, index, on)),
    convertTo(serialization) {
      const answer = convertTo(state, derive, serialization);
      if (!answer.converted) return answer;
      set(answer.state);
      return { converted: true };
    },
    rewriteDerSignature() {
      const place = placeInWork();
      set(place === undefined ? changes.rewriteDer(state, derive) : layerEdits.rewriteDerInLayer(place));
    },
    pick: (index) => set(changes.pickToken(state, index)),
    openExample: (id) => void openExample(id),
    generateKey,
    undo: () => (state.history.past.length === 0 ? undoClear() : set(changes.undo(state, derive))),
    redo: () => set(changes.redo(state, derive)),
    undoEdit: () => set(changes.returnToArrival(state)),
    clear() {
      empty({ ...state, cleared: undefined, generating: false });
      clearTimer = setTimeout(() => {
        set({ ...state, cleared: undefined });
        client.forget();
      }, UNDO_CLEAR_MS);
    },
    undoClear,
    wipe() {
      empty(undefined);
      client.forget();
    },
    verifyAgain,
  };

  function exportKeyNow(...asked: Parameters<WorkbenchActions['exportKey']>): Promise<ExportAnswer> {
    const [as, member = 0] = asked;
    return client
      .exportKey({ key: keyInput(keyOf(state, state.layer)), as, member }, new AbortController().signal)
      .catch(() => ({ cannot: notExportedMessage() }));
  }

  return {
    view: () => derive.view(state),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    actions,
  };
}

function expectationsWith(
  before: Expectations,
  part: Parameters<WorkbenchActions['setExpectations']>[0],
): Expectations {
  return Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined));
}

function withoutSigning(state: WorkbenchState): WorkbenchState {
  return changes.amendDocument(state, { signature: { kind: 'as-it-stands' } });
}

async function loadOwnExample(id: string): Promise<Example | undefined> {
  const { EXAMPLES } = await import('./examples/examples.ts');
  return EXAMPLES.find((example) => example.id === id);
}
