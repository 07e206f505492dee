/** The vectors of JWE, JSON serializations and detached content, checked without the engine: by jose where it can. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { flattenedDecrypt, flattenedVerify, generalDecrypt, generalVerify, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { CONTENT_ENCRYPTION } from '../crypto/jwe/content-encryption.ts';
import { KEY_MANAGEMENT_ALGORITHMS } from '../crypto/jwe/key-management.ts';
import { type ObjectFile, ownObjectCases } from '../testing/own-vectors.ts';
import type { VectorCase } from '../testing/vector-case.ts';

/** RSA1_5, X448, secp256k1 and Ed448 are not in jose 6, nor are the drafts with ChaCha20. */
const BEYOND_JOSE = /rsa1_5|x448|alg-in-own-header|c20p|es256k|eddsa/;
/** Faults that this project opens and names, notations that it reads, JSON that jose is not given as it stands. */
const OTHERWISE =
  /zip-(zlib|not|broken|limit|bomb|large)|gcm-iv|epk-as|line-wrapped|-hex$|-pem$|in-a-list|pbes2-short-salt|gcm~tag-short/;

/** Rows with one key whose answer is a plain yes or no. */
function plainRows(...files: readonly ObjectFile[]): readonly VectorCase[] {
  return files.flatMap(ownObjectCases).filter(({ id, input, expect: { state } }) => {
    const isAnswer = state === 'decrypted' || state === 'verified' || state === 'failed';
    const [key, ...others] = input.keys ?? [];
    const isOneKey = key !== undefined && others.length === 0 && !key.text.includes('"keys"');
    return isAnswer && isOneKey && !BEYOND_JOSE.test(id) && !OTHERWISE.test(id);
  });
}

function named(vectors: readonly VectorCase[]): readonly (readonly [string, VectorCase])[] {
  return vectors.map((vector) => [vector.id, vector]);
}

describe('own vectors of JWE', () => {
  it('have a token of every algorithm that the engine names', () => {
    const opened = [...ownObjectCases('jwe'), ...ownObjectCases('jwe-by-hand')].filter(
      ({ input, expect: { state } }) => state === 'decrypted' && !input.text.startsWith('{'),
    );
    const headers = opened.map(({ input }) => headerOf(input.text.split('.')[0]));
    const seen = JSON.stringify(headers);
    const names = [...Object.keys(KEY_MANAGEMENT_ALGORITHMS), ...Object.keys(CONTENT_ENCRYPTION)];
    expect(names.filter((name) => !seen.includes(`"${name}"`))).toEqual([]);
  });

  const rows = plainRows('jwe', 'jwe-by-hand');

  it('are enough for another implementation to look at', () => {
    expect(rows.length).toBe(207);
  });

  it.each(named(rows))('%s: jose answers the same', async (_, vector) => {
    const plaintext = await opensElsewhere(vector);
    const wanted = vector.expect.state === 'decrypted' ? (vector.expect.payloadText ?? plaintext) : undefined;
    expect(plaintext).toBe(wanted);
  });

  it('hold a token of XC20P that @noble/ciphers opens', () => {
    const [vector] = ownObjectCases('jwe-by-hand').filter(({ id }) => id === 'jwe-by-hand dir-xc20p');
    const [header = '', , iv = '', ciphertext = '', tag = ''] = vector?.input.text.split('.') ?? [];
    const key: JWK = JSON.parse(vector?.input.keys?.[0]?.text ?? '{}');
    const cipher = xchacha20poly1305(bytesOf(key.k ?? ''), bytesOf(iv), Buffer.from(header));
    const plaintext = cipher.decrypt(Buffer.concat([bytesOf(ciphertext), bytesOf(tag)]));
    expect(Buffer.from(plaintext).toString()).toBe(vector?.expect.payloadText);
  });
});

describe('own vectors of JWS', () => {
  const rows = plainRows('jws-json', 'detached');

  it('are enough for another implementation to look at', () => {
    expect(rows.length).toBe(52);
  });

  it.each(named(rows))('%s: jose verifies the same', async (_, vector) => {
    expect(await verifiesElsewhere(vector)).toBe(vector.expect.state === 'verified');
  });
});

/** The plaintext, or undefined where jose answers that it could not be decrypted. */
async function opensElsewhere({ input }: VectorCase): Promise<string | undefined> {
  const jwe = input.text.startsWith('{') ? JSON.parse(input.text) : flattenedJwe(input.text);
  const options = { keyManagementAlgorithms: [...algsOf(jwe)] };
  try {
    const key = joseKey(input);
    const opened = await ('recipients' in jwe
      ? generalDecrypt(jwe, key, options)
      : flattenedDecrypt(jwe, key, options));
    return Buffer.from(opened.plaintext).toString();
  } catch (error) {
    if (codeOf(error) === 'ERR_JWE_DECRYPTION_FAILED') return undefined;
    throw error;
  }
}

async function verifiesElsewhere({ input, detachedHex }: VectorCase): Promise<boolean> {
  const jws = input.text.startsWith('{') ? JSON.parse(input.text) : flattenedJws(input.text);
  const content = detachedHex === undefined ? input.detachedPayload : Buffer.from(detachedHex, 'hex');
  const isUnencoded = JSON.stringify(headerOf(jws.protected)).includes('"b64":false');
  const payload = content === undefined || isUnencoded ? content : Buffer.from(content).toString('base64url');
  const whole = payload === undefined ? jws : { ...jws, payload };
  const key = joseKey(input);
  try {
    await ('signatures' in jws ? generalVerify(whole, key) : flattenedVerify(whole, key));
    return true;
  } catch (error) {
    if (codeOf(error) === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return false;
    throw error;
  }
}

function flattenedJwe(token: string) {
  const [header = '', encrypted_key = '', iv = '', ciphertext = '', tag = ''] = token.split('.');
  return { protected: header, ...(encrypted_key !== '' && { encrypted_key }), iv, ciphertext, tag };
}

function flattenedJws(token: string) {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { protected: header, payload, signature };
}

/** Every alg that the serialization names, wherever. */
function algsOf(jwe: { readonly protected?: string }): ReadonlySet<string> {
  const text = JSON.stringify([jwe, headerOf(jwe.protected)]);
  return new Set([...text.matchAll(/"alg":"([^"]+)"/g)].map(([, alg = '']) => alg));
}

function headerOf(segment: string | undefined): object {
  return segment === undefined ? {} : JSON.parse(bytesOf(segment).toString());
}

function joseKey({ keys }: VectorCase['input']): JWK | Uint8Array {
  const { text = '', encoding } = keys?.[0] ?? {};
  if (text.startsWith('{')) return JSON.parse(text);
  return Buffer.from(text, encoding === 'base64url' ? encoding : 'utf8');
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
