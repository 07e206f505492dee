import { deflateRawSync, deflateSync } from 'node:zlib';
import { encodeBase64url } from '../../token/base64url.ts';
import { DIRECT_KEY, directJwe } from '../direct-jwe.ts';
import { jwe, jws, someBytes } from '../lint-tokens.ts';
import type { RuleCases } from './rule-cases.ts';

const CLAIMS = { iss: 'https://issuer.example', sub: 'u-1', aud: 'https://api.example', exp: 1_795_525_200 };
const SIGNED = jws({ alg: 'ES256', typ: 'JWT', kid: 'k1' }, CLAIMS);
const GCM = { enc: 'A256GCM' };
const SOUND = jwe({ alg: 'RSA-OAEP-256', ...GCM, cty: 'JWT' });
const EPK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
};
const pbes2 = (p2c: number, alg = 'PBES2-HS256+A128KW', salt = 16) =>
  jwe({ alg, ...GCM, p2c, p2s: encodeBase64url(someBytes(salt)) }, { key: 24 });
const opened = (content: string | Uint8Array, header = {}) => ({
  text: directJwe(content, header),
  keys: [DIRECT_KEY],
});
const text = JSON.stringify(CLAIMS);
const deflated = (content: string) => new Uint8Array(deflateRawSync(content));

export const JWE_CASES: readonly RuleCases[] = [
  {
    rule: 'jwe-not-signed',
    fires: [opened(text), jwe({ alg: 'RSA-OAEP', ...GCM }), jwe({ alg: 'ECDH-ES', ...GCM, epk: EPK })],
    silent: [opened(SIGNED, { cty: 'JWT' }), SOUND, SIGNED],
  },
  {
    rule: 'jwe-rsa1_5',
    fires: [jwe({ alg: 'RSA1_5', ...GCM }), jwe({ alg: 'RSA1_5', enc: 'A128CBC-HS256' })],
    silent: [SOUND, jwe({ alg: 'rsa1_5', ...GCM })],
  },
  {
    rule: 'jwe-rsa-oaep-sha1',
    fires: [jwe({ alg: 'RSA-OAEP', ...GCM }), jwe({ alg: 'RSA-OAEP', enc: 'A128GCM' })],
    silent: [SOUND, jwe({ alg: 'RSA-OAEP-384', ...GCM })],
  },
  {
    rule: 'jwe-dir',
    fires: [
      jwe({ alg: 'dir', ...GCM }, { key: 32 }),
      { text: directJwe(text), keys: [{ text: JSON.stringify({ kty: 'oct', k: encodeBase64url(someBytes(16)) }) }] },
    ],
    silent: [opened(text), jwe({ alg: 'dir', ...GCM }), jwe({ alg: 'ECDH-ES', ...GCM, epk: EPK }, { key: 32 })],
  },
  {
    rule: 'jwe-dir-gcm-reuse',
    fires: [opened(text), jwe({ alg: 'dir', enc: 'A128GCM' })],
    silent: [SOUND, jwe({ alg: 'dir', enc: 'A128CBC-HS256' }, { iv: 16 })],
  },
  {
    rule: 'jwe-p2c-high',
    fires: [pbes2(1_200_001), pbes2(2_000_000_000)],
    silent: [SOUND, pbes2(1_200_000), jwe({ alg: 'dir', ...GCM, p2c: 9e9 })],
  },
  {
    rule: 'jwe-p2c-low',
    fires: [pbes2(500), pbes2(599_999), pbes2(8192, 'PBES2-HS512+A256KW')],
    silent: [SOUND, pbes2(600_000), pbes2(210_000, 'PBES2-HS512+A256KW')],
  },
  {
    rule: 'jwe-p2s-short',
    fires: [pbes2(600_000, undefined, 7), pbes2(600_000, undefined, 0)],
    silent: [SOUND, pbes2(600_000, undefined, 8)],
  },
  {
    rule: 'jwe-zip',
    fires: [opened(deflated(text), { zip: 'DEF' }), jwe({ alg: 'RSA-OAEP-256', ...GCM, zip: 'DEF' })],
    silent: [SOUND, opened(text), SIGNED],
  },
  {
    rule: 'jwe-zip-not-deflate',
    fires: [opened(text, { zip: 'DEF' }), opened(new Uint8Array(deflateSync(text)), { zip: 'DEF' })],
    silent: [opened(deflated(text), { zip: 'DEF' }), opened(text)],
  },
  {
    rule: 'jwe-iv-tag-length',
    fires: [
      jwe({ alg: 'dir', ...GCM }, { iv: 16 }),
      jwe({ alg: 'dir', ...GCM }, { tag: 4 }),
      jwe({ alg: 'dir', enc: 'A128CBC-HS256' }),
    ],
    silent: [
      SOUND,
      jwe({ alg: 'dir', enc: 'A128CBC-HS256' }, { iv: 16 }),
      jwe({ alg: 'dir', enc: 'A256CBC-HS512' }, { iv: 16, tag: 32 }),
    ],
  },
  {
    rule: 'jwe-epk-invalid',
    fires: [
      jwe({ alg: 'ECDH-ES', ...GCM }),
      jwe({ alg: 'ECDH-ES', ...GCM, epk: 1 }),
      jwe({ alg: 'ECDH-ES', ...GCM, epk: { ...EPK, d: 'AA' } }),
    ],
    silent: [SOUND, jwe({ alg: 'ECDH-ES', ...GCM, epk: EPK })],
  },
  {
    rule: 'jwe-enc-missing',
    fires: [jwe({ alg: 'dir' }), jwe({ alg: 'dir', enc: 1 })],
    silent: [SOUND, SIGNED, jwe({ alg: 'dir', enc: '' })],
  },
  {
    rule: 'jwe-cbc',
    fires: [jwe({ alg: 'dir', enc: 'A128CBC-HS256' }, { iv: 16 }), jwe({ alg: 'dir', enc: 'A256CBC-HS512' })],
    silent: [SOUND, jwe({ alg: 'dir', enc: 'A128CBC' })],
  },
];
