/** What the cell 'Time and claims' says, as facts for the words. */
import { timeVerdict, timeVerdictWithoutExp } from '../../engine/claims/lifetime.ts';
import { isJsonObject, ownMember } from '../../engine/token/json-kind.ts';
import type { Expectations, JsonObject } from '../../engine/types.ts';
import type { Zone } from '../../words/claims-tab.ts';
import type { FailedCheck, Judged, TimeFacts } from '../../words/time-cell.ts';
import type { LayerView, WorkbenchView } from '../../workbench/types.ts';
import { isEncrypted } from '../open-layer.ts';
import { skewOf } from '../timeline/timeline-facts.ts';

type Unjudged = Exclude<TimeFacts, { readonly kind: 'judged' }>;

/** The claims of the innermost layer, or why there are none. */
export type Claims = Unjudged | { readonly kind: 'claims'; readonly claims: JsonObject };

export function innermostClaims(view: Pick<WorkbenchView, 'text' | 'layers' | 'detached'>): Claims {
  if (view.text.trim() === '') return { kind: 'nothing' };
  const layer = view.layers.at(-1);
  if (layer === undefined) return { kind: 'no-claims' };
  const claims = layer.processedPayload ?? layer.content?.json;
  if (isJsonObject(claims)) return { kind: 'claims', claims };
  if (layer.content !== undefined) return { kind: 'no-claims' };
  return withoutContent(layer, view.detached);
}

function withoutContent({ verdict, opened, depth }: LayerView, detached: WorkbenchView['detached']): Unjudged {
  if (verdict.busy) return { kind: 'waiting' };
  if (isEncrypted(opened)) return { kind: 'locked' };
  return depth === 0 && detached.needed ? { kind: 'elsewhere' } : { kind: 'no-claims' };
}

const MOMENTS = ['exp', 'nbf'] as const;

/** The moments at which what is said of the claims may change, in seconds since the epoch. */
export function momentsOf(claims: Claims, skewSeconds: number, { ignoreExp }: Expectations): readonly number[] {
  if (claims.kind !== 'claims') return [];
  return MOMENTS.flatMap((name) => {
    if (name === 'exp' && ignoreExp) return [];
    const moment = ownMember(claims.claims, name);
    if (typeof moment !== 'number' || !Number.isFinite(moment)) return [];
    return [moment, name === 'exp' ? moment + skewSeconds : moment - skewSeconds];
  });
}

/** `clock`: what it says, in seconds since the epoch. */
export function timeFacts(
  { checks, meaningMissing, expectations, asOf }: WorkbenchView,
  claims: Claims,
  clock: number,
  zone: Zone,
): TimeFacts {
  if (claims.kind !== 'claims') return claims;
  if (checks === undefined && !meaningMissing && isAnythingAsked(expectations)) return { kind: 'waiting' };
  const now = asOf ?? clock;
  const skewSeconds = skewOf({ expectations });
  const judge = expectations.ignoreExp ? timeVerdictWithoutExp : timeVerdict;
  const verdict = judge(claims.claims, now, skewSeconds);
  const failed = failedChecks(checks ?? [], expectations);
  return { kind: 'judged', verdict, failed, skewSeconds, now, isNow: asOf === undefined, zone };
}

/** Until the checks have come, nothing is said of claims that they may refuse. The clock is asked here. */
function isAnythingAsked({ clockSkewSeconds: _skew, ignoreExp: _exp, ...asked }: Expectations): boolean {
  return Object.values(asked).some((one) => one !== undefined);
}

/** Told by the time verdict, with the skew and by the second. */
const TOLD: ReadonlySet<string> = new Set(['exp', 'nbf']);

function failedChecks(
  checks: NonNullable<WorkbenchView['checks']>,
  expectations: Expectations,
): readonly FailedCheck[] {
  return checks
    .filter(({ id, outcome }) => outcome === 'fail' && !TOLD.has(id))
    .map(({ id }) => ({ id, asked: askedText(id, expectations) }));
}

const LONGEST_ASKED = 80;

function askedText(id: string, { audience, issuer, typ, algorithms }: Expectations): string | undefined {
  const asked = { aud: audience, iss: issuer, typ, alg: algorithms }[id];
  if (asked === undefined) return undefined;
  const words = typeof asked === 'string' ? asked : asked.join(' or ');
  return words.length > LONGEST_ASKED ? `${words.slice(0, LONGEST_ASKED)}…` : words;
}

/** How near a moment of the token is, in steps that are worth saying aloud: five minutes before it, and one. */
export function stageOf(facts: TimeFacts): string {
  if (facts.kind !== 'judged') return facts.kind;
  const { verdict, failed, now, isNow } = facts;
  const names = failed.map(({ id }) => id).join(' ');
  return [verdict.state, names, isNow ? stepsTo(verdict) : now].join(' ');
}

function stepsTo(verdict: Judged['verdict']): number {
  if (verdict.state !== 'valid') return 0;
  return [60, 300].filter((step) => verdict.left > step).length;
}
