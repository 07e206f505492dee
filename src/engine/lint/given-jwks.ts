/** The JWKs of the keys at hand as they were written: reports keep only the members that are the key. */

import { parseJson } from '../token/json.ts';
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Json, JsonObject } from '../types.ts';

/** Nobody's keys are longer. */
const LONGEST = 200_000;

/** For each key text that is a JWK, a JWK Set or a list of JWKs (RFC 7517 sections 4 and 5), its keys in their order. */
export function givenJwks(keyTexts: readonly string[]): readonly (readonly JsonObject[])[] {
  return keyTexts
    .filter((text) => text.length <= LONGEST && /^[\s\ufeff]*[{[]/.test(text))
    .map((text) => jwksIn(parseJson(text.replace(/^\ufeff/, ' ')).value ?? null));
}

function jwksIn(value: Json): readonly JsonObject[] {
  if (isJsonArray(value)) return value.filter(isJwk);
  if (isJwk(value)) return [value];
  const keys = isJsonObject(value) ? ownMember(value, 'keys') : undefined;
  return isJsonArray(keys) ? keys.filter(isJwk) : [];
}

function isJwk(value: Json): value is JsonObject {
  return isJsonObject(value) && typeof ownMember(value, 'kty') === 'string';
}
