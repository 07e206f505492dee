/** The layers around the one that is to change, opened as far as the keys allow. */
import { type Opened, openText } from '../open.ts';
import { contentOf } from '../opened.ts';
import { readContent } from '../token/content.ts';
import type { JoseObject } from '../token/shapes.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { FoundToken, InspectInput } from '../types.ts';
import type { LayerContext, LayerOptions } from '../verdict/context.ts';
import { examineJwe } from '../verdict/examine-jwe.ts';
import { examineJws } from '../verdict/examine-jws.ts';
import { innerOf } from '../verdict/layers.ts';
import type { Offer, Offers } from '../verdict/offers.ts';
import type { Trial } from '../verdict/reports.ts';
import { isDetached } from '../verdict/without-key.ts';
import { isDone } from './keys-at-hand.ts';
import { type Refusal, refusal } from './outcome.ts';

/** One layer as it stands. */
export interface Step {
  /** 0 the outermost */
  readonly layer: number;
  /** its own text, read */
  readonly opened: Opened;
  readonly object: JoseObject;
  readonly picked: FoundToken;
  /** payload of a JWS, plaintext of a JWE; undefined where it is not known */
  readonly content: Uint8Array | undefined;
  /** where the content is not known: why not */
  readonly why: string;
  /** content that is kept outside of the token */
  readonly detached: Uint8Array | undefined;
  readonly trials: readonly Trial[];
}

export interface StepsInput extends Omit<InspectInput, 'useTokenKey' | 'expectations' | 'now'> {
  readonly layer: number;
  /** neither the content of the layer nor the key that made it need be known */
  readonly isKnown: boolean;
}

/** From the outermost to the layer that is asked for; with `at`, the layer at which it ended before. */
export async function openLayers(
  input: StepsInput,
  offers: Offers,
  options: LayerOptions,
): Promise<readonly Step[] | (Refusal & { readonly at: number })> {
  const steps: Step[] = [];
  let opened: Opened | undefined = openText(input.text, input.pick ?? 0);
  for (let layer = 0; layer <= input.layer; layer++) {
    const { object, picked }: Partial<Opened> = opened ?? {};
    if (opened === undefined || object === undefined || picked === undefined) {
      const code = layer === 0 ? 'not-a-token' : 'no-such-layer';
      return { ...refusal(code), at: layer };
    }
    const found = { layer, opened, object, picked };
    const spoken = new Set(steps.flatMap(spokenIn));
    const context: LayerContext = { input, offers, offersOfTokenKey: async () => offers, options, spoken, layer };
    const isNeeded = layer < input.layer || !input.isKnown;
    const step: Step = { ...found, ...(isNeeded ? await examined(object, context) : unexamined(object, context)) };
    steps.push(step);
    if (layer === input.layer) break;
    if (step.content === undefined) return { ...refusal('layer-locked', { why: step.why }), at: layer };
    opened = innerOf({ payload: contentOf(step.content, readContent(step.content)) });
  }
  return steps.length === 0 ? { ...refusal('no-such-layer'), at: input.layer } : steps;
}

type Examined = Pick<Step, 'content' | 'why' | 'detached' | 'trials'>;

async function examined(object: JoseObject, context: LayerContext): Promise<Examined> {
  if (object.type === 'jws')
    return { ...unexamined(object, context), trials: (await examineJws(object, context)).trials };
  const { plaintext, verdict, trials } = await examineJwe(object, context);
  return { content: plaintext, why: verdict.message, detached: undefined, trials };
}

function unexamined(object: JoseObject, { input, layer }: LayerContext): Examined {
  if (object.type === 'jwe') return { content: undefined, why: '', detached: undefined, trials: [] };
  const given = layer === 0 && isDetached(object) ? input.detachedPayload : undefined;
  const detached = typeof given === 'string' ? encodeUtf8(given) : given;
  return { content: detached ?? object.payload.bytes, why: '', detached, trials: [] };
}

/** The keys that opened or verified a layer. */
export function spokenIn({ trials }: Step): readonly Offer[] {
  return trials.flatMap(({ attempts }) => attempts.filter(isDone).map(({ offer }) => offer));
}
