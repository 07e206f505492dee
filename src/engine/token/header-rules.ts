/** What a JOSE Header must be by RFC 7515 section 4, RFC 7518 section 3.6 and RFC 7797, as far as letters show it. */
import type { Json, JsonObject, Values } from '../types.ts';
import { isJsonArray, ownMember } from './json-kind.ts';

export interface BrokenRule {
  readonly code: 'alg-missing' | 'crit-invalid' | 'b64-not-critical';
  readonly values: Values;
  /** the header parameter that breaks the rule */
  readonly name: string;
}

/** Parameters of RFC 7515 section 4.1, RFC 7516 section 4.1 and RFC 7518 section 4, which `crit` must not name. */
const STANDARD_PARAMETERS: ReadonlySet<string> = new Set([
  ...['alg', 'jku', 'jwk', 'kid', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'typ', 'cty', 'crit', 'enc', 'zip'],
  ...['epk', 'apu', 'apv', 'iv', 'tag', 'p2s', 'p2c'],
]);

/**
 * The rules that a protected header breaks, in the order in which the verdict names them. `joined`, the JOSE Header with
 * the unprotected parameters, is where `alg` and the names in `crit` may stand (RFC 7515 sections 4.1.1 and 4.1.11).
 */
export function brokenHeaderRules(header: JsonObject, joined: JsonObject = header): readonly BrokenRule[] {
  return [...brokenAlg(joined), ...brokenCrit(header, joined), ...brokenB64(header)];
}

/** `alg` must be there, and a string. */
export function brokenAlg(header: JsonObject): readonly BrokenRule[] {
  const alg = ownMember(header, 'alg');
  if (typeof alg === 'string') return [];
  return [{ code: 'alg-missing', values: { found: alg === undefined ? 'absent' : kindOf(alg) }, name: 'alg' }];
}

/** RFC 7515 section 4.1.11: a list of at least one name, each once, present in the header and none of the standard's. */
function brokenCrit(header: JsonObject, joined: JsonObject): readonly BrokenRule[] {
  const crit = ownMember(header, 'crit');
  if (crit === undefined) return [];
  const values = critFault(joined, crit);
  return values === undefined ? [] : [{ code: 'crit-invalid', values, name: 'crit' }];
}

function critFault(header: JsonObject, crit: Json): Values | undefined {
  if (!isJsonArray(crit)) return { reason: 'not-a-list' };
  if (crit.length === 0) return { reason: 'empty' };
  const names = namesIn(crit);
  if (names.length < crit.length) return { reason: 'not-strings' };
  const duplicate = names.find((name, index) => names.indexOf(name) < index);
  if (duplicate !== undefined) return { reason: 'duplicate', name: shortened(duplicate) };
  const standard = names.find((name) => STANDARD_PARAMETERS.has(name));
  if (standard !== undefined) return { reason: 'registered', name: standard };
  const absent = names.find((name) => !Object.hasOwn(header, name));
  return absent === undefined ? undefined : { reason: 'absent', name: shortened(absent) };
}

/** RFC 7797 section 6: `b64` must be named in `crit`. */
function brokenB64(header: JsonObject): readonly BrokenRule[] {
  if (!Object.hasOwn(header, 'b64') || criticalNames(header).includes('b64')) return [];
  return [{ code: 'b64-not-critical', values: {}, name: 'b64' }];
}

/** The names that `crit` holds. */
export function criticalNames(header: JsonObject): readonly string[] {
  const crit = ownMember(header, 'crit');
  return isJsonArray(crit) ? namesIn(crit) : [];
}

/**
 * The first critical parameter that is not understood here: any but `b64`, and `b64` where it is neither true nor false
 * or stands in a JWE, whose plaintext is never encoded (RFC 7797 section 3 is about JWS alone).
 */
export function unknownCritical(header: JsonObject, type: 'jws' | 'jwe' = 'jws'): string | undefined {
  return criticalNames(header).find(
    (name) => type === 'jwe' || name !== 'b64' || typeof ownMember(header, 'b64') !== 'boolean',
  );
}

/** Whether the payload stands in the token as it is (RFC 7797 section 3). */
export function isUnencodedPayload(header: Json | undefined): boolean {
  return typeof header === 'object' && header !== null && 'b64' in header && header.b64 === false;
}

function namesIn(list: readonly Json[]): readonly string[] {
  return list.filter((item) => typeof item === 'string');
}

/** What a value is, in words, with its article. */
export function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'a list';
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A name from the token, short enough for a sentence. */
export function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}
