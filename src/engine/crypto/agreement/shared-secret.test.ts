import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../testing/project-root.ts';
import { isJsonObject } from '../../token/json-kind.ts';
import type { JsonObject } from '../../types.ts';
import { sharedSecret } from './shared-secret.ts';

const CURVES = ['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const;
const PLAIN_HTTP = { runtime: {} };

type Crv = (typeof CURVES)[number];

function jwkOf(key: KeyObject): JsonObject {
  const jwk = JSON.parse(JSON.stringify(key.export({ format: 'jwk' })));
  if (!isJsonObject(jwk)) throw new Error('no JWK');
  return jwk;
}

function newPair(crv: Crv) {
  const pair =
    crv === 'X25519'
      ? generateKeyPairSync('x25519')
      : crv === 'X448'
        ? generateKeyPairSync('x448')
        : generateKeyPairSync('ec', { namedCurve: crv });
  return { ...pair, publicJwk: jwkOf(pair.publicKey), privateJwk: jwkOf(pair.privateKey) };
}

describe.each(CURVES)('%s', (crv) => {
  test('the secret is that of OpenSSL, from both sides, by WebCrypto and in JavaScript', async () => {
    const one = newPair(crv);
    const other = newPair(crv);
    const value = new Uint8Array(diffieHellman({ privateKey: one.privateKey, publicKey: other.publicKey }));
    const by = crv === 'X448' ? 'javascript' : 'webcrypto';
    expect(await sharedSecret(one.privateJwk, other.publicJwk)).toEqual({ done: true, value, by });
    expect(await sharedSecret(other.privateJwk, one.publicJwk)).toEqual({ done: true, value, by });
    const inScript = { done: true, value, by: 'javascript' };
    expect(await sharedSecret(one.privateJwk, other.publicJwk, PLAIN_HTTP)).toEqual(inScript);
  });
});
