/** What kinds and issuers are told from: the header and the claims, read without trust. */
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Form, Json, JsonObject } from '../types.ts';

export interface TokenFacts {
  readonly form: Form;
  /** empty where it cannot be read */
  readonly header: JsonObject;
  /** empty where the payload is no JSON object, encrypted or elsewhere */
  readonly claims: JsonObject;
  /** `typ` of the header as a media type, see `mediaTypeOf` */
  readonly typ: string | undefined;
}

const NOTHING: JsonObject = {};

export function factsOf(header: Json | undefined, payload: Json | undefined, form: Form): TokenFacts {
  const parameters = isJsonObject(header) ? header : NOTHING;
  const claims = isJsonObject(payload) ? payload : NOTHING;
  return { form, header: parameters, claims, typ: mediaTypeOf(ownMember(parameters, 'typ')) };
}

/**
 * `typ` or `cty` for comparing: in lower case, without `application/` where no other slash follows
 * (RFC 7515 sections 4.1.9 and 4.1.10). Undefined where it is no string, or empty.
 */
export function mediaTypeOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const lower = value.toLowerCase();
  const rest = lower.slice('application/'.length);
  return lower.startsWith('application/') && !rest.includes('/') ? rest : lower;
}

/** A member that is a string with something in it. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = ownMember(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function objectOf(object: JsonObject, name: string): JsonObject | undefined {
  const value = ownMember(object, name);
  return isJsonObject(value) ? value : undefined;
}

/** `null` says that there is nothing, so it does not count as there. */
export function has(object: JsonObject, name: string): boolean {
  const value = ownMember(object, name);
  return value !== undefined && value !== null;
}

export function hasAll(object: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => has(object, name));
}

/** Those of `names` that are there, in the order of `names`. */
export function present(object: JsonObject, names: readonly string[]): readonly string[] {
  return names.filter((name) => has(object, name));
}

/** A string, or the strings of a list: `aud` (RFC 7519 section 4.1.3) and whatever else has its shape. */
export function textsOf(object: JsonObject, name: string): readonly string[] {
  const value = ownMember(object, name);
  if (typeof value === 'string') return [value];
  return isJsonArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
