import { describe, expect, test } from 'vitest';
import { CONTENT_ENCRYPTION, type ContentEncryption } from '../crypto/jwe/content-encryption.ts';
import { generateKeyFor } from '../crypto/jwe/generate.ts';
import { KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlg } from '../crypto/jwe/key-management.ts';
import { inspect } from '../index.ts';
import type { Serialization } from '../token/shapes.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { JsonObject } from '../types.ts';
import { encryptNew } from './encrypt-new.ts';

const ALGS = Object.values(KEY_MANAGEMENT_ALGORITHMS).filter(({ canEncrypt }) => canEncrypt);
const ENCS = Object.values(CONTENT_ENCRYPTION);
const FORMS: readonly Serialization[] = ['compact', 'flattened', 'general'];
const CONTENT = encodeUtf8('{"sub":"1234567890","n":1.0}');

const keys = new Map<string, JsonObject>();

/** RSA keys take long to make, so one serves all encs. */
async function keyFor(alg: KeyManagementAlg, enc: ContentEncryption): Promise<JsonObject> {
  const name = alg === 'dir' ? `${alg} ${enc}` : alg.startsWith('RSA') ? 'RSA' : alg;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const made = await generateKeyFor(alg, enc);
  if (!made.done) throw new Error(made.code);
  const { alg: _alg, ...key } = made.value.privateJwk;
  keys.set(name, key);
  return key;
}

/** Few rounds: what is tested is not the derivation. */
const headerOf = (alg: string, enc: string, more: JsonObject = {}) =>
  encodeUtf8(JSON.stringify({ alg, enc, ...more, ...(alg.startsWith('PBES2') ? { p2c: 1000 } : {}) }));

describe('what is encrypted here is opened here', () => {
  const rows = ALGS.flatMap(({ alg }) => ENCS.map(({ enc }) => [alg, enc] as const));
  test.each(rows)('%s with %s, in every serialization, plain and compressed', async (alg, enc) => {
    const key = { text: JSON.stringify(await keyFor(alg, enc)) };
    for (const serialization of FORMS) {
      const more = serialization === 'general' ? { zip: 'DEF' } : {};
      const made = await encryptNew({ header: headerOf(alg, enc, more), content: CONTENT, key, serialization });
      if (!made.encrypted) throw new Error(made.message);
      const { verdict, layers, form } = await inspect({ text: made.text, keys: [key] });
      expect([verdict.state, form]).toEqual(['decrypted', serialization === 'compact' ? 'jwe-compact' : 'jwe-json']);
      expect(layers[0]?.payload?.bytes).toEqual(CONTENT);
      expect(layers[0]?.problems.filter(({ code }) => code !== 'draft-algorithm')).toEqual([]);
    }
  });

  test('there are as many as the tables say', () => expect(rows.length).toBe(18 * 8));
});

describe('a refusal says what is missing', () => {
  const secret = { text: JSON.stringify({ kty: 'oct', k: 'AAAAAAAAAAAAAAAAAAAAAA' }) };
  const rows: readonly (readonly [header: string, code: string, message: string])[] = [
    [
      '{"alg":"RSA1_5","enc":"A128GCM"}',
      'decrypt-only',
      'RSA1_5 is only opened here: nothing new should be encrypted with it. Choose RSA-OAEP-256, which takes the same key.',
    ],
    [
      '{"alg":"A256KW","enc":"A128GCM"}',
      'no-encryption-key',
      'No key here can encrypt by this header. Add a shared secret of 32 bytes.',
    ],
    [
      '{"alg":"dir","enc":"A256GCM"}',
      'no-encryption-key',
      'No key here can encrypt by this header. Add a shared secret of 32 bytes.',
    ],
    [
      '{"alg":"RSA-OAEP","enc":"A128GCM"}',
      'no-encryption-key',
      'No key here can encrypt by this header. Add the RSA public key that it is for.',
    ],
    ['{"alg":"HS256","enc":"A128GCM"}', 'alg-unknown', 'This token names HS256, with which nothing is made here.'],
    ['{"enc":"A128GCM"}', 'alg-unknown', 'This token names no alg, with which nothing is made here.'],
    ['{"alg":"A128KW","enc":"none"}', 'enc-unknown', 'This token names none, with which nothing is encrypted here.'],
    [
      '{"alg":"A128KW","enc":"A128GCM","zip":"GZ"}',
      'zip-unknown',
      'This token asks for compression by GZ; only DEF is done (RFC 7516 section 4.1.3).',
    ],
    ['["alg"]', 'header-unreadable', 'The header of this token is no JSON object, so nothing can be made with it.'],
    ['{"alg":', 'header-unreadable', 'The header of this token is no JSON object, so nothing can be made with it.'],
    [
      '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2000000}',
      'pbes2-rounds',
      'The header asks for 2,000,000 rounds of PBKDF2, more than the 1,200,000 that are done without asking.',
    ],
    [
      '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":"x"}',
      'header-parameter',
      'The header parameter “p2c” is not what PBES2-HS256+A128KW needs.',
    ],
  ];
  test.each(rows)('%s', async (header, code, message) => {
    const input = { header: encodeUtf8(header), content: CONTENT, key: secret, serialization: 'compact' } as const;
    expect(await encryptNew(input)).toEqual({ encrypted: false, code, message });
  });
});
