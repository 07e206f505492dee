import type { CryptoOptions, Runtime } from './crypto/answer.ts';
import type { ReadKey } from './keys/shapes.ts';
import type { Meaning, MeaningInput } from './meaning.ts';
import { sayKeyProblem } from './messages/key.ts';
import { say } from './messages/verdict.ts';
import { type Opened, openText } from './open.ts';
import type { JoseObject } from './token/shapes.ts';
import type {
  Expectations,
  InspectInput,
  Inspection,
  InspectOptions,
  KeyInput,
  KeyReport,
  Layer,
  Verdict,
} from './types.ts';
import { withoutKey } from './verdict/any-form-without-key.ts';
import { verdictBeforeKeys } from './verdict/without-key.ts';

/**
 * Answers everything that can be said of a pasted text and the keys at hand: the tokens in it, the picked one's layers
 * with every problem by the letter, a report for each key, and one verdict with its reason.
 *
 * Never throws for any text or key; rejects only with `options.signal`'s reason. No token and no key leaves it but in
 * its result. The order of the checks is that of docs/architecture.md, 'Order within a layer' (RFC 7515 section 5.2,
 * RFC 7516 section 5.2).
 *
 * `runtime` stands for `globalThis.crypto`, so that tests can take parts of WebCrypto away.
 */
export async function inspectAt(input: TimedInput, options: ExamineOptions = {}): Promise<Inspection> {
  const { inspection, mean } = await examineAt(input, options);
  const { until: _, ...meant } = await mean(input, options);
  return { ...inspection, ...meant };
}

/** The clock is read at the engine's door only. */
export type TimedInput = InspectInput & { readonly now: number };

export type ExamineOptions = InspectOptions & { readonly runtime?: Runtime | undefined };

/** What is told of the claims, by the clock and by what the person expects. */
export type Meant = Meaning &
  Pick<Inspection, 'checks'> & {
    /** seconds since the epoch from which on it is another answer; undefined: it stays */
    readonly until?: number;
  };

/** What a meaning is asked with. */
export interface MeantInput {
  readonly expectations?: Expectations | undefined;
  /** seconds since the epoch */
  readonly now: number;
  /** the text verified with these same keys before it was edited; false when left out */
  readonly verifiedBefore?: boolean;
}

export interface Examination {
  /** everything that neither the clock nor what the person expects has a say in */
  readonly inspection: Omit<Inspection, keyof Meaning | 'checks'>;
  /** for each layer: a key at hand can sign or encrypt it anew */
  readonly canMake: readonly boolean[];
  /** May be asked again at another time or with other expectations: nothing is verified anew. */
  mean(input: MeantInput, options?: CryptoOptions): Promise<Meant>;
}

/** `inspectAt` in its two steps, and what the keys at hand can make: the keys are read once for all. */
export async function examineAt(
  input: Omit<InspectInput, keyof MeantInput>,
  options: ExamineOptions = {},
): Promise<Examination> {
  options.signal?.throwIfAborted();
  const opened = openText(input.text, input.pick ?? 0);
  const reads = await readKeys(input.keys ?? [], options.signal);
  const keyTexts = (input.keys ?? []).map(({ text }) => text);
  const { layers, verdict, keys, canMake } = await layersAndKeys(opened, input, reads, options);
  options.signal?.throwIfAborted();
  const { found, form } = opened;
  return {
    inspection: { found, form, layers, verdict, keys },
    canMake,
    async mean({ expectations = {}, now, verifiedBefore = false }, meantOptions = {}) {
      const { checks, until } = await checksOn(opened, layers, { expectations, now }, meantOptions);
      const meaning = await meaningIn({ opened, layers, keys, expectations, now, checks, keyTexts, verifiedBefore });
      meantOptions.signal?.throwIfAborted();
      return { checks, ...meaning, ...(until === undefined ? {} : { until }) };
    },
  };
}

/** Reading keys is loaded only where there is something to read. */
async function readKeys(inputs: readonly KeyInput[], signal: AbortSignal | undefined): Promise<readonly ReadKey[]> {
  if (inputs.length === 0) return [];
  const reading = await import('./keys/read.ts').catch(() => undefined);
  const reads = await Promise.all(inputs.map((input) => reading?.readKey(input) ?? UNREAD));
  signal?.throwIfAborted();
  return reads;
}

/** A key text while the part of the engine that reads keys did not arrive. */
const UNREAD: ReadKey = {
  kind: 'unreadable',
  report: {
    format: 'unread',
    private: false,
    problem: { code: 'not-loaded', message: sayKeyProblem('not-loaded') },
    notes: [],
    tried: [],
  },
};

interface Answer {
  readonly layers: readonly Layer[];
  readonly verdict: Verdict;
  readonly keys: readonly KeyReport[];
  readonly canMake: readonly boolean[];
}

async function layersAndKeys(
  opened: Opened,
  input: InspectInput,
  reads: readonly ReadKey[],
  options: ExamineOptions,
): Promise<Answer> {
  const keys = reads.map(({ report }) => report);
  const hasKeys = reads.some(({ kind }) => kind !== 'blank');
  const { layer, object } = opened;
  if (layer === undefined || object === undefined) {
    const verdict = opened.verdict ?? notLoaded(opened);
    return { layers: layer === undefined ? [] : [{ ...layer, verdict }], verdict, keys, canMake: [] };
  }
  const alone = hasKeys ? undefined : answerWithoutKey(opened, object, input, options);
  if (alone !== undefined) return { layers: [{ ...layer, verdict: alone }], verdict: alone, keys, canMake: [false] };
  // how keys are chosen and tried; undefined where it did not arrive
  const work = await import('./verdict/with-keys.ts').catch(() => undefined);
  if (work === undefined) {
    const verdict = verdictBeforeKeys(opened, runtimeOf(options)) ?? notLoaded(opened);
    return { layers: [{ ...layer, verdict }], verdict, keys, canMake: [false] };
  }
  const offers = hasKeys ? work.offersOf(input.keys ?? [], reads) : undefined;
  const examined = await work.examineLayers(opened, {
    input,
    offers,
    offersOfTokenKey: work.readTokenKeyOffers,
    options,
  });
  return {
    layers: examined.layers,
    verdict: examined.verdict,
    keys: work.reportsAfter(reads, examined.trials),
    canMake:
      offers === undefined
        ? examined.layers.map(() => false)
        : await work.canMakeLayers(examined.opened, offers, input.ignoreKid ?? false),
  };
}

/** Where the letters alone decide; each signature and recipient of a JSON serialization is answered one by one. */
function answerWithoutKey(
  opened: Opened,
  { serialization }: JoseObject,
  { useTokenKey = false, detachedPayload }: InspectInput,
  options: ExamineOptions,
): Verdict | undefined {
  if (serialization !== 'compact' || detachedPayload !== undefined) return undefined;
  const answer = withoutKey(opened, useTokenKey, runtimeOf(options));
  return answer.next === 'verdict' ? answer.verdict : undefined;
}

function runtimeOf(options: ExamineOptions): Runtime {
  return options.runtime ?? globalThis.crypto;
}

function notLoaded({ object, token }: Opened): Verdict {
  const values = { alg: token?.alg ?? 'this', encrypted: object?.type === 'jwe' };
  return { state: 'unsupported', code: 'not-loaded', message: say('not-loaded', values), values };
}

/** Loaded where there is a token to compare with what is expected. */
async function checksOn(
  opened: Opened,
  layers: readonly Layer[],
  asked: { readonly expectations: Expectations; readonly now: number },
  options: CryptoOptions,
): Promise<Pick<Meant, 'checks' | 'until'>> {
  const work = layers.length === 0 ? undefined : await import('./checks/registry.ts').catch(() => undefined);
  if (work === undefined) return { checks: [] };
  const checks = await work.checksOf({ opened, layers, ...asked }, options);
  const until = work.nextMoment(layers, asked.expectations, asked.now);
  return { checks, ...(until === undefined ? {} : { until }) };
}

/** Kind, issuer and findings; a blank text means nothing. */
async function meaningIn(input: MeaningInput): Promise<Meaning> {
  const meaning = /\S/.test(input.opened.text) ? await import('./meaning.ts').catch(() => undefined) : undefined;
  return meaning?.meaningOf(input) ?? NO_MEANING;
}

const NO_MEANING: Meaning = { kind: [], findings: [] };
