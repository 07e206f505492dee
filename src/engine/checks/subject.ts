/** What most checks look at: the claims set of the innermost layer, and the header over it. */
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Json, JsonObject, Layer } from '../types.ts';
import { cannot, notAsked, type Outcome } from './check.ts';

/** Why there are no claims to look at. */
export type NoClaims = 'claims-sealed' | 'claims-elsewhere' | 'claims-unreadable';

export interface ClaimsSubject {
  /** empty where it cannot be read */
  readonly header: JsonObject;
  /** `alg` of each signature that counts, each once; empty where none can be read */
  readonly algs: readonly string[];
  /** of an SD-JWT with the disclosures in place */
  readonly claims: JsonObject | NoClaims;
}

/** Of the layers, outermost first; undefined where there is none. */
export function claimsSubjectOf(layers: readonly Layer[]): ClaimsSubject | undefined {
  const layer = layers.at(-1);
  if (layer === undefined) return undefined;
  const header = isJsonObject(layer.header) ? layer.header : {};
  return { header, algs: algsOf(layer, header), claims: claimsOf(layer) };
}

/** The claims set of a layer, or why there is none to look at. */
export function claimsOf({ type, payload, processedPayload }: Layer): JsonObject | NoClaims {
  const value = processedPayload ?? payload?.json;
  if (isJsonObject(value)) return value;
  if (payload !== undefined) return 'claims-unreadable';
  return type === 'jwe' ? 'claims-sealed' : 'claims-elsewhere';
}

/** Of several signatures those that were verified count; where none was, all of them. */
function algsOf({ signatures = [] }: Layer, header: JsonObject): readonly string[] {
  const verified = signatures.filter(({ verdict }) => verdict.state === 'verified');
  const counted = (verified.length > 0 ? verified : signatures).map((one) => one.header);
  const headers = counted.length > 0 ? counted.filter(isJsonObject) : [header];
  const algs = headers.map((one) => ownMember(one, 'alg')).filter((alg) => typeof alg === 'string');
  return [...new Set(algs)];
}

/** The answer where there are no claims: what was asked cannot be compared. */
export function withoutClaims(code: NoClaims, isAsked: boolean): Outcome {
  return isAsked ? cannot(code) : notAsked(code);
}

/** The claim as it stands; undefined where it is not there, or no claims are. */
export function claimIn({ claims }: ClaimsSubject, name: string): Json | undefined {
  return typeof claims === 'string' ? undefined : ownMember(claims, name);
}

/** What a claim says that is a string, or a list of strings. */
export function saidBy(name: string): (subject: ClaimsSubject) => readonly string[] {
  return (subject) => textsOf(claimIn(subject, name));
}

export function textsOf(value: Json | undefined): readonly string[] {
  const list = isJsonArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string');
}

/** For a sentence that says what a claim is instead of what it must be. */
export function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'a list';
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
