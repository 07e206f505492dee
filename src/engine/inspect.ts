import { isSignatureAlg } from './crypto/algorithms.ts';
import type { Runtime } from './crypto/answer.ts';
import type { ReadKey } from './keys/shapes.ts';
import { sayKeyProblem } from './messages/key.ts';
import { type Opened, openText } from './open.ts';
import type { InspectInput, Inspection, InspectOptions, JsonObject, KeyInput, KeyReport, Verdict } from './types.ts';
import { type TokenKey, tokenKeyOf } from './verdict/token-key.ts';
import { headerOf, kidNamedBy, said, verdictBeforeKeys, withoutKey } from './verdict/without-key.ts';

/**
 * Answers everything that can be said of a pasted text and the keys at hand: the tokens in it, the picked one's layers
 * with every problem by the letter, a report for each key, and one verdict with its reason.
 *
 * Never throws for any text or key; rejects only with `options.signal`'s reason. No token and no key leaves it but in
 * its result. The order of the checks is that of docs/architecture.md, 'Order within a layer' (RFC 7515 section 5.2).
 *
 * `runtime` stands for `globalThis.crypto`, so that tests can take parts of WebCrypto away.
 */
export async function inspect(input: InspectInput, options: ExamineOptions = {}): Promise<Inspection> {
  return (await examine(input, options)).inspection;
}

export type ExamineOptions = InspectOptions & { readonly runtime?: Runtime | undefined };

export interface Examination {
  readonly inspection: Inspection;
  /** a key at hand can sign for the picked token's `alg`, so `sign` would find it */
  readonly canSign: boolean;
}

/** `inspect`, and whether a key at hand can sign: the keys are read once for both. */
export async function examine(input: InspectInput, options: ExamineOptions = {}): Promise<Examination> {
  options.signal?.throwIfAborted();
  const opened = openText(input.text, input.pick ?? 0);
  const reads = await readKeys(input.keys ?? [], options.signal);
  const { verdict, keys, kind } = await verdictAndKeys(opened, input, reads, options);
  const canSign = await hasSigner(opened, input, reads);
  options.signal?.throwIfAborted();
  const inspection: Inspection = {
    found: opened.found,
    form: opened.form,
    layers: opened.layer === undefined ? [] : [{ ...opened.layer, verdict }],
    verdict,
    keys,
    kind,
    checks: [],
    findings: [],
  };
  return { inspection, canSign };
}

async function hasSigner(opened: Opened, input: InspectInput, reads: readonly ReadKey[]): Promise<boolean> {
  const alg = opened.token?.alg;
  if (alg === undefined || !isSignatureAlg(alg) || reads.length === 0) return false;
  const work = await keyWork();
  if (work === undefined) return false;
  const offers = work.offersOf(input.keys ?? [], reads);
  return work.signerOf(offers, alg, kidNamedBy(headerOf(opened)), input.ignoreKid ?? false) !== undefined;
}

interface Answer {
  readonly verdict: Verdict;
  readonly keys: readonly KeyReport[];
  readonly kind: Inspection['kind'];
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

/** How keys are chosen and tried; undefined where it did not arrive. */
function keyWork() {
  return import('./verdict/with-keys.ts').catch(() => undefined);
}

function notLoaded(opened: Opened): Verdict {
  return { state: 'unsupported', code: 'not-loaded', ...said('not-loaded', { alg: opened.token?.alg ?? '' }) };
}

async function verdictAndKeys(
  opened: Opened,
  input: InspectInput,
  reads: readonly ReadKey[],
  options: ExamineOptions,
): Promise<Answer> {
  const reports = reads.map((read) => read.report);
  const kind = kindsOf(headerOf(opened));
  const early = verdictBeforeKeys(opened, options.runtime);
  if (early !== undefined) return { verdict: early, keys: reports, kind };
  if (reads.some((read) => read.kind !== 'blank'))
    return { ...(await withYourKeys(opened, input, reads, options)), kind };
  const without = withoutKey(opened, input.useTokenKey ?? false, options.runtime);
  const verdict = without.next === 'verdict' ? without.verdict : await withTokenKey(opened, without.tokenKey, options);
  return { verdict, keys: reports, kind };
}

function kindsOf(header: JsonObject): Inspection['kind'] {
  const kind = tokenKeyOf(header)?.kind;
  return kind === undefined ? [] : [kind];
}

async function withYourKeys(
  opened: Opened,
  input: InspectInput,
  reads: readonly ReadKey[],
  options: ExamineOptions,
): Promise<Omit<Answer, 'kind'>> {
  const work = await keyWork();
  if (work === undefined) return { verdict: notLoaded(opened), keys: reads.map((read) => read.report) };
  const header = headerOf(opened);
  const offers = work.offersOf(input.keys ?? [], reads);
  const ignoreKid = input.ignoreKid ?? false;
  const judged = await work.judge({ opened, header, offers, ignoreKid, trust: 'your-key', byDesign: false }, options);
  const alg = opened.token?.alg ?? '';
  const kid = kidNamedBy(header);
  const keys = isSignatureAlg(alg)
    ? work.reportsAfter(reads, judged.attempts, alg, kid)
    : reads.map((read) => read.report);
  return { verdict: judged.verdict, keys };
}

async function withTokenKey(opened: Opened, tokenKey: TokenKey, options: ExamineOptions): Promise<Verdict> {
  const inputs: readonly KeyInput[] = [{ text: tokenKey.text }];
  const reads = await readKeys(inputs, options.signal);
  const work = await keyWork();
  if (work === undefined) return notLoaded(opened);
  const judged = await work.judge(
    {
      opened,
      header: headerOf(opened),
      offers: work.offersOf(inputs, reads),
      ignoreKid: true,
      trust: 'token-supplied-key',
      byDesign: tokenKey.kind !== undefined,
    },
    options,
  );
  return judged.verdict;
}
