/** What kinds of token have in common for the rules. */
import type { KindName } from '../claims/kinds/names.ts';

/** What `Inspection.kind` may name: `verdict/token-key.ts` has a longer name for the OpenID4VCI proof. */
export type Kind = KindName | 'OpenID4VCI key proof' | '';

const group = (...kinds: readonly Kind[]): ReadonlySet<string> => new Set(kinds);

/** The proof is made with the key in its header. */
export const CARRIES_KEY = group('DPoP proof', 'OpenID4VCI proof', 'OpenID4VCI key proof', 'ACME request');

/** Verifiers of these start from an authority that they trust, so the certificates travel along. */
export const CARRIES_CERTIFICATE = group(
  ...(['SD-JWT', 'SD-JWT VC', 'W3C credential', 'W3C presentation', 'status list', 'request object'] as const),
  ...(['key attestation', 'wallet attestation', 'verifier attestation', 'client attestation'] as const),
  ...(['OpenID4VCI proof', 'OpenID4VCI key proof', 'entity attestation token', 'PASSporT'] as const),
);

/** Keys are named by the address of their holder, which is compared and never fetched. */
export const KID_IS_ADDRESS = group(
  ...(['ACME request', 'ACME account binding', 'W3C credential', 'W3C presentation', 'SD-JWT VC'] as const),
  ...(['OpenID4VCI proof', 'OpenID4VCI key proof', 'entity statement', 'entity configuration'] as const),
);

export const ID_TOKEN = group('ID token');
export const RFC_9068 = group('access token (RFC 9068)');
export const ACCESS_TOKEN = group(
  ...(['access token', 'access token (RFC 9068)', 'SimpleJWT access token', 'SimpleJWT sliding token'] as const),
);
export const REFRESH_TOKEN = group('refresh token', 'SimpleJWT refresh token');
export const SIMPLE_JWT = group('SimpleJWT access token', 'SimpleJWT refresh token', 'SimpleJWT sliding token');
export const DPOP_PROOF = group('DPoP proof');
export const LOGOUT_TOKEN = group('logout token');
export const CLIENT_ASSERTION = group('client assertion', 'JWT bearer grant');

/** Made for one moment, or checked by another rule than by expiry. */
export const WITHOUT_EXPIRY = group(
  ...(['security event token', 'DPoP proof', 'key binding JWT', 'PASSporT', 'OpenID4VCI proof'] as const),
  ...(['OpenID4VCI key proof', 'ACME request', 'ACME account binding', 'client attestation proof'] as const),
  ...(['trust mark delegation', 'software statement', 'signed JWK Set', 'nested JWT'] as const),
);

/** Many of these never expire; it is worth a note. */
export const EXPIRY_OPTIONAL = group(
  ...(['SD-JWT', 'SD-JWT VC', 'status list', 'userinfo response', 'introspection response', 'logout token'] as const),
  ...(['W3C credential', 'W3C presentation', 'trust mark', 'trust mark status', 'request object'] as const),
  ...(['key attestation', 'wallet attestation', 'verifier attestation', 'entity attestation token'] as const),
  ...(['registration response', 'opaque access token'] as const),
);

/** Meant for whoever trusts the issuer, or for the one who asked: no audience is named. */
export const WITHOUT_AUDIENCE = group(
  ...(['SD-JWT', 'SD-JWT VC', 'W3C credential', 'status list', 'DPoP proof', 'PASSporT', 'trust mark'] as const),
  ...(['trust mark delegation', 'entity statement', 'entity configuration', 'resolve response'] as const),
  ...(['key attestation', 'client attestation', 'wallet attestation', 'verifier attestation'] as const),
  ...(['software statement', 'signed JWK Set', 'entity attestation token', 'ACME request', 'nested JWT'] as const),
  ...(['ACME account binding', 'SimpleJWT access token', 'SimpleJWT refresh token', 'API key'] as const),
  ...(['SimpleJWT sliding token', 'security event token', 'session token', 'trust mark status'] as const),
);
