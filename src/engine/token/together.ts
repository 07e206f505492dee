/** One verdict out of several (docs/architecture.md, 'Layers together'). */
import { sayRead } from '../messages/reading.ts';
import type { Verdict } from '../types.ts';

/** What speaks loudest first. */
const WORST_FIRST: readonly Verdict['state'][] = ['malformed', 'failed', 'unsupported', 'unsecured', 'unchecked'];

function worstOf(verdicts: readonly Verdict[]): Verdict | undefined {
  for (const state of WORST_FIRST) {
    const found = verdicts.find((verdict) => verdict.state === state);
    if (found !== undefined) return found;
  }
  return undefined;
}

export interface SignatureOutcome {
  readonly verdict: Verdict;
  /** it failed with the key that its own `kid` names */
  readonly failedByName: boolean;
}

/**
 * The verdict of a layer whose envelope is well formed and that has several signatures: failed where one failed with the
 * key that it names, or none was verified and one failed; verified where one was; otherwise the best of the rest.
 */
export function signaturesTogether(outcomes: readonly SignatureOutcome[]): Verdict {
  const [only] = outcomes;
  if (only !== undefined && outcomes.length === 1) return only.verdict;
  const verified = outcomes.flatMap(({ verdict }) => (verdict.state === 'verified' ? [verdict] : []));
  const failed = outcomes.filter(({ verdict }) => verdict.state === 'failed').length;
  const counts = { total: outcomes.length, verified: verified.length, failed };
  const [first] = verified;
  if (outcomes.some((one) => one.failedByName) || (first === undefined && failed > 0)) {
    const code = 'some-signatures-failed';
    return { state: 'failed', code, message: sayRead(code, counts), values: counts };
  }
  if (first !== undefined) return withLeastTrust({ ...first, values: { ...first.values, ...counts } }, verified);
  return bestOf(outcomes.map(({ verdict }) => verdict)) ?? noEntries();
}

/** The recipients of a JWE: one that was opened is enough; then what failed; then the best of the rest. */
export function recipientsTogether(verdicts: readonly Verdict[]): Verdict {
  const opened = verdicts.find((verdict) => verdict.state === 'decrypted');
  const failed = verdicts.find((verdict) => verdict.state === 'failed');
  return opened ?? failed ?? bestOf(verdicts) ?? noEntries();
}

/** The whole: the worst of all layers, the outermost of them first; otherwise what the innermost is. */
export function layersTogether(layers: readonly Verdict[]): Verdict | undefined {
  const worst = worstOf(layers);
  const deciding = worst ?? layers.at(-1);
  if (deciding === undefined) return undefined;
  const verdict = worst === undefined ? withLeastTrust(deciding, layers) : deciding;
  const index = layers.indexOf(deciding);
  return index === 0 ? verdict : { ...verdict, message: `${leadOf(layers[0])}Layer ${index + 1}: ${verdict.message}` };
}

/** What the outermost layer came to, before what is said of the one that decides. */
function leadOf(outermost: Verdict | undefined): string {
  if (outermost?.state === 'decrypted') return 'Your key opened this token. ';
  return outermost?.state === 'verified' ? 'The outer signature matches. ' : '';
}

function bestOf(verdicts: readonly Verdict[]): Verdict | undefined {
  for (const state of WORST_FIRST.toReversed()) {
    const found = verdicts.find((verdict) => verdict.state === state);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `trust` is the token's own key, and `by` JavaScript, where that of any is. */
function withLeastTrust(verdict: Verdict, among: readonly Verdict[]): Verdict {
  if (verdict.state !== 'verified' && verdict.state !== 'decrypted') return verdict;
  const done = among.filter((one) => one.state === 'verified' || one.state === 'decrypted');
  return {
    ...verdict,
    trust: done.some(({ trust }) => trust === 'token-supplied-key') ? 'token-supplied-key' : verdict.trust,
    by: done.some(({ by }) => by === 'javascript') ? 'javascript' : verdict.by,
  };
}

/** Not reached: an envelope without entries is malformed. */
function noEntries(): Verdict {
  const values = { reason: 'form' };
  return { state: 'malformed', code: 'envelope-invalid', message: sayRead('envelope-invalid', values), values };
}
