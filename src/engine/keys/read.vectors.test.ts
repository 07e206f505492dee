/** The public pack of keys: every format of every family, and the faulty ones. Read from beside the checkout where it lies there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KeyEncoding, KeyReport } from '../types.ts';
import { readKey } from './read.ts';
import { thumbprintOf } from './thumbprint.ts';

interface KeyCase {
  readonly id: string;
  readonly format: string;
  readonly text: string;
  readonly passphrase?: string;
  readonly encoding?: KeyEncoding;
  readonly expect: 'ok' | 'error';
  readonly private?: boolean;
  readonly thumbprint?: string;
  readonly jwk?: object;
  readonly errorKind?: string;
  readonly member?: string;
  readonly alsoOk?: boolean;
}

interface ThumbprintCase {
  readonly id: string;
  readonly key: string;
  readonly expect: 'valid' | 'invalid';
  readonly expectedThumbprint: string;
}

const PACK = new URL('../../../../shared/vectors/', import.meta.url);

function casesOf<T>(file: string): readonly T[] {
  const place = new URL(file, PACK);
  return existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as T[]) : []; // as: the pack describes its own form
}

const cases = casesOf<KeyCase>('keys.json');
const thumbprints = casesOf<ThumbprintCase>('thumbprints.json');

/** Note that names the fault, where a faulty key may be read all the same. */
const NOTE_OF_FAULT: Readonly<Record<string, string>> = {
  'bad-pem-no-end': 'end-line-missing',
  'bad-pem-label-pkcs1-as-spki': 'label-differs',
  'bad-pem-labels-differ': 'label-differs',
  'bad-csr': 'certificate-request',
  'bad-jwk-n-padded': 'padding-in-jwk',
  'bad-jwk-array': 'keys-without-wrapper',
};

async function read(vector: KeyCase) {
  const { text, encoding, passphrase } = vector;
  return readKey({ text, ...(encoding ? { encoding } : {}), ...(passphrase ? { passphrase } : {}) });
}

function notesOf(report: KeyReport): readonly string[] {
  return [report, ...(report.members ?? [])].flatMap(({ notes }) => notes.map(({ code }) => code));
}

describe.skipIf(cases.length === 0)('the public pack (skipped where it does not lie beside the checkout)', () => {
  it('has its 240 keys and 16 thumbprints', () => {
    expect([cases.length, thumbprints.length]).toEqual([240, 16]);
  });

  it.each(cases.filter((vector) => vector.expect === 'ok'))('reads $id', async (vector) => {
    const { kind, report } = await read(vector);
    const { format, thumbprint, jwk, problem } = report;
    expect({ kind, format, private: report.private, thumbprint, jwk, problem }).toEqual({
      kind: vector.encoding ? 'secret' : 'keys',
      format: vector.format,
      private: vector.private,
      thumbprint: vector.thumbprint,
      jwk: vector.jwk,
      problem: undefined,
    });
    const isAsymmetricPrivate = vector.private === true && report.kty !== 'oct';
    expect(notesOf(report).includes('private-key-given')).toBe(isAsymmetricPrivate);
  });

  it.each(cases.filter((vector) => vector.expect === 'error' && !vector.alsoOk))(
    'names what is wrong with $id',
    async (vector) => {
      const { kind, report } = await read(vector);
      expect(['unreadable', 'blank', 'secret']).toContain(kind);
      expect(report.problem?.code).toBe(vector.errorKind);
      if (vector.member !== undefined) expect(report.problem?.member).toBe(vector.member);
    },
  );

  it.each(cases.filter((vector) => vector.alsoOk))('reads $id and names its fault', async (vector) => {
    const { kind, report } = await read(vector);
    expect([kind, report.format]).toEqual(['keys', vector.format]);
    expect(notesOf(report)).toEqual([NOTE_OF_FAULT[vector.id]]);
  });

  it.each(thumbprints)('thumbprint $id', async ({ key, expect: state, expectedThumbprint }) => {
    const matches = (await thumbprintOf(JSON.parse(key))) === expectedThumbprint;
    expect(matches).toBe(state === 'valid');
  });
});
