import { readKey } from '../keys/read.ts';
import { type SealRefusal, saySeal } from '../messages/seal.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { readCompactJwe } from '../token/compact-jwe.ts';
import { envelopeFrom, writeFlattened, writeGeneral } from '../token/serialize.ts';
import type { Serialization } from '../token/shapes.ts';
import type { DoneBy, KeyInput } from '../types.ts';
import { offersOf } from '../verdict/offers.ts';
import { makeJwe } from './make-jwe.ts';
import { encryptingWith, type SealOptions } from './options.ts';

export interface EncryptNewInput {
  /** the protected header, a JSON object with `alg` and `enc`; what the algorithm needs besides is added */
  readonly header: Uint8Array;
  readonly content: Uint8Array;
  readonly key: KeyInput;
  readonly serialization: Serialization;
  /** 1,200,000 when left out */
  readonly maxPbes2Rounds?: number;
}

export type EncryptNewAnswer =
  | { readonly encrypted: true; readonly text: string; readonly by: DoneBy | undefined }
  | { readonly encrypted: false; readonly code: SealRefusal; readonly message: string };

/**
 * A new JWE for one recipient (RFC 7516 section 5.1), with the first key of the text that can encrypt by the header's
 * `alg` and `enc`. Never throws; rejects only with `options.signal`'s reason.
 */
export async function encryptNew(input: EncryptNewInput, options: SealOptions = {}): Promise<EncryptNewAnswer> {
  options.signal?.throwIfAborted();
  const { header, content, key, serialization } = input;
  const offers = offersOf([key], [await readKey(key)]);
  const text = `${encodeBase64url(header)}....`;
  const { object } = readCompactJwe(text);
  const keys = { offers, ignoreKid: false, layer: 0, trials: [], elsewhere: new Set<never>() };
  const made = await makeJwe({ object, text, header, content, keys }, encryptingWith(options, input.maxPbes2Rounds));
  if (!made.made) {
    const message = saySeal(made.code, { ...made.values, layer: 1, nested: false, isNew: true });
    return { encrypted: false, code: made.code, message };
  }
  return { encrypted: true, text: writtenAs(serialization, made.text), by: made.by };
}

function writtenAs(serialization: Serialization, text: string): string {
  const { object } = readCompactJwe(text);
  const envelope = envelopeFrom(object, text);
  if (serialization === 'compact' || envelope === undefined) return text;
  return serialization === 'general' ? writeGeneral(envelope, 'jwe') : writeFlattened(envelope, 'jwe');
}
