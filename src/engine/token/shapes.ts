/** What a read token is made of. Positions stay with the values, so every character can be found again. */
import type { Json, Problem } from '../types.ts';
import type { JsonDocument } from './json-shapes.ts';

export type SegmentName = 'header' | 'payload' | 'signature';

/** One run of base64url characters of a compact serialization (RFC 7515 section 7.1). */
export interface Segment {
  readonly name: SegmentName;
  /** offsets in the cleaned token text */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the characters decode to. Where they break a rule, as far as they decode leniently; undefined where not at all. */
  readonly bytes: Uint8Array | undefined;
  /** true where the characters are base64url by the letter (RFC 7515 section 2, RFC 4648 section 5, no padding) */
  readonly strict: boolean;
}

/** The content of a header or payload segment. */
export type Content =
  /** bytes that are UTF-8 and JSON by the letter */
  | { readonly kind: 'json'; readonly text: string; readonly json: JsonDocument; readonly value: Json }
  /** UTF-8 text that is not JSON; `json` holds what could be read of it, with its problems */
  | { readonly kind: 'text'; readonly text: string; readonly json: JsonDocument }
  /** bytes that are not UTF-8; `badByte` is the first byte that cannot be */
  | { readonly kind: 'bytes'; readonly badByte: number }
  /** nothing: an empty segment, or one that does not decode */
  | { readonly kind: 'none' };

/** A compact JWS, read as far as it goes. Never throws, keeps every problem. */
export interface ReadToken {
  /** the cleaned token */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly header: Content;
  readonly payload: Content;
  /** `alg` of the header, where the header is an object and `alg` is a string */
  readonly alg: string | undefined;
  /** problems with spans in the cleaned token text; `open` moves them to the pasted text */
  readonly problems: readonly Problem[];
}
