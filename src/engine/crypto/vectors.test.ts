import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { JsonObject } from '../types.ts';
import { isSignatureAlg, SIGNATURE_ALGORITHMS, type SignatureJwkKey } from './algorithms.ts';
import { verifySignature } from './verify.ts';

/** Public vectors, kept beside the project and not in it. */
const FOLDER = new URL('../../../../shared/vectors/', import.meta.url);

interface VectorEntry {
  readonly id: string;
  readonly kind: string;
  readonly token?: string;
  readonly key: string;
  readonly keyFormat: string;
  readonly alg: string;
  readonly expect: string;
}

function entriesOf(name: string): readonly VectorEntry[] {
  const file = fileURLToPath(new URL(name, FOLDER));
  if (!existsSync(file)) return [];
  const entries: readonly VectorEntry[] = JSON.parse(readFileSync(file, 'utf8'));
  return entries.filter(({ kind, token, keyFormat }) => kind === 'jws' && keyFormat === 'jwk' && isCompact(token));
}

function isCompact(token: string | undefined): boolean {
  return token !== undefined && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}

function keyOf(jwk: JsonObject): SignatureJwkKey {
  const kty = Object.values(SIGNATURE_ALGORITHMS).find((entry) => entry.kty === jwk.kty)?.kty;
  if (kty === undefined) throw new Error(`no algorithm has the key type ${String(jwk.kty)}`);
  return { kty, publicJwk: jwk, ...(typeof jwk.crv === 'string' ? { crv: jwk.crv } : {}) };
}

const FILES = [
  { name: 'es256k.json', count: 4, by: 'javascript' },
  { name: 'mldsa.json', count: 6, by: 'javascript' },
  { name: 'rfc8037.json', count: 3, by: 'webcrypto' },
] as const;

describe.each(FILES)('$name', ({ name, count, by }) => {
  const entries = entriesOf(name);

  if (!existsSync(FOLDER)) {
    test.skip('skipped, because the public vectors do not lie beside the project', () => undefined);
    return;
  }

  test(`has ${count} compact tokens with a JWK`, () => {
    expect(entries).toHaveLength(count);
  });

  test.each(entries)('$id is $expect', async ({ alg, token = '', key, expect: expected }) => {
    const end = token.lastIndexOf('.');
    const signature = decodeBase64url(token.slice(end + 1)).bytes ?? new Uint8Array();
    if (!isSignatureAlg(alg)) throw new Error(`${alg} is not in the table`);
    const answer = await verifySignature(alg, keyOf(JSON.parse(key)), encodeUtf8(token.slice(0, end)), signature);
    expect(answer).toEqual({ done: true, value: expected === 'valid', by });
  });
});
