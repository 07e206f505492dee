/** Encrypting the content key to an RSA key (RFC 7518 sections 4.2 and 4.3). */
import type { JsonObject } from '../../types.ts';
import { answered, type CryptoAnswer, type CryptoOptions, notDone } from '../answer.ts';
import { bothHalves, publicHalf } from '../jwk.ts';
import type { Opened } from './answer.ts';
import { owned } from './bytes.ts';
import { type HashName, subtleWith } from './primitives.ts';

/**
 * The content key; `hash` left out is RSA1_5. A padding that does not fit is a no. `key-refused` where the members are no
 * RSA key: one that WebCrypto refuses for its size or form is used in JavaScript.
 */
export async function decryptByRsa(
  hash: HashName | undefined,
  privateJwk: JsonObject,
  encrypted: Uint8Array,
  options: CryptoOptions,
): Promise<Opened> {
  const native = hash && (await importFor(hash, bothHalves('RSA', privateJwk), 'decrypt', options));
  if (native) {
    const { subtle, key } = native;
    const value = await orUndefined(subtle.decrypt('RSA-OAEP', key, owned(encrypted)));
    return { done: true, value, by: 'webcrypto' };
  }
  const code = await import('./javascript/rsa.ts').catch(() => undefined);
  if (code === undefined) return notDone('not-loaded');
  const key = code.rsaPrivateKey(privateJwk);
  if (key === undefined) return notDone('key-refused');
  const value = hash === undefined ? code.decryptPkcs1(key, encrypted) : code.decryptOaep(hash, key, encrypted);
  return { done: true, value, by: 'javascript' };
}

/** Encrypts by OAEP. `key-refused` where the members are no RSA key, or one in which the content key has no room. */
export async function encryptByRsa(
  hash: HashName,
  publicJwk: JsonObject,
  cek: Uint8Array,
  options: CryptoOptions,
): Promise<CryptoAnswer<Uint8Array>> {
  const native = await importFor(hash, publicHalf('RSA', publicJwk), 'encrypt', options);
  if (native !== undefined) {
    const { subtle, key } = native;
    return answered(await orUndefined(subtle.encrypt('RSA-OAEP', key, owned(cek))), 'webcrypto');
  }
  const code = await import('./javascript/rsa.ts').catch(() => undefined);
  if (code === undefined) return notDone('not-loaded');
  const key = code.rsaPublicKey(publicJwk);
  return answered(key && code.encryptOaep(hash, key, cek), 'javascript');
}

/** Undefined where WebCrypto has no OAEP with this hash, or refuses the key. */
async function importFor(hash: HashName, jwk: JsonWebKey, usage: 'encrypt' | 'decrypt', options: CryptoOptions) {
  const subtle = await subtleWith([{ name: 'RSA-OAEP', hash }], options);
  if (subtle === undefined) return undefined;
  try {
    return { subtle, key: await subtle.importKey('jwk', jwk, { name: 'RSA-OAEP', hash }, false, [usage]) };
  } catch {
    return undefined;
  }
}

function orUndefined(work: Promise<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return work.then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}
