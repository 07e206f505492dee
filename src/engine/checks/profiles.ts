/** What a profile expects: the rules of one kind of token, put into the terms of the checks. */
import type { KindName } from '../claims/kinds/names.ts';
import { SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import type { Expectations, Profile } from '../types.ts';

/** In the order in which they are offered. */
export const PROFILES: readonly Profile[] = [
  'jwt',
  'id-token',
  'at+jwt',
  'dpop',
  'logout',
  'client-assertion',
  'simplejwt',
];

/** Whoever can check a signature made with a shared secret can make one too, so that these are for issuers with many readers. */
const ASYMMETRIC: readonly string[] = Object.values(SIGNATURE_ALGORITHMS)
  .filter(({ kty }) => kty !== 'oct')
  .map(({ alg }) => alg);

type Filled = Pick<Expectations, 'typ' | 'algorithms' | 'requiredClaims' | 'tokenType'>;

const FILLED: Readonly<Record<Profile, Filled>> = {
  jwt: {},
  // OpenID Connect Core section 2
  'id-token': { algorithms: ASYMMETRIC, requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'] },
  // RFC 9068 sections 2.1, 2.2 and 4
  'at+jwt': {
    typ: 'at+jwt',
    algorithms: ASYMMETRIC,
    requiredClaims: ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'],
  },
  // RFC 9449 sections 4.2 and 4.3
  dpop: { typ: 'dpop+jwt', algorithms: ASYMMETRIC, requiredClaims: ['jti', 'htm', 'htu', 'iat'] },
  // OpenID Connect Back-Channel Logout section 2.4, which recommends a `typ` and does not require it
  logout: { algorithms: ASYMMETRIC, requiredClaims: ['iss', 'aud', 'iat', 'exp', 'jti', 'events'] },
  // RFC 7523 section 3; a client may sign with its secret or with a key, so that the algorithms are for the person to say
  'client-assertion': { requiredClaims: ['iss', 'sub', 'aud', 'exp'] },
  // the defaults of djangorestframework-simplejwt: ALGORITHM, USER_ID_CLAIM, JTI_CLAIM, TOKEN_TYPE_CLAIM
  simplejwt: { algorithms: ['HS256'], tokenType: 'access', requiredClaims: ['token_type', 'exp', 'jti', 'user_id'] },
};

/**
 * What a profile fills in. It never takes what the token says for what is expected of it: issuer, audience and all that
 * belongs to one request stay for the person to say.
 */
export function expectationsOf(profile: Profile): Expectations {
  return { profile, ...FILLED[profile] };
}

const PROFILE_OF_KIND: ReadonlyMap<string, Profile> = new Map<KindName, Profile>([
  ['ID token', 'id-token'],
  ['access token (RFC 9068)', 'at+jwt'],
  ['DPoP proof', 'dpop'],
  ['logout token', 'logout'],
  ['client assertion', 'client-assertion'],
  ['SimpleJWT access token', 'simplejwt'],
]);

/** The profile of the kind that a token most likely is; 'jwt' where that has none of its own. */
export function profileFor(kinds: readonly { readonly name: string }[]): Profile {
  return PROFILE_OF_KIND.get(kinds[0]?.name ?? '') ?? 'jwt';
}
