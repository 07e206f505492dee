import { describe, expect, it } from 'vitest';
import { type STRIPPED, strippedRuntime } from './stripped-runtime.ts';

type Name = keyof typeof STRIPPED;

const NAMES: readonly Name[] = ['chromium', 'firefox', 'webkitgtk', 'bare'];

function subtleOf(name: Name): SubtleCrypto {
  const { subtle } = strippedRuntime(name);
  if (subtle === undefined) throw new Error('no subtle');
  return subtle;
}

async function nameOfRefusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
  );
}

function raw(subtle: SubtleCrypto, name: string, bytes: number): Promise<CryptoKey> {
  return subtle.importKey(
    'raw',
    new Uint8Array(bytes),
    name,
    true,
    name === 'AES-KW' ? ['unwrapKey', 'wrapKey'] : ['encrypt', 'decrypt'],
  );
}

describe('a stripped runtime', () => {
  it.each(NAMES)('%s does what every browser does', async (name) => {
    const subtle = subtleOf(name);
    const key = await raw(subtle, 'AES-GCM', 16);
    const iv = new Uint8Array(12);
    const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, key, Uint8Array.of(1, 2));
    expect([...new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed))]).toEqual([1, 2]);
    for (const namedCurve of ['P-256', 'P-384', 'P-521']) {
      expect(await nameOfRefusal(subtle.generateKey({ name: 'ECDH', namedCurve }, false, ['deriveBits']))).toBe('done');
    }
    expect((await subtle.digest('SHA-512', iv)).byteLength).toBe(64);
  });

  const refusals: readonly (readonly [
    what: string,
    work: (subtle: SubtleCrypto) => Promise<unknown>,
    by: Readonly<Record<Name, string>>,
  ])[] = [
    [
      'a raw AES key of 192 bits',
      (subtle) => raw(subtle, 'AES-GCM', 24),
      refusedBy('OperationError', 'chromium', 'bare'),
    ],
    ['one for wrapping', (subtle) => raw(subtle, 'AES-KW', 24), refusedBy('OperationError', 'chromium', 'bare')],
    ['one for CBC', (subtle) => raw(subtle, 'AES-CBC', 24), refusedBy('OperationError', 'chromium', 'bare')],
    [
      'one that is generated',
      (subtle) => subtle.generateKey({ name: 'AES-KW', length: 192 }, true, ['wrapKey', 'unwrapKey']),
      refusedBy('OperationError', 'chromium', 'bare'),
    ],
    [
      'one that is a JWK',
      (subtle) => subtle.importKey('jwk', { kty: 'oct', k: 'A'.repeat(32) }, 'AES-GCM', true, ['encrypt']),
      refusedBy('OperationError', 'chromium', 'bare'),
    ],
    [
      'Ed448',
      (subtle) => subtle.generateKey('Ed448', true, ['sign', 'verify']),
      refusedBy('NotSupportedError', ...NAMES),
    ],
    [
      'X448',
      (subtle) => subtle.generateKey({ name: 'X448' }, true, ['deriveBits']),
      refusedBy('NotSupportedError', ...NAMES),
    ],
    [
      'ML-DSA',
      (subtle) => subtle.generateKey('ML-DSA-44', true, ['sign', 'verify']),
      refusedBy('NotSupportedError', ...NAMES),
    ],
    [
      'Ed25519',
      (subtle) => subtle.generateKey('Ed25519', true, ['sign', 'verify']),
      refusedBy('NotSupportedError', 'bare'),
    ],
    ['X25519', (subtle) => subtle.generateKey('X25519', true, ['deriveBits']), refusedBy('NotSupportedError', 'bare')],
    ['SHA3', (subtle) => subtle.digest('SHA3-256', new Uint8Array(1)), refusedBy('NotSupportedError', ...NAMES)],
  ];
  it.each(refusals)('refuses %s where the browser does', async (_, work, by) => {
    for (const name of NAMES) expect([name, await nameOfRefusal(work(subtleOf(name)))]).toEqual([name, by[name]]);
  });
});

function refusedBy(refusal: string, ...names: readonly Name[]): Readonly<Record<Name, string>> {
  const of = (name: Name) => (names.includes(name) ? refusal : 'done');
  return { chromium: of('chromium'), firefox: of('firefox'), webkitgtk: of('webkitgtk'), bare: of('bare') };
}
