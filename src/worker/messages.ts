/** What is said between the page and the engine's worker: one union each way, every request with an id. */
import type { CertificateChain } from '../engine/certificates/shapes.ts';
import type { NotDone } from '../engine/crypto/answer.ts';
import type { Meant, MeantInput, SecretSearchAnswer, SecretSearchInput } from '../engine/index.ts';
import type { InspectInput, JsonObject, KeyInput, KeyReport, Layer, Verdict } from '../engine/types.ts';

/** What a check answers. */
export interface Checked {
  readonly verdict: Verdict;
  /** one for each key given */
  readonly keys: readonly KeyReport[];
  /** outermost first; of an outermost JWS without the payload, which the page has read itself */
  readonly layers: readonly Layer[];
  /** for each layer: a key at hand can sign or encrypt it anew */
  readonly canMake: readonly boolean[];
}

/** What a check is asked; neither the clock nor what the person expects has a say in a verdict. */
export type CheckInput = Omit<InspectInput, keyof MeantInput>;

/** What a meaning is asked with. */
export type MeanInput = InspectInput & Pick<MeantInput, 'verifiedBefore'>;

export interface SignInput {
  /** the token to sign again: its header and payload are kept, whatever its signature */
  readonly text: string;
  readonly keys: readonly KeyInput[];
  readonly ignoreKid?: boolean;
}

export type SignAnswer =
  | { readonly signed: true; readonly text: string }
  | { readonly signed: false; readonly message: string };

/** What `reseal` of the engine takes. */
export interface ResealInput extends Omit<CheckInput, 'useTokenKey'> {
  /** the layer that changes; those around it are made anew */
  readonly layer: number;
  readonly header?: Uint8Array;
  readonly content?: Uint8Array;
  /** false: the layer's signature stays, or the encrypted parts of a JWE whose header alone is changed */
  readonly resign: boolean;
}

export type ResealAnswer =
  | { readonly sealed: true; readonly text: string }
  /** `layer`: the one that could not be made */
  | { readonly sealed: false; readonly message: string; readonly layer: number };

export interface GenerateInput {
  readonly alg: string;
  /** of a key that encrypts */
  readonly enc?: string;
  /** bits, for RSA */
  readonly modulusLength?: 2048 | 3072 | 4096;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** what is counted, as the engine names it */
  readonly what: string;
  /** the work tells nothing while it runs: `done` is reckoned from how it began */
  readonly estimated?: boolean;
  /** of what is counted, so far */
  readonly ratePerSecond?: number;
}

export type OnProgress = (progress: Progress) => void;

/** `keyText`: a private or symmetric JWK laid out in lines, `kid` its thumbprint. */
export type GenerateAnswer =
  | { readonly generated: true; readonly keyText: string; readonly kid: string }
  | { readonly generated: false; readonly code: NotDone['code'] | 'alg-unknown' };

export type KeyForm = 'jwk-public' | 'jwk-private' | 'pem-public' | 'pem-private';

export interface ExportInput {
  readonly key: KeyInput;
  /** which key of a set; 0 when left out */
  readonly member?: number;
  readonly as: KeyForm;
}

export type ExportAnswer = { readonly text: string } | { readonly cannot: string };

export interface CertificatesInput {
  /** a JOSE Header, or its `x5c`, `x5t` and `x5t#S256` alone */
  readonly header: JsonObject;
}

/**
 * What the engine does for the page. The worker, the page's side of the channel and the main thread all offer this.
 * Each promise rejects with the signal's reason when aborted, and otherwise only where the engine could not be loaded.
 */
export interface EngineCalls {
  check(input: CheckInput, signal: AbortSignal, onProgress?: OnProgress): Promise<Checked>;
  /** Costs no second verification where the last check was of the same token and keys. */
  mean(input: MeanInput, signal: AbortSignal): Promise<Meant>;
  sign(input: SignInput, signal: AbortSignal): Promise<SignAnswer>;
  reseal(input: ResealInput, signal: AbortSignal, onProgress?: OnProgress): Promise<ResealAnswer>;
  generate(input: GenerateInput, signal: AbortSignal): Promise<GenerateAnswer>;
  exportKey(input: ExportInput, signal: AbortSignal): Promise<ExportAnswer>;
  certificates(input: CertificatesInput, signal: AbortSignal): Promise<CertificateChain | undefined>;
  searchSecrets(input: SecretSearchInput, signal: AbortSignal, onProgress?: OnProgress): Promise<SecretSearchAnswer>;
  /** Drops every copy of token and keys. */
  forget(): void;
}

export type Question =
  | { readonly call: 'check'; readonly input: CheckInput }
  | { readonly call: 'mean'; readonly input: MeanInput }
  | { readonly call: 'sign'; readonly input: SignInput }
  | { readonly call: 'reseal'; readonly input: ResealInput }
  | { readonly call: 'generate'; readonly input: GenerateInput }
  | { readonly call: 'exportKey'; readonly input: ExportInput }
  | { readonly call: 'certificates'; readonly input: CertificatesInput }
  | { readonly call: 'searchSecrets'; readonly input: SecretSearchInput };

export type Answer =
  | { readonly call: 'check'; readonly answer: Checked }
  | { readonly call: 'mean'; readonly answer: Meant }
  | { readonly call: 'sign'; readonly answer: SignAnswer }
  | { readonly call: 'reseal'; readonly answer: ResealAnswer }
  | { readonly call: 'generate'; readonly answer: GenerateAnswer }
  | { readonly call: 'exportKey'; readonly answer: ExportAnswer }
  | { readonly call: 'certificates'; readonly answer: CertificateChain | undefined }
  | { readonly call: 'searchSecrets'; readonly answer: SecretSearchAnswer };

/** From the page to the worker. `forget`: everything that is kept of earlier questions; it is not answered. */
export type Request =
  | ({ readonly id: number } & Question)
  | { readonly id: number; readonly call: 'abort' }
  | { readonly call: 'forget' };

/** From the worker to the page. An aborted request is never answered; progress comes before the answer. */
export type Response =
  | ({ readonly id: number } & Answer)
  | { readonly id: number; readonly call: 'failed' }
  | { readonly id: number; readonly call: 'progress'; readonly progress: Progress };

/** Asks the engine; the one place where a question finds its function. */
export async function answerTo(
  question: Question,
  calls: EngineCalls,
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<Answer> {
  switch (question.call) {
    case 'check':
      return { call: 'check', answer: await calls.check(question.input, signal, onProgress) };
    case 'mean':
      return { call: 'mean', answer: await calls.mean(question.input, signal) };
    case 'sign':
      return { call: 'sign', answer: await calls.sign(question.input, signal) };
    case 'reseal':
      return { call: 'reseal', answer: await calls.reseal(question.input, signal, onProgress) };
    case 'generate':
      return { call: 'generate', answer: await calls.generate(question.input, signal) };
    case 'exportKey':
      return { call: 'exportKey', answer: await calls.exportKey(question.input, signal) };
    case 'certificates':
      return { call: 'certificates', answer: await calls.certificates(question.input, signal) };
    case 'searchSecrets':
      return { call: 'searchSecrets', answer: await calls.searchSecrets(question.input, signal, onProgress) };
  }
}
