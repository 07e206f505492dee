import { describe, expect, it } from 'vitest';
import type { KeyReport } from '../../engine/types.ts';
import { canCheck } from './can-check.ts';

const key = (part: Partial<KeyReport>): KeyReport => ({ format: 'jwk', private: false, notes: [], tried: [], ...part });

const cases: readonly [rule: string, report: KeyReport, expected: readonly string[]][] = [
  ['a secret checks every HMAC', key({ format: 'utf8', kty: 'oct', bits: 152 }), ['HS256', 'HS384', 'HS512']],
  ['a key on P-256 checks ES256 alone', key({ kty: 'EC', crv: 'P-256', bits: 256 }), ['ES256']],
  ['an Ed25519 key checks both of its names', key({ kty: 'OKP', crv: 'Ed25519' }), ['EdDSA', 'Ed25519']],
  [
    'an RSA key checks both paddings',
    key({ kty: 'RSA', bits: 2048 }),
    ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ],
  ['the alg of a JWK binds', key({ kty: 'RSA', bits: 2048, jwk: { kty: 'RSA', alg: 'PS384' } }), ['PS384']],
  ['a key for encryption checks nothing', key({ kty: 'EC', crv: 'P-256', jwk: { kty: 'EC', use: 'enc' } }), []],
  ['a curve without signatures checks nothing', key({ kty: 'OKP', crv: 'X25519' }), []],
  ['what is no key checks nothing', key({ problem: { code: 'not-a-key', message: '' } }), []],
];

describe('canCheck', () => {
  it.each(cases)('%s', (_rule, report, expected) => {
    expect(canCheck(report)).toEqual(expected);
  });
});
