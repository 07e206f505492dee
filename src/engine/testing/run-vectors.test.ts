import { describe, expect, it } from 'vitest';
import type { Inspection, KeyReport, Verdict } from '../types.ts';
import { runVectors } from './run-vectors.ts';
import type { VectorExpectation } from './vector-case.ts';

const REPORT: KeyReport = {
  format: 'jwks',
  private: false,
  notes: [{ code: 'rsa-key-small', message: 'small' }],
  tried: [],
  members: [
    { format: 'jwk', kty: 'RSA', private: false, notes: [], tried: [], jwk: { kty: 'RSA', n: 'AQ', kid: 'a' } },
  ],
};

const ANSWER: Inspection = {
  found: [{ text: 'a.b.c', start: 1, end: 6, form: 'jws-compact', where: 'text', complete: true, removed: [] }],
  form: 'jws-compact',
  layers: [
    {
      type: 'jws',
      header: { alg: 'HS256' },
      payload: { bytes: Uint8Array.of(0, 255) },
      problems: [{ code: 'segment-count', message: 'm', values: {}, part: 'envelope', span: [1, 6] }],
      verdict: { state: 'failed', code: 'signature-mismatch', message: 'No.', values: {} },
    },
  ],
  verdict: { state: 'failed', code: 'signature-mismatch', message: 'No.', values: { alg: 'HS256' } },
  keys: [REPORT],
  kind: [],
  checks: [],
  findings: [],
};

const INPUT = { text: ' a.b.c ', keys: [{ text: 'k' }] };

const MATCH: Verdict = {
  ...{ state: 'verified', code: 'signature-match', message: 'Yes.', values: {} },
  ...{ trust: 'your-key', by: 'webcrypto' },
};
const OPENED: Verdict = { ...MATCH, state: 'decrypted', code: 'decrypted', by: 'javascript' };

/** A JWE around an SD-JWT of two signatures, which no one would issue. */
const OBJECT: Inspection = {
  ...ANSWER,
  layers: [
    {
      type: 'jwe',
      header: { alg: 'dir', enc: 'A256GCM' },
      protectedHeader: { alg: 'dir' },
      unprotectedHeader: { enc: 'A256GCM' },
      payload: { bytes: Uint8Array.of(97), text: 'a' },
      problems: [{ code: 'gcm-iv-16', message: 'm', values: {}, part: 'iv' }],
      recipients: [{ header: {}, verdict: OPENED }],
      signatures: [
        { header: {}, verdict: MATCH },
        { header: {}, verdict: ANSWER.verdict },
      ],
      disclosures: [{ text: 'd', digest: 'x', name: 'a', value: 1, pointer: '/a', state: 'referenced' }],
      processedPayload: { a: 1, b: 2 },
      keyBinding: { header: {}, payload: {}, verdict: MATCH },
      verdict: OPENED,
    },
    { type: 'jws', header: {}, payload: { bytes: Uint8Array.of(98), text: 'b' }, problems: [], verdict: MATCH },
  ],
  verdict: OPENED,
  checks: [{ id: 'htm', outcome: 'pass', code: 'htm-equal', message: 'm', refs: [] }],
};

async function failuresOf(expectation: VectorExpectation, answer: Inspection = ANSWER): Promise<number> {
  const results = await runVectors([{ id: 'v', input: INPUT, expect: expectation }], async () => answer);
  expect(results.passed + results.failed.length).toBe(1);
  return results.failed.length;
}

describe('runVectors', () => {
  const right: readonly VectorExpectation[] = [
    { state: 'failed', code: 'signature-mismatch', never: 'verified' },
    { form: 'jws-compact', found: 1, complete: true, removed: [], layers: 1 },
    { tokens: [{ text: 'a.b.c', start: 1, end: 6 }] },
    { header: { alg: 'HS256' }, payloadHex: '00ff', problems: ['segment-count'], values: { alg: 'HS256' } },
    { keys: [{ format: 'jwks', kty: 'RSA', notes: ['rsa-key-small'], members: 1, problem: null }] },
    { anyOf: [{ state: 'verified' }, { code: 'signature-mismatch' }] },
  ];
  it.each(right)('passes an answer that is as expected: %o', async (expectation) => {
    expect(await failuresOf(expectation)).toBe(0);
  });

  const wrong: readonly VectorExpectation[] = [
    { state: 'verified' },
    { code: 'signature-der' },
    { never: 'failed' },
    { trust: 'your-key' },
    { by: 'webcrypto' },
    { byRuntime: 'HMAC' },
    { form: 'none' },
    { found: 2 },
    { tokens: [] },
    { tokens: [{ text: 'a.b.d' }] },
    { complete: false },
    { removed: ['blanks'] },
    { layers: 0 },
    { header: { alg: 'HS256', typ: 'JWT' } },
    { payloadText: '' },
    { payloadHex: '00fe' },
    { problems: [] },
    { values: { alg: 'HS512' } },
    { keys: [] },
    { keys: [{ problem: 'truncated' }] },
    { keys: [{ notes: [] }] },
    { keys: [{ members: 0 }] },
    { notThumbprint: 'x' },
    { anyOf: [{ state: 'verified' }] },
    { anyOf: [] },
  ];
  it.each(wrong)('fails an answer that is otherwise: %o', async (expectation) => {
    expect(await failuresOf(expectation)).toBe(1);
  });

  const rightOfObject: readonly VectorExpectation[] = [
    { state: 'decrypted', code: 'decrypted', trust: 'your-key', by: 'javascript' },
    { layers: 2, layerCodes: ['decrypted', 'signature-match'], innerPayloadText: 'b' },
    { layerCodes: [null, 'signature-match'] },
    { protectedHeader: { alg: 'dir' }, unprotectedHeader: { enc: 'A256GCM' } },
    { payloadText: 'a', payloadBytes: 1, problems: ['gcm-iv-16'], problemsWith: ['gcm-iv-16'] },
    { recipients: ['decrypted'], signatures: ['signature-match', 'signature-mismatch'] },
    { signatures: [null, 'signature-mismatch'] },
    {
      disclosures: [{ name: 'a', state: 'referenced' }],
      processedPayload: { a: 1, b: 2 },
      keyBinding: 'signature-match',
    },
    { checks: { htm: 'pass' } },
  ];
  it.each(rightOfObject)('passes an answer of several parts that is as expected: %o', async (expectation) => {
    expect(await failuresOf(expectation, OBJECT)).toBe(0);
  });

  const wrongOfObject: readonly VectorExpectation[] = [
    { trust: 'token-supplied-key' },
    { by: 'webcrypto' },
    { layerCodes: ['decrypted'] },
    { layerCodes: ['decrypted', 'signature-mismatch'] },
    { innerPayloadText: 'a' },
    { protectedHeader: { alg: 'A128KW' } },
    { unprotectedHeader: { kid: 'a' } },
    { payloadText: null },
    { payloadBytes: 2 },
    { problemsWith: ['gcm-iv-16', 'rsa1_5'] },
    { recipients: [] },
    { recipients: [null, null] },
    { signatures: ['signature-match', 'signature-match'] },
    { disclosures: [] },
    { disclosures: [{ name: 'a', state: 'unreferenced' }] },
    { processedPayload: { a: 1 } },
    { processedPayload: { a: 1, b: 2, c: 3 } },
    { keyBinding: null },
    { checks: { htm: 'fail' } },
    { checks: { htu: 'pass' } },
  ];
  it.each(wrongOfObject)('fails an answer of several parts that is otherwise: %o', async (expectation) => {
    expect(await failuresOf(expectation, OBJECT)).toBe(1);
  });

  it('hands over bytes that stand in a vector as text', async () => {
    const seen: unknown[] = [];
    await runVectors([{ id: 'v', input: INPUT, detachedHex: '00ff', expect: { state: 'failed' } }], async (input) => {
      seen.push(input);
      return ANSWER;
    });
    expect(seen).toEqual([{ ...INPUT, detachedPayload: Uint8Array.of(0, 255) }]);
  });

  it('fails a vector that expects nothing', async () => {
    expect(await failuresOf({})).toBe(1);
  });

  it('fails a vector that expects what the runner does not know, also where the rest is right', async () => {
    expect(await failuresOf(JSON.parse('{"state":"failed","colour":"red"}'))).toBe(1);
    expect(await failuresOf(JSON.parse('{"toString":"red"}'))).toBe(1);
    expect(await failuresOf(JSON.parse('{"keys":[{"formt":"jwks"}]}'))).toBe(1);
  });

  it('fails an exception', async () => {
    const results = await runVectors([{ id: 'v', input: INPUT, expect: { state: 'failed' } }], async () => {
      throw new Error('broken');
    });
    expect(results).toEqual({
      passed: 0,
      failed: [{ id: 'v', expected: 'an answer', got: 'an exception: Error: broken' }],
    });
  });

  const broken: readonly (readonly [string, Inspection])[] = [
    ['has no sentence', { ...ANSWER, verdict: { ...ANSWER.verdict, message: ' ' } }],
    ['has a layer without a sentence', withoutSentence(ANSWER)],
    ['lacks a key report', { ...ANSWER, keys: [] }],
    ['has a span outside of the text', { ...ANSWER, found: ANSWER.found.map((token) => ({ ...token, end: 8 })) }],
  ];
  it.each(broken)('fails an answer that %s', async (_, answer) => {
    expect(await failuresOf({ state: 'failed' }, answer)).toBe(1);
  });

  it('fails a public JWK that holds a private member', async () => {
    const leaking = { ...REPORT, members: [{ ...REPORT, jwk: { kty: 'RSA', n: 'AQ', d: 'AQ' } }] };
    const expectation = { keys: [{ jwk: { kty: 'RSA', n: 'AQ' } }] };
    expect(await failuresOf(expectation)).toBe(0);
    expect(await failuresOf(expectation, { ...ANSWER, keys: [leaking] })).toBe(1);
  });
});

function withoutSentence(answer: Inspection): Inspection {
  return {
    ...answer,
    layers: answer.layers.map((layer) => ({ ...layer, verdict: { ...layer.verdict, message: '' } })),
  };
}
