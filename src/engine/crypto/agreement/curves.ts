/** The curves that a key is agreed on with (RFC 7518 section 4.6, RFC 8037 section 3.2). */

export type AgreementCrv = 'P-256' | 'P-384' | 'P-521' | 'X25519' | 'X448';

export interface AgreementCurve {
  readonly crv: AgreementCrv;
  readonly kty: 'EC' | 'OKP';
  /** bytes of the shared secret Z */
  readonly secretBytes: number;
  /** what WebCrypto is told; left out where it is not asked */
  readonly subtle?: SubtleAgreement;
}

export interface SubtleAgreement {
  readonly name: 'ECDH' | 'X25519';
  /** X25519 has none, and ignores it */
  readonly namedCurve: string;
}

const CURVES: Readonly<Record<AgreementCrv, AgreementCurve>> = {
  'P-256': { crv: 'P-256', kty: 'EC', secretBytes: 32, subtle: { name: 'ECDH', namedCurve: 'P-256' } },
  'P-384': { crv: 'P-384', kty: 'EC', secretBytes: 48, subtle: { name: 'ECDH', namedCurve: 'P-384' } },
  'P-521': { crv: 'P-521', kty: 'EC', secretBytes: 66, subtle: { name: 'ECDH', namedCurve: 'P-521' } },
  X25519: { crv: 'X25519', kty: 'OKP', secretBytes: 32, subtle: { name: 'X25519', namedCurve: 'X25519' } },
  // WebCrypto names X448 only in a draft and no browser has it, so nobody is asked.
  X448: { crv: 'X448', kty: 'OKP', secretBytes: 56 },
};

/** The curve that a JWK's `crv` names; undefined for any other value. */
export function agreementCurve(crv: unknown): AgreementCurve | undefined {
  return isAgreementCrv(crv) ? CURVES[crv] : undefined;
}

function isAgreementCrv(crv: unknown): crv is AgreementCrv {
  return typeof crv === 'string' && Object.hasOwn(CURVES, crv);
}
