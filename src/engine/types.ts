/**
 * The types of the engine's door (see docs/architecture.md). All offsets are UTF-16 units, ends are exclusive;
 * all times are seconds since the epoch.
 */
import type {
  DoneCode,
  FailedCode,
  KeyNoteCode,
  KeyProblemCode,
  MalformedCode,
  ProblemCode,
  TriedReason,
  UncheckedCode,
  UnsupportedCode,
} from './codes.ts';

/** Exactly what `JSON.parse` gives: last duplicate wins, `__proto__` is an own member. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** What a message is filled with. */
export type Values = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type KeyEncoding = 'auto' | 'utf8' | 'base64' | 'base64url' | 'hex';

export interface KeyInput {
  readonly text: string;
  readonly encoding?: KeyEncoding;
  readonly passphrase?: string;
}

export interface InspectInput {
  /** whatever was pasted */
  readonly text: string;
  /** which of the found tokens; 0 when left out */
  readonly pick?: number;
  readonly keys?: readonly KeyInput[];
  /** 'Try all anyway' */
  readonly ignoreKid?: boolean;
  /** 'Check with the key in the token' (`jwk`, leaf of `x5c`) */
  readonly useTokenKey?: boolean;
}

export interface InspectOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, what: string) => void;
}

export type Form = 'jws-compact' | 'jws-json' | 'jwe-compact' | 'jwe-json' | 'sd-jwt' | 'none';
export type Removed = 'line-breaks' | 'blanks' | 'quote-marks' | 'percent-encoding' | 'invisible';

export interface FoundToken {
  /** cleaned: what was removed is named in `removed` */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly where: string;
  readonly complete: boolean;
  readonly removed: readonly Removed[];
}

export type Trust = 'your-key' | 'token-supplied-key';
export type DoneBy = 'webcrypto' | 'javascript';

interface Said {
  /** one plain sentence: what, why, what to do */
  readonly message: string;
  readonly values: Values;
}

export type Verdict =
  | ({ readonly state: 'malformed'; readonly code: MalformedCode } & Said)
  | ({ readonly state: 'unsecured'; readonly code: 'alg-none' } & Said)
  | ({ readonly state: 'unchecked'; readonly code: UncheckedCode } & Said)
  | ({ readonly state: 'verified'; readonly code: DoneCode; readonly trust: Trust; readonly by: DoneBy } & Said)
  | ({ readonly state: 'failed'; readonly code: FailedCode } & Said)
  | ({ readonly state: 'unsupported'; readonly code: UnsupportedCode } & Said);

export type Part =
  | 'header'
  | 'payload'
  | 'signature'
  | 'encrypted-key'
  | 'iv'
  | 'ciphertext'
  | 'tag'
  | 'disclosure'
  | 'envelope';

export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly values: Values;
  readonly part: Part;
  /** in `InspectInput.text`; where characters were removed, from the first to after the last */
  readonly span?: readonly [start: number, end: number];
}

export interface Layer {
  readonly type: 'jws' | 'jwe';
  /** joined JOSE Header; undefined where it cannot be read */
  readonly header: Json | undefined;
  readonly protectedHeader?: Json;
  readonly unprotectedHeader?: Json;
  readonly headerText?: string;
  readonly headerBytes?: Uint8Array;
  /** undefined where it cannot be read at all, or is encrypted */
  readonly payload: { readonly bytes: Uint8Array; readonly text?: string; readonly json?: Json } | undefined;
  /** everything wrong by the letter, not only the first */
  readonly problems: readonly Problem[];
  readonly verdict: Verdict;
}

export interface KeyReport {
  /** 'pem-spki', 'jwk', 'jwks', 'utf8' … */
  readonly format: string;
  readonly kty?: string;
  readonly crv?: string;
  readonly bits?: number;
  readonly kid?: string;
  readonly private: boolean;
  /** base64url SHA-256 of RFC 7638 */
  readonly thumbprint?: string;
  /** the public JWK; for a secret, the secret itself */
  readonly jwk?: Json;
  /** the reading that was used */
  readonly encoding?: 'utf8' | 'base64' | 'base64url' | 'hex';
  readonly problem?: {
    readonly code: KeyProblemCode;
    readonly message: string;
    readonly member?: string;
    /** offset in the key's text */
    readonly at?: number;
  };
  readonly notes: readonly { readonly code: KeyNoteCode; readonly message: string }[];
  readonly tried: readonly {
    readonly layer: number;
    readonly signature?: number;
    readonly outcome: 'verified' | 'failed' | 'skipped';
    readonly reason: TriedReason;
    /** of a secret: the reading that this entry is about */
    readonly encoding?: 'utf8' | 'base64' | 'base64url' | 'hex';
  }[];
  /** a set: one for each key in it */
  readonly members?: readonly KeyReport[];
}

export interface Inspection {
  readonly found: readonly FoundToken[];
  readonly form: Form;
  /** outermost first */
  readonly layers: readonly Layer[];
  readonly verdict: Verdict;
  /** one for each KeyInput, always filled, also without a token */
  readonly keys: readonly KeyReport[];
  readonly kind: readonly { readonly name: string; readonly because: string }[];
  readonly checks: readonly never[];
  readonly findings: readonly never[];
}
