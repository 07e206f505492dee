/** The layers of a token, from the outside in: each is judged, opened, and what it holds is the next. */

import { say } from '../messages/verdict.ts';
import { type Opened, openText } from '../open.ts';
import { contentOf, layerPayload } from '../opened.ts';
import { readContent } from '../token/content.ts';
import { mayBeNested } from '../token/nested.ts';
import { inOrder } from '../token/problem-order.ts';
import type { JoseObject, JweObject, JwsObject } from '../token/shapes.ts';
import { layersTogether } from '../token/together.ts';
import type { HeaderVerdict, JsonObject, Layer, Verdict } from '../types.ts';
import { type LayerContext, MAX_LAYERS } from './context.ts';
import { examineJws } from './examine-jws.ts';
import type { Offer } from './offers.ts';
import type { Trial } from './reports.ts';

export interface ExaminedLayers {
  readonly layers: readonly Layer[];
  /** each layer's own text, read; as many as `layers` */
  readonly opened: readonly Opened[];
  readonly verdict: Verdict;
  readonly trials: readonly Trial[];
}

type SharedContext = Omit<LayerContext, 'spoken' | 'layer'>;

/** `opened` has an object. Inner layers are opened as far as the keys at hand allow. */
export async function examineLayers(opened: Opened, shared: SharedContext): Promise<ExaminedLayers> {
  const layers: Layer[] = [];
  const texts: Opened[] = [];
  const trials: Trial[] = [];
  const spoken = new Set<Offer>();
  let next: Opened | undefined = opened;
  while (next?.object !== undefined && next.layer !== undefined) {
    if (layers.length === MAX_LAYERS) return { layers, opened: texts, verdict: tooDeep(), trials };
    const current: Opened = next;
    const examined = await examineObject(next.object, next.layer, { ...shared, spoken, layer: layers.length });
    layers.push(examined.layer);
    texts.push(current);
    trials.push(...examined.trials);
    for (const offer of examined.spoken) spoken.add(offer);
    next = innerOf(examined.layer);
  }
  const verdict = layersTogether(layers.map((layer) => layer.verdict)) ?? opened.verdict ?? tooDeep();
  return { layers, opened: texts, verdict, trials };
}

/** The token that is the whole content of a layer; undefined where it is anything else. */
export function innerOf({ payload }: Pick<Layer, 'payload'>): Opened | undefined {
  if (payload?.text === undefined) return undefined;
  const { text, json } = payload;
  if (!mayBeNested(json === undefined ? { kind: 'text', text } : { kind: 'json', value: json })) return undefined;
  const inner = openText(text);
  const [only] = inner.found;
  if (only === undefined || inner.found.length > 1 || !only.complete) return undefined;
  const around = text.slice(0, only.start) + text.slice(only.end);
  // a JSON text that is a string is a token in quotation marks
  return /^\s*(?:""|)\s*$/.test(around) ? inner : undefined;
}

function tooDeep(): Verdict {
  const values = { limit: MAX_LAYERS };
  const code = 'too-many-layers';
  return { state: 'unsupported', code, message: say(code, values), values };
}

interface ExaminedLayer {
  readonly layer: Layer;
  readonly trials: readonly Trial[];
  readonly spoken: readonly Offer[];
}

type Base = NonNullable<Opened['layer']>;

function examineObject(object: JoseObject, base: Base, context: LayerContext): Promise<ExaminedLayer> {
  return object.type === 'jwe' ? examineEncrypted(object, base, context) : examineSigned(object, base, context);
}

async function examineEncrypted(object: JweObject, base: Base, context: LayerContext): Promise<ExaminedLayer> {
  const work = await import('./examine-jwe.ts').catch(() => undefined);
  if (work === undefined) {
    const values = { alg: object.recipients[0]?.alg ?? '', encrypted: true };
    const verdict: Verdict = { state: 'unsupported', code: 'not-loaded', message: say('not-loaded', values), values };
    return { layer: { ...base, verdict }, trials: [], spoken: [] };
  }
  const { plaintext, recipients, verdict, trials, spoken, problems } = await work.examineJwe(object, context);
  const layer: Layer = {
    ...base,
    payload: plaintext && plaintextOf(plaintext),
    problems: inOrder([...base.problems, ...problems]),
    ...(object.serialization === 'compact' ? {} : { recipients: recipients.map(named) }),
    verdict,
  };
  return { layer, trials, spoken };
}

/** An empty plaintext is a content as any other, and as text it is empty. */
function plaintextOf(bytes: Uint8Array): NonNullable<Layer['payload']> {
  return bytes.length === 0 ? { bytes, text: '' } : contentOf(bytes, readContent(bytes));
}

async function examineSigned(object: JwsObject, base: Base, context: LayerContext): Promise<ExaminedLayer> {
  const { content, signatures, verdict, trials, spoken, problems } = await examineJws(object, context);
  const layer: Layer = {
    ...base,
    payload: content === undefined ? layerPayload(object.payload) : contentOf(content, readContent(content)),
    problems: inOrder([...base.problems, ...problems]),
    ...(object.serialization === 'compact' ? {} : { signatures: signatures.map(named) }),
    verdict,
  };
  return { layer: object.isSdJwt ? await withDisclosures(object, layer, context) : layer, trials, spoken };
}

function named({
  header,
  verdict,
}: {
  readonly header: JsonObject | undefined;
  readonly verdict: Verdict;
}): HeaderVerdict {
  return { header: header ?? {}, verdict };
}

async function withDisclosures(object: JwsObject, layer: Layer, context: LayerContext): Promise<Layer> {
  const work = await import('./examine-sd-jwt.ts').catch(() => undefined);
  if (work !== undefined) return work.examineSdJwt(object, layer, context.options);
  const values = { alg: 'SD-JWT', encrypted: false };
  return {
    ...layer,
    verdict: { state: 'unsupported', code: 'not-loaded', message: say('not-loaded', values), values },
  };
}
