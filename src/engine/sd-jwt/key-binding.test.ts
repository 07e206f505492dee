import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../types.ts';
import { expectedSdHash, holderKeyOf, keyBindingFaults, readKeyBinding, sdHashInput } from './key-binding.ts';

const HEADER = { alg: 'ES256', typ: 'kb+jwt' };
const PAYLOAD = { iat: 1700000000, aud: 'https://v.example', nonce: 'n', sd_hash: 'H' };

const encoded = (json: JsonObject) => Buffer.from(JSON.stringify(json)).toString('base64url');
const token = (header: JsonObject, payload: JsonObject, signature = 'AAAA') =>
  `${encoded(header)}.${encoded(payload)}.${signature}`;

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
}

describe('keyBindingFaults', () => {
  const faultsOf = (text: string) => keyBindingFaults(readKeyBinding(text), 'H');

  test('a key binding JWT by the rules has none, whatever else is in it', () => {
    expect(faultsOf(token({ ...HEADER, kid: 'k' }, { ...PAYLOAD, exp: 1 }))).toEqual([]);
  });

  test.each([
    { rule: 'typ is absent', header: without(HEADER, 'typ'), faults: [{ reason: 'typ' }] },
    { rule: 'typ is of another kind', header: { ...HEADER, typ: 'JWT' }, faults: [{ reason: 'typ' }] },
    { rule: 'typ has other letters', header: { ...HEADER, typ: 'KB+JWT' }, faults: [{ reason: 'typ' }] },
    {
      rule: 'alg is a MAC, whose secret all would know',
      header: { ...HEADER, alg: 'HS256' },
      faults: [{ reason: 'alg' }],
    },
    { rule: 'alg is absent', header: without(HEADER, 'alg'), faults: [{ reason: 'form' }, { reason: 'alg' }] },
    { rule: 'iat is absent', payload: without(PAYLOAD, 'iat'), faults: [{ reason: 'claims', name: 'iat' }] },
    { rule: 'iat is a string', payload: { ...PAYLOAD, iat: '1' }, faults: [{ reason: 'claims', name: 'iat' }] },
    { rule: 'aud is a list', payload: { ...PAYLOAD, aud: ['v'] }, faults: [{ reason: 'claims', name: 'aud' }] },
    { rule: 'nonce is a number', payload: { ...PAYLOAD, nonce: 1 }, faults: [{ reason: 'claims', name: 'nonce' }] },
    {
      rule: 'sd_hash is absent',
      payload: without(PAYLOAD, 'sd_hash'),
      faults: [{ reason: 'claims', name: 'sd_hash' }],
    },
    { rule: 'sd_hash is another', payload: { ...PAYLOAD, sd_hash: 'h' }, faults: [{ reason: 'sd-hash' }] },
    { rule: 'sd_hash is padded', payload: { ...PAYLOAD, sd_hash: 'H=' }, faults: [{ reason: 'sd-hash' }] },
  ])('$rule', ({ header = HEADER, payload = PAYLOAD, faults }) => {
    expect(faultsOf(token(header, payload))).toEqual(faults);
  });

  test('alg none is refused, with and without a signature', () => {
    expect(faultsOf(token({ ...HEADER, alg: 'none' }, PAYLOAD, ''))).toEqual([{ reason: 'alg' }]);
    expect(faultsOf(token({ ...HEADER, alg: 'none' }, PAYLOAD))).toEqual([{ reason: 'form' }, { reason: 'alg' }]);
  });

  test.each(['', 'x', 'x.y.z', `${encoded(HEADER)}.WzFd.AAAA`, `${encoded(HEADER)}.${encoded(PAYLOAD)}`])(
    '%j has not the form',
    (text) => {
      expect(faultsOf(text)).toContainEqual({ reason: 'form' });
    },
  );

  test('any text is answered', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.json().map((json) => Buffer.from(json).toString('base64url'))).map((parts) => parts.join('.')),
    );
    fc.assert(fc.property(texts, (text) => faultsOf(text).length > 0));
  });
});

test('what is read of a key binding JWT is what its signature is over', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const input = `${encoded(HEADER)}.${encoded(PAYLOAD)}`;
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const read = readKeyBinding(`${input}.${signature.toString('base64url')}`);
  expect(read.header).toEqual(HEADER);
  expect(read.payload).toEqual(PAYLOAD);
  const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  expect(verify('sha256', read.signingInput, key, read.signature ?? new Uint8Array())).toBe(true);
});

test('a signature that is not base64url by the letter is none', () => {
  expect(readKeyBinding(token(HEADER, PAYLOAD, 'AAAA=')).signature).toBeUndefined();
});

describe('sd_hash', () => {
  test.each([
    ['a.b.c~', 'a.b.c~'],
    ['a.b.c~D1~', 'a.b.c~D1~'],
    ['a.b.c~D1~x.y.z', 'a.b.c~D1~'],
    ['a.b.c~x.y.z', 'a.b.c~'],
    ['a.b.c', ''],
  ])('of %s is over %s', (text, input) => {
    expect(sdHashInput(text)).toBe(input);
  });

  test('is made by the hash of the disclosures', async () => {
    const byNode = (hash: string) => createHash(hash).update('a.b.c~D1~').digest('base64url');
    expect(await expectedSdHash('a.b.c~D1~x.y.z', 'sha-256')).toBe(byNode('sha256'));
    expect(await expectedSdHash('a.b.c~D1~x.y.z', 'sha3-384')).toBe(byNode('sha3-384'));
    expect(await expectedSdHash('a.b.c~D1~x.y.z', 'md5')).toBeUndefined();
  });
});

describe('holderKeyOf', () => {
  const jwk = { kty: 'EC' };

  test.each([
    { payload: { cnf: { jwk } }, key: { kind: 'jwk', jwk } },
    { payload: { cnf: { kid: 'k', jwk } }, key: { kind: 'jwk', jwk } },
    { payload: { cnf: { kid: 'k', 'x5t#S256': 't' } }, key: { kind: 'named', by: ['kid', 'x5t#S256'] } },
    { payload: { cnf: { jwk: 'text' } }, key: { kind: 'none' } },
    { payload: { cnf: {} }, key: { kind: 'none' } },
    { payload: { cnf: 'k' }, key: { kind: 'none' } },
    { payload: {}, key: { kind: 'none' } },
  ])('$payload gives $key.kind', ({ payload, key }) => {
    expect(holderKeyOf(payload)).toEqual(key);
  });
});
