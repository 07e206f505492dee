import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyEncoding } from '../types.ts';
import { keyTextFromBytes } from './key-text.ts';
import { readKey } from './read.ts';
import type { ReadKey } from './shapes.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const spki = ec.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const pkcs8 = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const otherSpki = other.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwk = ec.publicKey.export({ format: 'jwk' });
const privateJwk = ec.privateKey.export({ format: 'jwk' });
const otherJwk = other.publicKey.export({ format: 'jwk' });
const rsaPrivate = rsa.privateKey.export({ format: 'jwk' });

const read = (text: string, encoding: KeyEncoding = 'auto', passphrase?: string) =>
  readKey({ text, encoding, ...(passphrase === undefined ? {} : { passphrase }) });

/** What a row is about: kind, format, and the code of the problem or the kinds of keys. */
function summary({ kind, report, ...rest }: ReadKey): readonly unknown[] {
  const keys = 'keys' in rest ? rest.keys.map((key) => `${key.kty}${key.privateJwk ? ' private' : ''}`) : [];
  return [kind, report.format, report.problem?.code ?? keys.join(', ')];
}

describe('a text in auto', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['a sentence', 'a sentence', ['secret', 'text', 'not-a-key']],
    ['a secret that begins like JSON', '{k3y-with-braces}', ['secret', 'text', 'not-a-key']],
    ['a secret of letters and equals signs', 'abc=def==', ['secret', 'text', 'not-a-key']],
    ['a lone surrogate', 'secret \ud800', ['secret', 'text', 'not-a-key']],
    ['JSON that is no key', '{"sub":"1"}', ['unreadable', 'json', 'not-a-key']],
    ['a JSON number list', '[[1],2]', ['unreadable', 'json', 'not-a-key']],
    ['XML', '<?xml version="1.0"?><a/>', ['unreadable', 'text', 'not-a-key']],
    [
      'a key in XML',
      '<RSAKeyValue><Modulus>AQ==</Modulus></RSAKeyValue>',
      ['unreadable', 'text', 'unsupported-format'],
    ],
    ['a token behind Bearer', 'Bearer eyJhbGciOiJub25lIn0.e30.', ['unreadable', 'text', 'not-a-key']],
    ['an END line alone', spki.split('\n').slice(1).join('\n'), ['unreadable', 'pem-other', 'truncated']],
    [
      'EC PARAMETERS alone',
      '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----',
      ['unreadable', 'pem-other', 'not-a-key'],
    ],
    [
      'an RFC 4716 key',
      '---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----',
      ['unreadable', 'pem-other', 'unsupported-format'],
    ],
    [
      'a traditional encrypted key',
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----',
      ['unreadable', 'pem-pkcs1-private', 'unsupported-format'],
    ],
    ['PEM with typographic dashes', spki.replaceAll('-----', '–––'), ['keys', 'pem-spki', 'EC']],
    ['PEM in a sentence', `Use this: ${spki} Thanks.`, ['keys', 'pem-spki', 'EC']],
    ['PEM copied out of JSON', `"key": ${JSON.stringify(spki)},`, ['keys', 'pem-escaped-newlines', 'EC']],
    ['PEM with doubly escaped line breaks', spki.replaceAll('\n', '\\\\n'), ['keys', 'pem-escaped-newlines', 'EC']],
    ['PEM in base64', Buffer.from(spki).toString('base64'), ['keys', 'pem-spki', 'EC']],
    ['a JWK in base64url', Buffer.from(JSON.stringify(jwk)).toString('base64url'), ['keys', 'jwk', 'EC']],
    [
      'DER in base64url',
      ec.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
      ['keys', 'der-base64-spki', 'EC'],
    ],
    [
      'DER in base64, cut',
      rsa.publicKey.export({ type: 'pkcs1', format: 'der' }).subarray(0, 60).toString('base64'),
      ['secret', 'text', 'not-a-key'],
    ],
    [
      'long DER in base64, cut',
      generateKeyPairSync('rsa', { modulusLength: 2048 })
        .publicKey.export({ type: 'spki', format: 'der' })
        .subarray(0, 99)
        .toString('base64'),
      ['unreadable', 'der-base64', 'truncated'],
    ],
    ['two keys in PEM', spki + otherSpki, ['keys', 'pem-set', 'EC, OKP']],
    ['the same key twice', spki + spki, ['keys', 'pem-spki', 'EC']],
    ['three blocks, two keys', spki + otherSpki + pkcs8, ['keys', 'pem-set', 'EC private, OKP']],
    ['a good and a cut block', spki + otherSpki.replace(/^MC.*$/m, 'MC'), ['keys', 'pem-set', 'EC']],
    [
      'certificates by kid, as Google has them',
      JSON.stringify({ a: spki, b: otherSpki }),
      ['keys', 'pem-set', 'EC, OKP'],
    ],
    [
      'a service account',
      JSON.stringify({ type: 'service_account', private_key_id: 'k', private_key: pkcs8 }),
      ['keys', 'pem-pkcs8', 'EC private'],
    ],
    ['a set with a foreign member', JSON.stringify({ keys: [{ kty: 'XY' }, jwk, 5] }), ['keys', 'jwks', 'EC']],
    [
      'a set of none that can be used',
      JSON.stringify({ keys: [{ kty: 'XY' }, 5] }),
      ['unreadable', 'jwks', 'unknown-kty'],
    ],
    ['a list of two keys', JSON.stringify([jwk, otherJwk]), ['keys', 'jwks', 'EC, OKP']],
    ['a JWK behind a byte order mark', `\ufeff${JSON.stringify(jwk)}`, ['keys', 'jwk', 'EC']],
    [
      'a JWK of an unknown curve',
      JSON.stringify({ ...jwk, crv: 'P-192' }),
      ['unreadable', 'jwk', 'unsupported-algorithm'],
    ],
    [
      'a JWK with another’s private half',
      JSON.stringify({ ...privateJwk, d: Buffer.alloc(32, 5).toString('base64url') }),
      ['unreadable', 'jwk-private', 'halves-differ'],
    ],
    [
      'a JWK with a private half of zero',
      JSON.stringify({ ...privateJwk, d: Buffer.alloc(32).toString('base64url') }),
      ['unreadable', 'jwk-private', 'halves-differ'],
    ],
    [
      'an RSA JWK with d alone',
      JSON.stringify({ kty: 'RSA', n: rsaPrivate.n, e: rsaPrivate.e, d: rsaPrivate.d }),
      ['keys', 'jwk-private', 'RSA private'],
    ],
    [
      'an RSA JWK with another d',
      JSON.stringify({ ...rsaPrivate, d: rsaPrivate.n }),
      ['unreadable', 'jwk-private', 'halves-differ'],
    ],
    [
      'an RSA JWK with another qi',
      JSON.stringify({ ...rsaPrivate, qi: rsaPrivate.dp }),
      ['unreadable', 'jwk-private', 'halves-differ'],
    ],
    [
      'an RSA JWK of three primes',
      JSON.stringify({ ...rsaPrivate, oth: [] }),
      ['unreadable', 'jwk-private', 'unsupported-algorithm'],
    ],
    [
      'an RSA key of 256 bits',
      JSON.stringify({ kty: 'RSA', e: 'AQAB', n: Buffer.alloc(32, 255).toString('base64url') }),
      ['unreadable', 'jwk', 'weak-key'],
    ],
    [
      'an Ed25519 key of small order',
      JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: Buffer.alloc(32).toString('base64url') }),
      ['unreadable', 'jwk', 'weak-key'],
    ],
    [
      'an Ed25519 key that is no point',
      JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: Buffer.alloc(32, 2).toString('base64url') }),
      ['unreadable', 'jwk', 'point-not-on-curve'],
    ],
    ['a JWK with a member that is no string', JSON.stringify({ ...jwk, x: 5 }), ['unreadable', 'jwk', 'bad-base64']],
    ['an empty k', '{"kty":"oct","k":""}', ['keys', 'jwk', 'empty']],
    [
      'an OpenSSH line of a hardware key',
      'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAAA==',
      ['unreadable', 'openssh-public', 'unsupported-algorithm'],
    ],
  ])('%s', async (_name, text, expected) => {
    expect(summary(await read(text))).toEqual(expected);
  });

  it('reads a secret in each way that is exact, in order, once for the same bytes', async () => {
    const readingsOf = async (text: string) => {
      const answer = await read(text);
      return answer.kind === 'secret'
        ? answer.readings.map(({ encoding, bytes }) => [encoding, Buffer.from(bytes).toString('hex')])
        : [];
    };
    expect(await readingsOf('c0ffee00')).toEqual([
      ['utf8', '6330666665653030'],
      ['base64url', '7347df79ed34'],
      ['hex', 'c0ffee00'],
    ]);
    expect(await readingsOf('a secret\n')).toEqual([
      ['utf8', '61207365637265740a'],
      ['utf8', '6120736563726574'],
    ]);
    expect(await readingsOf('+/A=')).toEqual([
      ['utf8', '2b2f413d'],
      ['base64', 'fbf0'],
    ]);
    expect(await readingsOf('+/B=')).toEqual([['utf8', '2b2f423d']]);
    expect(await readingsOf('C0:FF')).toEqual([
      ['utf8', '43303a4646'],
      ['hex', 'c0ff'],
    ]);
    expect(await readingsOf('\ud800')).toEqual([]);
  });

  it('takes the kid of each certificate from its name', async () => {
    const answer = await read(JSON.stringify({ a: spki, b: otherSpki }));
    expect(
      answer.kind === 'keys' && answer.keys.map(({ kid, report, publicJwk }) => [kid, report.kid, publicJwk.kid]),
    ).toEqual([
      ['a', 'a', 'a'],
      ['b', 'b', 'b'],
    ]);
  });

  it('tells which members of a set cannot be used', async () => {
    const { report } = await read(
      JSON.stringify({
        keys: [
          { kty: 'XY', kid: 'x' },
          { ...jwk, kid: 'y' },
        ],
      }),
    );
    expect(report.members?.map(({ kid, problem }) => [kid, problem?.code])).toEqual([
      ['x', 'unknown-kty'],
      ['y', undefined],
    ]);
    expect(report.problem).toBeUndefined();
  });

  it('finds the primes of an RSA key that has only d', async () => {
    const answer = await read(JSON.stringify({ kty: 'RSA', n: rsaPrivate.n, e: rsaPrivate.e, d: rsaPrivate.d }));
    const found = answer.kind === 'keys' ? answer.keys[0]?.privateJwk : undefined;
    expect(new Set([found?.p, found?.q])).toEqual(new Set([rsaPrivate.p, rsaPrivate.q]));
  });

  it('says where the fault is', async () => {
    const at = spki.indexOf('\n') + 5;
    const damaged = `${spki.slice(0, at)}§${spki.slice(at + 1)}`;
    expect((await read(damaged)).report.problem).toEqual({
      code: 'bad-base64',
      message: '§ is not a base64 character (line 2, column 5). Look for changed or added characters.',
      at,
    });
    expect((await read('{"kty": "EC",\n "crv" 5}')).report.problem).toEqual({
      code: 'invalid-json',
      message: 'The key is not JSON: line 2, column 8, expected “:” after a name.',
      at: 21,
    });
  });
});

describe('a chosen encoding', () => {
  it.each<[KeyEncoding, string, readonly unknown[]]>([
    ['utf8', 'secret', ['secret', 'utf8', '']],
    ['utf8', ' ', ['secret', 'utf8', '']],
    ['utf8', '', ['unreadable', 'utf8', 'empty']],
    ['utf8', '\ud800', ['unreadable', 'utf8', 'bad-encoding']],
    ['base64', '  ', ['unreadable', 'base64', 'empty']],
    ['base64', 'ab_c', ['unreadable', 'base64', 'bad-encoding']],
    ['base64', 'abcde=', ['unreadable', 'base64', 'bad-encoding']],
    ['base64', 'abcdeQ==', ['secret', 'base64', '']],
    ['base64', 'abcdeQ', ['secret', 'base64', '']],
    ['base64url', 'ab_c', ['secret', 'base64url', '']],
    ['base64url', 'ab/c', ['unreadable', 'base64url', 'bad-encoding']],
    ['hex', 'C0ff', ['secret', 'hex', '']],
    ['hex', 'c0:ff:', ['unreadable', 'hex', 'bad-encoding']],
    ['hex', 'c0:ff', ['secret', 'hex-colons', '']],
    ['hex', 'c0f', ['unreadable', 'hex', 'bad-encoding']],
    ['utf8', '{"kty":"oct","k":"AQID"}', ['secret', 'utf8', '']],
    ['utf8', '{"sub":1}', ['secret', 'utf8', '']],
    ['utf8', spki, ['keys', 'pem-spki', 'EC']],
    ['utf8', `${spki.slice(0, 90)}\n`, ['unreadable', 'pem-spki', 'truncated']],
    ['utf8', JSON.stringify(jwk), ['keys', 'jwk', 'EC']],
    ['base64', Buffer.from(spki).toString('base64'), ['keys', 'pem-spki', 'EC']],
    [
      'base64',
      ec.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      ['keys', 'der-base64-spki', 'EC'],
    ],
    ['hex', Buffer.from(JSON.stringify(jwk)).toString('hex'), ['keys', 'jwk', 'EC']],
    ['hex', ec.publicKey.export({ type: 'spki', format: 'der' }).toString('hex'), ['keys', 'der-base64-spki', 'EC']],
  ])('%s of %j', async (encoding, text, expected) => {
    expect(summary(await read(text, encoding))).toEqual(expected);
  });

  it('names the first character at fault', async () => {
    expect((await read(' ab?c', 'base64')).report.problem).toEqual({
      code: 'bad-encoding',
      message: 'This text is not base64: character 4. Choose another reading or correct it.',
      at: 3,
    });
  });
});

describe('a file', () => {
  const text = (bytes: Uint8Array) => keyTextFromBytes(bytes);

  it('of text is that text, without a byte order mark', () => {
    expect(text(Buffer.from(`\ufeff${spki}`))).toBe(spki);
    expect(text(Buffer.from(`\ufeff${spki}`, 'utf16le'))).toBe(spki);
  });

  it('in DER is read as the key that it is', async () => {
    const der = ec.privateKey.export({ type: 'pkcs8', format: 'der' });
    expect(summary(await read(text(der)))).toEqual(['keys', 'der-base64-pkcs8', 'EC private']);
    expect(text(der).split('\n')[0]).toHaveLength(64);
  });

  it('of random bytes is a secret in base64', async () => {
    const bytes = Uint8Array.from({ length: 48 }, (_, index) => 255 - index);
    const answer = await read(text(bytes));
    expect(answer.kind === 'secret' && answer.readings.map(({ encoding }) => encoding)).toEqual(['utf8', 'base64']);
  });
});
