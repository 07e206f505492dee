/** Explicit types: the media type in `typ` names the kind. */
import type { Reason } from '../because.ts';
import { mediaTypeOf, type TokenFacts, textOf } from '../facts.ts';
import { type Told, told } from './kind.ts';
import type { KindName } from './names.ts';

/** Keys are what `mediaTypeOf` gives. `jwt` and `jose` are left out: they name no kind. */
const KIND_OF_TYP: ReadonlyMap<string, KindName> = new Map([
  ['at+jwt', 'access token (RFC 9068)'],
  ['dpop+jwt', 'DPoP proof'],
  ['logout+jwt', 'logout token'],
  ['secevent+jwt', 'security event token'],
  ['client-authentication+jwt', 'client assertion'],
  ['oauth-id-jag+jwt', 'identity assertion grant'],
  ['txntoken+jwt', 'transaction token'],
  ['oauth-authz-req+jwt', 'request object'],
  ['token-introspection+jwt', 'introspection response'],
  ['sd+jwt', 'SD-JWT'],
  ['dc+sd-jwt', 'SD-JWT VC'],
  ['vc+sd-jwt', 'SD-JWT VC'],
  ['kb+jwt', 'key binding JWT'],
  ['vc+jwt', 'W3C credential'],
  ['vc+ld+jwt', 'W3C credential'],
  ['vp+jwt', 'W3C presentation'],
  ['vp+ld+jwt', 'W3C presentation'],
  ['statuslist+jwt', 'status list'],
  ['openid4vci-proof+jwt', 'OpenID4VCI proof'],
  ['key-attestation+jwt', 'key attestation'],
  ['keyattestation+jwt', 'key attestation'],
  ['oauth-client-attestation+jwt', 'client attestation'],
  ['oauth-client-attestation-pop+jwt', 'client attestation proof'],
  ['wallet-attestation', 'wallet attestation'],
  ['wallet-attestation+jwt', 'wallet attestation'],
  ['verifier-attestation+jwt', 'verifier attestation'],
  ['entity-statement+jwt', 'entity statement'],
  ['explicit-registration-response+jwt', 'registration response'],
  ['resolve-response+jwt', 'resolve response'],
  ['trust-mark+jwt', 'trust mark'],
  ['trust-mark-delegation+jwt', 'trust mark delegation'],
  ['trust-mark-status-response+jwt', 'trust mark status'],
  ['jwk-set+jwt', 'signed JWK Set'],
  ['eat+jwt', 'entity attestation token'],
  ['passport', 'PASSporT'],
]);

export function kindByTyp({ typ, header, claims }: TokenFacts): Told | undefined {
  const kind = typ === undefined ? undefined : KIND_OF_TYP.get(typ);
  if (kind === undefined) return undefined;
  const reason: Reason = { code: 'typ', values: { found: textOf(header, 'typ') ?? '' } };
  const issuer = textOf(claims, 'iss');
  // An entity that speaks about itself: OpenID Federation 1.0 calls that its configuration.
  const isOwn = kind === 'entity statement' && issuer !== undefined && issuer === textOf(claims, 'sub');
  return told(isOwn ? 'entity configuration' : kind, 'typ', reason);
}

/** `cty` of a nested JWT is `JWT` (RFC 7519 section 5.2). */
export function nestedJwt({ header }: TokenFacts): Told | undefined {
  const cty = textOf(header, 'cty');
  if (cty === undefined || mediaTypeOf(cty) !== 'jwt') return undefined;
  return told('nested JWT', 'shape', { code: 'cty', values: { found: cty } });
}
