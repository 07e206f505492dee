import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openText } from '../open.ts';
import { CERTIFICATES } from '../testing/lint-cases/certificates.ts';
import { findingsOf, jws, NOW } from '../testing/lint-tokens.ts';
import { SOUND_TOKENS } from '../testing/sound-tokens.ts';
import { lint } from './registry.ts';

const SOUND = Object.entries(SOUND_TOKENS);

describe('a sound token has notes at most', () => {
  test('there are at least 40', () => expect(SOUND.length).toBeGreaterThanOrEqual(40));

  test.each(SOUND)('%s', async (_, text) => {
    const findings = await findingsOf(text);
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => [rule, message])).toEqual(
      [],
    );
  });

  test.each(SOUND)('%s, on several lines of a mail', async (_, text) => {
    const wrapped = text.startsWith('{') ? text : (text.match(/.{1,60}/gs) ?? []).join('\r\n');
    const findings = await findingsOf(wrapped);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

const CLAIMS = { iss: 'https://issuer.example', sub: 'u-1', aud: 'https://api.example', exp: NOW + 60 };
const sound = { alg: 'ES256', typ: 'JWT', kid: 'k1' };

describe('what is wrong in one place does not stop the rules about another', () => {
  test.each([
    [
      'a header with a kid that is an object',
      jws({ ...sound, kid: { a: 1 }, jku: 'http://127.0.0.1' }, CLAIMS),
      ['kid-not-string', 'jku-present'],
    ],
    [
      'parameters that are all null',
      jws({ alg: 'none', kid: null, jwk: null, x5c: null, crit: null, typ: null }, CLAIMS, ''),
      ['alg-none', 'kid-not-string', 'crit-not-array'],
    ],
    [
      'claims of the wrong type',
      jws(sound, { iss: {}, sub: [], aud: 1, exp: [], nbf: 'x', iat: {}, jti: true, cnf: [], events: 1 }),
      ['iss-not-string', 'sub-not-string', 'aud-bad-type', 'jti-not-string', 'time-not-number'],
    ],
    [
      'names that objects inherit',
      jws(sound, '{"__proto__":{"exp":1},"constructor":1,"toString":2,"hasOwnProperty":3,"exp":"x"}'),
      ['json-proto-member', 'time-not-number'],
    ],
    [
      'a header that is no JSON',
      jws('{alg', { password: 'hunter2', exp: 'x' }),
      ['json-invalid', 'claim-sensitive-name', 'time-not-number'],
    ],
    [
      'a payload that is no JSON',
      jws({ ...sound, kid: '../../dev/null' }, '{"a":'),
      ['json-invalid', 'kid-path-traversal'],
    ],
    [
      'deep nesting',
      jws(sound, `{"exp":"x","a":${'['.repeat(450)}${']'.repeat(450)}}`),
      ['json-deep-nesting', 'time-not-number'],
    ],
    [
      'an algorithm named after what objects inherit',
      jws({ ...sound, alg: 'constructor' }, { exp: 0 }),
      ['alg-unknown', 'time-negative-or-zero'],
    ],
    [
      'a signature that is no base64url',
      `${jws(sound, { exp: 'x' }, '')}$$$`,
      ['illegal-characters', 'time-not-number'],
    ],
    ['too many parts', `${jws(sound, { exp: 'x' })}.AAAA.AAAA.AAAA`, ['segment-count', 'time-not-number']],
    [
      'addresses that are none',
      jws({ ...sound, jku: 'https://[', x5u: 7 }, { iss: 'https://[', picture: 'http://[::1' }),
      ['jku-present', 'x5u-present', 'iss-not-https'],
    ],
  ])('%s', async (_, text, rules) => {
    expect((await findingsOf(text)).map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  });
});

const header = fc.dictionary(
  fc.constantFrom(
    'alg',
    'typ',
    'cty',
    'kid',
    'jku',
    'jwk',
    'x5c',
    'x5t',
    'crit',
    'b64',
    'enc',
    'zip',
    'p2c',
    'epk',
    'url',
  ),
  fc.oneof(fc.jsonValue(), fc.constantFrom('HS256', 'ES256', 'none', 'dir', 'A256GCM')),
);
const claims = fc.dictionary(
  fc.constantFrom(
    'iss',
    'sub',
    'aud',
    'exp',
    'nbf',
    'iat',
    'jti',
    'cnf',
    'events',
    '_sd',
    'scope',
    'typ',
    'htm',
    'htu',
    'a',
  ),
  fc.jsonValue(),
);

describe('no text and no value makes it throw', () => {
  test('headers and claims of any value', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(header, claims, async (one, other) => {
        for (const finding of await findingsOf(jws(one, other, 'AAAA'))) expect(finding.message).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('certificates with any byte changed, and keys that are any JSON', { timeout: 60_000 }, async () => {
    const leaf = Buffer.from(CERTIFICATES.leaf ?? '', 'base64');
    const changed = fc.tuple(fc.nat(leaf.length - 1), fc.nat(255)).map(([at, byte]) => {
      const bytes = Buffer.from(leaf);
      bytes[at] = byte;
      return bytes.toString('base64');
    });
    const x5c = fc.array(fc.oneof(changed, fc.jsonValue(), fc.string()), { maxLength: 3 });
    const jwk = fc.record({ kty: fc.constantFrom('RSA', 'EC', 'oct'), n: fc.jsonValue(), key_ops: fc.jsonValue() });
    const keyText = fc.oneof(
      fc.json(),
      jwk.map((key) => JSON.stringify({ keys: [key, key] })),
      changed,
    );
    await fc.assert(
      fc.asyncProperty(x5c, keyText, async (list, text) => {
        const findings = await findingsOf({ text: jws({ ...sound, x5c: list, x5t: 'AA' }, {}), keys: [{ text }] });
        for (const finding of findings) expect(finding.message).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });

  test('any text', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect(Array.isArray(await findingsOf(text))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a text without a token is asked for what can be said of it', () => {
    const opened = openText('There is no token in this sentence.');
    expect(lint({ opened, layers: [], keys: [], kinds: [], expectations: {}, now: NOW })).toEqual([]);
  });
});

test('spans lie within the text, and errors come first', async () => {
  const text = `Bearer ${jws({ alg: 'HS256', kid: '../x' }, { exp: 'x', password: 'p' }, 'AAAA')}`;
  const findings = await findingsOf(text);
  const weights = findings.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
  expect(weights).toEqual(weights.toSorted());
  for (const { span } of findings) {
    if (span === undefined) continue;
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeGreaterThanOrEqual(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
  }
});

test('the characters of a claim are those that hold its name and value', async () => {
  const text = jws({ alg: 'ES256', kid: 'k' }, { sub: 'me', exp: 'soon' });
  const span = (await findingsOf(text)).find(({ rule }) => rule === 'time-not-number')?.span ?? [0, 0];
  const before = text.slice(text.indexOf('.') + 1, span[1]);
  expect(atob(before.replace(/-/g, '+').replace(/_/g, '/')).endsWith('"exp":"soon"')).toBe(true);
});
