import { readKey } from '../keys/read.ts';
import { type SealRefusal, saySeal } from '../messages/seal.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { withSegment } from '../token/edit.ts';
import type { JweObject } from '../token/shapes.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { DoneBy, InspectInput } from '../types.ts';
import { type Offers, offersOf } from '../verdict/offers.ts';
import type { KeysAtHand } from './keys-at-hand.ts';
import { makeJwe } from './make-jwe.ts';
import { makeJws } from './make-jws.ts';
import { withMemberAt } from './member-text.ts';
import { openLayers, type Step, spokenIn } from './open-layers.ts';
import { encryptingWith, type SealOptions } from './options.ts';
import { type Made, type Refusal, refusal, together } from './outcome.ts';

export interface ResealInput
  extends Pick<
    InspectInput,
    'text' | 'pick' | 'keys' | 'ignoreKid' | 'detachedPayload' | 'maxInflatedBytes' | 'maxPbes2Rounds'
  > {
  /** which layer changes, 0 the outermost */
  readonly layer: number;
  /** its protected header (in a general JWS that of the first signature); as it stands when left out */
  readonly header?: Uint8Array;
  /** payload of a JWS, plaintext of a JWE before compression; as it stands when left out */
  readonly content?: Uint8Array;
  /** false: the signatures of a JWS stay, and where only the header of a JWE changes its encrypted parts do */
  readonly resign: boolean;
}

export type ResealAnswer =
  /** `text` is the whole input text, with the picked token made anew; `by` is left out where no key was used */
  | { readonly sealed: true; readonly text: string; readonly by?: DoneBy }
  /** `layer`: the one that could not be made */
  | { readonly sealed: false; readonly code: SealRefusal; readonly message: string; readonly layer: number };

/**
 * Changes header or content of one layer, and makes the layers around it anew (RFC 7515 section 5.1, RFC 7516 section
 * 5.1): a JWS is signed by every key at hand that fits one of its signatures, the others stay; a JWE is encrypted for all
 * of its recipients or not at all. The key that opened or verified a part makes it, if it can. What the algorithm writes
 * into a JWE's header (`epk`, `p2s`, `iv`, `tag` …) takes the place of what was there; no other character of a header
 * changes. Never throws; rejects only with `options.signal`'s reason.
 */
export async function reseal(input: ResealInput, options: SealOptions = {}): Promise<ResealAnswer> {
  options.signal?.throwIfAborted();
  const inputs = input.keys ?? [];
  const offers = offersOf(inputs, await Promise.all(inputs.map((each) => readKey(each))));
  const steps = await openLayers({ ...input, isKnown: isKnown(input, offers) }, offers, options);
  if ('made' in steps) return refused(steps, steps.at, input.layer > 0);
  const { header, content, resign } = input;
  let change: Change = { header, content, resign };
  let text = input.text;
  let by: DoneBy | undefined;
  for (const step of steps.toReversed()) {
    options.signal?.throwIfAborted();
    const made = await makeLayer(step, change, keysFor(step, steps, offers, input), { input, options });
    if (!made.made) return refused(made, step.layer, input.layer > 0);
    by = step.layer === input.layer ? made.by : together(by, made.by);
    const { start, end } = step.picked;
    text = step.opened.text.slice(0, start) + made.text + step.opened.text.slice(end);
    change = { header: undefined, content: encodeUtf8(text), resign: true };
  }
  options.signal?.throwIfAborted();
  return { sealed: true, text, ...(by === undefined ? {} : { by }) };
}

function refused({ code, values }: Refusal, layer: number, nested: boolean): ResealAnswer {
  return { sealed: false, code, message: saySeal(code, { ...values, layer: layer + 1, nested }), layer };
}

interface Change {
  readonly header: Uint8Array | undefined;
  readonly content: Uint8Array | undefined;
  readonly resign: boolean;
}

/** Whether the layer can be made without knowing what it holds, and which of the keys made it. */
function isKnown({ content, resign }: ResealInput, { all }: Offers): boolean {
  if (content === undefined) return !resign;
  return all.length < 2;
}

function keysFor(step: Step, steps: readonly Step[], offers: Offers, { ignoreKid = false }: ResealInput): KeysAtHand {
  const elsewhere = new Set(steps.filter((other) => other !== step).flatMap(spokenIn));
  return { offers, ignoreKid, layer: step.layer, trials: step.trials, elsewhere };
}

interface Setting {
  readonly input: ResealInput;
  readonly options: SealOptions;
}

async function makeLayer(step: Step, change: Change, keys: KeysAtHand, setting: Setting): Promise<Made> {
  const { object, picked, detached } = step;
  const { header } = change;
  const { text } = picked;
  if (object.type === 'jws') return makeJws({ object, text, ...change, detached, keys }, setting.options);
  if (change.content === undefined && !change.resign) return { made: true, text: withHeader(object, text, header) };
  const content = change.content ?? step.content;
  if (content === undefined) return refusal('layer-locked', { why: step.why });
  return makeJwe(
    { object, text, header, content, keys },
    encryptingWith(setting.options, setting.input.maxPbes2Rounds),
  );
}

/** The encrypted parts stay, and no longer fit. */
function withHeader({ serialization }: JweObject, text: string, header: Uint8Array | undefined): string {
  if (header === undefined) return text;
  const encoded = encodeBase64url(header);
  return serialization === 'compact'
    ? withSegment(text, 'header', encoded)
    : withMemberAt(text, [], 'protected', JSON.stringify(encoded));
}
