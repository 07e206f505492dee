/** Pairs of keys that a key is agreed on with, made by OpenSSL. For Node. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { isJsonObject } from '../token/json-kind.ts';
import type { Json, JsonObject } from '../types.ts';

export const AGREEMENT_CURVES = ['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const;

export interface AgreementPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly publicJwk: JsonObject;
  readonly privateJwk: JsonObject;
}

export function newAgreementPair(crv: (typeof AGREEMENT_CURVES)[number]): AgreementPair {
  const { publicKey, privateKey } = generated(crv);
  return { publicKey, privateKey, publicJwk: jwkOf(publicKey), privateJwk: jwkOf(privateKey) };
}

function generated(crv: (typeof AGREEMENT_CURVES)[number]): { publicKey: KeyObject; privateKey: KeyObject } {
  if (crv === 'X25519') return generateKeyPairSync('x25519');
  if (crv === 'X448') return generateKeyPairSync('x448');
  return generateKeyPairSync('ec', { namedCurve: crv });
}

function jwkOf(key: KeyObject): JsonObject {
  const jwk: Json = JSON.parse(JSON.stringify(key.export({ format: 'jwk' })));
  if (!isJsonObject(jwk)) throw new Error('not a JWK');
  return jwk;
}
