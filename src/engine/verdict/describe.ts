/** Keys and what algorithms need of them, in words. */
import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';

interface DescribedKey {
  readonly kty: string;
  readonly crv?: string | undefined;
}

/** 'an RSA key', 'an EC key on P-384', 'an Ed25519 key', 'a shared secret'. */
export function describeKey(key: DescribedKey): string {
  switch (key.kty) {
    case 'oct':
      return 'a shared secret';
    case 'RSA':
      return 'an RSA key';
    case 'EC':
      return `an EC key on ${key.crv ?? 'an unnamed curve'}`;
    case 'OKP':
      return `an ${key.crv ?? 'OKP'} key`;
    case 'AKP':
      return 'an ML-DSA key';
    default:
      return `a key of type ${key.kty}`;
  }
}

/** What a signature algorithm needs: 'a shared secret', 'an RSA key', 'an EC key on P-256'. */
export function describeNeed(alg: string): string {
  if (!isSignatureAlg(alg)) return 'another key';
  const entry = SIGNATURE_ALGORITHMS[alg];
  const curves = entry.curves?.join(' or ');
  if (entry.kty === 'AKP') return `an ${alg} key`;
  return describeKey({ kty: entry.kty, crv: curves });
}
