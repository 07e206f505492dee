/** Which algorithms a read key can check signatures of. */
import { fitOf, SIGNATURE_ALGORITHMS, type SignatureAlg } from '../../engine/crypto/algorithms.ts';
import type { KeyReport } from '../../engine/types.ts';
import { keyOfReport } from './key-of-report.ts';

// as: the keys of a record are typed as string, and these are its own
const ALGS = Object.keys(SIGNATURE_ALGORITHMS) as readonly SignatureAlg[];

/** In the order of the table; empty for what is no key, and for a key that no algorithm fits. */
export function canCheck(report: KeyReport): readonly SignatureAlg[] {
  const key = keyOfReport(report);
  return key === undefined ? [] : ALGS.filter((alg) => fitOf(alg, key) === 'fits');
}
