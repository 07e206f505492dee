/** What a test vector is: an input of `inspect` and what the answer must be. Plain data, so that it travels as JSON. */
import type {
  Check,
  Disclosure,
  DoneBy,
  Form,
  InspectInput,
  Json,
  KeyEncoding,
  KeyReport,
  Removed,
  Trust,
  Values,
  Verdict,
} from '../types.ts';

/** Facts of one key report. For a set of one key, those of the key in it. What is left out is not looked at. */
export interface KeyExpectation {
  readonly format?: string;
  readonly kty?: string;
  readonly crv?: string;
  readonly bits?: number;
  readonly kid?: string;
  readonly private?: boolean;
  readonly thumbprint?: string;
  readonly jwk?: Json;
  readonly encoding?: Exclude<KeyEncoding, 'auto'>;
  /** code of the problem; null where there must be none */
  readonly problem?: string | null;
  /** the JWK member that the problem is about */
  readonly member?: string;
  /** codes of all notes of the key and its members, sorted, and no others */
  readonly notes?: readonly string[];
  /** how many keys the text holds; 0 for one that is no set */
  readonly members?: number;
  /** what came of it, the key's own entries and those of its members */
  readonly tried?: readonly { readonly outcome: KeyReport['tried'][number]['outcome']; readonly reason: string }[];
}

export interface TokenExpectation {
  readonly text?: string;
  readonly start?: number;
  readonly end?: number;
  readonly form?: Form;
  readonly complete?: boolean;
  readonly removed?: readonly Removed[];
  readonly where?: string;
}

/** One disclosure; what is left out is not looked at. */
export type DisclosureExpectation = Partial<Disclosure>;

/** Every member says one thing that must hold. A member that the runner does not know fails the case. */
export interface VectorExpectation {
  readonly state?: Verdict['state'];
  readonly code?: Verdict['code'];
  /** a state that the answer must not have, whatever else it is */
  readonly never?: Verdict['state'];
  readonly trust?: Trust;
  readonly by?: DoneBy;
  /** name of a WebCrypto algorithm: done by WebCrypto where the runtime has it, otherwise by JavaScript */
  readonly byRuntime?: string;
  /** values of the verdict's message; those left out are not looked at */
  readonly values?: Values;
  readonly form?: Form;
  /** how many tokens were found */
  readonly found?: number;
  /** the tokens found, all of them, in order */
  readonly tokens?: readonly TokenExpectation[];
  /** of the first token found; `removed` sorted */
  readonly complete?: boolean;
  readonly removed?: readonly Removed[];
  readonly layers?: number;
  /** the verdict's code of each layer, outermost first; null where it is not looked at */
  readonly layerCodes?: readonly (Verdict['code'] | null)[];
  /** of the outermost layer */
  readonly header?: Json;
  readonly protectedHeader?: Json;
  readonly unprotectedHeader?: Json;
  /** null where the content is not there to be read */
  readonly payloadText?: string | null;
  readonly payloadHex?: string;
  /** how many bytes it has, for one that is too long to be written out */
  readonly payloadBytes?: number;
  /** codes of the layer's problems, sorted */
  readonly problems?: readonly string[];
  /** codes that must be among the layer's problems */
  readonly problemsWith?: readonly string[];
  /** JSON serialization: the verdict's code of each signature or recipient; null where it is not looked at */
  readonly signatures?: readonly (Verdict['code'] | null)[];
  readonly recipients?: readonly (Verdict['code'] | null)[];
  /** SD-JWT, of the outermost layer */
  readonly disclosures?: readonly DisclosureExpectation[];
  readonly processedPayload?: Json;
  /** code of the key binding's verdict; null where there must be none */
  readonly keyBinding?: Verdict['code'] | null;
  /** of the innermost layer */
  readonly innerPayloadText?: string;
  /** outcome of checks, by id */
  readonly checks?: Readonly<Record<string, Check['outcome']>>;
  /** one for each key given */
  readonly keys?: readonly KeyExpectation[];
  /** a thumbprint that the first key must not have; one that cannot be read must have a problem instead */
  readonly notThumbprint?: string;
  /** one of these holds */
  readonly anyOf?: readonly VectorExpectation[];
}

export interface VectorCase {
  /** unique in a run */
  readonly id: string;
  readonly input: InspectInput;
  /** the input's detached content in hexadecimal, where it is not text */
  readonly detachedHex?: string;
  readonly expect: VectorExpectation;
}
