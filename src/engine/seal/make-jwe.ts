/** A JWE encrypted anew, with another header or content (RFC 7516 section 5.1). */
import type { SignatureKey } from '../crypto/algorithms.ts';
import { type ContentEncryption, isContentEncryption } from '../crypto/jwe/content-encryption.ts';
import {
  type ContentKey,
  type EncryptOptions,
  encryptContent,
  prepareContentKey,
  type SealedContent,
  wrapContentKey,
} from '../crypto/jwe/encrypt.ts';
import { isKeyManagementAlg, KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from '../crypto/jwe/key-management.ts';
import { deflateRaw } from '../crypto/jwe/zip.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { ownMember } from '../token/json-kind.ts';
import type { JweObject } from '../token/shapes.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { DoneBy, Json, JsonObject } from '../types.ts';
import { describeEncryptor } from './describe-encryptor.ts';
import {
  entryPath,
  headersOf,
  type JweHeaders,
  joinedHeader,
  sharedByOthers,
  withoutStale,
  withParameters,
} from './jwe-header.ts';
import { chooserFor, type KeysAtHand } from './keys-at-hand.ts';
import { withMemberAt } from './member-text.ts';
import { type Made, type Refusal, refusal, refusalOf, together } from './outcome.ts';

export interface JweToMake {
  readonly object: JweObject;
  /** the cleaned token */
  readonly text: string;
  /** protected header; as it stands when left out */
  readonly header: Uint8Array | undefined;
  /** before compression */
  readonly content: Uint8Array;
  readonly keys: KeysAtHand;
}

/** Encrypts for every recipient; where the key of one is missing nothing is made, since it could not open the result. */
export async function makeJwe(job: JweToMake, options: EncryptOptions): Promise<Made> {
  const asked = headersOf(job.object, job.text, job.header);
  if (asked === undefined) return refusal('header-unreadable');
  const headers = withoutStale(asked, job.object);
  const recipients = recipientsOf(headers, job);
  if ('made' in recipients) return recipients;
  const zip = ownMember(joinedHeader(headers, 0), 'zip');
  if (zip !== undefined && zip !== 'DEF') return refusal('zip-unknown', { zip: nameOf(zip) });
  const keyed = await withKeys(headers, recipients, options);
  if ('made' in keyed) return keyed;
  const plaintext = zip === 'DEF' ? await deflateRaw(job.content) : job.content;
  const { aadText } = job.object;
  const { protectedText } = keyed.headers;
  const aad = encodeUtf8(aadText === undefined ? protectedText : `${protectedText}.${aadText}`);
  const { enc } = keyed;
  const sealed = await encryptContent(enc, keyed.cek, plaintext, aad, options);
  if (!sealed.done) return refusalOf(sealed, enc);
  const by = together(keyed.by, sealed.by);
  const text = written(job.object, keyed, sealed.value);
  return { made: true, text, ...(by === undefined ? {} : { by }) };
}

interface Recipient {
  readonly alg: KeyManagementAlg;
  readonly enc: ContentEncryption;
  readonly key: SignatureKey;
}

/** The algorithms and the key of each. */
function recipientsOf(headers: JweHeaders, { object, keys }: JweToMake): readonly Recipient[] | Refusal {
  const count = object.recipients.length;
  const chooser = chooserFor(keys, count);
  const chosen: Recipient[] = [];
  for (const [index, recipient] of object.recipients.entries()) {
    const header = joinedHeader(headers, index);
    const { alg, enc } = header;
    if (typeof alg !== 'string' || !isKeyManagementAlg(alg)) return refusal('alg-unknown', { alg: nameOf(alg) });
    if (typeof enc !== 'string' || !isContentEncryption(enc)) return refusal('enc-unknown', { enc: nameOf(enc) });
    if (!KEY_MANAGEMENT_ALGORITHMS[alg].canEncrypt) return refusal('decrypt-only');
    const key = chooser.sealer(index, { ...recipient, alg, enc, header });
    if (key === undefined) {
      const kid = typeof header.kid === 'string' ? header.kid : '';
      return refusal('no-encryption-key', {
        need: describeEncryptor(alg, enc),
        recipient: index + 1,
        recipients: count,
        kid,
      });
    }
    chosen.push({ alg, enc, key });
  }
  return chosen;
}

function nameOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

interface Keyed {
  readonly headers: JweHeaders;
  readonly enc: ContentEncryption;
  readonly cek: Uint8Array;
  readonly encryptedKeys: readonly Uint8Array[];
  readonly by: DoneBy;
}

/** One content key, wrapped for each recipient, with what that writes into the headers. */
async function withKeys(
  asked: JweHeaders,
  [first, ...others]: readonly Recipient[],
  options: EncryptOptions,
): Promise<Keyed | Refusal> {
  if (first === undefined) return refusal('header-unreadable');
  const { alg, enc, key } = first;
  const prepared = await prepareContentKey(alg, enc, key, joinedHeader(asked, 0), options);
  if (!prepared.done) return refusalOf(prepared, alg);
  const { cek, encryptedKey, members }: ContentKey = prepared.value;
  let headers = withMembers(asked, 0, members);
  const encryptedKeys = [encryptedKey];
  let by: DoneBy = prepared.by;
  for (const [at, other] of others.entries()) {
    const index = at + 1;
    if ('made' in headers) return headers;
    if (other.enc !== enc) return refusal('enc-unknown', { enc: other.enc });
    const header = joinedHeader(headers, index);
    const wrapped = await wrapContentKey(other.alg, enc, other.key, cek, header, options);
    if (!wrapped.done) return refusalOf(wrapped, other.alg);
    headers = withMembers(headers, index, wrapped.value.members);
    encryptedKeys.push(wrapped.value.encryptedKey);
    by = together(by, wrapped.by) ?? by;
  }
  return 'made' in headers ? headers : { headers, enc, cek, encryptedKeys, by };
}

function withMembers(headers: JweHeaders, index: number, members: JsonObject): JweHeaders | Refusal {
  const name = sharedByOthers(headers, index, members);
  return name === undefined ? withParameters(headers, index, members) : refusal('parameter-shared', { name });
}

function written(object: JweObject, { headers, encryptedKeys }: Keyed, { iv, ciphertext, tag }: SealedContent): string {
  const encoded = encryptedKeys.map(encodeBase64url);
  const sealed = { iv, ciphertext, tag };
  if (object.serialization === 'compact')
    return [headers.protectedText, encoded[0] ?? '', ...[iv, ciphertext, tag].map(encodeBase64url)].join('.');
  let { text } = headers;
  if (headers.protectedText !== object.protectedText)
    text = withMemberAt(text, [], 'protected', JSON.stringify(headers.protectedText));
  for (const [index, key] of encoded.entries()) {
    // an empty one has no member (RFC 7516 section 7.2.1)
    const literal = key === '' ? undefined : JSON.stringify(key);
    text = withMemberAt(text, entryPath(object.serialization, index), 'encrypted_key', literal);
  }
  for (const [name, bytes] of Object.entries(sealed))
    text = withMemberAt(text, [], name, JSON.stringify(encodeBase64url(bytes)));
  return text;
}
