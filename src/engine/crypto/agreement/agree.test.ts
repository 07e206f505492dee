import { createHash, diffieHellman } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGREEMENT_CURVES, type AgreementPair, newAgreementPair } from '../../testing/agreement-pairs.ts';
import { strippedRuntime } from '../../testing/stripped-runtime.ts';
import { encodeBase64url } from '../../token/base64url.ts';
import type { Json, JsonObject } from '../../types.ts';
import type { ContentEncryption } from '../jwe/content-encryption.ts';
import { type AgreementAlg, agreeForSending, agreeOnKey } from './agree.ts';

/** AlgorithmID and length of the key, in bytes (RFC 7518 sections 4.6.2, 5.2, 5.3). */
const KEYS: readonly (readonly [alg: AgreementAlg, enc: ContentEncryption, id: string, length: number])[] = [
  ['ECDH-ES', 'A128GCM', 'A128GCM', 16],
  ['ECDH-ES', 'A192GCM', 'A192GCM', 24],
  ['ECDH-ES', 'A256GCM', 'A256GCM', 32],
  ['ECDH-ES', 'A128CBC-HS256', 'A128CBC-HS256', 32],
  ['ECDH-ES', 'A192CBC-HS384', 'A192CBC-HS384', 48],
  ['ECDH-ES', 'A256CBC-HS512', 'A256CBC-HS512', 64],
  ['ECDH-ES', 'C20P', 'C20P', 32],
  ['ECDH-ES', 'XC20P', 'XC20P', 32],
  ['ECDH-ES+A128KW', 'A256CBC-HS512', 'ECDH-ES+A128KW', 16],
  ['ECDH-ES+A192KW', 'A128GCM', 'ECDH-ES+A192KW', 24],
  ['ECDH-ES+A256KW', 'A128GCM', 'ECDH-ES+A256KW', 32],
];

const ALICE = 'QWxpY2U';
const BOB = 'Qm9i';
const PLAIN_HTTP = { runtime: {} };

const pairs = new Map(AGREEMENT_CURVES.map((crv) => [crv as string, newAgreementPair(crv)]));

function pairOn(crv: string): AgreementPair {
  const pair = pairs.get(crv);
  if (pair === undefined) throw new Error(`no pair on ${crv}`);
  return pair;
}

/** SP 800-56A section 5.8.1, written out once more, on the secret that OpenSSL computes. */
function expectedKey(one: AgreementPair, other: AgreementPair, id: string, apu: string, apv: string, length: number) {
  const secret = diffieHellman({ privateKey: one.privateKey, publicKey: other.publicKey });
  const counted = (bytes: Buffer) => Buffer.concat([number(bytes.length), bytes]);
  const info = [Buffer.from(id), Buffer.from(apu, 'base64url'), Buffer.from(apv, 'base64url')].map(counted);
  const blocks = [1, 2].map((counter) =>
    createHash('sha256')
      .update(Buffer.concat([number(counter), secret, ...info, number(length * 8)]))
      .digest(),
  );
  return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

describe.each(AGREEMENT_CURVES)('%s', (crv) => {
  const ours = pairOn(crv);
  const ephemeral = newAgreementPair(crv);

  test.each(KEYS)('%s with %s: the key is the one of the Concat KDF', async (alg, enc, id, length) => {
    const by = crv === 'X448' ? 'javascript' : 'webcrypto';
    for (const [apu, apv] of [
      ['', ''],
      [ALICE, BOB],
    ] as const) {
      const header: JsonObject = { alg, enc, epk: ephemeral.publicJwk, ...(apu && { apu, apv }) };
      const value = expectedKey(ours, ephemeral, id, apu, apv, length);
      const request = { alg, enc, header, ourKey: ours.privateJwk };
      expect(await agreeOnKey(request)).toEqual({ done: true, value, by, notes: [] });
      expect(await agreeOnKey(request, PLAIN_HTTP)).toEqual({ done: true, value, by: 'javascript', notes: [] });
    }
  });

  test('an epk that is a text with the JWK in it is read, and said', async () => {
    const header = { epk: JSON.stringify(ephemeral.publicJwk) };
    const value = expectedKey(ours, ephemeral, 'A128GCM', '', '', 16);
    const answer = await agreeOnKey({ alg: 'ECDH-ES', enc: 'A128GCM', header, ourKey: ours.privateJwk });
    expect(answer).toMatchObject({ done: true, value, notes: ['epk-as-string'] });
  });

  test('an epk in standard base64 is read, and said', async () => {
    const x = `${Buffer.from(String(ephemeral.publicJwk.x), 'base64url').toString('base64').replace(/=*$/, '')}=`;
    const value = expectedKey(ours, ephemeral, 'A128GCM', '', '', 16);
    const header = { epk: { ...ephemeral.publicJwk, x } };
    const answer = await agreeOnKey({ alg: 'ECDH-ES', enc: 'A128GCM', header, ourKey: ours.privateJwk });
    expect(answer).toMatchObject({ done: true, value, notes: ['epk-base64'] });
    const both = { epk: JSON.stringify(header.epk) };
    expect(await agreeOnKey({ alg: 'ECDH-ES', enc: 'A128GCM', header: both, ourKey: ours.privateJwk })).toMatchObject({
      done: true,
      value,
      notes: ['epk-as-string', 'epk-base64'],
    });
  });

  test('what an epk holds besides, a private value too, changes nothing', async () => {
    const header = { epk: { ...ephemeral.privateJwk, kid: 'x', use: 'sig', key_ops: ['sign'], alg: 'ES256', ext: 1 } };
    const value = expectedKey(ours, ephemeral, 'A128GCM', '', '', 16);
    const answer = await agreeOnKey({ alg: 'ECDH-ES', enc: 'A128GCM', header, ourKey: ours.privateJwk });
    expect(answer).toMatchObject({ done: true, value, notes: [] });
  });

  test('a new epk has the public members alone, and is another one each time', async () => {
    const request = { alg: 'ECDH-ES', enc: 'A128GCM', header: {}, theirKey: ours.publicJwk } as const;
    const names = crv.startsWith('P-') ? ['crv', 'kty', 'x', 'y'] : ['crv', 'kty', 'x'];
    const seen = new Set<Json | undefined>();
    for (const options of [{}, PLAIN_HTTP, { runtime: strippedRuntime('bare') }]) {
      const sent = await agreeForSending(request, options);
      if (!sent.done) throw new Error(sent.code);
      expect(Object.keys(sent.epk).sort()).toEqual(names);
      expect(sent.epk).toMatchObject({ kty: ours.publicJwk.kty, crv });
      seen.add(sent.epk.x);
    }
    expect(seen.size).toBe(3);
  });

  test('an epk that is no point of the curve, or of no use, is refused', async () => {
    const { x = '', y = '' } = ephemeral.publicJwk;
    const zero = encodeBase64url(new Uint8Array(Buffer.from(String(x), 'base64url').length));
    const epk = { ...ephemeral.publicJwk, ...(crv.startsWith('P-') ? { x: y, y: x } : { x: zero }) };
    const off = { done: false, code: 'point-not-on-curve' };
    const common = { alg: 'ECDH-ES', enc: 'A128GCM' } as const;
    expect(await agreeOnKey({ ...common, header: { epk }, ourKey: ours.privateJwk })).toEqual(off);
    expect(await agreeForSending({ ...common, header: {}, theirKey: epk })).toEqual(off);
  });
});

test('both sides agree: any curve, algorithm, parties and runtime', async () => {
  const party = fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined });
  const runtime = fc.constantFrom(undefined, {}, strippedRuntime('chromium'), strippedRuntime('bare'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...AGREEMENT_CURVES),
      fc.constantFrom(...KEYS),
      fc.record({ apu: party, apv: party }),
      fc.tuple(runtime, runtime),
      async (crv, [alg, enc, , length], { apu, apv }, [there, here]) => {
        const pair = pairOn(crv);
        const header: JsonObject = {
          ...(apu && { apu: encodeBase64url(apu) }),
          ...(apv && { apv: encodeBase64url(apv) }),
        };
        const sent = await agreeForSending({ alg, enc, header, theirKey: pair.publicJwk }, { runtime: there });
        if (!sent.done) throw new Error(sent.code);
        expect(sent.value).toHaveLength(length);
        const received = { ...header, epk: sent.epk };
        const got = await agreeOnKey({ alg, enc, header: received, ourKey: pair.privateJwk }, { runtime: here });
        expect(got).toMatchObject({ done: true, value: sent.value, notes: [] });
        const others = { ...received, apu: encodeBase64url(Uint8Array.of(...(apu ?? []), 1)) };
        const other = await agreeOnKey({ alg, enc, header: others, ourKey: pair.privateJwk }, { runtime: here });
        expect(other.done && Buffer.from(other.value).equals(sent.value)).toBe(false);
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);

describe('a header that cannot be used is named by its member', () => {
  const ours = pairOn('P-256');
  const epk = newAgreementPair('P-256').publicJwk;
  const { x: _x, ...withoutX } = epk;
  const { y: _y, ...withoutY } = epk;
  const { kty: _kty, ...withoutKty } = epk;
  const { crv: _crv, ...withoutCrv } = epk;

  test.each<[header: JsonObject, member: string, why: string]>([
    [{}, 'epk', 'missing'],
    [{ epk: null }, 'epk', 'not-an-object'],
    [{ epk: [] }, 'epk', 'not-an-object'],
    [{ epk: 5 }, 'epk', 'not-an-object'],
    [{ epk: '' }, 'epk', 'not-an-object'],
    [{ epk: '[]' }, 'epk', 'not-an-object'],
    [{ epk: '{' }, 'epk', 'not-an-object'],
    [{ epk: {} }, 'epk.crv', 'missing'],
    [{ epk: withoutCrv }, 'epk.crv', 'missing'],
    [{ epk: withoutKty }, 'epk.kty', 'missing'],
    [{ epk: withoutX }, 'epk.x', 'missing'],
    [{ epk: withoutY }, 'epk.y', 'missing'],
    [{ epk: { ...epk, crv: 'P-384' } }, 'epk.crv', 'other-curve'],
    [{ epk: newAgreementPair('P-384').publicJwk }, 'epk.crv', 'other-curve'],
    [{ epk: newAgreementPair('X25519').publicJwk }, 'epk.crv', 'other-curve'],
    [{ epk: { ...epk, crv: 'secp256k1' } }, 'epk.crv', 'other-curve'],
    [{ epk: { ...epk, crv: 5 } }, 'epk.crv', 'other-curve'],
    [{ epk: { ...epk, kty: 'OKP' } }, 'epk.kty', 'other-key-type'],
    [{ epk: { ...epk, kty: null } }, 'epk.kty', 'other-key-type'],
    [{ epk: { ...epk, x: '%' } }, 'epk.x', 'not-base64url'],
    [{ epk: { ...epk, y: 5 } }, 'epk.y', 'not-text'],
    [{ epk: { ...epk, x: 'AAAA' } }, 'epk.x', 'wrong-length'],
    [{ epk: { ...epk, y: `${epk.y}AAAA` } }, 'epk.y', 'wrong-length'],
    [{ epk, apu: 5 }, 'apu', 'not-text'],
    [{ epk, apu: null }, 'apu', 'not-text'],
    [{ epk, apu: 'QQ==' }, 'apu', 'not-base64url'],
    [{ epk, apv: 'Alice Smith' }, 'apv', 'not-base64url'],
    [{ epk, apv: {} }, 'apv', 'not-text'],
  ])('%j: %s is %s', async (header, member, why) => {
    const fault = { done: false, code: 'header-member', member, why };
    const common = { alg: 'ECDH-ES', enc: 'A128GCM', header } as const;
    expect(await agreeOnKey({ ...common, ourKey: ours.privateJwk })).toEqual(fault);
    const isAboutParties = member === 'apu' || member === 'apv';
    const sent = await agreeForSending({ ...common, theirKey: ours.publicJwk });
    expect(sent).toEqual(isAboutParties ? fault : expect.objectContaining({ done: true }));
  });
});

describe('a key that cannot be used', () => {
  const common = { alg: 'ECDH-ES', enc: 'A128GCM' } as const;
  const { publicJwk, privateJwk } = pairOn('X25519');
  const header = { epk: newAgreementPair('X25519').publicJwk };

  test('of another kind does not fit', async () => {
    const unfit = { done: false, code: 'key-unfit', fit: 'crv' };
    for (const key of [{}, { kty: 'oct', k: 'AA' }, { kty: 'RSA', n: 'AQ', e: 'AQAB' }, { ...publicJwk, kty: 'EC' }]) {
      expect(await agreeOnKey({ ...common, header, ourKey: key })).toEqual(unfit);
      expect(await agreeForSending({ ...common, header, theirKey: key })).toEqual(unfit);
    }
  });

  test('without its private half opens nothing, without its public one nothing is sent to it', async () => {
    const ourKey = publicJwk;
    expect(await agreeOnKey({ ...common, header, ourKey })).toEqual({ done: false, code: 'private-key-needed' });
    const { x: _, ...theirKey } = privateJwk;
    expect(await agreeForSending({ ...common, header, theirKey })).toEqual({ done: false, code: 'key-refused' });
  });

  test('abort rejects with the reason, before and during the work', async () => {
    const reason = new Error('overtaken');
    const aborted = { signal: AbortSignal.abort(reason) };
    await expect(agreeOnKey({ ...common, header, ourKey: privateJwk }, aborted)).rejects.toBe(reason);
    await expect(agreeForSending({ ...common, header, theirKey: publicJwk }, aborted)).rejects.toBe(reason);
    const during = new AbortController();
    const works = [
      agreeOnKey({ ...common, header, ourKey: privateJwk }, { signal: during.signal }),
      agreeForSending({ ...common, header, theirKey: publicJwk }, { signal: during.signal }),
    ].map((work) => expect(work).rejects.toBe(reason));
    during.abort(reason);
    await Promise.all(works);
  });
});
