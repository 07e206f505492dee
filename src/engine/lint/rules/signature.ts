/** The bytes of the signature, as far as they show by themselves that no key made them (RFC 7518 section 3). */
import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../../crypto/algorithms.ts';
import { joseFromDer } from '../../crypto/der.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const AT_SIGNATURE = { part: 'signature' } as const satisfies Hit;

export const SIGNATURE_RULES: readonly Rule[] = [
  {
    id: 'sig-length-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 3', 'RFC 8037 section 3.1'],
    needs: 'jws',
    find: wrongLength,
  },
  {
    id: 'sig-header-or-payload-edited',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7515 section 5.2'],
    needs: 'jws',
    find: ({ depth, verifiedBefore, verdict }) =>
      hitIf(depth === 0 && verifiedBefore && verdict?.state === 'failed', AT_SIGNATURE),
  },
  {
    id: 'sig-ecdsa-der',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 3.4'],
    needs: 'jws',
    find: (subject) => {
      const size = ecdsaSize(subject);
      const { signature, alg = '' } = subject;
      const isDer =
        size !== undefined &&
        signature !== undefined &&
        signature.length !== size &&
        joseFromDer(signature, size / 2) !== undefined;
      return hitIf(isDer, { ...AT_SIGNATURE, values: { alg } });
    },
  },
  {
    id: 'sig-ecdsa-zero',
    severity: 'error',
    confidence: 'certain',
    refs: ['CVE-2022-21449'],
    needs: 'jws',
    find: (subject) => {
      const size = ecdsaSize(subject);
      const { signature, alg = '' } = subject;
      if (size === undefined || signature?.length !== size) return NOTHING;
      const isZero = isConstant(signature.subarray(0, size / 2), 0) || isConstant(signature.subarray(size / 2), 0);
      return hitIf(isZero, { ...AT_SIGNATURE, values: { alg } });
    },
  },
  {
    id: 'sig-all-zero-or-constant',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7515 section 5.2'],
    needs: 'jws',
    find: ({ signature }) =>
      hitIf(signature !== undefined && signature.length > 3 && isConstant(signature, signature[0]), AT_SIGNATURE),
  },
];

function wrongLength(subject: Subject): readonly Hit[] {
  const { signature, alg = '' } = subject;
  const need = lengthsOf(subject);
  if (signature === undefined || signature.length === 0 || need.length === 0) return NOTHING;
  const values = { alg, bytes: signature.length, need: need.join(' or ') };
  return hitIf(!need.includes(signature.length), { ...AT_SIGNATURE, values });
}

/** The lengths that signatures by this algorithm have; none where nothing is known of them. */
function lengthsOf({ alg = '', keysTried, signature }: Subject): readonly number[] {
  if (!isSignatureAlg(alg)) return [];
  const { signatureBytes, kty } = SIGNATURE_ALGORITHMS[alg];
  if (signatureBytes !== 'by-key') return [signatureBytes];
  if (kty === 'OKP') return [64, 114];
  const ofKeys = keysTried.flatMap(({ kty: type, bits }) => (type === 'RSA' && bits ? [Math.ceil(bits / 8)] : []));
  if (ofKeys.length > 0) return [...new Set(ofKeys)];
  // any modulus of whole bytes is possible; below 512 bits none is
  return signature !== undefined && signature.length < 64 ? [256, 384, 512] : [];
}

function ecdsaSize({ alg = '' }: Subject): number | undefined {
  if (!isSignatureAlg(alg)) return undefined;
  const { kty, signatureBytes } = SIGNATURE_ALGORITHMS[alg];
  return kty === 'EC' && signatureBytes !== 'by-key' ? signatureBytes : undefined;
}

function isConstant(bytes: Uint8Array, value: number | undefined): boolean {
  return bytes.every((byte) => byte === value);
}
