/** Signatures checked without a line of ours: by node:crypto, and by jsonwebtoken or the browser where those can. */
import { createHmac, createPublicKey, createSecretKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { Page } from '@playwright/test';
import jsonwebtoken, { type Algorithm } from 'jsonwebtoken';

/** What jsonwebtoken knows of signature algorithms. */
const OF_JSONWEBTOKEN: readonly Algorithm[] = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
];

/** The names of those whose answer was yes; an empty list is a signature that nobody accepts. */
export async function acceptedBy(page: Page, token: string, alg: string, jwk: JsonWebKey): Promise<readonly string[]> {
  if (alg.startsWith('ML-DSA')) return (await acceptedByBrowser(page, token, alg, jwk)) ? ['WebCrypto'] : [];
  const key = keyFrom(jwk);
  const accepted = acceptedByNode(token, alg, key) ? ['node:crypto'] : [];
  const known = OF_JSONWEBTOKEN.find((one) => one === alg);
  return known !== undefined && acceptedByLibrary(token, known, key) ? [...accepted, 'jsonwebtoken'] : accepted;
}

/** Who must have said yes. */
export function judgesOf(alg: string): readonly string[] {
  if (alg.startsWith('ML-DSA')) return ['WebCrypto'];
  return OF_JSONWEBTOKEN.some((one) => one === alg) ? ['node:crypto', 'jsonwebtoken'] : ['node:crypto'];
}

/** A JSON text that is a JWK: the text of the key box, or what a copy button gave. */
export function jwkFrom(text: string): JsonWebKey {
  const parsed: JsonWebKey = JSON.parse(text);
  return parsed;
}

function keyFrom(jwk: JsonWebKey): KeyObject {
  if (jwk.kty === 'oct') return createSecretKey(Buffer.from(jwk.k ?? '', 'base64url'));
  return createPublicKey({ key: jwk, format: 'jwk' });
}

export function acceptedByLibrary(token: string, alg: Algorithm, key: KeyObject): boolean {
  try {
    jsonwebtoken.verify(token, key, { algorithms: [alg], ignoreExpiration: true });
    return true;
  } catch {
    return false;
  }
}

function acceptedByNode(token: string, alg: string, key: KeyObject): boolean {
  const dot = token.lastIndexOf('.');
  const input = Buffer.from(token.slice(0, dot));
  const signature = Buffer.from(token.slice(dot + 1), 'base64url');
  if (alg.startsWith('HS'))
    return createHmac(`sha${alg.slice(2)}`, key)
      .update(input)
      .digest()
      .equals(signature);
  return verify(hashOf(alg), input, signatureOptions(alg, key), signature);
}

function hashOf(alg: string): string | null {
  if (alg.startsWith('Ed')) return null;
  return alg === 'ES256K' ? 'sha256' : `sha${alg.slice(2)}`;
}

function signatureOptions(alg: string, key: KeyObject) {
  if (alg.startsWith('ES')) return { key, dsaEncoding: 'ieee-p1363' as const };
  // RSA_PKCS1_PSS_PADDING, with a salt as long as the hash
  if (alg.startsWith('PS')) return { key, padding: 6, saltLength: Number(alg.slice(2)) / 8 };
  return { key };
}

/** ML-DSA by the browser itself: Node 20 has none. The types of the DOM do not know this kind of key yet. */
function acceptedByBrowser(page: Page, token: string, alg: string, jwk: JsonWebKey): Promise<boolean> {
  const { kty, pub } = jwk;
  return page.evaluate(
    async ({ text, name, key }) => {
      const dot = text.lastIndexOf('.');
      const letters = text
        .slice(dot + 1)
        .replaceAll('-', '+')
        .replaceAll('_', '/');
      const signature = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
      const imported = await crypto.subtle.importKey('jwk', key, { name }, true, ['verify']);
      return crypto.subtle.verify({ name }, imported, signature, new TextEncoder().encode(text.slice(0, dot)));
    },
    { text: token, name: alg, key: { kty: String(kty), pub: String(pub), alg } },
  );
}
