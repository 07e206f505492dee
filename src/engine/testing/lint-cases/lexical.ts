import { encodeUtf8 } from '../../token/utf8.ts';
import { jwe, jws, segment, someBytes, someSignature } from '../lint-tokens.ts';
import type { RuleCases } from './rule-cases.ts';

const HEADER = { alg: 'ES256', typ: 'JWT', kid: 'k1' };
const CLAIMS = { iss: 'https://issuer.example', sub: 'u-1', aud: 'https://api.example', exp: 1_795_525_200 };
const SOUND = jws(HEADER, CLAIMS);
const [HEAD = '', BODY = '', SIGN = ''] = SOUND.split('.');
const FLATTENED = JSON.stringify({ payload: BODY, protected: HEAD, signature: SIGN });
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((one) => [one.charCodeAt(0), 0]));
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encodeUtf8(part)] : [...part])));
const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

export const LEXICAL_CASES: readonly RuleCases[] = [
  {
    rule: 'token-whitespace',
    fires: [
      `${SOUND}\n`,
      `${SOUND.slice(0, 60)}\r\n${SOUND.slice(60)}`,
      `${SOUND.slice(0, 30)} ${SOUND.slice(30)}`,
      `${SOUND.slice(0, 40)}\u200b${SOUND.slice(40)}`,
    ],
    silent: [SOUND, `The token is ${SOUND}, he said.`, `{"token": "${SOUND}"}`],
  },
  {
    rule: 'bearer-prefix',
    fires: [
      `Authorization: Bearer ${SOUND}`,
      `DPoP ${SOUND}`,
      `"${SOUND}"`,
      `https://a.example/#access_token=${SOUND}`,
    ],
    silent: [SOUND, `The forbearer: ${SOUND}`, `const token = "${SOUND}";`],
  },
  {
    rule: 'url-encoded-token',
    fires: [SOUND.replaceAll('.', '%2E'), SOUND.replaceAll('.', '%2e')],
    silent: [SOUND, `https://a.example/a%2Eb#access_token=${SOUND}`],
  },
  {
    rule: 'illegal-characters',
    fires: [
      `${HEAD}.${BODY}.${SIGN.slice(0, 20)}$${SIGN.slice(20)}`,
      `${HEAD}.${BODY.slice(0, 9)}é${BODY.slice(9)}.${SIGN}`,
    ],
    silent: [SOUND, `${HEAD}.${BODY}.${SIGN.slice(0, 20)}+${SIGN.slice(20)}`, `${SOUND}~`, `${SOUND}=`],
  },
  {
    rule: 'base64-standard-alphabet',
    fires: [
      `${HEAD}.${BODY}.${SIGN.slice(0, 20)}+${SIGN.slice(21)}`,
      `${HEAD}.${BODY}.${SIGN.slice(0, 20)}/${SIGN.slice(21)}`,
    ],
    silent: [SOUND, `${HEAD}.${BODY}.-_${SIGN.slice(2)}`],
  },
  {
    rule: 'json-serialization',
    fires: [FLATTENED, JSON.stringify({ payload: BODY, signatures: [{ protected: HEAD, signature: SIGN }] })],
    silent: [
      SOUND,
      `{"access_token":"${SOUND}"}`,
      JSON.stringify({
        protected: segment({
          alg: 'ES256',
          kid: 'https://ca.example/acct/1',
          url: 'https://ca.example/order',
          nonce: 'n1',
        }),
        payload: segment({ identifiers: [] }),
        signature: someSignature('ES256'),
      }),
    ],
  },
  {
    rule: 'segment-count',
    fires: [`${HEAD}.${BODY}`, `${SOUND}.${SIGN}`, 'c3f0a1b2c3d4e5f60718293a4b5c6d7e'],
    silent: [
      SOUND,
      jwe({ alg: 'dir', enc: 'A256GCM' }),
      `${SOUND}~`,
      'There is no token here.',
      'https://issuer.example/x',
    ],
  },
  {
    rule: 'empty-segment',
    fires: [`${HEAD}..${SIGN}`, `.${BODY}.${SIGN}`],
    silent: [SOUND, jwe({ alg: 'dir', enc: 'A256GCM' }), `${HEAD}.${BODY}.`],
  },
  {
    rule: 'empty-signature',
    fires: [`${HEAD}.${BODY}.`, jws({ alg: 'HS256' }, CLAIMS, '')],
    silent: [SOUND, jws({ alg: 'none' }, CLAIMS, ''), `${HEAD}.${BODY}`],
  },
  {
    rule: 'base64-padding',
    fires: [`${SOUND}==`, `${HEAD}.${segment({ a: 1 })}=.${SIGN}`],
    silent: [SOUND, jws(HEADER, { ...CLAIMS, note: 'a==' })],
  },
  {
    rule: 'base64-bad-length',
    fires: [`${HEAD}.${BODY}.${someSignature('HS256').slice(0, 41)}`, `${HEAD}.${BODY}.${'A'.repeat(85)}`],
    silent: [SOUND, `${HEAD}.${BODY}.${'A'.repeat(84)}`],
  },
  {
    rule: 'base64-trailing-bits',
    fires: [`${HEAD}.${BODY}.${'A'.repeat(85)}B`, `${segment({ alg: 'HS256' })}.${BODY}.${'A'.repeat(42)}B`],
    silent: [SOUND, `${HEAD}.${BODY}.${'A'.repeat(85)}Q`, `${HEAD}.${BODY}.${'A'.repeat(83)}B`],
  },
  {
    rule: 'token-large',
    fires: [jws(HEADER, { ...CLAIMS, note: 'x'.repeat(2000) }), jws(HEADER, { ...CLAIMS, note: 'x'.repeat(9000) })],
    silent: [SOUND, jws(HEADER, { ...CLAIMS, note: 'x'.repeat(300) })],
  },
  {
    rule: 'token-form',
    fires: [
      JSON.stringify({
        payload: BODY,
        protected: HEAD,
        signature: SIGN,
        signatures: [{ protected: HEAD, signature: SIGN }],
      }),
      JSON.stringify({ payload: BODY, protected: HEAD, header: { alg: 'ES256' }, signature: SIGN }),
    ],
    silent: [FLATTENED, SOUND, `${SOUND}~`],
  },
  {
    rule: 'invalid-utf8',
    fires: [jws(bytes('{"alg":"ES256","a":"', [0xff], '"}'), CLAIMS), jws(HEADER, bytes('{"a":"', [0xc3, 0x28], '"}'))],
    silent: [SOUND, jws(HEADER, { ...CLAIMS, name: 'Jürgen 😀' })],
  },
  {
    rule: 'utf16-or-32',
    fires: [jws(HEADER, utf16('{"sub":"me"}')), jws(HEADER, bytes([0xff, 0xfe], [0x7b, 0, 0x7d, 0]))],
    silent: [SOUND, jws(HEADER, { a: '\u0000' }), jws(HEADER, someBytes(40))],
  },
  {
    rule: 'json-bom',
    fires: [jws(HEADER, '\ufeff{"a":1}'), jws('\ufeff{"alg":"ES256"}', CLAIMS)],
    silent: [SOUND, jws(HEADER, '{"a":"\ufeff"}')],
  },
  {
    rule: 'json-duplicate-member',
    fires: [
      jws(HEADER, '{"sub":"a","sub":"b"}'),
      jws('{"alg":"ES256","\\u0061lg":"none"}', CLAIMS),
      jws('{"alg":"ES256","x":{"a":1,"a":2}}', CLAIMS),
    ],
    silent: [SOUND, jws(HEADER, '{"a":{"sub":1},"b":{"sub":1}}'), jws(HEADER, '[{"a":1},{"a":1}]')],
  },
  {
    rule: 'json-escaped-member-name',
    fires: [jws('{"\\u0061lg":"ES256"}', CLAIMS), jws(HEADER, '{"\\u0073ub":"me"}')],
    silent: [SOUND, jws(HEADER, '{"sub":"\\u0061"}'), jws(HEADER, '{"stra\\u00dfe":1}'), jws(HEADER, '{"a\\"b":1}')],
  },
  {
    rule: 'json-insignificant-whitespace',
    fires: [jws(HEADER, '{"sub": "a"}'), jws('{\r\n "alg":"ES256"}', CLAIMS)],
    silent: [SOUND, jws(HEADER, '{"sub":"a b"}'), jws(HEADER, 'It is a text')],
  },
  {
    rule: 'json-not-object',
    fires: [jws(HEADER, '[1]'), jws(HEADER, '42'), jws('["ES256"]', CLAIMS)],
    silent: [SOUND, jws({ ...HEADER, cty: 'JWT' }, SOUND), jws(HEADER, {})],
  },
  {
    rule: 'json-invalid',
    fires: [jws(HEADER, '{"sub":}'), jws('{alg:"ES256"}', CLAIMS), jws({ alg: 'ES256' }, 'plain words')],
    silent: [SOUND, jws({ ...HEADER, cty: 'JWT' }, SOUND), jws(HEADER, '{"a":1} ')],
  },
  {
    rule: 'json-unsafe-integer',
    fires: [
      jws(HEADER, '{"id":9007199254740993}'),
      jws(HEADER, '{"id":1e400}'),
      jws(HEADER, '{"n":0.12345678901234567890}'),
    ],
    silent: [
      SOUND,
      jws(HEADER, '{"id":9007199254740991}'),
      jws(HEADER, '{"id":"9007199254740993"}'),
      jws(HEADER, '{"n":1e3}'),
    ],
  },
  {
    rule: 'json-proto-member',
    fires: [jws(HEADER, '{"__proto__":{"admin":true}}'), jws(HEADER, '{"a":{"constructor":1}}')],
    silent: [SOUND, jws(HEADER, '{"a":"__proto__"}'), jws(HEADER, '{"prototypes":1}')],
  },
  {
    rule: 'json-deep-nesting',
    fires: [jws(HEADER, nested(40)), jws(HEADER, nested(32))],
    silent: [SOUND, jws(HEADER, nested(31)), jws(HEADER, JSON.stringify({ a: '['.repeat(60) }))],
  },
  {
    rule: 'json-trailing-content',
    fires: [jws(HEADER, '{"sub":"a"}{"sub":"b"}'), jws('{"alg":"ES256"}\u0000', CLAIMS)],
    silent: [SOUND, jws(HEADER, '{"sub":"a"}\n'), jws(HEADER, '{"sub":"a"')],
  },
  {
    rule: 'payload-double-encoded',
    fires: [jws(HEADER, JSON.stringify(JSON.stringify(CLAIMS))), jws(HEADER, JSON.stringify('{}'))],
    silent: [SOUND, jws(HEADER, JSON.stringify('text')), jws(HEADER, { a: '{}' })],
  },
];
