/** The key that is made of a shared secret: Concat KDF with SHA-256 (RFC 7518 section 4.6.2, SP 800-56A section 5.8.1). */
import { encodeUtf8 } from '../../token/utf8.ts';
import type { CryptoOptions } from '../answer.ts';
import { type Digested, digest } from '../digest.ts';

export interface KdfInput {
  readonly secret: Uint8Array;
  /** AlgorithmID: `enc` under `ECDH-ES`, otherwise `alg` */
  readonly algorithm: string;
  /** `apu` and `apv`, decoded; empty where they are left out */
  readonly partyU: Uint8Array;
  readonly partyV: Uint8Array;
  /** bytes wanted */
  readonly length: number;
}

const HASH_BYTES = 32;

/** Answers the derived key; undefined where the code of the hash did not arrive. */
export async function concatKdf(input: KdfInput, options: CryptoOptions): Promise<Digested | undefined> {
  const otherInfo = joined([
    ...lengthFirst(encodeUtf8(input.algorithm)),
    ...lengthFirst(input.partyU),
    ...lengthFirst(input.partyV),
    // SuppPubInfo is the length of the key in bits; SuppPrivInfo is empty
    uint32(input.length * 8),
  ]);
  const rounds = Array.from({ length: Math.ceil(input.length / HASH_BYTES) }, (_, index) =>
    digest('sha-256', joined([uint32(index + 1), input.secret, otherInfo]), options),
  );
  const blocks = (await Promise.all(rounds)).filter((block) => block !== undefined);
  const [first] = blocks;
  if (first === undefined || blocks.length < rounds.length) return undefined;
  return { bytes: joined(blocks.map(({ bytes }) => bytes)).slice(0, input.length), by: first.by };
}

function lengthFirst(bytes: Uint8Array): readonly Uint8Array[] {
  return [uint32(bytes.length), bytes];
}

/** Big-endian. */
function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
