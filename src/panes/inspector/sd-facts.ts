/** What is drawn of an SD-JWT: the disclosures it came with, and which of them the token of the moment shows. */
import { isJsonObject } from '../../engine/token/json-kind.ts';
import type { Disclosure, JsonObject, Layer, Problem } from '../../engine/types.ts';
import type { LayerView, WorkbenchView } from '../../workbench/types.ts';
import { isSdJwt } from './inspector-tabs.ts';
import { distinct } from './layer-facts.ts';

export interface SdFacts {
  readonly layer: LayerView;
  /** as they arrived; undefined until the engine has read them */
  readonly disclosures: readonly Disclosure[] | undefined;
  readonly shown: ReadonlySet<number>;
  /** another choice can be built of them */
  readonly canChoose: boolean;
  readonly keyBindingDropped: boolean;
  /** the issuer's claims and the text that they were read from; undefined where the payload is no JSON object */
  readonly claims: { readonly payload: JsonObject; readonly text: string } | undefined;
  readonly faults: readonly Problem[];
  readonly keyBinding: Layer['keyBinding'];
}

/** Of the outermost layer that is an SD-JWT. */
export function sdFacts({ layers, presentation }: Pick<WorkbenchView, 'layers' | 'presentation'>): SdFacts | undefined {
  const layer = layers.find(({ opened }) => isSdJwt(opened));
  if (layer === undefined) return undefined;
  // other presentations are made of the token's own text
  const origin = layer.depth === 0 ? presentation : undefined;
  const disclosures = origin?.disclosures ?? layer.disclosures;
  const { content } = layer;
  return {
    layer,
    disclosures,
    shown: origin?.shown ?? new Set(disclosures?.keys()),
    canChoose: origin !== undefined,
    keyBindingDropped: origin?.keyBindingDropped ?? false,
    claims:
      content?.text !== undefined && isJsonObject(content.json)
        ? { payload: content.json, text: content.text }
        : undefined,
    faults: distinct(layer.problems.filter(({ part }) => part === 'disclosure')),
    keyBinding: layer.keyBinding,
  };
}

/** The digests could be computed, so where each disclosure belongs is known. */
export function hasDigests(disclosures: readonly Disclosure[]): boolean {
  return disclosures.every(({ digest }) => digest !== '');
}

/** Whether the key binding's `sd_hash` is that of this presentation; 'unknown' where it was not compared. */
export function sdHashState(verdict: NonNullable<Layer['keyBinding']>['verdict']): 'equal' | 'differs' | 'unknown' {
  if (verdict.state === 'verified') return 'equal';
  return verdict.code === 'key-binding-mismatch' && verdict.values.reason === 'sd-hash' ? 'differs' : 'unknown';
}

/** A time as a person reads it; undefined where it is none. */
export function isoTime(seconds: unknown): string | undefined {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return undefined;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 19).replace('T', ' ');
}
