/** Findings that depend on what kind of token it is. */
import { text } from '../sentence.ts';
import { shown, words } from './words.ts';

export const KIND_WORDS = {
  'refresh-token-pasted': words(
    'This is a refresh token, or looks like one: it makes new access tokens.',
    'Send it to its issuer only, never to an API. Once it was shared, let the issuer revoke it.',
  ),
  'simplejwt-hash-password': words(
    '“hash_password” is an MD5 of the stored password hash: SimpleJWT ends tokens with it when a password changes.',
    'Keep such tokens short-lived and on TLS: everyone who holds one can read it.',
  ),
  // values: found, expected
  'simplejwt-wrong-type': words(
    (v) => `The “token_type” is ${shown(v, 'found')}; expected is ${shown(v, 'expected')}.`,
    'Send the access token of the pair. Django REST framework answers “Token has wrong type”.',
  ),
  'id-token-as-access': words(
    'This is an ID token, and it was pasted as a Bearer token.',
    'Send an access token to an API. An ID token tells its client who signed in, and is for nobody else.',
  ),
  // values: names
  'at-jwt-missing-claim': words(
    (v) => `An access token of RFC 9068 lacks ${text(v, 'names')}.`,
    'Let the issuer send all seven: iss, exp, aud, sub, client_id, iat and jti.',
  ),
  // values: alg
  'at-jwt-alg': words(
    (v) => `An access token of RFC 9068 is made with ${text(v, 'alg')}.`,
    'Let the issuer sign with a key pair; every issuer of such tokens must be able to use RS256.',
  ),
  // values: fault, name
  'logout-token-rules': words((v) => {
    switch (v.fault) {
      case 'event':
        return 'The logout token lacks the event http://schemas.openid.net/event/backchannel-logout.';
      case 'nonce':
        return 'The logout token has a “nonce”, which is forbidden: it could be taken for an ID token.';
      case 'subject':
        return 'The logout token has neither “sub” nor “sid”, so it does not say who is to be logged out.';
      default:
        return `The logout token has no “${text(v, 'name')}”.`;
    }
  }, 'Let the provider send what OpenID Connect Back-Channel Logout section 2.4 asks for.'),
  // values: fault ('events' | 'exp' | 'sub')
  'set-rules': words((v) => {
    if (v.fault === 'events') return 'The security event token has no object “events”.';
    return v.fault === 'exp'
      ? 'The security event token has “exp”, which is not recommended: an event stays true.'
      : 'The security event token has “sub” at the top; the event itself says whom it is about.';
  }, 'Let the issuer keep to RFC 8417 section 2.2, so that the token cannot be taken for an access token.'),
  // values: fault, name
  'dpop-proof-rules': words((v) => {
    switch (v.fault) {
      case 'alg':
        return 'The DPoP proof is not made with a key pair.';
      case 'jwk':
        return 'The DPoP proof has no “jwk” in its header.';
      default:
        return `The DPoP proof has no “${text(v, 'name')}”.`;
    }
  }, 'Let the client make proofs as RFC 9449 section 4.2 says; a server refuses this one.'),
  'dpop-htu-query': words('“htu” has a query or a fragment.', 'Let the client leave both out.'),
  // values: htm
  'dpop-htm-case': words(
    (v) => `“htm” is ${shown(v, 'htm')}; methods are written in capitals.`,
    'Let the client write the method as it is in the request.',
  ),
  'dpop-ath-missing': words(
    'An access token is here, and the proof has no “ath” that ties it to one.',
    'Let the client add the hash of the access token (RFC 9449 section 4.2).',
  ),
  // values: seconds
  'dpop-iat-window': words(
    (v) => `The proof is ${text(v, 'seconds')} seconds away from now.`,
    'Make a new one for each request; servers take proofs for seconds or minutes.',
  ),
  'cnf-bound': words(
    'The token is bound to a key (“cnf”).',
    'Take it only with a proof that the sender has that key. Used as a plain Bearer token, it must be refused.',
  ),
  'cnf-multiple-keys': words(
    '“cnf” names more than one key.',
    'Let the issuer name exactly one (RFC 7800 section 3.1).',
  ),
  // values: member
  'cnf-private-key': words(
    (v) => `The key in “cnf” is private or secret: it has ${shown(v, 'member')}.`,
    'Take the key out of use, and let the issuer put in the public half.',
  ),
  // values: fault ('note' | 'life')
  'client-assertion-rules': words(
    (v) =>
      v.fault === 'life'
        ? 'The client assertion lives longer than ten minutes.'
        : 'This looks like a client assertion: the client speaks for itself.',
    (v) =>
      v.fault === 'life'
        ? 'Make a new one for each request, and let it live for a minute or so.'
        : 'Name the issuer identifier of the authorization server in “aud”, and use the assertion once.',
  ),
  // values: found
  'sd-jwt-alg-unknown': words(
    (v) =>
      v.found === ''
        ? 'There is no “_sd_alg”, so the digests are by SHA-256.'
        : `“_sd_alg” is ${shown(v, 'found')}, which is no known name of a hash.`,
    (v) => (v.found === '' ? 'Nothing needs to be done.' : 'Use a name of the IANA registry, such as sha-256.'),
  ),
  'sd-jwt-disclosure-unreferenced': words(
    'A disclosure belongs to no digest in the token.',
    'Refuse the presentation.',
  ),
  'sd-jwt-digest-duplicate': words('The same digest or disclosure is there twice.', 'Refuse the presentation.'),
  'sd-jwt-disclosure-shape': words(
    'A disclosure, or the place for one, is not as it must be.',
    'Refuse the presentation.',
  ),
  // values: bytes, index
  'sd-jwt-weak-salt': words(
    (v) => `The salt of disclosure ${text(v, 'index')} has ${text(v, 'bytes')} bytes.`,
    'Use 16 random bytes: with fewer, a hidden value can be guessed from its digest.',
  ),
  'sd-jwt-kb-missing': words(
    'The token is bound to a key of its holder, and there is no key binding JWT.',
    'Ask the holder for one wherever it matters who shows the token.',
  ),
  // values: fault, name
  'sd-jwt-kb-rules': words(
    (v) =>
      v.fault === 'typ'
        ? 'The key binding JWT does not have the “typ” kb+jwt.'
        : `The key binding JWT has no “${text(v, 'name')}”.`,
    'Refuse the presentation (RFC 9901 section 4.3).',
  ),
  'sd-jwt-missing-tilde': words(
    'The token has digests for disclosures (“_sd”), and no “~” stands behind it.',
    'End the token with “~” also where nothing is disclosed.',
  ),
  // values: names
  'passport-rules': words(
    (v) => `The PASSporT lacks ${text(v, 'names')}.`,
    'Let the signer add what RFC 8225 and RFC 8588 ask for.',
  ),
  'vc-jwt': words(
    'The token holds a W3C credential or presentation.',
    'Check what is inside as well: the signature around it is the holder’s or the issuer’s.',
  ),
  statuslist: words(
    'Whether the token still counts is said elsewhere, in a status list.',
    'Fetch the list from where you trust it, and look the index up.',
  ),
  'live-credential': words(
    'This looks like a credential that works now.',
    'Do not paste it into pages that you do not trust, and let it be revoked if it has leaked. This page sends nothing anywhere.',
  ),
  'example-token': words(
    'This is a sample from documentation, whose key everyone knows.',
    'Do not take it for a credential.',
  ),
} as const;
