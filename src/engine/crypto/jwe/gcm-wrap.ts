/** Wrapping the content key by AES GCM, with `iv` and `tag` in the header (RFC 7518 section 4.7). */
import { decodeBase64url, encodeBase64url } from '../../token/base64url.ts';
import { ownMember } from '../../token/json-kind.ts';
import type { JsonObject } from '../../types.ts';
import type { CryptoAnswer, CryptoOptions } from '../answer.ts';
import { type HeaderMember, headerMember } from '../header-member.ts';
import type { Opened } from './answer.ts';
import { randomBytes } from './bytes.ts';
import { open, seal } from './cipher.ts';

const ENC_OF_BYTES = { 16: 'A128GCM', 24: 'A192GCM', 32: 'A256GCM' } as const;
export type GcmKeyBytes = keyof typeof ENC_OF_BYTES;

const IV_BYTES = 12;
const TAG_BYTES = 16;
const NO_AAD = new Uint8Array();

export async function unwrapByGcm(
  keyBytes: GcmKeyBytes,
  kek: Uint8Array,
  { encryptedKey, header }: { readonly encryptedKey: Uint8Array; readonly header: JsonObject },
  options: CryptoOptions,
): Promise<Opened | HeaderMember> {
  const iv = readMember(header, 'iv', IV_BYTES);
  if ('done' in iv) return iv;
  const tag = readMember(header, 'tag', TAG_BYTES);
  if ('done' in tag) return tag;
  return open(ENC_OF_BYTES[keyBytes], { key: kek, iv, aad: NO_AAD }, { ciphertext: encryptedKey, tag }, options);
}

function readMember(header: JsonObject, member: 'iv' | 'tag', bytes: number): Uint8Array | HeaderMember {
  const value = ownMember(header, member);
  if (value === undefined) return headerMember(member, 'missing');
  if (typeof value !== 'string') return headerMember(member, 'not-text');
  const decoded = decodeBase64url(value);
  if (!decoded.strict) return headerMember(member, 'not-base64url');
  return decoded.bytes.length === bytes ? decoded.bytes : headerMember(member, 'wrong-length');
}

export interface GcmWrapped {
  readonly encryptedKey: Uint8Array;
  /** to be written into the header */
  readonly members: { readonly iv: string; readonly tag: string };
}

export async function wrapByGcm(
  keyBytes: GcmKeyBytes,
  kek: Uint8Array,
  cek: Uint8Array,
  options: CryptoOptions,
): Promise<CryptoAnswer<GcmWrapped>> {
  const iv = randomBytes(IV_BYTES);
  const sealed = await seal(ENC_OF_BYTES[keyBytes], { key: kek, iv, aad: NO_AAD }, cek, options);
  if (!sealed.done) return sealed;
  const { ciphertext, tag } = sealed.value;
  const members = { iv: encodeBase64url(iv), tag: encodeBase64url(tag) };
  return { ...sealed, value: { encryptedKey: ciphertext, members } };
}
