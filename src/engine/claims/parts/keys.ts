/** Keys in claims and headers: `cnf`, `jwk`, key sets, certificates. */
import { isJsonArray, isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import { type ClaimPart, type Meanings, members } from './part.ts';

/** IANA's registry of JWT confirmation methods. */
const CONFIRMATIONS: Meanings = new Map([
  ['jwk', 'The public key that the holder must prove to have (RFC 7800 section 3.2).'],
  ['jwe', 'The secret key that the holder must prove to have, encrypted for the recipient (RFC 7800 section 3.3).'],
  ['kid', 'The name of the key that the holder must prove to have (RFC 7800 section 3.4).'],
  ['jku', 'Where the key set is that has the holder’s key (RFC 7800 section 3.5).'],
  ['x5t#S256', 'SHA-256 hash of the client certificate that must be used with the token (RFC 8705 section 3.1).'],
  ['jkt', 'SHA-256 thumbprint of the key that a DPoP proof must be made with (RFC 9449 section 6.1).'],
  ['osc', 'Material for OSCORE, whose use confirms the key (RFC 9203 section 3.2.1).'],
]);

export const explainConfirmation = members(CONFIRMATIONS);

/** RFC 7517 section 4, RFC 7518 section 6, RFC 9964. */
const JWK_MEMBERS: Meanings = new Map([
  ['kty', 'The kind of key.'],
  ['use', 'What the key is for: sig signatures, enc encryption.'],
  ['key_ops', 'What may be done with the key.'],
  ['alg', 'The algorithm that the key is for.'],
  ['kid', 'The name of the key.'],
  ['x5u', 'Where the certificate of the key is.'],
  ['x5c', 'The certificate of the key and those above it.'],
  ['x5t', 'SHA-1 hash of the certificate.'],
  ['x5t#S256', 'SHA-256 hash of the certificate.'],
  ['crv', 'The curve.'],
  ['x', 'The first coordinate of the public point, or the public key itself.'],
  ['y', 'The second coordinate of the public point.'],
  ['n', 'The RSA modulus.'],
  ['e', 'The RSA public exponent.'],
  ['pub', 'The public key.'],
  ['k', 'The secret itself: it should not be here.'],
  ['d', 'The private key itself: it should not be here.'],
  ['priv', 'The private key itself: it should not be here.'],
  ['p', 'Part of the private key: it should not be here.'],
  ['q', 'Part of the private key: it should not be here.'],
  ['dp', 'Part of the private key: it should not be here.'],
  ['dq', 'Part of the private key: it should not be here.'],
  ['qi', 'Part of the private key: it should not be here.'],
  ['oth', 'Part of the private key: it should not be here.'],
]);

export const explainJwk = members(JWK_MEMBERS);

/** A set under `keys`, or a list of keys. */
export function explainKeySet(value: Json): readonly ClaimPart[] {
  const isSet = isJsonObject(value);
  const keys = isSet ? ownMember(value, 'keys') : value;
  if (!isJsonArray(keys)) return [];
  return keys.flatMap((key, i) => (isJsonObject(key) ? [keyPart(key, `${isSet ? '/keys' : ''}/${i}`, i)] : []));
}

function keyPart(key: Json, pointer: string, index: number): ClaimPart {
  const facts = isJsonObject(key) ? ['kty', 'crv', 'alg', 'use'].map((name) => ownMember(key, name)) : [];
  const said = facts.filter((fact) => typeof fact === 'string').join(', ');
  const kid = isJsonObject(key) ? ownMember(key, 'kid') : undefined;
  const label = typeof kid === 'string' ? kid : `key ${index + 1}`;
  return { pointer, label, meaning: said === '' ? 'A key.' : `A key: ${said}.` };
}

/** RFC 7515 section 4.1.6: the certificate of the key comes first, each further one certifies the one before it. */
export function explainCertificates(value: Json): readonly ClaimPart[] {
  if (!isJsonArray(value)) return [];
  return value.map((_, i) => ({
    pointer: `/${i}`,
    label: `certificate ${i + 1}`,
    meaning: i === 0 ? 'The certificate of the key that signed.' : 'Certifies the one before it.',
  }));
}
