/** Who does the work of a curve here, asked before the work. */
import type { JsonObject } from '../../types.ts';
import type { Runtime } from '../answer.ts';
import { hasByTrial } from '../trials.ts';
import type { SubtleAgreement } from './curves.ts';
import type { PublicPoint } from './public-point.ts';

export type AgreementRoute =
  | { readonly by: 'webcrypto'; readonly subtle: SubtleCrypto; readonly algorithm: SubtleAgreement }
  | { readonly by: 'javascript' };

/** The point was judged to be a good key, so where its import is refused, the runtime lacks the curve. */
export async function routeOf({ curve, jwk }: PublicPoint, runtime: Runtime): Promise<AgreementRoute> {
  const { subtle } = runtime;
  const { crv, subtle: algorithm } = curve;
  if (subtle === undefined || algorithm === undefined) return { by: 'javascript' };
  const has = await hasByTrial(subtle, `agreement ${crv}`, () => importPublic(subtle, algorithm, jwk));
  return has ? { by: 'webcrypto', subtle, algorithm } : { by: 'javascript' };
}

export function importPublic(subtle: SubtleCrypto, algorithm: SubtleAgreement, jwk: JsonObject): Promise<CryptoKey> {
  return subtle.importKey('jwk', jwk, algorithm, false, []);
}
