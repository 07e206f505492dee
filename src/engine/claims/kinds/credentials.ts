/** Credentials with their proofs, lists and statements, told by their claims. */
import { hasClaims, type Reason } from '../because.ts';
import { has, hasAll, objectOf, present, type TokenFacts, textOf, textsOf } from '../facts.ts';
import { type Told, told } from './kind.ts';

/** RFC 9901: the tilde, or digests in the claims themselves. */
export function sdJwt({ form, claims }: TokenFacts): Told | undefined {
  if (form === 'sd-jwt') return told('SD-JWT', 'shape', { code: 'disclosures-behind', values: {} });
  const found = present(claims, ['_sd', '_sd_alg']);
  return found.length > 0 ? told('SD-JWT', 'shape', hasClaims(...found)) : undefined;
}

/** SD-JWT VC names the type of the credential in `vct`. */
export function sdJwtVc({ form, claims }: TokenFacts): Told | undefined {
  if (textOf(claims, 'vct') === undefined) return undefined;
  if (form !== 'sd-jwt') return told('SD-JWT VC', 'hint', hasClaims('vct'));
  return told('SD-JWT VC', 'shape', { code: 'disclosures-and-claims', values: { names: ['vct'] } });
}

/** RFC 9901 section 4.3. */
export function keyBindingJwt({ claims }: TokenFacts): Told | undefined {
  return has(claims, 'sd_hash') ? told('key binding JWT', 'shape', hasClaims('sd_hash')) : undefined;
}

/** Data Model 1.1 has the credential in the claim `vc`; in 2.0 the payload is the credential. */
export function w3cCredential({ claims }: TokenFacts): Told | undefined {
  if (objectOf(claims, 'vc') !== undefined) return told('W3C credential', 'shape', hasClaims('vc'));
  const reason = w3cType(claims, 'VerifiableCredential');
  return reason && told('W3C credential', 'shape', reason);
}

export function w3cPresentation({ claims }: TokenFacts): Told | undefined {
  if (objectOf(claims, 'vp') !== undefined) return told('W3C presentation', 'shape', hasClaims('vp'));
  const reason = w3cType(claims, 'VerifiablePresentation');
  return reason && told('W3C presentation', 'shape', reason);
}

function w3cType(claims: TokenFacts['claims'], found: string): Reason | undefined {
  if (!has(claims, '@context') || !textsOf(claims, 'type').includes(found)) return undefined;
  return { code: 'claim-holds', values: { name: 'type', found } };
}

/** Token Status List: a compressed list under `lst`, so many bits for each token. */
export function statusList({ claims }: TokenFacts): Told | undefined {
  const list = objectOf(claims, 'status_list');
  if (list === undefined || !hasAll(list, ['bits', 'lst'])) return undefined;
  return told('status list', 'shape', hasClaims('status_list'));
}

/** RFC 9711. */
export function attestation({ claims }: TokenFacts): Told | undefined {
  const found = present(claims, ['eat_nonce', 'ueid', 'eat_profile', 'submods', 'measurements']);
  return found.length > 0 ? told('entity attestation token', 'shape', hasClaims(...found)) : undefined;
}

const STATEMENT: readonly string[] = ['metadata', 'authority_hints', 'metadata_policy', 'trust_marks', 'constraints'];

/** OpenID Federation 1.0 section 3: keys of an entity, stated by itself or by a superior. */
export function entityStatement({ claims }: TokenFacts): Told | undefined {
  if (!hasAll(claims, ['iss', 'sub']) || objectOf(claims, 'jwks') === undefined) return undefined;
  const found = present(claims, STATEMENT);
  if (found.length === 0) return undefined;
  const isOwn = textOf(claims, 'iss') === textOf(claims, 'sub');
  return told(isOwn ? 'entity configuration' : 'entity statement', 'shape', hasClaims('jwks', ...found));
}

/** OpenID Federation 1.0 section 7.1. */
export function trustMark({ claims }: TokenFacts): Told | undefined {
  return has(claims, 'trust_mark_type') ? told('trust mark', 'shape', hasClaims('trust_mark_type')) : undefined;
}
