import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../token/base64url.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import { alignmentOf } from './alignment.ts';
import { findTokens } from './find.ts';

const encode = (text: string) => encodeBase64url(encodeUtf8(text));
const HEADER = encode('{"alg":"HS256","typ":"JWT"}');
const PAYLOAD = encode('{"sub":"1234567890","name":"Jane Doe","iat":1516239022}');
const SIGNATURE = 'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJVadQssw5c0';
const TOKEN = `${HEADER}.${PAYLOAD}.${SIGNATURE}`;
const OTHER = `${HEADER}.${encode('{"sub":"2"}')}.${SIGNATURE}`;
const NONE = `${encode('{"alg":"none"}')}.${PAYLOAD}.`;
const JWE = `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`;

const textsIn = (text: string) => findTokens(text).map((token) => token.text);

/** A blank, a line break or anything else in the middle of a part. */
const insert = (token: string, at: number, what: string) => token.slice(0, at) + what + token.slice(at);
const IN_HEADER = 10;
const IN_PAYLOAD = HEADER.length + 20;
const IN_SIGNATURE = HEADER.length + PAYLOAD.length + 20;

describe('a text that is one token stays that token', () => {
  test.each([
    ['while its header is typed', HEADER.slice(0, 9)],
    ['with a whole header', HEADER],
    ['with a header and a dot', `${HEADER}.`],
    ['without a signature', `${HEADER}.${PAYLOAD}`],
    ['with too many parts', `${TOKEN}.abc`],
    ['with a dot at the end', `${TOKEN}.`],
    ['with a header that is no JSON', `${encode('{"alg":"HS256"')}.${PAYLOAD}.${SIGNATURE}`],
    ['with another first letter', `f${TOKEN.slice(1)}`],
    ['with a header that is text', `${encode('hello')}.${PAYLOAD}.${SIGNATURE}`],
    ['with no header', `.${PAYLOAD}.${SIGNATURE}`],
    ['with header and payload that are text', `${encode('hello')}.${encode('world')}.${SIGNATURE}`],
    ['with padding', `${HEADER}==.${PAYLOAD}=.${SIGNATURE}=`],
    ['with + and /', `${HEADER}.${PAYLOAD}.ab+/cd`],
    ['with a blank in its header', insert(TOKEN, IN_HEADER, ' ')],
    ['with a blank in its payload', insert(TOKEN, IN_PAYLOAD, ' ')],
    ['with a blank in its signature', insert(TOKEN, IN_SIGNATURE, ' ')],
    ['with a blank before its last two letters', insert(TOKEN, TOKEN.length - 2, ' ')],
    ['with several blanks', insert(insert(TOKEN, IN_SIGNATURE, ' '), IN_HEADER, ' ')],
    ['with an odd character in its header', insert(TOKEN, IN_HEADER, '*')],
    ['with an odd character in its payload', insert(TOKEN, IN_PAYLOAD, '$')],
    ['with a letter that is not ASCII', insert(TOKEN, IN_SIGNATURE, 'é')],
    ['with a percent sign', insert(TOKEN, IN_PAYLOAD, '%')],
    ['with a comma for its first dot', TOKEN.replace('.', ',')],
    ['unsecured', NONE],
    ['encrypted', JWE],
    ['as an SD-JWT', `${TOKEN}~${encode('["salt","name",1]')}~`],
  ])('%s', (_, text) => {
    expect(findTokens(text)).toMatchObject([{ text, start: 0, end: text.length, where: 'whole text', removed: [] }]);
  });

  test.each(['Bearer ', 'Authorization: Bearer ', '"'])('after %j, with an odd character in it', (before) => {
    const damaged = insert(TOKEN, IN_SIGNATURE, '*');
    expect(textsIn(before + damaged + (before === '"' ? '"' : ''))).toEqual([damaged]);
  });

  test('in quotation marks, or after a scheme, although damaged', () => {
    const damaged = `f${TOKEN.slice(1)}`;
    expect(findTokens(`"${damaged}"`)).toMatchObject([{ text: damaged, start: 1, where: 'quoted' }]);
    expect(findTokens(`Bearer ${damaged}`)).toMatchObject([{ text: damaged, start: 7, where: 'authorization header' }]);
  });
});

describe('what is removed is named, and nothing else is removed', () => {
  test.each([
    ['a line break', insert(TOKEN, 64, '\n'), ['line-breaks']],
    ['a line break in the signature', insert(TOKEN, IN_SIGNATURE, '\r\n'), ['line-breaks']],
    ['an indented line', insert(TOKEN, 64, '\n   '), ['line-breaks', 'blanks']],
    ['a quoted line', insert(TOKEN, 64, '\n> '), ['line-breaks', 'quote-marks']],
    ['a twice quoted line', insert(TOKEN, 64, '\n>> '), ['line-breaks', 'quote-marks']],
    ['a blank before a dot', TOKEN.replace('.', ' .'), ['blanks']],
    ['a blank after a dot', TOKEN.replace('.', '. '), ['blanks']],
    ['a percent-encoded dot', TOKEN.replace('.', '%2e'), ['percent-encoding']],
    ['a zero width space', insert(TOKEN, IN_PAYLOAD, '\u200b'), ['invisible']],
    ['a soft hyphen at a line break', insert(TOKEN, 64, '\u00ad\n'), ['invisible', 'line-breaks']],
  ])('%s', (_, text, removed) => {
    const [found] = findTokens(text);
    expect(found).toMatchObject({ text: TOKEN, start: 0, end: text.length });
    expect([...(found?.removed ?? [])].sort()).toEqual([...removed].sort());
  });

  test.each([
    ['a second layer of percent-encoding', TOKEN.replace('.', '%252E'), TOKEN.replace('.', '%2E')],
    ['percent-encoded padding', `${TOKEN}%3D`, `${TOKEN}=`],
  ])('%s stays', (_, text, cleaned) => {
    expect(textsIn(text)).toEqual([cleaned]);
  });
});

describe('what stands after a token is not part of it', () => {
  test.each([
    ['a word', `${TOKEN} expired`],
    ['words', `${TOKEN} is what I got`],
    ['a word in the next line', `${TOKEN}\nThanks`],
    ['a line with a colon', `${TOKEN}\nca.crt: 570 bytes`],
    ['a line that is longer', `${TOKEN}\n${'aB3'.repeat(120)}`],
    ['a paragraph', `${TOKEN}\n\naB3dE`],
    ['a short line after a whole signature', `${TOKEN}\naB3dE`],
    ['a full stop in a sentence', `My token: ${TOKEN}.`],
    ['a full stop and more', `${TOKEN}. Please look.`],
    ['a comma', `${TOKEN}, see`],
    ['an ampersand', `${TOKEN}&state=1`],
    ['an encoded ampersand', `${TOKEN}%26state%3D1`],
    ['a literal line break', `"${TOKEN}\\n"`],
    ['the rest of a path', `https://x.example/t/${TOKEN}/next`],
  ])('%s', (_, text) => {
    expect(textsIn(text)).toEqual([TOKEN]);
  });

  test('the dot of an unsecured token is its own, in a sentence too', () => {
    expect(textsIn(`${NONE} Please look.`)).toEqual([NONE]);
    expect(textsIn(`See ${NONE} Please`)).toEqual([NONE]);
  });

  test.each(['…', '...'])('%s says that it is not complete', (ellipsis) => {
    const cut = TOKEN.slice(0, -5);
    expect(findTokens(`got ${cut}${ellipsis} there`)).toMatchObject([{ text: cut, complete: false }]);
  });
});

describe('several tokens', () => {
  test.each([
    ['in two lines', `${TOKEN}\n${OTHER}`],
    ['with a comma', `${TOKEN},${OTHER}`],
    ['in a sentence', `from ${TOKEN} to ${OTHER} since noon`],
    ['in JSON', JSON.stringify({ a: TOKEN, b: [OTHER] })],
    ['in escaped JSON', JSON.stringify(JSON.stringify({ a: TOKEN, b: [OTHER] }))],
    ['each wrapped', `${TOKEN.replace(/.{64}/g, '$&\n')}\n\n${OTHER.replace(/.{64}/g, '$&\n')}`],
  ])('%s', (_, text) => {
    expect(textsIn(text)).toEqual([TOKEN, OTHER]);
  });

  test('a serialization and a token beside it', () => {
    const jws = `{"payload":"e30","protected":"e30","signature":""}`;
    expect(findTokens(`[${jws},"${TOKEN}",{"x":{"ciphertext":"","iv":""}}]`)).toMatchObject([
      { text: jws, form: 'jws-json', where: 'json /0' },
      { text: TOKEN, form: 'jws-compact', where: 'json /1' },
      { text: '{"ciphertext":"","iv":""}', form: 'jwe-json', where: 'json /2/x' },
    ]);
  });
});

describe('no token', () => {
  test.each([
    '',
    ' \u200b\n',
    'api.example.com',
    'https://www.example.com/a.b.c?d=e',
    '1.22.333',
    'com.example.Main',
    'a.b.c',
    '...',
    'ya29.a0AfH6SMBx',
    '550e8400-e29b-41d4-a716-446655440000',
    encode('{"sub":"1"}'),
    'e30',
    'ey',
    'See eyJ.a for more. And so on.',
    '{"signature":"abc"}',
    '{"signature":',
    '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----',
  ])('%j', (text) => {
    expect(findTokens(text)).toEqual([]);
  });
});

test.each([
  [`Authorization: Bearer ${TOKEN}`, 'authorization header'],
  [`"authorization": "${TOKEN}"`, 'authorization header'],
  [`DPoP: ${TOKEN}`, 'DPoP header'],
  [`X-Amzn-Oidc-Data: ${TOKEN}`, 'header X-Amzn-Oidc-Data'],
  [`Cookie: a=b; session=${TOKEN}`, 'cookie session'],
  [`https://x.example/#a=b&id_token=${TOKEN}`, 'url fragment id_token'],
  [`https://x.example/?id_token=${TOKEN}`, 'url query id_token'],
  [`{"a":[{"b/c":"${TOKEN}"}]}`, 'json /a/0/b~1c'],
  [`HTTP/1.1 200 OK\n\n{"access_token":"${TOKEN}"}`, 'json /access_token'],
  [`'${TOKEN}'`, 'quoted'],
  [`token=${TOKEN}`, 'text'],
  [`> ${TOKEN}\n`, 'whole text'],
  [`>> ${TOKEN}\n>\n> `, 'whole text'],
])('%j says where it stands', (text, where) => {
  expect(findTokens(text)).toMatchObject([{ text: TOKEN, where }]);
});

describe('properties', () => {
  const piece = fc.constantFrom(
    ...[
      TOKEN,
      HEADER,
      PAYLOAD,
      SIGNATURE,
      NONE,
      JWE,
      'eyJ',
      '.',
      '~',
      ' ',
      '\n',
      '\r\n> ',
      '%2E',
      '%',
      '=',
      '"',
      "'",
      '…',
      '...',
    ],
    ...['Bearer ', 'word', '\u200b', '\u00ad', '/', '+', '{"a":"', '"}', '\\n', '🚀', '*', ','],
  );

  test('spans lie inside, in order and apart, and hold the token', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const found of findTokens(text)) {
          expect(found.start).toBeGreaterThanOrEqual(last);
          expect(found.end).toBeLessThanOrEqual(text.length);
          last = found.end;
          const pasted = text.slice(found.start, found.end);
          if (found.removed.length === 0) expect(found.text).toBe(pasted);
          else expect(found.text.length).toBeLessThan(pasted.length);
          const alignment = alignmentOf(text, found);
          expect(alignment.toPasted(0, found.text.length)).toEqual([found.start, found.end]);
          for (let at = 0; at < found.text.length; at += 7) {
            const [start, end] = alignment.toPasted(at, at + 1);
            const character = decodeURIComponent(text.slice(start, end).replace(/^%$/, '%25'));
            expect(character).toBe(found.text[at]);
            expect(alignment.toToken(start)).toBe(at);
          }
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('a token is found again in its cleaned form', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        for (const found of findTokens(pieces.join('')).filter((token) => token.removed.length === 0 && token.complete))
          expect(textsIn(found.text)).toEqual([found.text]);
      }),
    );
  });
});
