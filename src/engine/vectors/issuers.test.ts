/** The vectors themselves, checked without the engine: node:crypto, jose and, for ML-DSA alone, @noble/post-quantum. */
import { createHash, createHmac, createPrivateKey, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { ownKeyCases, ownTokenCases } from '../testing/own-vectors.ts';
import type { VectorCase } from '../testing/vector-case.ts';

const ML_DSA = new Map([
  ['ML-DSA-44', ml_dsa44],
  ['ML-DSA-65', ml_dsa65],
  ['ML-DSA-87', ml_dsa87],
]);
const ALGORITHMS = [
  ...['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'],
  ...['ES256K', 'EdDSA', 'Ed25519', 'Ed448', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'],
];

/** Cases with one key, a public JWK or a secret as JWK, whose answer is a plain yes or no. */
const plain = ownTokenCases().filter(({ input, expect: { state, code } }) => {
  const isAnswer = state === 'verified' || code === 'signature-mismatch';
  return (
    isAnswer &&
    input.keys?.length === 1 &&
    input.keys[0]?.text.startsWith('{"') &&
    !input.keys[0].text.includes('"keys"')
  );
});

describe('own vectors', () => {
  it('have a token of every algorithm', () => {
    const seen = plain.filter((vector) => vector.expect.state === 'verified').map(algOf);
    expect(ALGORITHMS.filter((alg) => !seen.includes(alg))).toEqual([]);
  });

  it.each(plain.map((vector) => [vector.id, vector] as const))(
    '%s: another implementation answers the same',
    (_, vector) => {
      expect(verifiesElsewhere(vector)).toBe(vector.expect.state === 'verified');
    },
  );

  it('name the thumbprints that jose computes', async () => {
    const jwks = ownKeyCases().flatMap(({ expect: { keys } }) => (keys?.[0]?.jwk ? [keys[0]] : []));
    expect(jwks.length).toBeGreaterThanOrEqual(30);
    for (const { jwk, thumbprint } of jwks) {
      expect(await calculateJwkThumbprint(JSON.parse(JSON.stringify(jwk)))).toBe(thumbprint);
    }
  });

  it('stand in PEM for the same key as Node reads', async () => {
    // Node 20 reads neither OpenSSH's private file nor ML-DSA
    const pems = ownKeyCases().filter(({ id, expect: { keys } }) => {
      return /^key (?!bad-|ml-dsa).*-pem-(spki|pkcs8|pkcs1|sec1|x509)/.test(id) && keys?.[0]?.thumbprint !== undefined;
    });
    expect(pems.length).toBeGreaterThanOrEqual(40);
    for (const { id, input, expect: expected } of pems) {
      const [key] = input.keys ?? [];
      const pem = key?.text.replace(/-----BEGIN EC PARAMETERS-----[^-]*-----END EC PARAMETERS-----\n/, '') ?? '';
      const passphrase = key?.passphrase;
      const read = createPublicKey(passphrase === undefined ? pem : createPrivateKey({ key: pem, passphrase }));
      const jwk = read.export({ format: 'jwk' });
      expect([id, thumbprintOf(jwk)]).toEqual([id, expected.keys?.[0]?.thumbprint]);
    }
  });
});

/** RFC 7638 by hand, since jose 6 knows no secp256k1: the required members in order of their names. */
function thumbprintOf({ crv, e, kty, n, x, y }: JsonWebKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, e, kty, n, x, y })).digest('base64url');
}

function algOf(vector: VectorCase): string {
  return headerOf(vector.input.text).alg;
}

function headerOf(token: string): { readonly alg: string } {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
}

function verifiesElsewhere({ input }: VectorCase): boolean {
  const [header = '', payload = '', last = ''] = input.text.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  const signature = Buffer.from(last, 'base64url');
  const jwk: JsonWebKey & { pub?: string } = JSON.parse(input.keys?.[0]?.text ?? '');
  const { alg } = headerOf(input.text);
  const mlDsa = ML_DSA.get(alg);
  if (mlDsa) return signature.length === mlDsa.lengths.signature && mlDsa.verify(signature, signed, bytesOf(jwk.pub));
  const hash = alg === 'ES256K' ? 'sha256' : `sha${alg.slice(2)}`;
  if (alg.startsWith('HS')) return createHmac(hash, bytesOf(jwk.k)).update(signed).digest().equals(signature);
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (alg.startsWith('Ed')) return verify(null, signed, key, signature);
  if (alg.startsWith('ES')) return verify(hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
  // RFC 7518 section 3.5: PSS with padding 6 and a salt as long as the hash (-1)
  return verify(hash, signed, alg.startsWith('PS') ? { key, padding: 6, saltLength: -1 } : key, signature);
}

function bytesOf(text: string | undefined): Uint8Array {
  return Buffer.from(text ?? '', 'base64url');
}
