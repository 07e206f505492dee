/** Object identifiers of keys (RFC 8017, RFC 5480, RFC 8410, RFC 9881) and what JOSE calls them. */
import { type AkpSet, akpSetByOid, type EcCurve, ecCurveByOid, type OkpCurve, okpCurveByOid } from '../curves.ts';
import { done, refused } from '../outcome.ts';
import type { Outcome } from '../shapes.ts';
import type { DerNode } from './tree.ts';

export type KeyAlgorithm =
  | {
      readonly kty: 'RSA' /** where the key is for one PSS algorithm only (RFC 4055 section 3.3) */;
      readonly alg?: string;
    }
  | { readonly kty: 'EC'; readonly curve: EcCurve }
  | { readonly kty: 'OKP'; readonly curve: OkpCurve }
  | { readonly kty: 'AKP'; readonly set: AkpSet };

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const EC = '1.2.840.10045.2.1';

const PSS_BY_HASH: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'PS256',
  '2.16.840.1.101.3.4.2.2': 'PS384',
  '2.16.840.1.101.3.4.2.3': 'PS512',
};

/** Names for what is met and not used by JOSE. */
const OTHER_ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.3.1': 'Diffie-Hellman',
  '1.2.840.10046.2.1': 'Diffie-Hellman',
  '2.16.840.1.101.3.4.4.1': 'ML-KEM-512',
  '2.16.840.1.101.3.4.4.2': 'ML-KEM-768',
  '2.16.840.1.101.3.4.4.3': 'ML-KEM-1024',
};

const OTHER_CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.1': 'P-192',
  '1.3.132.0.33': 'P-224',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
  '1.2.156.10197.1.301': 'SM2',
};

/** The algorithm of an AlgorithmIdentifier. */
export function algorithmOf(identifier: DerNode | undefined): Outcome<KeyAlgorithm> {
  const oid = identifier?.children[0]?.oid ?? '';
  const parameters = identifier?.children[1];
  if (oid === RSA) return done({ kty: 'RSA' });
  if (oid === RSA_PSS) return done({ kty: 'RSA', ...pssAlg(parameters) });
  if (oid === EC) return curveOf(parameters);
  const okp = okpCurveByOid(oid);
  if (okp !== undefined) return done({ kty: 'OKP', curve: okp });
  const akp = akpSetByOid(oid);
  if (akp !== undefined) return done({ kty: 'AKP', set: akp });
  const name = OTHER_ALGORITHMS[oid];
  return refused(
    'unsupported-algorithm',
    name === undefined ? { found: 'oid-key', name: oid } : { found: 'named-key', name },
  );
}

/** The curve that ECParameters name (RFC 5480 section 2.1.1). */
export function curveOf(parameters: DerNode | undefined): Outcome<Extract<KeyAlgorithm, { kty: 'EC' }>> {
  if (parameters?.type === 'sequence') return refused('unsupported-format', { found: 'explicit-curve' });
  if (parameters?.oid === undefined) return refused('unsupported-format', { found: 'unnamed-curve' });
  const curve = ecCurveByOid(parameters.oid);
  if (curve !== undefined) return done({ kty: 'EC', curve });
  return refused('unsupported-algorithm', { found: 'curve', name: OTHER_CURVES[parameters.oid] ?? parameters.oid });
}

function pssAlg(parameters: DerNode | undefined): { readonly alg?: string } {
  const hash = parameters?.children.find(({ type, tag }) => type === 'tagged' && tag === 0)?.children[0]?.children[0]
    ?.oid;
  const alg = PSS_BY_HASH[hash ?? ''];
  return alg === undefined ? {} : { alg };
}
