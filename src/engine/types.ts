/**
 * The types of the engine's door (see docs/architecture.md). All offsets are UTF-16 units, ends are exclusive;
 * all times are seconds since the epoch.
 */
import type {
  FailedCode,
  KeyNoteCode,
  KeyProblemCode,
  MalformedCode,
  ProblemCode,
  TriedReason,
  UncheckedCode,
  UnsupportedCode,
} from './codes.ts';

export type { ExpIgnored, TimeVerdict } from './claims/lifetime.ts';

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
  /** the layer that it was given for: there it is tried before the others, and elsewhere it speaks against nothing */
  readonly layer?: number;
}

export interface InspectInput {
  /** whatever was pasted */
  readonly text: string;
  /** which of the found tokens; 0 when left out */
  readonly pick?: number;
  readonly keys?: readonly KeyInput[];
  /** content of a token that leaves it out (RFC 7515 appendix F, RFC 7797) */
  readonly detachedPayload?: string | Uint8Array;
  /** 'Try all anyway' */
  readonly ignoreKid?: boolean;
  /** 'Check with the key in the token' (`jwk`, leaf of `x5c`) */
  readonly useTokenKey?: boolean;
  /** bytes that a compressed content may inflate to; 10,000,000 when left out */
  readonly maxInflatedBytes?: number;
  /** rounds of PBKDF2 that are done without asking; 1,200,000 when left out */
  readonly maxPbes2Rounds?: number;
  readonly expectations?: Expectations;
  /** seconds since the epoch; the clock's when left out */
  readonly now?: number;
}

/** A kind of token whose own rules are checked besides what is expected one by one. */
export type Profile = 'jwt' | 'id-token' | 'at+jwt' | 'dpop' | 'logout' | 'client-assertion' | 'simplejwt';

/** What the person expects of the token. What is left out is not asked; none of it changes a verdict. */
export interface Expectations {
  /** the rules of this kind are asked too; 'jwt', and left out, add none */
  readonly profile?: Profile;
  /** those that `alg` may be */
  readonly algorithms?: readonly string[];
  /** a media type; `application/` may be left out (RFC 7515 section 4.1.9) */
  readonly typ?: string;
  /** `iss`: this one, or one of these */
  readonly issuer?: string | readonly string[];
  /** `aud` holds this one, or one of these */
  readonly audience?: string | readonly string[];
  readonly subject?: string;
  readonly nonce?: string;
  /** `azp` */
  readonly authorizedParty?: string;
  /** seconds since `auth_time` of an ID token, since `iat` of any other */
  readonly maxAgeSeconds?: number;
  readonly requiredClaims?: readonly string[];
  /** `token_type` of SimpleJWT */
  readonly tokenType?: string;
  /** 60 when left out */
  readonly clockSkewSeconds?: number;
  /** the access token that a DPoP proof (`ath`) or an ID token (`at_hash`) belongs to */
  readonly accessToken?: string;
  /** the authorization code that an ID token belongs to (`c_hash`) */
  readonly code?: string;
  /** the `state` that an ID token belongs to (`s_hash`) */
  readonly state?: string;
  /** DPoP: `htm` and `htu` */
  readonly request?: { readonly method: string; readonly url: string };
  /** DPoP: the `jkt` that the access token is bound to */
  readonly keyThumbprint?: string;
  /** SD-JWT: of the key binding JWT */
  readonly keyBinding?: { readonly audience?: string; readonly nonce?: string };
  /** `exp` is not compared with the clock: for looking at an old token, never for taking one */
  readonly ignoreExp?: true;
}

export interface Check {
  readonly id: string;
  readonly outcome: 'pass' | 'fail' | 'not-asked' | 'cannot';
  readonly code: string;
  readonly message: string;
  readonly refs: readonly string[];
  /** what the token says of it, a text for each value; left out where it says nothing */
  readonly said?: readonly string[];
}

/** In the order in which a sound verifier takes them. */
export type DecisionStepId =
  | 'form'
  | 'alg'
  | 'crit'
  | 'key'
  | 'signature'
  | 'typ'
  | 'issuer'
  | 'audience'
  | 'time'
  | 'required'
  | 'rules';

export interface DecisionStep {
  readonly id: DecisionStepId;
  /** `stop`: the token is refused here; `cannot`: nobody can say here; `skipped`: an earlier step came to an end */
  readonly outcome: 'ok' | 'stop' | 'cannot' | 'skipped' | 'not-asked';
  /** of the decision, of the verdict or of a check */
  readonly code: string;
  readonly message: string;
  readonly refs: readonly string[];
}

export interface Conclusion {
  /** never more than that a token would be accepted: whom to trust is not for a program to say */
  readonly outcome: 'accept' | 'refuse' | 'undecided';
  readonly code: string;
  readonly message: string;
  /** counted from 1; where one step alone decides */
  readonly step?: number;
}

export interface DecisionLog {
  readonly steps: readonly DecisionStep[];
  readonly conclusion: Conclusion;
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
  | ({
      readonly state: 'verified';
      readonly code: 'signature-match';
      readonly trust: Trust;
      readonly by: DoneBy;
    } & Said)
  | ({ readonly state: 'decrypted'; readonly code: 'decrypted'; readonly trust: Trust; readonly by: DoneBy } & Said)
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
  /** undefined while it is encrypted, detached and not given, or cannot be read at all */
  readonly payload: { readonly bytes: Uint8Array; readonly text?: string; readonly json?: Json } | undefined;
  /** everything wrong by the letter, not only the first */
  readonly problems: readonly Problem[];
  /** JSON serialization: each signature with its joined header */
  readonly signatures?: readonly HeaderVerdict[];
  /** JSON serialization: each recipient with its joined header */
  readonly recipients?: readonly HeaderVerdict[];
  /** SD-JWT */
  readonly disclosures?: readonly Disclosure[];
  /** SD-JWT: the claims with the disclosures in place */
  readonly processedPayload?: Json;
  readonly keyBinding?: { readonly header: Json; readonly payload: Json; readonly verdict: Verdict };
  readonly verdict: Verdict;
}

export interface HeaderVerdict {
  readonly header: Json;
  readonly verdict: Verdict;
}

export interface Disclosure {
  /** as it stands in the token */
  readonly text: string;
  /** base64url, by `_sd_alg` */
  readonly digest: string;
  readonly salt?: string;
  readonly name?: string;
  readonly value?: Json;
  /** where it stands in the processed payload */
  readonly pointer?: string;
  readonly state: 'referenced' | 'unreferenced' | 'duplicate' | 'malformed';
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
    readonly outcome: 'verified' | 'decrypted' | 'failed' | 'skipped';
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
  /** who it looks like: a resemblance, not a proof; left out where it looks like nobody known here */
  readonly issuer?: { readonly name: string; readonly because: string };
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/** Something that a rule of `lint/` found. None of them changes a verdict. */
export interface Finding {
  /** stable: tests, links and exports hold on to it */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** `certain`: a rule of a specification is broken; `hint`: told from a name or a shape */
  readonly confidence: 'certain' | 'likely' | 'hint';
  readonly message: string;
  readonly advice: string;
  readonly refs: readonly string[];
  /** index of the layer; 0 where no token was found */
  readonly layer: number;
  /** what it is about; left out where it is the whole token, or the settings */
  readonly part?: Part | 'key' | 'settings';
  /** JSON pointer in the header, or in the payload */
  readonly pointer?: string;
  /** in the layer's own text: for the outermost what was pasted, for an inner one the content of the layer around it */
  readonly span?: readonly [start: number, end: number];
}
