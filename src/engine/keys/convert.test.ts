import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../token/base64url.ts';
import { exportKey, type KeyExportForm } from './convert.ts';
import { readKey } from './read.ts';
import type { KeyMaterial } from './shapes.ts';

const PEMS: Readonly<Record<string, KeyObject>> = {
  'RSA 2048': generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  'RSA 1024 with exponent 3': generateKeyPairSync('rsa', { modulusLength: 1024, publicExponent: 3 }).privateKey,
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
  'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey,
  secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey,
  Ed25519: generateKeyPairSync('ed25519').privateKey,
  Ed448: generateKeyPairSync('ed448').privateKey,
  X25519: generateKeyPairSync('x25519').privateKey,
  X448: generateKeyPairSync('x448').privateKey,
};

const SETS = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 };
const FORMS: readonly KeyExportForm[] = ['jwk-public', 'jwk-private', 'pem-public', 'pem-private'];

async function materialOf(text: string): Promise<KeyMaterial> {
  const read = await readKey({ text });
  const material = read.kind === 'keys' ? read.keys[0] : undefined;
  if (material === undefined) throw new Error(`not read: ${read.report.problem?.message}`);
  return material;
}

async function textOf(material: KeyMaterial, form: KeyExportForm): Promise<string> {
  const exported = await exportKey(material, form);
  if ('cannot' in exported) throw new Error(exported.cannot);
  return exported.text;
}

describe.each(Object.entries(PEMS))('a key of %s', (_name, key) => {
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();

  it.each(FORMS)('read from its %s is the same key', async (form) => {
    const material = await materialOf(pem);
    const again = await materialOf(await textOf(material, form));
    expect(again.thumbprint).toBe(material.thumbprint);
    expect(again.privateJwk).toEqual(form.endsWith('private') ? material.privateJwk : undefined);
  });

  it('is written as other software reads it', async () => {
    const material = await materialOf(pem);
    const publicPem = await textOf(material, 'pem-public');
    expect(publicPem).toBe(createPublicKey(key).export({ type: 'spki', format: 'pem' }));
    const privateKey = createPrivateKey(await textOf(material, 'pem-private'));
    expect(privateKey.export({ format: 'jwk' })).toEqual(key.export({ format: 'jwk' }));
  });
});

describe.each(Object.entries(SETS))('a key of %s', (alg, set) => {
  const seed = Uint8Array.from({ length: 32 }, (_, index) => index);
  const jwk = { kty: 'AKP', alg, pub: encodeBase64url(set.keygen(seed).publicKey), priv: encodeBase64url(seed) };

  it.each(FORMS)('read from its %s is the same key', async (form) => {
    const material = await materialOf(JSON.stringify(jwk));
    const again = await materialOf(await textOf(material, form));
    expect(again.thumbprint).toBe(material.thumbprint);
    expect(again.privateJwk).toEqual(form.endsWith('private') ? material.privateJwk : undefined);
  });
});

it('keeps kid, alg, use and says the key_ops of the half that is written', async () => {
  const { kty, crv, x, d } = PEMS.Ed25519?.export({ format: 'jwk' }) ?? {};
  const text = JSON.stringify({ kty, crv, x, d, kid: 'a', alg: 'EdDSA', use: 'sig', key_ops: ['sign', 'verify'] });
  const material = await materialOf(text);
  const names = { kid: 'a', use: 'sig', alg: 'EdDSA' };
  expect(JSON.parse(await textOf(material, 'jwk-public'))).toEqual({ kty, crv, x, ...names, key_ops: ['verify'] });
  expect(JSON.parse(await textOf(material, 'jwk-private'))).toEqual({
    kty,
    crv,
    x,
    d,
    ...names,
    key_ops: ['sign', 'verify'],
  });
});

it('says why there is no such form of a key', async () => {
  const secret = await materialOf('{"kty":"oct","k":"AQID"}');
  const half = await materialOf(
    createPublicKey(PEMS['P-256'] ?? '')
      .export({ type: 'spki', format: 'pem' })
      .toString(),
  );
  const codes = async (material: KeyMaterial) =>
    Promise.all(
      FORMS.map(async (form) =>
        ((exported) => ('code' in exported ? exported.code : 'text'))(await exportKey(material, form)),
      ),
    );
  expect(await codes(secret)).toEqual(['secret-not-public', 'text', 'secret-not-public', 'secret-not-pem']);
  expect(await codes(half)).toEqual(['text', 'no-private-half', 'text', 'no-private-half']);
});
