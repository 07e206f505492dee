/** A read key as the engine's tables of algorithms judge it. */
import type { SignatureJwkKey, SignatureKty } from '../../engine/crypto/algorithms.ts';
import type { Json, JsonObject, KeyReport } from '../../engine/types.ts';

const KTYS: readonly SignatureKty[] = ['oct', 'RSA', 'EC', 'OKP', 'AKP'];

/** Undefined for what is no key. */
export function keyOfReport(report: KeyReport): SignatureJwkKey | undefined {
  if (report.problem !== undefined) return undefined;
  const jwk: JsonObject = isObject(report.jwk) ? report.jwk : {};
  const kty = KTYS.find((one) => one === (report.kty ?? 'oct'));
  if (kty === undefined) return undefined;
  return {
    kty,
    crv: report.crv,
    bits: report.bits,
    alg: text(jwk.alg),
    use: text(jwk.use),
    keyOps: isTextList(jwk.key_ops) ? jwk.key_ops : undefined,
    publicJwk: jwk,
    privateJwk: report.private ? jwk : undefined,
  };
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
