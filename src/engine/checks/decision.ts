/** The order in which a sound verifier decides about a token, told from a verdict and checks that are there already. */
import { type DecisionCode, sayDecision } from '../messages/decision.ts';
import { isJsonObject } from '../token/json-kind.ts';
import type {
  Check,
  Conclusion,
  DecisionLog,
  DecisionStep,
  DecisionStepId,
  Json,
  JsonObject,
  Verdict,
} from '../types.ts';
import { tokenKeyOf } from '../verdict/token-key.ts';
import { type VerdictStep, verdictStep } from './verdict-step.ts';

export interface DecisionInput {
  /** of the whole token */
  readonly verdict: Verdict;
  /** outermost first */
  readonly layers: readonly { readonly header: Json | undefined }[];
  readonly checks: readonly Check[];
}

/**
 * Each step in the order of RFC 7515 section 5.2, RFC 7519 section 7.2 and RFC 8725 section 3: what costs nothing and
 * needs no key first, the claims only after the signature. After the first step that stops the rest is skipped. Nothing
 * is verified again. Where a step cannot be decided, the claims are looked at all the same: a token that has expired is
 * refused with any key.
 */
export function decisionLog(input: DecisionInput): DecisionLog {
  const steps: DecisionStep[] = [];
  for (const { id, refs, decide } of STEPS) {
    const isOver = steps.some(({ outcome }) => outcome === 'stop');
    const decided = isOver ? ({ outcome: 'skipped', ...said('not-reached') } as const) : decide(input);
    steps.push({ id, refs, ...decided });
  }
  return { steps, conclusion: concludeFrom(steps, input.checks) };
}

type Decided = Pick<DecisionStep, 'outcome' | 'code' | 'message'> & { readonly refs?: readonly string[] };

interface StepEntry {
  readonly id: DecisionStepId;
  readonly refs: readonly string[];
  readonly decide: (input: DecisionInput) => Decided;
}

const TIMES = ['exp', 'nbf', 'iat', 'max-age'];

const STEPS: readonly StepEntry[] = [
  {
    id: 'form',
    refs: ['RFC 7515 section 5.2', 'RFC 7516 section 5.2'],
    decide: (input) => fromVerdict(input, 'form', said('form-read')),
  },
  { id: 'alg', refs: ['RFC 8725 section 3.1'], decide: decideAlg },
  {
    id: 'crit',
    refs: ['RFC 7515 section 4.1.11'],
    decide: (input) => fromVerdict(input, 'crit', said(hasCrit(input) ? 'crit-understood' : 'crit-none')),
  },
  { id: 'key', refs: ['RFC 7515 section 6', 'RFC 8725 section 3.10'], decide: decideKey },
  { id: 'signature', refs: ['RFC 7515 section 5.2', 'RFC 7516 section 5.2'], decide: decideSignature },
  { id: 'typ', refs: ['RFC 8725 section 3.11'], decide: fromChecks('type', ['typ']) },
  { id: 'issuer', refs: ['RFC 8725 section 3.8'], decide: fromChecks('issuer', ['iss']) },
  { id: 'audience', refs: ['RFC 8725 section 3.9'], decide: fromChecks('audience', ['aud', 'id-token-aud']) },
  { id: 'time', refs: ['RFC 7519 section 4.1.4', 'RFC 7519 section 4.1.5'], decide: decideTime },
  { id: 'required', refs: ['RFC 7519 section 4.1'], decide: fromChecks('claims that must be there', ['required']) },
  { id: 'rules', refs: ['RFC 8725 section 3.12'], decide: decideRules },
];

/** Checks with a step of their own. */
const PLACED: ReadonlySet<string> = new Set(['alg', 'typ', 'iss', 'aud', 'id-token-aud', 'required', ...TIMES]);

function said(code: DecisionCode, values: Parameters<typeof sayDecision>[1] = {}) {
  return { code, message: sayDecision(code, values) } as const;
}

const ORDER: readonly VerdictStep[] = ['form', 'alg', 'crit', 'key', 'signature'];

/** Undefined where the step was passed: those after the one at which the verdict fell were not reached. */
function fallAt({ verdict }: DecisionInput, id: VerdictStep): Decided | undefined {
  const fell = verdictStep(verdict);
  if (fell === undefined || ORDER.indexOf(id) < ORDER.indexOf(fell.step)) return undefined;
  if (fell.step !== id) return { outcome: 'skipped', ...said('not-reached') };
  return { outcome: fell.outcome, code: verdict.code, message: verdict.message };
}

function fromVerdict(input: DecisionInput, id: VerdictStep, passed: Pick<Decided, 'code' | 'message'>): Decided {
  return fallAt(input, id) ?? { outcome: 'ok', ...passed };
}

/** Before any key: an attacker chooses what stands in the header. */
function decideAlg(input: DecisionInput): Decided {
  return fallAt(input, 'alg') ?? fromChecks('algorithm', ['alg'])(input);
}

function decideKey(input: DecisionInput): Decided {
  const { verdict, layers } = input;
  if (verdict.code === 'signature-empty') return { outcome: 'ok', ...said('key-not-needed') };
  const isTokens = 'trust' in verdict && verdict.trust === 'token-supplied-key';
  if (!isTokens) return fromVerdict(input, 'key', said('key-fits'));
  const isByDesign = layers.some(({ header }) => isJsonObject(header) && hasKeyByDesign(header));
  return isByDesign ? { outcome: 'ok', ...said('key-by-design') } : { outcome: 'stop', ...said('key-from-token') };
}

function hasKeyByDesign(header: JsonObject): boolean {
  return tokenKeyOf(header)?.kind !== undefined;
}

function decideSignature(input: DecisionInput): Decided {
  return fromVerdict(
    input,
    'signature',
    said(input.verdict.state === 'decrypted' ? 'content-opened' : 'signature-holds'),
  );
}

function hasCrit({ layers }: DecisionInput): boolean {
  return layers.some(({ header }) => isJsonObject(header) && Object.hasOwn(header, 'crit'));
}

/** That the token began is not the whole of its time. */
function decideTime(input: DecisionInput): Decided {
  const decided = fromChecks('time', TIMES)(input);
  const ignored = input.checks.find(isIgnored);
  if (ignored === undefined || decided.outcome === 'stop') return decided;
  return { outcome: 'not-asked', code: ignored.code, message: ignored.message, refs: ignored.refs };
}

function decideRules(input: DecisionInput): Decided {
  const ids = input.checks.map(({ id }) => id).filter((id) => !PLACED.has(id));
  return fromChecks('rest', ids)(input);
}

/** The first that fails stops; the first that cannot be compared leaves the step open. */
function fromChecks(what: string, ids: readonly string[]): StepEntry['decide'] {
  return ({ checks }) => {
    const asked = checks.filter(({ id }) => ids.includes(id));
    for (const [outcome, decided] of BY_OUTCOME) {
      const found = asked.find((check) => check.outcome === outcome);
      if (found !== undefined) return { outcome: decided, code: found.code, message: found.message, refs: found.refs };
    }
    return { outcome: 'not-asked', ...said('nothing-asked', { what }) };
  };
}

const BY_OUTCOME = [
  ['fail', 'stop'],
  ['cannot', 'cannot'],
  ['pass', 'ok'],
] as const;

function concludeFrom(steps: readonly DecisionStep[], checks: readonly Check[]): Conclusion {
  const stopped = steps.findIndex(({ outcome }) => outcome === 'stop') + 1;
  if (stopped > 0) return { outcome: 'refuse', step: stopped, ...said('would-refuse', { step: stopped }) };
  const open = steps.findIndex(({ outcome }) => outcome === 'cannot') + 1;
  if (open > 0) return { outcome: 'undecided', step: open, ...said('cannot-decide', { step: open }) };
  const asks = ALWAYS_ASKED.filter(([id]) => checks.some((check) => check.id === id && isLeftOut(check)));
  if (asks.length === 0) return { outcome: 'accept', ...said('would-accept') };
  const names = asks.map(([, name]) => name);
  return { outcome: 'undecided', ...said('not-enough-asked', { asks: names }) };
}

/**
 * RFC 8725 sections 3.1, 3.8 and 3.9, RFC 9449 section 4.3, RFC 9901 section 7.3. What a token does not say it cannot be
 * asked for.
 */
const ALWAYS_ASKED = [
  ['alg', 'the allowed algorithms'],
  ['iss', 'the issuer'],
  ['aud', 'the audience'],
  ['exp', 'the end (“exp”)'],
  ['dpop-htm', 'the method'],
  ['dpop-htu', 'the URL'],
  ['kb-aud', 'the audience of the key binding'],
  ['kb-nonce', 'the nonce of the key binding'],
] as const;

function isLeftOut(check: Check): boolean {
  const { outcome, said: says = [] } = check;
  return isIgnored(check) || (outcome === 'not-asked' && says.length > 0);
}

/** Also where what the token says is no moment. */
function isIgnored({ code }: Check): boolean {
  return code === 'exp-ignored';
}
