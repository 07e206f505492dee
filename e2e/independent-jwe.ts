/** Encrypted tokens opened without a line of ours, by node:crypto (RFC 7516 section 5.2, RFC 7518 sections 4 and 5). */
import {
  constants,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  type JsonWebKey,
  type KeyObject,
  pbkdf2Sync,
  privateDecrypt,
} from 'node:crypto';

const OAEP_HASHES: Readonly<Record<string, string>> = { 'RSA-OAEP': 'sha1', 'RSA-OAEP-256': 'sha256' };
const KEY_BYTES: Readonly<Record<string, number>> = {
  A128GCM: 16,
  A192GCM: 24,
  A256GCM: 32,
  'A128CBC-HS256': 32,
  'A192CBC-HS384': 48,
  'A256CBC-HS512': 64,
};

interface Header {
  readonly alg: string;
  readonly enc: string;
  readonly epk?: JsonWebKey;
  readonly p2s?: string;
  readonly p2c?: number;
}

export interface OpenedByNode {
  readonly header: Header;
  readonly content: string;
}

/** Throws where the key does not open it. `key`: the private key, or the bytes of the secret or password. */
export function openedByNode(token: string, key: KeyObject | Buffer): OpenedByNode {
  const [segment = '', ...parts] = token.split('.');
  const [encryptedKey, iv, ciphertext, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (encryptedKey === undefined || iv === undefined || ciphertext === undefined || tag === undefined)
    throw new Error(`no five segments: ${token}`);
  const header: Header = JSON.parse(Buffer.from(segment, 'base64url').toString());
  const cek = contentKey(header, encryptedKey, key);
  const content = header.enc.endsWith('GCM') ? openGcm : openCbc;
  return { header, content: content({ cek, iv, ciphertext, tag, aad: Buffer.from(segment) }).toString('utf8') };
}

function contentKey(header: Header, encryptedKey: Buffer, key: KeyObject | Buffer): Buffer {
  const { alg, enc, p2s = '', p2c = 0 } = header;
  if (Buffer.isBuffer(key)) {
    if (alg === 'dir') return key;
    if (!alg.startsWith('PBES2')) return aesUnwrap(key, encryptedKey);
    const salt = Buffer.concat([Buffer.from(`${alg}\0`), Buffer.from(p2s, 'base64url')]);
    const wrapping = pbkdf2Sync(key, salt, p2c, Number(alg.slice(13, 16)) / 8, `sha${alg.slice(8, 11)}`);
    return aesUnwrap(wrapping, encryptedKey);
  }
  const oaepHash = OAEP_HASHES[alg];
  if (oaepHash !== undefined)
    return privateDecrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, encryptedKey);
  if (alg === 'ECDH-ES') return agreedKey(header, key, enc, KEY_BYTES[enc] ?? 0);
  if (alg.startsWith('ECDH-ES+'))
    return aesUnwrap(agreedKey(header, key, alg, Number(alg.slice(9, 12)) / 8), encryptedKey);
  throw new Error(`not opened here: ${alg}`);
}

/** RFC 3394. */
function aesUnwrap(key: Buffer, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv(`id-aes${key.length * 8}-wrap`, key, Buffer.alloc(8, 0xa6));
  return Buffer.concat([decipher.update(wrapped), decipher.final()]);
}

/** RFC 7518 section 4.6.2, with no apu and no apv; one round of SHA-256 gives up to 32 bytes, two 64. */
function agreedKey({ epk }: Header, privateKey: KeyObject, id: string, bytes: number): Buffer {
  const publicKey = createPublicKey({ key: epk ?? {}, format: 'jwk' });
  const secret = diffieHellman({ privateKey, publicKey });
  const info = Buffer.concat([number(id.length), Buffer.from(id), number(0), number(0), number(bytes * 8)]);
  const round = (count: number) => createHash('sha256').update(number(count)).update(secret).update(info).digest();
  return Buffer.concat([round(1), round(2)]).subarray(0, bytes);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

interface Sealed {
  readonly cek: Buffer;
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
  readonly aad: Buffer;
}

function openGcm({ cek, iv, ciphertext, tag, aad }: Sealed): Buffer {
  const name = ({ 16: 'aes-128-gcm', 24: 'aes-192-gcm', 32: 'aes-256-gcm' } as const)[cek.length];
  if (name === undefined) throw new Error(`no AES key has ${cek.length} bytes`);
  const decipher = createDecipheriv(name, cek, iv, { authTagLength: 16 });
  decipher.setAAD(aad, { plaintextLength: ciphertext.length });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

/** RFC 7518 section 5.2.2.2. */
function openCbc({ cek, iv, ciphertext, tag, aad }: Sealed): Buffer {
  const half = cek.length / 2;
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(aad.length * 8));
  const mac = createHmac(`sha${half * 16}`, cek.subarray(0, half));
  const expected = mac.update(aad).update(iv).update(ciphertext).update(bits).digest().subarray(0, half);
  if (!expected.equals(tag)) throw new Error('the authentication tag does not match');
  const decipher = createDecipheriv(`aes-${half * 8}-cbc`, cek.subarray(half), iv);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}
