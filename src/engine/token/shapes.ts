/** What a read token is made of. Positions stay with the values, so every character can be found again. */
import type { Json, JsonObject, Problem, Verdict } from '../types.ts';
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

export type PartName =
  | SegmentName
  | 'encrypted-key'
  | 'iv'
  | 'ciphertext'
  | 'tag'
  | 'aad'
  | 'disclosure'
  | 'key-binding';

/** One encoded part of a token in any serialization, for colouring and for looking at. */
export interface EncodedPart {
  readonly name: PartName;
  /** offsets of its characters in the cleaned token text; in JSON those between the quotation marks */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly bytes: Uint8Array | undefined;
  /** which signature, recipient or disclosure it belongs to, from 0; left out where it belongs to all */
  readonly index?: number;
}

export type Serialization = 'compact' | 'flattened' | 'general';

/** A JOSE object of any serialization (RFC 7515 section 7, RFC 7516 section 7), read as far as it goes. */
export type JoseObject = JwsObject | JweObject;

interface ObjectBase {
  readonly serialization: Serialization;
  readonly parts: readonly EncodedPart[];
  /** what is wrong with the whole, and with what belongs to all signatures or recipients */
  readonly problems: readonly Problem[];
}

export interface JwsObject extends ObjectBase {
  readonly type: 'jws';
  /** a `~` stands behind the token, or its unprotected header holds disclosures (RFC 9901 sections 4 and 8) */
  readonly isSdJwt: boolean;
  readonly payload: JwsPayload;
  /** one in the compact and flattened serializations */
  readonly signatures: readonly JwsSignature[];
}

export interface JwsPayload {
  /** the characters that were signed, as they stand; undefined or '' where the content is elsewhere */
  readonly text: string | undefined;
  readonly bytes: Uint8Array | undefined;
  readonly content: Content;
}

export interface HeaderParts {
  /** BASE64URL(UTF8(protected header)) as it stands; '' where there is none */
  readonly protectedText: string;
  readonly protectedHeader: JsonObject | undefined;
  readonly unprotectedHeader: JsonObject | undefined;
  /** all of them joined; undefined where none can be read */
  readonly header: JsonObject | undefined;
}

export interface JwsSignature extends HeaderParts {
  readonly alg: string | undefined;
  /** false: the payload is signed as it is (RFC 7797) */
  readonly isEncoded: boolean;
  readonly signatureText: string;
  /** undefined where the characters are not base64url by the letter */
  readonly signature: Uint8Array | undefined;
  readonly problems: readonly Problem[];
  /** by steps 1 to 4 of 'Order within a layer'; undefined where the keys decide */
  readonly verdict: Verdict | undefined;
}

export interface JweObject extends ObjectBase {
  readonly type: 'jwe';
  readonly protectedText: string;
  readonly protectedHeader: JsonObject | undefined;
  readonly sharedHeader: JsonObject | undefined;
  readonly iv: Uint8Array | undefined;
  readonly ciphertext: Uint8Array | undefined;
  readonly tag: Uint8Array | undefined;
  /** BASE64URL(JWE AAD) as it stands */
  readonly aadText: string | undefined;
  readonly recipients: readonly JweRecipient[];
}

export interface JweRecipient extends HeaderParts {
  readonly alg: string | undefined;
  readonly enc: string | undefined;
  readonly encryptedKey: Uint8Array | undefined;
  readonly problems: readonly Problem[];
  /** by steps 1 to 3; undefined where the keys decide */
  readonly verdict: Verdict | undefined;
}
