import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from './index.ts';
import type { InspectInput, Inspection } from './types.ts';

const SECRET = 'a secret of forty letters for the tests.';
const OTHER = 'another secret of forty letters, also so.';
const encode = (text: string): string => Buffer.from(text).toString('base64url');

function mac(input: string, secret = SECRET): string {
  return createHmac('sha256', secret).update(input).digest('base64url');
}

function jws(header: string, payload: string, secret = SECRET): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${mac(input, secret)}`;
}

interface Signer {
  readonly protected?: string;
  readonly header?: object;
  readonly secret?: string;
}

function general(payload: string, signers: readonly Signer[]): string {
  const signatures = signers.map((signer) => {
    const head = signer.protected === undefined ? '' : encode(signer.protected);
    return {
      ...(signer.protected === undefined ? {} : { protected: head }),
      ...(signer.header === undefined ? {} : { header: signer.header }),
      signature: mac(`${head}.${encode(payload)}`, signer.secret),
    };
  });
  return JSON.stringify({ payload: encode(payload), signatures });
}

const oct = (secret: string, kid?: string): string =>
  JSON.stringify({ kty: 'oct', k: encode(secret), ...(kid === undefined ? {} : { kid }) });
const set = (...keys: string[]): string => `{"keys":[${keys.join()}]}`;

function summary({ verdict, layers }: Inspection): unknown {
  return {
    verdict: `${verdict.state} ${verdict.code}`,
    layers: layers.map((layer) => `${layer.type} ${layer.verdict.state} ${layer.verdict.code}`),
    each: layers.flatMap(({ signatures = [] }) => signatures.map(({ verdict }) => `${verdict.state} ${verdict.code}`)),
  };
}

async function ask(input: InspectInput): Promise<unknown> {
  return summary(await inspect(input));
}

const GOOD = { protected: '{"alg":"HS256","kid":"a"}' };

describe('a JWS in JSON serialization', () => {
  test.each<[string, string, string | undefined, string, string[]]>([
    ['flattened, the right key', flattened(), SECRET, 'verified signature-match', ['verified signature-match']],
    ['flattened, another key', flattened(), OTHER, 'failed signature-mismatch', ['failed signature-mismatch']],
    ['flattened, no key', flattened(), undefined, 'unchecked key-missing', ['unchecked key-missing']],
    [
      'general, all good',
      general('{}', [GOOD, { header: { alg: 'HS256' } }]),
      SECRET,
      'verified signature-match',
      ['verified signature-match', 'verified signature-match'],
    ],
    [
      'general, one good and one bad, both by the one key without a kid',
      general('{}', [{ protected: '{"alg":"HS256"}' }, { protected: '{"alg":"HS256"}', secret: OTHER }]),
      SECRET,
      'verified signature-match',
      ['verified signature-match', 'failed signature-mismatch'],
    ],
    [
      'general, one signature failed with the key that it names',
      general('{}', [GOOD, { protected: '{"alg":"HS256","kid":"b"}', secret: 'neither of the two' }]),
      set(oct(SECRET, 'a'), oct(OTHER, 'b')),
      'failed some-signatures-failed',
      ['verified signature-match', 'failed signature-mismatch'],
    ],
    [
      'general, a key that made one signature does not speak against another that names another kid',
      general('{}', [GOOD, { protected: '{"alg":"HS256","kid":"b"}', secret: OTHER }]),
      oct(SECRET),
      'verified signature-match',
      ['verified signature-match', 'unchecked signed-by-another-key'],
    ],
    [
      'general, none good',
      general('{}', [GOOD, GOOD]),
      OTHER,
      'failed some-signatures-failed',
      ['failed signature-mismatch', 'failed signature-mismatch'],
    ],
    [
      'general, one by an algorithm that is not registered',
      general('{}', [GOOD, { protected: '{"alg":"XY1"}' }]),
      SECRET,
      'verified signature-match',
      ['verified signature-match', 'unsupported alg-unknown'],
    ],
    [
      'general, no key',
      general('{}', [GOOD, { protected: '{"alg":"RS256"}' }]),
      undefined,
      'unchecked key-missing',
      ['unchecked key-missing', 'unchecked key-missing'],
    ],
  ])('%s', async (_, text, key, verdict, each) => {
    const keys = key === undefined ? [] : [{ text: key }];
    expect(await ask({ text, keys })).toEqual({ verdict, layers: [`jws ${verdict}`], each });
  });

  test.each<[string, string, string]>([
    [
      'both syntaxes',
      `{"payload":"e30","signature":"AAAA","signatures":[{"protected":"${encode('{"alg":"HS256"}')}","signature":"AAAA"}]}`,
      'envelope-invalid',
    ],
    ['no entries', '{"payload":"e30","signatures":[]}', 'envelope-invalid'],
    ['an entry that is no object', '{"payload":"e30","signatures":[1]}', 'envelope-invalid'],
    [
      'a name twice',
      `{"payload":"e30","payload":"e30","protected":"${encode('{"alg":"HS256"}')}","signature":"AAAA"}`,
      'envelope-invalid',
    ],
    [
      'a clash of headers',
      `{"payload":"e30","protected":"${encode('{"alg":"HS256"}')}","header":{"alg":"HS256"},"signature":"AAAA"}`,
      'header-clash',
    ],
    [
      'crit in the unprotected header',
      `{"payload":"e30","protected":"${encode('{"alg":"HS256"}')}","header":{"crit":["x"],"x":1},"signature":"AAAA"}`,
      'crit-invalid',
    ],
    ['no alg', '{"payload":"e30","header":{"kid":"a"},"signature":"AAAA"}', 'alg-missing'],
    [
      'a payload that is not base64url',
      `{"payload":"e3 0","protected":"${encode('{"alg":"HS256"}')}","signature":"AAAA"}`,
      'illegal-character',
    ],
    ['signatures that disagree on b64', b64Mixed(), 'envelope-invalid'],
  ])('is malformed: %s', async (_, text, code) => {
    const { verdict } = await inspect({ text, keys: [{ text: SECRET }] });
    expect({ state: verdict.state, code: verdict.code }).toEqual({ state: 'malformed', code });
    expect(verdict.message).toMatch(/^.{20,}[.]$/s);
  });

  function flattened(): string {
    const head = encode('{"alg":"HS256"}');
    return JSON.stringify({
      payload: encode('{"a":1}'),
      protected: head,
      signature: mac(`${head}.${encode('{"a":1}')}`),
    });
  }

  function b64Mixed(): string {
    const plain = { protected: encode('{"alg":"HS256","b64":false,"crit":["b64"]}'), signature: 'AAAA' };
    return JSON.stringify({
      payload: 'e30',
      signatures: [plain, { protected: encode('{"alg":"HS256"}'), signature: 'AAAA' }],
    });
  }
});

describe('content that is elsewhere', () => {
  const head = encode('{"alg":"HS256"}');
  const detached = `${head}..${mac(`${head}.${encode('hello')}`)}`;
  const plainHead = encode('{"alg":"HS256","b64":false,"crit":["b64"]}');
  const plain = `${plainHead}..${mac(`${plainHead}.$.02`)}`;
  const inside = `${plainHead}.hello world.${mac(`${plainHead}.hello world`)}`;
  test.each<[string, string, string | undefined, string]>([
    ['detached, given', detached, 'hello', 'verified signature-match'],
    ['detached, not given', detached, undefined, 'unchecked payload-detached'],
    ['detached, another content', detached, 'hallo', 'failed signature-mismatch'],
    ['not encoded, given', plain, '$.02', 'verified signature-match'],
    ['not encoded, not given', plain, undefined, 'unchecked payload-detached'],
    ['not encoded, another content', plain, '$.03', 'failed signature-mismatch'],
    ['not encoded, in the token', inside, undefined, 'verified signature-match'],
    ['content for a token that has its own', jws('{"alg":"HS256"}', '{}'), '{}', 'malformed payload-twice'],
  ])('%s', async (_, text, content, verdict) => {
    const keys = [{ text: SECRET }];
    const input = content === undefined ? { text, keys } : { text, keys, detachedPayload: content };
    expect(await ask(input)).toEqual({ verdict, layers: [`jws ${verdict}`], each: [] });
    if (content === undefined || verdict.startsWith('malformed')) return;
    const bytes = { text, keys, detachedPayload: new TextEncoder().encode(content) };
    expect(await ask(bytes)).toEqual({ verdict, layers: [`jws ${verdict}`], each: [] });
    const [layer] = (await inspect(bytes)).layers;
    expect(layer?.payload?.text).toBe(content);
  });
});

describe('a token in a token', () => {
  const inner = jws('{"alg":"HS256"}', '{"sub":"1"}', OTHER);
  const nested = (text: string, depth: number): string =>
    depth === 0 ? text : nested(jws('{"alg":"HS256","cty":"JWT"}', text), depth - 1);
  test.each<[string, string, string[], string, string[]]>([
    [
      'both keys',
      nested(inner, 1),
      [SECRET, OTHER],
      'verified signature-match',
      ['verified signature-match', 'verified signature-match'],
    ],
    [
      'only the outer key',
      nested(inner, 1),
      [SECRET],
      'unchecked key-missing',
      ['verified signature-match', 'unchecked key-missing'],
    ],
    [
      'only the inner key',
      nested(inner, 1),
      [OTHER],
      'failed signature-mismatch',
      ['failed signature-mismatch', 'verified signature-match'],
    ],
    ['no key', nested(inner, 1), [], 'unchecked key-missing', ['unchecked key-missing', 'unchecked key-missing']],
    [
      'an unsecured token inside',
      nested(jws('{"alg":"none"}', '{}').replace(/[^.]*$/, ''), 1),
      [SECRET],
      'unsecured alg-none',
      ['verified signature-match', 'unsecured alg-none'],
    ],
    [
      'eight layers',
      nested(inner, 7),
      [SECRET, OTHER],
      'verified signature-match',
      Array(8).fill('verified signature-match'),
    ],
    [
      'nine layers',
      nested(inner, 8),
      [SECRET, OTHER],
      'unsupported too-many-layers',
      Array(8).fill('verified signature-match'),
    ],
  ])('%s', async (_, text, secrets, verdict, layers) => {
    const keys = secrets.map((secret) => ({ text: secret }));
    expect(await ask({ text, keys })).toEqual({ verdict, layers: layers.map((layer) => `jws ${layer}`), each: [] });
  });

  test('each key says what came of it in each layer', async () => {
    const { keys } = await inspect({ text: nested(inner, 1), keys: [{ text: SECRET }, { text: OTHER }] });
    expect(keys.map(({ tried }) => tried.map(({ layer, outcome, reason }) => `${layer} ${outcome} ${reason}`))).toEqual(
      [['0 verified signature-match', '1 skipped another-layer'], ['1 verified signature-match']],
    );
  });

  test.each<[string, InspectInput['keys'], string, string[]]>([
    [
      'a key for a layer is used whatever its kid',
      [
        { text: oct(SECRET, 'x'), layer: 0 },
        { text: oct(OTHER, 'y'), layer: 1 },
      ],
      'verified signature-match',
      ['verified signature-match', 'verified signature-match'],
    ],
    [
      'a key that was given for another layer speaks against none',
      [{ text: OTHER, layer: 1 }],
      'unchecked key-missing',
      ['unchecked key-missing', 'verified signature-match'],
    ],
    [
      'a wrong key for a layer fails, whatever the others do',
      [
        { text: 'neither of the two', layer: 1 },
        { text: SECRET, layer: 0 },
      ],
      'failed signature-mismatch',
      ['verified signature-match', 'failed signature-mismatch'],
    ],
    [
      'a key that was given for another layer does it all the same',
      [
        { text: OTHER, layer: 0 },
        { text: SECRET, layer: 1 },
      ],
      'verified signature-match',
      ['verified signature-match', 'verified signature-match'],
    ],
  ])('%s', async (_, keys, verdict, layers) => {
    const text = jws('{"alg":"HS256","cty":"JWT","kid":"of another"}', inner);
    const answer = await ask({ text, ...(keys === undefined ? {} : { keys }) });
    expect(answer).toEqual({ verdict, layers: layers.map((layer) => `jws ${layer}`), each: [] });
  });

  test('a token in quotation marks is one', async () => {
    const text = jws('{"alg":"HS256"}', JSON.stringify(inner));
    const answer = await ask({ text, keys: [{ text: SECRET }, { text: OTHER }] });
    expect(answer).toMatchObject({ layers: ['jws verified signature-match', 'jws verified signature-match'] });
  });

  test('the sentence of the whole says which layer decides', async () => {
    const text = nested(inner, 1);
    const both = await inspect({ text, keys: [{ text: SECRET }, { text: OTHER }] });
    expect(both.verdict.message).toBe('The outer signature matches. Layer 2: The signature matches your secret.');
    const outer = await inspect({ text, keys: [{ text: OTHER }] });
    expect(outer.verdict.message).toMatch(/^The signature does not match\./);
    const unsecured = await inspect({ text: nested(jws('{"alg":"none"}', '{}').replace(/[^.]*$/, ''), 1) });
    expect(unsecured.verdict.message).toMatch(/^Layer 2: Anyone could have written this token/);
  });

  test('nothing is wrong with a content that is a token and no JSON', async () => {
    const [outer] = (await inspect({ text: nested(inner, 1) })).layers;
    expect(outer?.problems).toEqual([]);
  });

  test('text that only looks like a token is no layer', async () => {
    const text = jws('{"alg":"HS256"}', 'www.example.com is no token');
    expect(await ask({ text, keys: [{ text: SECRET }] })).toEqual({
      verdict: 'verified signature-match',
      layers: ['jws verified signature-match'],
      each: [],
    });
  });
});

describe('the key in the token', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  const proof = (typ: string): string => {
    const input = `${encode(JSON.stringify({ typ, alg: 'ES256', jwk }))}.${encode('{"jti":"1"}')}`;
    const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    return `${input}.${signBytes('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  test.each<[string, string, boolean, string]>([
    ['a DPoP proof', 'dpop+jwt', false, 'verified signature-match'],
    ['an ordinary token', 'JWT', false, 'unchecked key-in-token-only'],
    ['an ordinary token, asked for', 'JWT', true, 'verified signature-match'],
  ])('%s', async (_, typ, useTokenKey, verdict) => {
    const answer = await inspect({ text: proof(typ), useTokenKey });
    expect(summary(answer)).toEqual({ verdict, layers: [`jws ${verdict}`], each: [] });
    if (answer.verdict.state === 'verified') expect(answer.verdict.trust).toBe('token-supplied-key');
  });
});
