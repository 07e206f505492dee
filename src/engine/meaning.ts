/** What a token may be, who may have issued it, and what there is to say about it. Loaded where there is a text. */
import { issuerOf } from './claims/issuers.ts';
import { kindsOf } from './claims/kinds.ts';
import { lint } from './lint/registry.ts';
import type { Opened } from './open.ts';
import type { Check, Expectations, Form, Inspection, KeyReport, Layer } from './types.ts';
import { tokenKeyOf } from './verdict/token-key.ts';
import { headerOf } from './verdict/without-key.ts';

export interface MeaningInput {
  readonly opened: Opened;
  /** outermost first */
  readonly layers: readonly Layer[];
  readonly keys: readonly KeyReport[];
  readonly expectations: Expectations;
  /** seconds since the epoch */
  readonly now: number;
  readonly checks: readonly Check[];
  /** what `keys` were read from */
  readonly keyTexts: readonly string[];
  /** the text verified with these same keys before it was edited */
  readonly verifiedBefore: boolean;
}

export type Meaning = Pick<Inspection, 'kind' | 'issuer' | 'findings'>;

/** Kind and issuer are resemblances, told from the innermost layer. Never throws. */
export function meaningOf(input: MeaningInput): Meaning {
  const { opened, layers } = input;
  const layer = layers.at(-1);
  const facts = { header: layer?.header, payload: layer?.processedPayload ?? layer?.payload?.json };
  const kind = layer === undefined ? [] : kindsIn(opened, kindsOf({ ...facts, form: formOf(opened, layers) }));
  const issuer = issuerOf(facts);
  const findings = lint({ ...input, kinds: kind, issuer });
  return { kind, findings, ...(issuer === undefined ? {} : { issuer }) };
}

/** A proof that brings its key is known by that before anything else. */
function kindsIn(opened: Opened, likely: Inspection['kind']): Inspection['kind'] {
  const proof = tokenKeyOf(headerOf(opened))?.kind;
  if (proof === undefined) return likely;
  const isSame = ({ name }: { readonly name: string }) => name === proof.name || proof.name.startsWith('OpenID4VCI');
  return [proof, ...likely.filter((one) => !isSame(one))];
}

/** Of the innermost layer. */
function formOf({ form }: Opened, layers: readonly Layer[]): Form {
  if (layers.length === 1) return form;
  const layer = layers.at(-1);
  if (layer?.type === 'jwe') return 'jwe-compact';
  return layer?.disclosures === undefined ? 'jws-compact' : 'sd-jwt';
}
