/** The other party's public key, judged before anything is computed with it (RFC 7518 appendix B, RFC 7748 section 6). */
import { integerFrom, modulo } from '../../keys/integers.ts';
import { judgeJwk } from '../../keys/jwk.ts';
import { done, refused } from '../../keys/outcome.ts';
import type { Outcome } from '../../keys/shapes.ts';
import type { JsonObject } from '../../types.ts';
import { memberBytes } from '../jwk.ts';
import type { AgreementCurve } from './curves.ts';

/** A point of its curve that is of use: no secret that everybody knows comes of it. */
export interface PublicPoint {
  readonly curve: AgreementCurve;
  /** `kty`, `crv`, `x` and for EC `y`, in their one right spelling */
  readonly jwk: JsonObject;
  /** false where a member had padding, or the alphabet of standard base64 */
  readonly isStrict: boolean;
}

/**
 * Judges `x` and `y` of a JWK whose `kty` and `crv` are those of `curve`. Other members, private ones too, are not looked
 * at. Problems: `missing-member`, `bad-base64`, `bad-length`, `point-not-on-curve`.
 */
export async function judgePoint(curve: AgreementCurve, jwk: JsonObject): Promise<Outcome<PublicPoint>> {
  const { kty, crv } = curve;
  const { x = null, y = null } = jwk;
  const judged = await judgeJwk({ kty, crv, x, y });
  if (!judged.ok) return judged;
  const { publicMembers, notes } = judged.value;
  if (isOfSmallOrder(curve, memberBytes(publicMembers, 'x'))) return refused('point-not-on-curve', { crv });
  return done({ curve, jwk: publicMembers, isStrict: notes.length === 0 });
}

interface Montgomery {
  readonly p: bigint;
  /** bits of the last byte that do not count (RFC 7748 section 5) */
  readonly mask: bigint;
  /** u of the points whose order divides the cofactor, on the curve and on its twist; the shared secret would be zero */
  readonly smallOrder: readonly bigint[];
}

const P25519 = 2n ** 255n - 19n;
const P448 = 2n ** 448n - 2n ** 224n - 1n;

/** A point doubles to u = (u² − 1)² / 4u(u² + au + 1): order 2 and 4 are 0 and ±1, and order 8 is there on X25519 only. */
const MONTGOMERY: Readonly<Record<string, Montgomery>> = {
  X25519: {
    p: P25519,
    mask: 2n ** 255n - 1n,
    smallOrder: [
      0n,
      1n,
      P25519 - 1n,
      0xb8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0n,
      0x57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5fn,
    ],
  },
  X448: { p: P448, mask: 2n ** 448n - 1n, smallOrder: [0n, 1n, P448 - 1n] },
};

function isOfSmallOrder({ crv }: AgreementCurve, x: Uint8Array): boolean {
  const field = MONTGOMERY[crv];
  if (field === undefined) return false;
  const littleEndian = integerFrom(Uint8Array.from(x).reverse());
  return field.smallOrder.includes(modulo(littleEndian & field.mask, field.p));
}
