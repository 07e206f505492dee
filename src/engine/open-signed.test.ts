import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it, test } from 'vitest';
import { SIGNATURE_ALGORITHMS } from './crypto/algorithms.ts';
import { LONGEST_TOKEN, openText } from './open.ts';
import { openSigned } from './open-signed.ts';
import { mutated } from './testing/mutate.ts';
import { OBJECT_FILES, ownObjectCases, ownTokenCases } from './testing/own-vectors.ts';
import { itemOf, randomFrom } from './testing/random.ts';
import { withoutKey } from './verdict/any-form-without-key.ts';
import { needsSecret, needsWebCrypto, signedWithoutKey } from './verdict/without-key.ts';

const TEXTS = [...ownTokenCases(), ...OBJECT_FILES.flatMap(ownObjectCases)].flatMap(({ input }) =>
  input.text.length < 20_000 ? [input.text] : [],
);
const isSigned = (text: string) => ['jws-compact', 'none'].includes(openText(text).form);

describe('a text that is opened for its compact JWS alone', () => {
  test.each([
    ['as they are', TEXTS],
    ['changed', changedTexts(2_000)],
  ])('is answered as ever where it holds one or none (%s)', { timeout: 60_000 }, (_, texts) => {
    const signed = texts.filter(isSigned);
    expect(signed.length).toBeGreaterThan(100);
    for (const text of signed) {
      const opened = openText(text);
      expect(openSigned(text)).toEqual(opened);
      expect(signedWithoutKey(opened, false)).toEqual(withoutKey(opened, false));
    }
  });

  it('has nothing read and nothing decided where that is a token of another form', () => {
    const others = TEXTS.filter((text) => !isSigned(text));
    expect(new Set(others.map((text) => openText(text).form)).size).toBe(4);
    for (const text of others) {
      const { found, picked, form } = openText(text);
      const unread = { token: undefined, object: undefined, layer: undefined, verdict: undefined };
      expect(openSigned(text)).toEqual({ text, found, picked, form, ...unread });
      expect(signedWithoutKey(openSigned(text), false)).toEqual({ next: 'engine' });
    }
  });

  it('names a token that is too long, of any form', () => {
    const tooLong = `eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aaaa.${'a'.repeat(LONGEST_TOKEN)}.aaaa`;
    expect(openSigned(tooLong).verdict?.code).toBe('token-too-long');
    expect(openSigned(tooLong)).toEqual(openText(tooLong));
  });
});

function changedTexts(count: number): readonly string[] {
  const random = randomFrom(7515);
  return Array.from({ length: count }, () => mutated(itemOf(TEXTS, random), random));
}

test('who can do a signature algorithm is told by its name as by the table', () => {
  const algorithms = Object.values(SIGNATURE_ALGORITHMS);
  expect(algorithms.filter(({ alg }) => needsSecret(alg))).toEqual(algorithms.filter(({ kty }) => kty === 'oct'));
  expect(algorithms.filter(({ alg }) => needsWebCrypto(alg))).toEqual(
    algorithms.filter(({ doneBy }) => doneBy === 'webcrypto'),
  );
});

describe('what arrives with the reading of a compact JWS', () => {
  const OTHER_FORMS = ['open.ts', 'open-object.ts', 'messages/reading.ts', 'token/other-forms.ts', 'token/together.ts'];

  it('is neither another form nor its sentences', async () => {
    const files = await arrivingWith('open-signed.ts', 'verdict/without-key.ts');
    expect(files).toContain('messages/compact-jws.ts');
    expect(files.filter((file) => OTHER_FORMS.includes(file) || file.startsWith('crypto/'))).toEqual([]);
  });

  it('is less than that of every form', async () => {
    expect(await arrivingWith('open.ts', 'verdict/any-form-without-key.ts')).toEqual(
      expect.arrayContaining(OTHER_FORMS),
    );
  });
});

async function arrivingWith(...files: readonly string[]): Promise<readonly string[]> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const result = await build({
    entryPoints: files.map((file) => folder + file),
    outdir: folder,
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: folder,
  });
  return Object.keys(result.metafile.inputs);
}
