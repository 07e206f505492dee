import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownCertificates } from '../testing/own-certificates.ts';
import { projectRoot } from '../testing/project-root.ts';
import { readCertificates } from './read.ts';
import type { Certificate } from './shapes.ts';

const { certificates, chain } = ownCertificates();

async function read(base64: string): Promise<Certificate> {
  const certificate = (await readCertificates({ x5c: [base64] }))?.entries[0]?.certificate;
  if (certificate === undefined) throw new Error('not read');
  return certificate;
}

/** What OpenSSL, through Node, says of the same bytes. */
function byOpenssl(base64: string) {
  const certificate = new X509Certificate(Buffer.from(base64, 'base64'));
  return {
    serialNumber: certificate.serialNumber,
    notBefore: Date.parse(certificate.validFrom) / 1000,
    notAfter: Date.parse(certificate.validTo) / 1000,
    fingerprints: { sha1: certificate.fingerprint, sha256: certificate.fingerprint256 },
    ca: certificate.ca,
  };
}

function facts({ serialNumber, notBefore, notAfter, fingerprints, basicConstraints }: Certificate) {
  return { serialNumber, notBefore, notAfter, fingerprints, ca: basicConstraints?.ca ?? false };
}

/** Faults are there on purpose, and OpenSSL refuses them or has its own way with them. */
const FAULTY = ['badTime', 'offsetTime', 'strange'];

describe('what is read agrees with OpenSSL', () => {
  it.each(Object.keys(certificates).filter((name) => !FAULTY.includes(name)))('%s', async (name) => {
    const base64 = certificates[name] ?? '';
    expect(facts(await read(base64))).toEqual(byOpenssl(base64));
  });

  const folder = join(projectRoot(), '../shared/vectors');
  it.skipIf(!existsSync(folder))('certificates of the public vectors, where they are beside the project', async () => {
    const texts = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const blocks = texts.flatMap((text) =>
      [...text.matchAll(/-----BEGIN CERTIFICATE-----\\n([A-Za-z0-9+/=\\n]+?)\\n-----END CERTIFICATE-----/g)].map(
        ([, body = '']) => body.replaceAll('\\n', ''),
      ),
    );
    const readable = [...new Set(blocks)].filter((base64) => isReadable(base64));
    expect(readable.length).toBeGreaterThan(5);
    for (const base64 of readable) expect(facts(await read(base64))).toEqual(byOpenssl(base64));
  });
});

function isReadable(base64: string): boolean {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64')).raw.length > 0;
  } catch {
    return false;
  }
}

describe('a certificate', () => {
  it('is read whole', async () => {
    const certificate = await read(certificates.leaf ?? '');
    const { fingerprints, thumbprints, publicKey, ...rest } = certificate;
    expect(rest).toEqual({
      version: 3,
      subject: {
        text: 'CN=api.example.com, O=Example GmbH, C=DE',
        parts: ['CN=api.example.com', 'O=Example GmbH', 'C=DE'],
      },
      issuer: {
        text: 'CN=Example Intermediate, O=Example GmbH, C=DE',
        parts: ['CN=Example Intermediate', 'O=Example GmbH', 'C=DE'],
      },
      serialNumber: '0A1B2C',
      notBefore: Date.UTC(2026, 0) / 1000,
      notAfter: Date.UTC(2036, 0) / 1000,
      signatureAlgorithm: { name: 'ECDSA with SHA-384', oid: '1.2.840.10045.4.3.3' },
      alternativeNames: [
        { kind: 'DNS', value: 'api.example.com' },
        { kind: 'DNS', value: '*.example.com' },
        { kind: 'email', value: 'ada@example.com' },
        { kind: 'URI', value: 'https://id.example.com/' },
        { kind: 'IP', value: '192.0.2.1' },
        { kind: 'IP', value: '2001:db8::1' },
        { kind: 'directory', value: 'CN=api.example.com, O=Example GmbH, C=DE' },
        { kind: 'registered id', value: '2.5.4.3' },
        { kind: 'UPN', value: 'ada@corp.example.com' },
      ],
      keyUsage: ['digitalSignature'],
      basicConstraints: { ca: false },
      selfSignature: undefined,
    });
    const hex = (value: string) => Buffer.from(value, 'base64url').toString('hex').toUpperCase();
    expect(fingerprints.sha1.replaceAll(':', '')).toBe(hex(thumbprints.x5t));
    expect(fingerprints.sha256.replaceAll(':', '')).toBe(hex(thumbprints.x5tS256));
    expect(publicKey).toMatchObject({ kty: 'EC', crv: 'P-256', bits: 256, private: false });
  });

  it('says what an authority may do', async () => {
    const { basicConstraints, keyUsage } = await read(certificates.middle ?? '');
    expect([basicConstraints, keyUsage]).toEqual([{ ca: true, pathLength: 0 }, ['digitalSignature', 'keyCertSign']]);
  });

  it('without extensions limits nothing', async () => {
    const { version, basicConstraints, keyUsage, alternativeNames } = await read(certificates.version1 ?? '');
    expect([version, basicConstraints, keyUsage, alternativeNames]).toEqual([1, undefined, undefined, []]);
  });

  it('keeps names apart whatever characters are in them (RFC 4514 section 2.4)', async () => {
    const { subject } = await read(certificates.strange ?? '');
    expect(subject.parts).toEqual([
      'CN=#020105',
      '1.3.6.1.4.1.99999.2=\\ #x\\ ',
      'OU=Übung',
      'O=Example\u202egnp.exe\\00',
      'O=Example\\, O=Other',
    ]);
  });

  it('may have no name', async () => {
    expect((await read(certificates.noName ?? '')).subject).toEqual({ text: '', parts: [] });
  });

  it('reads dates that only old certificates have', async () => {
    const { notBefore, notAfter } = await read(certificates.offsetTime ?? '');
    expect([notBefore, notAfter]).toEqual([Date.UTC(2026, 0) / 1000, Date.UTC(2036, 0) / 1000]);
  });

  it('has a key of a kind that JOSE does not know', async () => {
    const { publicKey, signatureAlgorithm } = await read(certificates['dsa-sha256'] ?? '');
    expect([publicKey.problem?.code, signatureAlgorithm.name]).toEqual(['unsupported-algorithm', 'DSA with SHA-256']);
  });

  it('tells the twenty of a chain apart', async () => {
    const read20 = await Promise.all(chain.map(read));
    expect(new Set(read20.map(({ thumbprints }) => thumbprints.x5t)).size).toBe(20);
  });
});
