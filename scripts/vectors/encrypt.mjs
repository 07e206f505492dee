/** An issuer of JWEs by node:crypto alone (RFC 7516 section 5.1), which also writes what no library would write. */
import {
  constants,
  createCipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  pbkdf2Sync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { b64u, b64uJson } from './base64url.mjs';
import { CONTENT, encryptContent } from './content.mjs';

const OAEP = { 'RSA-OAEP': 'sha1', 'RSA-OAEP-256': 'sha256', 'RSA-OAEP-384': 'sha384', 'RSA-OAEP-512': 'sha512' };

/**
 * A compact JWE. `key` is a Buffer for dir, A*KW, A*GCMKW and PBES2, otherwise a private or public KeyObject. `iv` and
 * `encryptedKey` replace what would be made, `change` alters the header before it is protected.
 *
 * @param {{ header: object, key: unknown, plaintext: string | Uint8Array, iv?: Buffer, encryptedKey?: Buffer,
 *   change?: (members: object) => object }} parts
 */
export function encryptCompact({ header, key, plaintext, iv, encryptedKey, change = (members) => members }) {
  const sealed = encryptParts({ header, key, plaintext, iv, change });
  const parts = [encryptedKey ?? sealed.encryptedKey, sealed.iv, sealed.ciphertext, sealed.tag];
  return [sealed.protected, ...parts.map(b64u)].join('.');
}

/** The parts of a JWE: `protected` as its segment, the others as bytes. `aad` is the text to be authenticated beside. */
export function encryptParts({ header, key, plaintext, iv, aad, change = (members) => members }) {
  const { enc } = header;
  const { cek, encryptedKey, members } = contentKey(header, key);
  const segment = b64uJson(change({ ...header, ...members }));
  const beside = aad === undefined ? segment : `${segment}.${b64u(aad)}`;
  const vector = iv ?? randomBytes(CONTENT[enc].iv);
  const sealed = encryptContent(enc, cek, vector, Buffer.from(plaintext), Buffer.from(beside));
  return { protected: segment, encryptedKey, iv: vector, ...sealed };
}

function contentKey(header, key) {
  const { alg, enc } = header;
  const length = CONTENT[enc].cek;
  const none = Buffer.alloc(0);
  if (alg === 'dir') return { cek: key, encryptedKey: none, members: {} };
  if (alg === 'ECDH-ES') {
    const { secret, epk } = agree(key);
    return { cek: concatKdf(secret, enc, length), encryptedKey: none, members: { epk } };
  }
  const cek = randomBytes(length);
  return { cek, ...wrapped(header, key, cek) };
}

function wrapped(header, key, cek) {
  const { alg } = header;
  if (alg in OAEP)
    return {
      encryptedKey: publicEncrypt({ key, oaepHash: OAEP[alg], padding: constants.RSA_PKCS1_OAEP_PADDING }, cek),
      members: {},
    };
  if (alg.startsWith('ECDH-ES+')) {
    const { secret, epk } = agree(key);
    return { encryptedKey: aesWrap(concatKdf(secret, alg, Number(alg.slice(9, 12)) / 8), cek), members: { epk } };
  }
  if (alg.startsWith('PBES2-')) {
    const { p2s = b64u(randomBytes(16)), p2c = 1000 } = header;
    const salt = Buffer.concat([Buffer.from(`${alg}\0`), Buffer.from(p2s, 'base64url')]);
    const kek = pbkdf2Sync(key, salt, p2c, Number(alg.slice(13, 16)) / 8, `sha${alg.slice(8, 11)}`);
    return { encryptedKey: aesWrap(kek, cek), members: { p2s, p2c } };
  }
  if (alg.endsWith('GCMKW')) {
    const iv = randomBytes(12);
    const { ciphertext, tag } = encryptContent(`A${key.length * 8}GCM`, key, iv, cek, Buffer.alloc(0));
    return { encryptedKey: ciphertext, members: { iv: b64u(iv), tag: b64u(tag) } };
  }
  return { encryptedKey: aesWrap(key, cek), members: {} };
}

/** RFC 3394. */
function aesWrap(key, cek) {
  const cipher = createCipheriv(`id-aes${key.length * 8}-wrap`, key, Buffer.alloc(8, 0xa6));
  return Buffer.concat([cipher.update(cek), cipher.final()]);
}

function agree(key) {
  const theirs = key.type === 'private' ? createPublicKey(key) : key;
  const { namedCurve } = theirs.asymmetricKeyDetails;
  const pair = namedCurve ? generateKeyPairSync('ec', { namedCurve }) : generateKeyPairSync(theirs.asymmetricKeyType);
  const secret = diffieHellman({ privateKey: pair.privateKey, publicKey: theirs });
  return { secret, epk: pair.publicKey.export({ format: 'jwk' }) };
}

/** RFC 7518 section 4.6.2, with no apu and no apv. */
function concatKdf(secret, id, length) {
  const number = (value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const info = Buffer.concat([number(id.length), Buffer.from(id), number(0), number(0), number(length * 8)]);
  const rounds = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256')
      .update(number(at + 1))
      .update(secret)
      .update(info)
      .digest(),
  );
  return Buffer.concat(rounds).subarray(0, length);
}
