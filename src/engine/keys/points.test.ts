import { ed448 } from '@noble/curves/ed448.js';
import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecCurve } from './curves.ts';
import { edwardsPoint, isOnCurve, yOf } from './points.ts';

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521, secp256k1 } as const;

describe.each(Object.entries(CURVES))('%s', (crv, library) => {
  const curve = ecCurve(crv);

  it('has the parameters of the library', () => {
    const { p, a, b, n } = library.Point.CURVE();
    expect(curve).toMatchObject({
      crv,
      p,
      a,
      b,
      n,
      bits: p.toString(2).length,
      size: Math.ceil(p.toString(2).length / 8),
    });
  });

  it('has the library’s points and no neighbours of them', () => {
    if (curve === undefined) throw new Error(`no ${crv}`);
    for (let run = 0; run < 20; run += 1) {
      const { x, y } = library.Point.fromBytes(library.getPublicKey(library.utils.randomSecretKey())).toAffine();
      expect(isOnCurve(curve, x, y)).toBe(true);
      expect(isOnCurve(curve, x, y ^ 1n)).toBe(false);
      expect(isOnCurve(curve, x + curve.p, y)).toBe(false);
      expect(yOf(curve, x, (y & 1n) === 1n)).toBe(y);
      expect(yOf(curve, x, (y & 1n) === 0n)).toBe(curve.p - y);
    }
  });
});

describe.each([
  ['Ed25519', ed25519, 32],
  ['Ed448', ed448, 57],
] as const)('%s', (crv, library, size) => {
  it('takes the public keys of the library', () => {
    for (let run = 0; run < 50; run += 1) {
      expect(edwardsPoint(crv, library.getPublicKey(library.utils.randomSecretKey()))).toBe('point');
    }
  });

  it('judges any bytes as the library does', () => {
    const isPoint = (bytes: Uint8Array) => {
      try {
        return library.Point.fromBytes(bytes).isSmallOrder() ? 'small-order' : 'point';
      } catch {
        return 'not-on-curve';
      }
    };
    const anyBytes = fc.uint8Array({ minLength: size, maxLength: size });
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(edwardsPoint(crv, bytes)).toBe(isPoint(bytes));
      }),
      { seed: 8032, numRuns: 300 },
    );
  });
});

it('knows the points of small order of edwards25519', () => {
  const judged = ED25519_TORSION_SUBGROUP.map((point) => edwardsPoint('Ed25519', Buffer.from(point, 'hex')));
  expect(judged).toEqual(Array(8).fill('small-order'));
});
