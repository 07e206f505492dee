/** Which algorithms a read key can check signatures of. */
import { fitOf, SIGNATURE_ALGORITHMS, type SignatureAlg, type SignatureKty } from '../../engine/crypto/algorithms.ts';
import type { Json, JsonObject, KeyReport } from '../../engine/types.ts';

const KTYS: readonly SignatureKty[] = ['oct', 'RSA', 'EC', 'OKP', 'AKP'];
// as: the keys of a record are typed as string, and these are its own
const ALGS = Object.keys(SIGNATURE_ALGORITHMS) as readonly SignatureAlg[];

/** In the order of the table; empty for what is no key, and for a key that no algorithm fits. */
export function canCheck(report: KeyReport): readonly SignatureAlg[] {
  if (report.problem !== undefined) return [];
  const jwk: JsonObject = isObject(report.jwk) ? report.jwk : {};
  const kty = KTYS.find((one) => one === (report.kty ?? 'oct'));
  if (kty === undefined) return [];
  const key = {
    kty,
    crv: report.crv,
    bits: report.bits,
    alg: text(jwk.alg),
    use: text(jwk.use),
    keyOps: isTextList(jwk.key_ops) ? jwk.key_ops : undefined,
    publicJwk: jwk,
    privateJwk: report.private ? jwk : undefined,
  };
  return ALGS.filter((alg) => fitOf(alg, key) === 'fits');
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isTextList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
