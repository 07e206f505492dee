import { derFromJose } from '../../crypto/der.ts';
import { encodeBase64url } from '../../token/base64url.ts';
import { jwe, jws, someBytes } from '../lint-tokens.ts';
import type { RuleCases } from './rule-cases.ts';

const CLAIMS = { iss: 'https://issuer.example', sub: 'u-1', aud: 'https://api.example', exp: 1_795_525_200 };
const by = (alg: unknown, more: object = {}) => jws({ alg, kid: 'k1', ...more }, CLAIMS);
const SOUND = by('ES256');
const signedAs = (alg: string, bytes: Uint8Array) => jws({ alg, kid: 'k1' }, CLAIMS, encodeBase64url(bytes));
const half = new Uint8Array(32);

export const ALGORITHM_CASES: readonly RuleCases[] = [
  {
    rule: 'alg-missing',
    fires: [jws({ typ: 'JWT' }, CLAIMS), jws({ Alg: 'ES256' }, CLAIMS), jws('{}', CLAIMS)],
    silent: [SOUND, by(1), by('none')],
  },
  {
    rule: 'alg-not-string',
    fires: [by(256), by(null), by(['ES256'])],
    silent: [SOUND, jws({ typ: 'JWT' }, CLAIMS), by('')],
  },
  {
    rule: 'alg-none',
    fires: [by('none'), jws({ alg: 'none' }, CLAIMS, '')],
    silent: [SOUND, by('None'), by('nonesuch')],
  },
  {
    rule: 'alg-none-casing',
    fires: [by('None'), by('nOnE'), by('none ')],
    silent: [SOUND, by('none'), by('nonesuch')],
  },
  {
    rule: 'alg-none-with-signature',
    fires: [jws({ alg: 'none' }, CLAIMS, 'AAAA'), jws({ alg: 'none' }, CLAIMS, 'c2ln')],
    silent: [SOUND, by('none'), jws({ alg: 'None' }, CLAIMS, 'AAAA')],
  },
  { rule: 'alg-casing', fires: [by('hs256'), by('Es256'), by('ES256 ')], silent: [SOUND, by('None'), by('XY256')] },
  {
    rule: 'alg-unknown',
    fires: [by('XY999'), by('HS224'), jwe({ alg: 'RSA-OAEP-1', enc: 'A256GCM' })],
    silent: [SOUND, by('hs256'), by('none'), by('RS1'), jwe({ alg: 'RSA-OAEP', enc: 'A256GCM' })],
  },
  {
    rule: 'alg-prohibited',
    fires: [by('RS1'), by('HS1'), by('ES1'), jwe({ alg: 'dir', enc: 'A256CBC' })],
    silent: [SOUND, by('RS256'), jwe({ alg: 'dir', enc: 'A256CBC-HS512' })],
  },
  {
    rule: 'alg-eddsa-polymorphic',
    fires: [by('EdDSA'), jws({ alg: 'EdDSA' }, {})],
    silent: [SOUND, by('Ed25519'), by('eddsa')],
  },
  { rule: 'alg-rsa-pkcs1', fires: [by('RS256'), by('RS512')], silent: [SOUND, by('PS256'), by('RS1')] },
  { rule: 'alg-es256k', fires: [by('ES256K'), jws({ alg: 'ES256K' }, {})], silent: [SOUND, by('es256k')] },
  {
    rule: 'alg-hs-for-multi-party',
    fires: [by('HS256'), by('HS512', { jku: 'https://issuer.example/keys' }), jws({ alg: 'HS256', x5c: ['AA=='] }, {})],
    silent: [
      SOUND,
      jws({ alg: 'HS256' }, { ...CLAIMS, aud: 'https://issuer.example' }),
      jws({ alg: 'HS256' }, { user_id: 1 }),
    ],
  },
  {
    rule: 'alg-not-allowed',
    fires: [
      { text: SOUND, expectations: { algorithms: ['RS256'] } },
      { text: by('HS256'), expectations: { algorithms: ['ES256', 'PS256'] } },
    ],
    silent: [
      SOUND,
      { text: SOUND, expectations: { algorithms: ['ES256'] } },
      { text: SOUND, expectations: { algorithms: [] } },
    ],
  },
  {
    rule: 'sig-length-mismatch',
    fires: [signedAs('HS256', someBytes(64)), signedAs('ES256', someBytes(63)), signedAs('RS256', someBytes(32))],
    silent: [SOUND, by('HS512'), by('RS256'), signedAs('RS256', someBytes(129)), signedAs('Ed448', someBytes(114))],
  },
  {
    rule: 'sig-ecdsa-der',
    fires: [signedAs('ES256', derFromJose(someBytes(64))), signedAs('ES512', derFromJose(someBytes(132)))],
    silent: [SOUND, signedAs('ES256', someBytes(70)), signedAs('RS256', derFromJose(someBytes(64)))],
  },
  {
    rule: 'sig-ecdsa-zero',
    fires: [signedAs('ES256', new Uint8Array(64)), signedAs('ES256', Uint8Array.from([...half, ...someBytes(32)]))],
    silent: [SOUND, signedAs('HS512', new Uint8Array(64)), signedAs('ES256', new Uint8Array(63))],
  },
  {
    rule: 'sig-header-or-payload-edited',
    fires: [
      { text: jws({ alg: 'HS256' }), keys: [{ text: 'secret' }], verifiedBefore: true },
      { text: jws({ alg: 'HS256' }, { sub: 'a' }, ''), keys: [{ text: 'secret' }], verifiedBefore: true },
    ],
    silent: [
      { text: jws({ alg: 'HS256' }), keys: [{ text: 'secret' }] },
      { text: jws({ alg: 'HS256' }), keys: [], verifiedBefore: true },
    ],
  },
  {
    rule: 'sig-all-zero-or-constant',
    fires: [signedAs('HS256', new Uint8Array(32)), signedAs('RS256', new Uint8Array(256).fill(255))],
    silent: [SOUND, signedAs('ES256', new Uint8Array(64)), jws({ alg: 'HS256' }, {}, '')],
  },
];
