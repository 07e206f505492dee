import { expect, test } from 'vitest';
import { openText } from '../../engine/open.ts';
import { segmentOf } from '../../workbench/testing/tokens.ts';
import { entryHeaders, sharedHeaders } from './entry-headers.ts';

const PAYLOAD = segmentOf('{"sub":"a"}');
const signature = (header: string, own?: string) =>
  `{"protected":"${segmentOf(header)}",${own === undefined ? '' : `"header":${own},`}"signature":"c2ln"}`;

test('each signature has its own headers, told apart and with their literals', () => {
  const opened = openText(
    `{"payload":"${PAYLOAD}","signatures":[${signature('{"alg":"RS256"}')},${signature('{"alg":"ES256","n":1.0}', '{"kid":"b","n2":1e3}')}]}`,
  );
  expect(entryHeaders(opened, 0)).toEqual([{ place: 'protected', text: '{\n  "alg": "RS256"\n}' }]);
  expect(entryHeaders(opened, 1)).toEqual([
    { place: 'protected', text: '{\n  "alg": "ES256",\n  "n": 1.0\n}' },
    { place: 'own', text: '{\n  "kid": "b",\n  "n2": 1e3\n}' },
  ]);
  expect(entryHeaders(opened, 2)).toEqual([]);
});

test('a flattened serialization has one', () => {
  const opened = openText(`{"payload":"${PAYLOAD}",${signature('{"alg":"ES256"}', '{"kid":"a"}').slice(1)}`);
  expect(entryHeaders(opened, 0)).toEqual([
    { place: 'protected', text: '{\n  "alg": "ES256"\n}' },
    { place: 'own', text: '{\n  "kid": "a"\n}' },
  ]);
});

test('what the recipients of a JWE share is not any one’s own', () => {
  const text = JSON.stringify({
    protected: segmentOf('{"enc":"A128GCM"}'),
    unprotected: { jku: 'https://a.example' },
    recipients: [{ header: { alg: 'A128KW' }, encrypted_key: segmentOf('x'.repeat(24)) }],
    iv: segmentOf('x'.repeat(12)),
    ciphertext: 'eA',
    tag: segmentOf('x'.repeat(16)),
  });
  expect(sharedHeaders(openText(text))).toEqual([{ place: 'shared', text: '{\n  "jku": "https://a.example"\n}' }]);
  expect(entryHeaders(openText(text), 0)).toEqual([{ place: 'own', text: '{\n  "alg": "A128KW"\n}' }]);
});
