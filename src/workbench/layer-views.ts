/** The layers as the panes show them: the first is read from the text, the others come with the engine's answer. */
import { type Opened, openText } from '../engine/open.ts';
import { alignmentOf } from '../engine/text/alignment.ts';
import { readContent } from '../engine/token/content.ts';
import { hexOf } from '../engine/token/hex.ts';
import type { Content, JoseObject } from '../engine/token/shapes.ts';
import type { HeaderVerdict, Json, Layer, Problem, Verdict } from '../engine/types.ts';
import { recipientWithoutKey } from '../engine/verdict/any-form-without-key.ts';
import { signatureWithoutKey } from '../engine/verdict/without-key.ts';
import type { Checked } from '../worker/messages.ts';
import { type Held, heldBy } from './held.ts';
import { remember } from './remember.ts';
import type { MadeHere } from './signing.ts';
import { isKeyGiven, type JsonPane, type KeyEntry, keyOf } from './state.ts';
import type { LayerEntry, LayerView, ShownVerdict } from './types.ts';

export interface LayerSource {
  readonly opened: Opened;
  /** the whole token's verdict, as it is shown */
  readonly verdict: ShownVerdict;
  /** the answer on this token, or what goes on holding of the last one while `verdict` is busy */
  readonly answer: Checked | undefined;
  /** the engine was asked about the whole paste, so its offsets are those of the paste; otherwise those of the token */
  readonly inPaste: boolean;
  /** layers of the answer that count */
  readonly depth: number;
  readonly keys: readonly KeyEntry[];
  /** of this token, where it was made here with these keys */
  readonly madeHere: MadeHere | undefined;
}

/** A layer with what its panes hold. */
export interface OpenLayer {
  readonly view: LayerView;
  readonly held: Readonly<Record<JsonPane, Held>>;
  /** the engine has not said yet what is in it: it is shown as it was before the edit */
  readonly isStale: boolean;
}

/** Reads the text of each layer once, as long as it does not change. */
export function createLayerViews(): (source: LayerSource) => readonly OpenLayer[] {
  const readers: ((text: string) => Opened)[] = [];
  const contents: ((bytes: Uint8Array | undefined) => Content)[] = [];

  function read(depth: number, text: string): Opened {
    readers[depth] ??= remember(
      (known: string) => [known],
      (known) => openText(known),
    );
    return readers[depth](text);
  }

  function contentAt(depth: number, bytes: Uint8Array | undefined): Content {
    contents[depth] ??= remember((known: Uint8Array | undefined) => [known], readContent);
    return contents[depth](bytes);
  }

  return (source) => {
    if (source.opened.layer === undefined) return [];
    const layers: OpenLayer[] = [];
    for (let depth = 0; depth < Math.max(1, source.depth); depth++) {
      const around = layers.at(-1)?.view.content?.text;
      if (depth > 0 && around === undefined) break;
      const opened = depth === 0 ? source.opened : read(depth, around ?? '');
      if (opened.layer === undefined) break;
      const view = viewOf(depth, opened, source);
      const held = { header: headerHeld(opened), payload: payloadHeld(view, (bytes) => contentAt(depth, bytes)) };
      layers.push({ view, held, isStale: source.verdict.busy });
    }
    return layers;
  };
}

function viewOf(depth: number, opened: Opened, source: LayerSource): LayerView {
  const { answer, verdict, keys } = source;
  const known: Partial<Layer> = answer?.layers[depth] ?? {};
  const isFresh = !verdict.busy;
  return {
    depth,
    opened,
    verdict: layerVerdict(depth, opened, known.verdict, source),
    problems: problemsOf(depth, opened, isFresh ? known.problems : undefined, source.inPaste),
    content: known.payload ?? opened.layer?.payload,
    ...entriesOf(opened, known, verdict),
    disclosures: known.disclosures,
    processedPayload: known.processedPayload,
    keyBinding: isFresh ? known.keyBinding : undefined,
    canMake: answer?.canMake[depth] ?? false,
    hasKey: isKeyGiven(keyOf({ keys }, depth)),
  };
}

/** Where the engine has not spoken of this layer, what is shown of the whole token is said of its only layer. */
function layerVerdict(
  depth: number,
  opened: Opened,
  verdict: Verdict | undefined,
  { verdict: whole, madeHere }: LayerSource,
): ShownVerdict {
  if (whole.busy || verdict === undefined) return whole;
  const made = madeHere === undefined ? undefined : madeAs(depth, opened, madeHere);
  const isDone = (verdict.state === 'verified' || verdict.state === 'decrypted') && verdict.trust === 'your-key';
  const said = { sentence: verdict.message, busy: false, verdict };
  if (made !== undefined && isDone)
    return { ...said, state: 'signed', code: made === 'signed' ? 'signed-here' : 'encrypted-here' };
  return { ...said, state: verdict.state, code: verdict.code };
}

/** What was done here to a layer: to the one that was edited, and to those around it. */
function madeAs(
  depth: number,
  { object }: Opened,
  { depth: deepest, by }: MadeHere,
): 'signed' | 'encrypted' | undefined {
  if (depth > deepest) return undefined;
  if (object?.type === 'jwe') return 'encrypted';
  return depth < deepest || by === 'signed' ? 'signed' : undefined;
}

function problemsOf(
  depth: number,
  opened: Opened,
  known: readonly Problem[] | undefined,
  inPaste: boolean,
): readonly Problem[] {
  const { picked, text } = opened;
  if (known === undefined || picked === undefined) return opened.layer?.problems ?? [];
  if (depth > 0 || inPaste || text === picked.text) return known;
  const { toPasted } = alignmentOf(text, picked);
  return known.map((problem) =>
    problem.span === undefined ? problem : { ...problem, span: toPasted(problem.span[0], problem.span[1]) },
  );
}

type Entries = Pick<LayerView, 'signatures' | 'recipients'>;

/** The engine's where it has spoken, otherwise what the letters say; while it is at work, without a verdict. */
function entriesOf({ object }: Opened, known: Partial<Layer>, whole: ShownVerdict): Entries {
  if (object === undefined || object.serialization === 'compact')
    return { signatures: undefined, recipients: undefined };
  const read = object.type === 'jws' ? known.signatures : known.recipients;
  const entries = whole.busy || read === undefined ? entriesByLetter(object, whole) : read;
  return object.type === 'jws'
    ? { signatures: entries, recipients: undefined }
    : { signatures: undefined, recipients: entries };
}

function entriesByLetter(object: JoseObject, whole: ShownVerdict): readonly LayerEntry[] {
  const isDecided = !whole.busy && whole.verdict !== undefined;
  const entries: readonly HeaderVerdict[] =
    object.type === 'jws'
      ? object.signatures.map((one) => named(one.header, signatureWithoutKey(one, object, false)))
      : object.recipients.map((one) => named(one.header, recipientWithoutKey(one)));
  return isDecided ? entries : entries.map(({ header }) => ({ header, verdict: undefined }));
}

function named(header: Json | undefined, verdict: Verdict): HeaderVerdict {
  return { header: header ?? {}, verdict };
}

function headerHeld(opened: Opened): Held {
  const plain = heldBy(opened, 'header');
  if (opened.token !== undefined) return plain;
  const part = opened.object?.parts.find(({ name }) => name === 'header');
  return { ...plain, anchor: part?.text ?? plain.anchor };
}

function payloadHeld({ opened, content }: LayerView, read: (bytes: Uint8Array | undefined) => Content): Held {
  const { token, object } = opened;
  if (token !== undefined) return heldBy(opened, 'payload');
  if (object?.type === 'jws') {
    const { bytes, content: payload, text } = object.payload;
    return { content: payload, bytes, anchor: text ?? '' };
  }
  const bytes = content?.bytes;
  return { content: read(bytes), bytes, anchor: anchorOfContent(content) };
}

/** A decrypted content stands nowhere in characters: what it says stands for it. */
export function anchorOfContent(content: Layer['payload']): string {
  return content === undefined ? '' : (content.text ?? hexOf(content.bytes));
}
