/** The key that a token brings along in its header (RFC 7515 sections 4.1.3 and 4.1.6). */
import type { Json, JsonObject } from '../types.ts';

export interface TokenKey {
  readonly member: 'jwk' | 'x5c';
  /** a text that `readKey` reads */
  readonly text: string;
  /** the kind of token that carries its key by design, and why it is taken for one; undefined for any other */
  readonly kind: { readonly name: string; readonly because: string } | undefined;
}

/**
 * The public key in the header, `jwk` before the leaf of `x5c`; undefined where there is none. `kid`, `jku`, `x5u` and
 * the thumbprints only name a key and never supply one.
 */
export function tokenKeyOf(header: JsonObject): TokenKey | undefined {
  const jwk = header.jwk;
  if (isObject(jwk)) return { member: 'jwk', text: JSON.stringify(jwk), kind: kindWithKey(header, jwk) };
  const x5c = header.x5c;
  const leaf = Array.isArray(x5c) ? x5c[0] : undefined;
  if (typeof leaf !== 'string') return undefined;
  return { member: 'x5c', text: `-----BEGIN CERTIFICATE-----\n${leaf}\n-----END CERTIFICATE-----`, kind: undefined };
}

/**
 * Proofs of possession carry the public key that they are checked with: RFC 9449 section 4.2, OpenID4VCI, RFC 8555
 * section 6.2. A secret or a private key in the header is no such proof, whatever `typ` says.
 */
function kindWithKey(header: JsonObject, jwk: JsonObject): TokenKey['kind'] {
  if (jwk.kty === 'oct' || jwk.d !== undefined || jwk.priv !== undefined) return undefined;
  const typ = typeof header.typ === 'string' ? header.typ.toLowerCase().replace(/^application\//, '') : '';
  if (typ === 'dpop+jwt') return { name: 'DPoP proof', because: 'typ is dpop+jwt' };
  if (typ === 'openid4vci-proof+jwt') return { name: 'OpenID4VCI key proof', because: 'typ is openid4vci-proof+jwt' };
  if (typeof header.url === 'string' && typeof header.nonce === 'string')
    return { name: 'ACME request', because: 'the header has jwk, url and nonce' };
  return undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
