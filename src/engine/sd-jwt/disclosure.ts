/** A disclosure (RFC 9901 section 4.2): base64url of the JSON array [salt, name, value] or [salt, value]. */
import { decodeBase64url } from '../token/base64url.ts';
import { parseJson } from '../token/json.ts';
import { isJsonArray } from '../token/json-kind.ts';
import { decodeUtf8 } from '../token/utf8.ts';
import type { Json } from '../types.ts';

export type DisclosureKind = 'object-property' | 'array-element';

/** Why a text is no disclosure. `length`: the array has neither two nor three elements. */
export type DisclosureReason =
  | 'empty'
  | 'not-base64url'
  | 'not-utf8'
  | 'not-json'
  | 'not-a-list'
  | 'length'
  | 'salt-not-text'
  | 'name-not-text'
  | 'name-reserved';

export type DisclosureContent =
  | {
      readonly ok: true;
      readonly kind: 'object-property';
      readonly salt: string;
      readonly name: string;
      readonly value: Json;
      /** the array as the issuer wrote it */
      readonly json: string;
    }
  | {
      readonly ok: true;
      readonly kind: 'array-element';
      readonly salt: string;
      readonly value: Json;
      readonly json: string;
    }
  | {
      readonly ok: false;
      readonly reason: DisclosureReason;
      /** what it decodes to, where that is text at all */
      readonly json?: string;
    };

/** Names that stand for digests and so for no claim (RFC 9901 section 4.1). */
const DIGEST_NAMES: ReadonlySet<string> = new Set(['_sd', '...']);

/**
 * Reads a disclosure as it stands in the token. Its base64url is taken by the letter, as that of any other part of a
 * token; where it is faulty, `json` is what can be read all the same. Never throws.
 */
export function decodeDisclosure(text: string): DisclosureContent {
  if (text === '') return { ok: false, reason: 'empty' };
  const decoded = decodeBase64url(text);
  const read = decoded.bytes && decodeUtf8(decoded.bytes);
  const json = read?.ok ? read.text : undefined;
  if (!decoded.strict) return { ok: false, reason: 'not-base64url', ...(json !== undefined && { json }) };
  return json === undefined ? { ok: false, reason: 'not-utf8' } : contentOf(json);
}

function contentOf(json: string): DisclosureContent {
  const list = parseJson(json).value;
  if (list === undefined) return { ok: false, reason: 'not-json', json };
  if (!isJsonArray(list)) return { ok: false, reason: 'not-a-list', json };
  const [salt, second, third] = list;
  if (second === undefined || list.length > 3) return { ok: false, reason: 'length', json };
  if (typeof salt !== 'string') return { ok: false, reason: 'salt-not-text', json };
  if (third === undefined) return { ok: true, kind: 'array-element', salt, value: second, json };
  if (typeof second !== 'string') return { ok: false, reason: 'name-not-text', json };
  if (DIGEST_NAMES.has(second)) return { ok: false, reason: 'name-reserved', json };
  return { ok: true, kind: 'object-property', salt, name: second, value: third, json };
}
