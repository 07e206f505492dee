/** What a token case of the public vectors must be answered with, by the order of the verdict's steps. */
import type { VectorExpectation } from './vector-case.ts';

/** One entry of a file of token cases. */
export interface PackEntry {
  readonly id: string;
  readonly kind: string;
  readonly token: string | null;
  readonly key: string | null;
  readonly keyFormat: string;
  readonly expect: 'valid' | 'invalid' | 'acceptable';
  readonly alg: string;
  readonly flags?: readonly string[];
  readonly twinOf?: string;
  readonly detachedPayload?: string;
  readonly expectedPayload?: string;
  readonly expectedPayloadHex?: string;
  readonly expectedThumbprint?: string;
}

const MISMATCH: VectorExpectation = { state: 'failed', code: 'signature-mismatch' };

/** Entries of which `expect` alone does not say what is wrong. */
const BY_ID: Readonly<Record<string, VectorExpectation>> = {
  'alg-key-mismatch': { state: 'unchecked', code: 'key-wrong-kind' },
  'openssl-es256-der': { state: 'failed', code: 'signature-der' },
  'confusion-public-pem-as-secret': { state: 'unchecked', code: 'public-key-as-secret' },
  'rfc7515-appF-missing': { state: 'unchecked', code: 'payload-detached' },
  'rfc7515-a1-secret-as-text': MISMATCH,
  'rfc7515-a5-with-signature': { state: 'malformed', code: 'none-with-signature' },
  'jwks-unknown-kid': { state: 'unchecked', code: 'kid-unknown' },
  // an SD-JWT whose tilde was lost is a plain JWS by the letter
  'rfc9901-5.2-no-tilde': { state: 'verified', code: 'signature-match', trust: 'your-key' },
};

/** Valid is verified; invalid is the answer of the first step that applies. */
export function packExpectation(entry: PackEntry): VectorExpectation {
  const special = BY_ID[entry.id];
  if (special) return { ...special, ...(entry.expect === 'invalid' && { never: 'verified' as const }) };
  if (entry.expect === 'valid')
    return { state: 'verified', code: 'signature-match', ...trust(entry), ...payload(entry) };
  if (entry.flags?.includes('unsecured')) return { state: 'unsecured', code: 'alg-none' };
  if (hasSpareBits(entry)) return { state: 'malformed', code: 'base64-trailing-bits' };
  if (entry.twinOf !== undefined || entry.id === 'wrong-key') return MISMATCH;
  throw new Error(`the vector ${entry.id} is of a kind that is not known here`);
}

/** A signature cut short between two letters that held parts of one byte; encoding it again gives another text. */
function hasSpareBits({ token }: PackEntry): boolean {
  const signature = token?.split('.')[2] ?? '';
  return Buffer.from(signature, 'base64url').toString('base64url') !== signature;
}

function trust({ keyFormat }: PackEntry): VectorExpectation {
  return { trust: keyFormat === 'header-jwk' ? 'token-supplied-key' : 'your-key' };
}

function payload({ expectedPayload, expectedPayloadHex }: PackEntry): VectorExpectation {
  if (expectedPayloadHex !== undefined) return { payloadHex: expectedPayloadHex };
  return expectedPayload === undefined ? {} : { payloadText: expectedPayload };
}
