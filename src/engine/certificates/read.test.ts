import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownCertificates } from '../testing/own-certificates.ts';
import type { Json, JsonObject } from '../types.ts';
import { readCertificates } from './read.ts';
import type { CertificateChain, SignatureCheck } from './shapes.ts';

const { certificates, chain, others } = ownCertificates();

function own(name: string): string {
  const certificate = certificates[name] ?? others[name];
  if (certificate === undefined) throw new Error(`certificates.json has no ${name}`);
  return certificate;
}

async function read(x5c: Json, more: JsonObject = {}): Promise<CertificateChain> {
  const answer = await readCertificates({ alg: 'RS256', ...more, x5c });
  if (answer === undefined) throw new Error('no chain');
  return answer;
}

const word = (check: SignatureCheck | undefined) => check && ('code' in check ? check.code : check.state);
const links = ({ links }: CertificateChain) => links.map(({ signature }) => word(signature));
const faults = ({ entries }: CertificateChain) => entries.map(({ faults }) => faults.map(({ code }) => code).join(' '));

const LEAF = own('leaf');
const MIDDLE = own('middle');
const ROOT = own('root');
/** one whose bytes are no multiple of three */
const PADDED = [LEAF, ROOT, ...Object.values(certificates)].find((text) => text.endsWith('=')) ?? '';

describe('the list', () => {
  it.each<JsonObject>([{}, { x5t: 'AAAA' }, { jwk: {} }, JSON.parse('{"__proto__":{"x5c":["AAAA"]}}')])(
    'a header without x5c has no certificates: %j',
    async (header) => expect(await readCertificates(header)).toBeUndefined(),
  );

  it.each<[Json, string, string]>([
    [null, 'not-a-list', 'null'],
    [LEAF, 'not-a-list', 'a string'],
    [{ 0: LEAF }, 'not-a-list', 'an object'],
    [true, 'not-a-list', 'true'],
  ])('x5c must be a list (%#)', async (x5c, code, found) => {
    const { fault, entries, order } = await read(x5c);
    expect([fault?.code, fault?.values.found, entries, order]).toEqual([code, found, [], { kind: 'unknown' }]);
    expect(fault?.message).toContain(found);
  });

  it('an empty list is named', async () => expect((await read([])).fault?.code).toBe('no-entries'));

  it('twenty certificates are read, and each link of theirs is checked', async () => {
    const answer = await read(chain);
    expect([answer.entries.length, answer.unread, answer.order]).toEqual([20, 0, { kind: 'in-order' }]);
    expect(links(answer)).toEqual(Array(19).fill('signed'));
  });

  it('what is beyond fifty is counted and not read', async () => {
    const answer = await read(Array(53).fill('AAAA'));
    expect([answer.entries.length, answer.unread, answer.order]).toEqual([50, 3, { kind: 'unknown' }]);
  });

  it('an abort rejects with its reason', async () => {
    const signal = AbortSignal.abort(new Error('overtaken'));
    await expect(readCertificates({ x5c: [LEAF] }, { signal })).rejects.toThrow('overtaken');
  });
});

describe('links', () => {
  it.each<[string, readonly string[], readonly (string | undefined)[]]>([
    ['each certificate of a good chain was signed by the next', ['leaf', 'middle', 'root'], ['signed', 'signed']],
    ['a single certificate has none', ['leaf'], []],
    [
      'a root of the same name and another key did not',
      ['leaf', 'middle', 'impostorRoot'],
      ['signed', 'signature-differs'],
    ],
    ['a gap in the chain is a key of another kind, or another key', ['leaf', 'root'], ['key-of-another-kind']],
    ['backwards', ['root', 'middle', 'leaf'], ['key-of-another-kind', 'key-of-another-kind']],
    ['what cannot be read cannot be checked', ['leaf', 'notDer', 'root'], Array(2).fill('certificate-unreadable')],
    ['a key that is none for tokens cannot be used', ['ecdsa-sha256', 'dsa-sha256'], ['key-unreadable']],
  ])('%s', async (_, names, expected) => expect(links(await read(names.map(own)))).toEqual(expected));

  it('a forged link is found although the names match', async () => {
    const [, link] = (await read([LEAF, MIDDLE, own('impostorRoot')])).links;
    expect(link).toMatchObject({ namesMatch: true, nextIsCa: true, signature: { state: 'not-signed' } });
  });

  it('a signature counts although the next one says that it may not sign', async () => {
    const [link] = (await read([LEAF, own('notCa')])).links;
    expect(link).toMatchObject({ namesMatch: true, nextIsCa: false, signature: { state: 'signed' } });
  });

  it('certificates of version 1 have no mark for that', async () => {
    const [link] = (await read([MIDDLE, own('version1')])).links;
    expect(link).toMatchObject({ nextIsCa: undefined, signature: { state: 'signed' } });
  });

  it('names match whatever their letter case, blanks and string types (RFC 5280 section 7.1)', async () => {
    const [link] = (await read([own('otherCase'), ROOT])).links;
    expect(link).toMatchObject({ namesMatch: true, signature: { state: 'signed' } });
  });
});

describe('order', () => {
  it.each<[readonly string[], CertificateChain['order']]>([
    [['leaf', 'middle', 'root'], { kind: 'in-order' }],
    [['leaf', 'middle'], { kind: 'in-order' }],
    [['leaf'], { kind: 'in-order' }],
    [['root', 'middle', 'leaf'], { kind: 'wrong-order', right: [2, 1, 0] }],
    [['leaf', 'root', 'middle'], { kind: 'wrong-order', right: [0, 2, 1] }],
    [['leaf', 'root'], { kind: 'no-chain' }],
    [['leaf', 'leaf', 'middle'], { kind: 'no-chain' }],
    [['root', 'root'], { kind: 'no-chain' }],
    [['leaf', 'notDer', 'root'], { kind: 'unknown' }],
  ])('of %j', async (names, expected) => expect((await read(names.map(own))).order).toEqual(expected));
});

describe('signatures', () => {
  it.each<[string, string, string | undefined]>([
    ['root', 'signed', undefined],
    ['rsa-sha384', 'signed', undefined],
    ['rsa-sha512', 'signed', undefined],
    ['rsa-sha1', 'signed', 'SHA-1'],
    ['rsa-md5', 'hash-not-here', 'MD5'],
    ['rsa-sha224', 'hash-not-here', undefined],
    ['pss-sha256', 'signed', undefined],
    ['pss-sha256-salt20', 'signed', undefined],
    ['pss-sha384', 'signed', undefined],
    ['ecdsa-sha1', 'signed', 'SHA-1'],
    ['ecdsa-sha256', 'signed', undefined],
    ['ecdsa-sha384', 'signed', undefined],
    ['ecdsa-sha512', 'signed', undefined],
    ['p256WithSha512', 'signed', undefined],
    ['k256', 'signed', undefined],
    ['k256WithSha512', 'parameters-not-here', undefined],
    ['ed25519', 'signed', undefined],
    ['ed448', 'signed', undefined],
    ['ml-dsa-44', 'signed', undefined],
    ['dsa-sha256', 'key-unreadable', undefined],
    ['unknownAlgorithm', 'algorithm-unknown', undefined],
    ['selfNamed', 'signature-differs', undefined],
    ['version1', 'signed', undefined],
  ])('%s by its own key: %s', async (name, expected, weakHash) => {
    const certificate = (await read([own(name)])).entries[0]?.certificate;
    expect([word(certificate?.selfSignature), certificate?.signatureAlgorithm.weakHash]).toEqual([expected, weakHash]);
  });

  it('a certificate of another issuer is not asked whether it signed itself', async () => {
    expect((await read([LEAF])).entries[0]?.certificate?.selfSignature).toBeUndefined();
  });

  it.each([
    ['root', { state: 'cannot', code: 'insecure-context' }],
    ['ecdsa-sha256', { state: 'cannot', code: 'insecure-context' }],
    ['k256', { state: 'signed', by: 'javascript' }],
    ['ed25519', { state: 'signed', by: 'javascript' }],
    ['ed448', { state: 'signed', by: 'javascript' }],
    ['ml-dsa-44', { state: 'signed', by: 'javascript' }],
  ])(
    'over plain http, where there is no WebCrypto, %s is read, and checked where JavaScript can',
    async (name, check) => {
      const answer = await readCertificates({ x5c: [own(name)] }, { runtime: {} });
      const certificate = answer?.entries[0]?.certificate;
      expect(certificate).toMatchObject({ selfSignature: check, fingerprints: { sha256: /^([0-9A-F]{2}:){31}/ } });
    },
  );

  it('what a runtime refuses is not counted as a no', async () => {
    const refuse = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
    const subtle = new Proxy(globalThis.crypto.subtle, { get: () => refuse });
    const answer = await readCertificates({ x5c: [ROOT] }, { runtime: { subtle } });
    expect(answer?.entries[0]?.certificate?.selfSignature).toMatchObject({ state: 'cannot', code: 'runtime-refuses' });
  });

  it('a signature that is no whole number of octets is none', async () => {
    const bytes = Buffer.from(own('ed25519'), 'base64');
    bytes[signatureStart(bytes) - 1] = 1;
    const [entry] = (await read([bytes.toString('base64')])).entries;
    expect(word(entry?.certificate?.selfSignature)).toBe('signature-malformed');
  });

  it('an ECDSA signature that is no pair of numbers is none', async () => {
    const bytes = Buffer.from(own('ecdsa-sha256'), 'base64');
    bytes[signatureStart(bytes)] = 0x31;
    const [entry] = (await read([bytes.toString('base64')])).entries;
    expect(word(entry?.certificate?.selfSignature)).toBe('signature-malformed');
  });

  it('one changed bit is never signed without a word: what the signature does not cover is a fault of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('root', 'ecdsa-sha256', 'ed25519', 'k256'), fc.nat(), async (name, at) => {
        const bytes = Buffer.from(own(name), 'base64');
        const bit = at % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const { entries } = await read([bytes.toString('base64')]);
        const [entry] = entries;
        expect(entry?.certificate?.selfSignature?.state === 'signed' && entry.faults.length === 0).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

const URL_LEAF = Buffer.from(LEAF, 'base64').toString('base64url');
const PEM = (base64: string) => `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
const bytesOf = (base64: string) => Buffer.from(base64, 'base64');

describe('one entry', () => {
  it.each<[string, Json, string, boolean]>([
    ['by the letter', LEAF, '', true],
    ['base64url', URL_LEAF, 'base64url', true],
    ['a PEM block', PEM(LEAF), 'pem', true],
    ['two PEM blocks', PEM(LEAF) + PEM(ROOT), 'pem several', true],
    ['a PEM block of something else', PEM('%%%'), 'pem not-base64', false],
    ['line breaks', LEAF.replace(/(.{64})/g, '$1\r\n'), 'white-space', true],
    ['no padding', PADDED.replace(/=*$/, ''), 'padding', true],
    ['too much padding', `${PADDED}=`, 'padding', true],
    ['a foreign character', `${LEAF.slice(0, 9)}*${LEAF.slice(10)}`, 'not-base64', false],
    ['padding within', `${LEAF.slice(0, 8)}=${LEAF.slice(8)}`, 'not-base64', false],
    ['a lost character', `${LEAF.replace(/=*$/, '').slice(0, -3)}A`.slice(0, 4 * 20 + 1), 'not-base64', false],
    ['a cut certificate', bytesOf(LEAF).subarray(0, 300).toString('base64'), 'truncated', false],
    ['more behind it', Buffer.concat([bytesOf(LEAF), Buffer.from('abc')]).toString('base64'), 'trailing-bytes', true],
    ['no DER', own('notDer'), 'not-der', false],
    ['an empty sequence', own('sequenceOfNothing'), 'not-a-certificate', false],
    ['a public key', own('spki'), 'not-a-certificate', false],
    ['a private key', own('pkcs8'), 'not-a-certificate', false],
    ['a date that is none', own('badTime'), 'time-unreadable', true],
    ['two algorithms', own('twoAlgorithms'), 'algorithms-differ', true],
    ['nothing', '', 'empty', false],
    ['blanks', ' \n', 'empty', false],
    ['a number', 5, 'not-text', false],
    ['null', null, 'not-text', false],
    ['a list', [LEAF], 'not-text', false],
    ['a very long text', 'A'.repeat(262_145), 'too-long', false],
  ])('%s', async (_, entry, expected, isRead) => {
    const answer = await read([entry]);
    expect([faults(answer), answer.entries[0]?.certificate !== undefined]).toEqual([[expected], isRead]);
    for (const { message } of answer.entries[0]?.faults ?? []) expect(message).toMatch(/^(?!.*undefined).*\.$/s);
  });

  it('an entry that is written wrongly is the same certificate', async () => {
    const { entries } = await read([LEAF, URL_LEAF, PEM(LEAF)]);
    expect(new Set(entries.map(({ certificate }) => certificate?.fingerprints.sha256)).size).toBe(1);
  });

  it('spare bits that are not zero are named', async () => {
    const letter = PADDED.replace(/=+$/, '').at(-1) ?? '';
    const changed = PADDED.replace(/.(=+)$/, `${String.fromCharCode(letter.charCodeAt(0) + 1)}$1`);
    expect(faults(await read([changed]))[0]).toContain('trailing-bits');
  });

  it('the character that is none is named with its place', async () => {
    const [fault] = (await read(['AB€D'])).entries[0]?.faults ?? [];
    expect(fault?.values).toEqual({ character: '€', position: 3 });
  });

  it('a private key is called one', async () => {
    const [fault] = (await read([own('pkcs8')])).entries[0]?.faults ?? [];
    expect(fault?.message).toBe('This entry holds a private key, and “x5c” holds certificates only.');
  });

  it('no header makes it throw', async () => {
    const entry = fc.oneof(
      fc.jsonValue(),
      fc.base64String(),
      fc.uint8Array().map(derLike),
      fc.constantFrom(LEAF, ROOT),
    );
    const header = fc.record({
      x5c: fc.oneof(fc.jsonValue(), fc.array(entry)),
      x5t: fc.jsonValue(),
      'x5t#S256': entry,
    });
    await fc.assert(
      // as JsonObject: fast-check calls its JSON values unknown
      fc.asyncProperty(header, async (value) => {
        const answer = await readCertificates(value as JsonObject);
        expect(answer?.links.length).toBe(Math.max(0, (answer?.entries.length ?? 0) - 1));
      }),
      { numRuns: 300 },
    );
  });

  it('no bytes within a certificate make it throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 12 }), async (at, patch) => {
        const bytes = bytesOf(LEAF);
        bytes.set(patch, at % (bytes.length - patch.length));
        expect((await read([bytes.toString('base64')])).entries).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

/** Where the octets of the signature begin, behind the head of the bit string that ends the certificate. */
function signatureStart(bytes: Uint8Array): number {
  const head = bytes.findIndex(
    (tag, at) => tag === 3 && bytes[at + 1] === bytes.length - at - 2 && bytes[at + 2] === 0,
  );
  return head + 3;
}

/** Bytes in a sequence of the right length. */
function derLike(bytes: Uint8Array): string {
  return Buffer.from([0x30, Math.min(bytes.length, 0x7f), ...bytes.subarray(0, 0x7f)]).toString('base64');
}
