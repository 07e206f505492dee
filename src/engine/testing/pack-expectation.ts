/** What a token case of the public vectors must be answered with, by the order of the verdict's steps. */
import type { Check } from '../types.ts';
import type { PackEntry } from './pack-entry.ts';
import type { DisclosureExpectation, VectorExpectation } from './vector-case.ts';

const MISMATCH: VectorExpectation = { state: 'failed', code: 'signature-mismatch' };
const NOT_BOUND: VectorExpectation = { state: 'failed', code: 'key-binding-mismatch' };

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
  'rfc7515-a6-first-broken': {
    state: 'failed',
    code: 'some-signatures-failed',
    signatures: ['signature-mismatch', 'signature-match'],
  },
  // two tokens in the answer of a server; the first is picked
  'simplejwt-pair-body': { state: 'verified', code: 'signature-match', found: 2 },
  'rfc7797-4-b64-false-wrong-payload': MISMATCH,
  'rfc7797-4-b64-false-encoded-payload': MISMATCH,
  'rfc9901-5.2-kb-dropped-disclosure': NOT_BOUND,
  'rfc9901-5.2-kb-broken': NOT_BOUND,
  'rfc9901-5.2-forged-disclosure': { state: 'failed', code: 'disclosure-unreferenced' },
  'rfc9901-5.2-twice': { state: 'failed', code: 'disclosure-duplicate' },
};

/** Valid is verified or decrypted; invalid is the answer of the first step that applies. */
export function packExpectation(entry: PackEntry): VectorExpectation {
  const special = BY_ID[entry.id];
  const never = entry.kind === 'jwe' ? 'decrypted' : 'verified';
  if (special) return { ...special, ...(entry.expect === 'invalid' && { never }) };
  if (entry.expect === 'valid') return { ...done(entry), ...payload(entry), ...selective(entry), ...checks(entry) };
  if (entry.flags?.includes('unsecured')) return { state: 'unsecured', code: 'alg-none' };
  if (hasSpareBits(entry)) return { state: 'malformed', code: 'base64-trailing-bits' };
  if (entry.twinOf !== undefined || entry.id === 'wrong-key') return failed(entry);
  throw new Error(`the vector ${entry.id} is of a kind that is not known here`);
}

function done(entry: PackEntry): VectorExpectation {
  if (entry.kind !== 'jwe' || entry.nested !== undefined) {
    return { state: 'verified', code: 'signature-match', ...trust(entry), ...nested(entry) };
  }
  return { state: 'decrypted', code: 'decrypted', layers: 1, ...trust(entry) };
}

/** Each signature of a JSON serialization fails for itself, whatever the layer makes of it. */
function failed({ kind, token }: PackEntry): VectorExpectation {
  if (kind === 'jwe') return { state: 'failed', code: 'decryption-failed' };
  return token?.startsWith('{') ? { state: 'failed' } : MISMATCH;
}

/** A signature cut short between two letters that held parts of one byte; encoding it again gives another text. */
function hasSpareBits({ kind, token }: PackEntry): boolean {
  if (kind !== 'jws' || token === null || token.startsWith('{')) return false;
  const signature = token.split('~')[0]?.split('.')[2] ?? '';
  return Buffer.from(signature, 'base64url').toString('base64url') !== signature;
}

function trust({ keyFormat }: PackEntry): VectorExpectation {
  return { trust: keyFormat === 'header-jwk' ? 'token-supplied-key' : 'your-key' };
}

function payload({ expectedPayload, expectedPayloadHex }: PackEntry): VectorExpectation {
  if (expectedPayloadHex !== undefined) return { payloadHex: expectedPayloadHex };
  return expectedPayload === undefined ? {} : { payloadText: expectedPayload };
}

function nested({ nested: inner }: PackEntry): VectorExpectation {
  if (inner === undefined) return {};
  return { layers: 2, layerCodes: ['decrypted', 'signature-match'], innerPayloadText: inner.innerPayload };
}

/** An SD-JWT of which everything fits: each disclosure has its place, and the key binding is there or not. */
function selective({ sd, sdClaims }: PackEntry): VectorExpectation {
  if (sd === undefined) return {};
  const disclosures: readonly DisclosureExpectation[] = Array.from({ length: sd.disclosures }, () => ({
    state: 'referenced',
  }));
  return {
    disclosures,
    keyBinding: sd.keyBinding ? 'signature-match' : null,
    ...(sdClaims !== undefined && { processedPayload: sdClaims }),
    ...(sd.kbAud !== undefined && { checks: { 'kb-aud': 'pass', 'kb-nonce': 'pass' } }),
  };
}

/** The parts of a DPoP proof that were asked for: all pass, but for the one that the entry names. */
function checks({ dpop }: PackEntry): VectorExpectation {
  if (dpop === undefined) return {};
  const asked = [
    ...['htm', 'htu'],
    ...(dpop.accessToken === undefined ? [] : ['ath']),
    ...(dpop.expectedJkt === undefined ? [] : ['jkt']),
  ];
  const outcome = (id: string): Check['outcome'] => (id === dpop.failing ? 'fail' : 'pass');
  return { checks: Object.fromEntries(asked.map((id) => [`dpop-${id}`, outcome(id)])) };
}
