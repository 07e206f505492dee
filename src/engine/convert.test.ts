import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertSerialization } from './convert.ts';
import { openText } from './open.ts';
import { ownCases } from './testing/own-vectors.ts';
import { encodeBase64url } from './token/base64url.ts';
import type { JoseObject, Serialization } from './token/shapes.ts';
import { encodeUtf8 } from './token/utf8.ts';
import type { InspectInput } from './types.ts';

const FORMS: readonly Serialization[] = ['compact', 'flattened', 'general'];
const seg = (value: unknown) => encodeBase64url(encodeUtf8(JSON.stringify(value)));
const H = seg({ alg: 'HS256' });
const E = seg({ alg: 'A128KW', enc: 'A128GCM' });
const RAW = seg({ alg: 'HS256', b64: false, crit: ['b64'] });

/** What a signature or a tag protects: the JWS signing input of each signature, the AAD and all sealed parts of a JWE. */
function protectedBy(object: JoseObject): unknown {
  if (object.type === 'jws')
    return object.signatures.map((one) => [
      `${one.protectedText}.${object.payload.text ?? ''}`,
      one.signatureText,
      one.isEncoded,
    ]);
  const aad = object.aadText === undefined ? object.protectedText : `${object.protectedText}.${object.aadText}`;
  return [
    aad,
    ...[object.iv, object.ciphertext, object.tag].map((bytes) => bytes && encodeBase64url(bytes)),
    ...object.recipients.map((one) => [one.header, one.encryptedKey && encodeBase64url(one.encryptedKey)]),
  ];
}

/** Each text and pick of the vectors once, whatever the keys. */
function inputs(): readonly Pick<InspectInput, 'text' | 'pick'>[] {
  return [...new Map(ownCases().map(({ input }) => [`${input.pick} ${input.text}`, input])).values()];
}

function must(text: string, to: Serialization, pick = 0): string {
  const answer = convertSerialization(text, pick, to);
  if (!answer.converted) throw new Error(answer.message);
  return answer.text;
}

describe('the texts that are written', () => {
  const rows: readonly (readonly [rule: string, text: string, to: Serialization, written: string])[] = [
    [
      'a compact JWS as flattened JSON',
      `${H}.cGF5bG9hZA.c2ln`,
      'flattened',
      `{\n  "payload": "cGF5bG9hZA",\n  "protected": "${H}",\n  "signature": "c2ln"\n}`,
    ],
    [
      'a compact JWS as general JSON',
      `${H}.cGF5bG9hZA.c2ln`,
      'general',
      `{\n  "payload": "cGF5bG9hZA",\n  "signatures": [\n    {\n      "protected": "${H}",\n      "signature": "c2ln"\n    }\n  ]\n}`,
    ],
    [
      'detached content stays elsewhere',
      `${H}..c2ln`,
      'flattened',
      `{\n  "protected": "${H}",\n  "signature": "c2ln"\n}`,
    ],
    ['and comes back as an empty segment', `{"protected":"${H}","signature":"c2ln"}`, 'compact', `${H}..c2ln`],
    [
      'an SD-JWT has its disclosures in the unprotected header',
      `${H}.e30.c2ln~WyJhIl0~WyJiIl0~${H}.e30.a2I`,
      'flattened',
      `{\n  "payload": "e30",\n  "protected": "${H}",\n  "header": {\n    "disclosures": ["WyJhIl0", "WyJiIl0"],\n    "kb_jwt": "${H}.e30.a2I"\n  },\n  "signature": "c2ln"\n}`,
    ],
    [
      'an SD-JWT without disclosures stays one',
      `${H}.e30.c2ln~`,
      'flattened',
      `{\n  "payload": "e30",\n  "protected": "${H}",\n  "header": {\n    "disclosures": []\n  },\n  "signature": "c2ln"\n}`,
    ],
    [
      'a JWE leaves out what is empty',
      `${seg({ alg: 'dir', enc: 'A128GCM' })}..aXY.Y3Q.dGFn`,
      'general',
      `{\n  "protected": "${seg({ alg: 'dir', enc: 'A128GCM' })}",\n  "recipients": [\n    {}\n  ],\n  "iv": "aXY",\n  "ciphertext": "Y3Q",\n  "tag": "dGFn"\n}`,
    ],
    [
      'a JWE’s own header and key go with the recipient, literals and other members stay',
      `{"x": 1.0, "unprotected":{"u":1e3},"header":{"kid":"\\u0061"},"protected":"${E}","encrypted_key":"a2V5","aad":"YWFk","iv":"aXY","ciphertext":"Y3Q","tag":"dGFn"}`,
      'general',
      `{\n  "protected": "${E}",\n  "unprotected": {\n    "u": 1e3\n  },\n  "recipients": [\n    {\n      "header": {\n        "kid": "\\u0061"\n      },\n      "encrypted_key": "a2V5"\n    }\n  ],\n  "aad": "YWFk",\n  "iv": "aXY",\n  "ciphertext": "Y3Q",\n  "tag": "dGFn",\n  "x": 1.0\n}`,
    ],
    [
      'an unencoded payload is text in JSON',
      `${RAW}.a b.c2ln`,
      'flattened',
      `{\n  "payload": "a b",\n  "protected": "${RAW}",\n  "signature": "c2ln"\n}`,
    ],
    [
      'a token in JSON becomes an object there',
      `{"access_token":"${H}.e30.c2ln","n":1.0}`,
      'flattened',
      `{"access_token":{\n  "payload": "e30",\n  "protected": "${H}",\n  "signature": "c2ln"\n},"n":1.0}`,
    ],
    [
      'and an object in JSON becomes a string',
      `[{"payload":"e30","protected":"${H}","signature":"c2ln"}]`,
      'compact',
      `["${H}.e30.c2ln"]`,
    ],
  ];
  test.each(rows)('%s', (_rule, text, to, written) => {
    expect(convertSerialization(text, 0, to)).toEqual({ converted: true, text: written });
  });

  test('only the picked token changes', () => {
    const text = `[{"payload":"e30","protected":"${H}","signature":"b25l"}, {"payload":"e30","protected":"${H}","signature":"dHdv"}]`;
    expect(must(text, 'compact', 1)).toBe(`[{"payload":"e30","protected":"${H}","signature":"b25l"}, "${H}.e30.dHdv"]`);
  });
});

describe('what has no such form is answered with the reason', () => {
  const two = `{"payload":"e30","signatures":[{"protected":"${H}","signature":"YQ"},{"protected":"${H}","signature":"Yg"}]}`;
  const jwe = `"protected":"${E}","iv":"aXY","ciphertext":"Y3Q","tag":"dGFn","encrypted_key":"a2V5"`;
  const raw = (payload: string) => JSON.stringify({ payload, protected: RAW, signature: 'c2ln' });
  const rows: readonly (readonly [text: string, to: Serialization, code: string, message: string])[] = [
    ['', 'compact', 'not-a-token', 'There is no token here that could be written in another form.'],
    [`${H}.e30.c2ln`, 'compact', 'already', 'This token is in the compact form already.'],
    [
      `${H}.e30`,
      'general',
      'not-well-formed',
      'This token is not well formed, so no other form of it would be the same. This is not a complete token: 2 of 3 parts are here. What can be read is shown.',
    ],
    [
      two,
      'flattened',
      'several',
      'This token has 2 signatures, and the flattened form has room for one. The general form keeps them all.',
    ],
    [
      two,
      'compact',
      'several',
      'This token has 2 signatures, and the compact form has room for one. The general form keeps them all.',
    ],
    [
      `{"payload":"e30","protected":"${H}","header":{"kid":"1","x":2},"signature":"c2ln"}`,
      'compact',
      'unprotected',
      'The compact form has no place for unprotected header parameters, and this token has “kid” and “x”.',
    ],
    [
      `{${jwe},"unprotected":{"jku":"x"},"header":{"kid":"1"}}`,
      'compact',
      'unprotected',
      'The compact form has no place for unprotected header parameters, and this token has “jku” and “kid”.',
    ],
    [
      `{${jwe},"aad":"YWFk"}`,
      'compact',
      'aad',
      'The compact form has no place for additional authenticated data (“aad”), and without it this token could no longer be opened.',
    ],
    [
      `{${jwe},"note":1}`,
      'compact',
      'other-members',
      'The compact form has no place for other members of the JSON object, and this one has “note”. Readers ignore them, so you may take them out first.',
    ],
    [
      raw('$.02'),
      'compact',
      'payload-dot',
      'The payload is not encoded (b64 false) and holds a “.”, which in the compact form separates the parts (RFC 7797 section 5.2).',
    ],
    [
      raw('5 €'),
      'compact',
      'payload-character',
      'The payload is not encoded (b64 false) and holds “€”. The compact form takes printable ASCII only (RFC 7797 section 5.2).',
    ],
    [
      raw('a\nb'),
      'compact',
      'payload-character',
      'The payload is not encoded (b64 false) and holds “U+000A”. The compact form takes printable ASCII only (RFC 7797 section 5.2).',
    ],
    [
      raw('a~b'),
      'compact',
      'would-change',
      'In that form the token would be read as another one, because of characters that have a meaning there. It was left as it is.',
    ],
    [
      `see ${H}.e30.c2ln and go`,
      'general',
      'surrounded',
      'The token stands in a longer text, where that form of it would not be found again. Copy the token out of it first.',
    ],
  ];
  test.each(rows)('%s to %s: %s', (text, to, code, message) => {
    expect(convertSerialization(text, 0, to)).toEqual({ converted: false, code, message });
  });
});

test('what was signed or sealed is the same in every form, for every token of the vectors', () => {
  let converted = 0;
  for (const input of inputs()) {
    const before = openText(input.text, input.pick);
    for (const to of FORMS) {
      const answer = convertSerialization(input.text, input.pick ?? 0, to);
      if (!answer.converted || before.object === undefined) continue;
      const after = openText(answer.text, input.pick).object;
      expect(after?.serialization).toBe(to);
      expect(after && protectedBy(after)).toEqual(protectedBy(before.object));
      converted++;
    }
  }
  expect(converted).toBeGreaterThan(400);
}, 30_000);

describe('compact to flattened to general to compact is the same text', () => {
  const around = (text: string) => must(must(must(text, 'flattened'), 'general'), 'compact');

  test('for every well-formed token of the vectors', () => {
    const texts = inputs().flatMap(({ text }) => {
      const { picked, object } = openText(text);
      return picked !== undefined && object?.serialization === 'compact' ? [picked.text] : [];
    });
    const turned = [...new Set(texts)].filter((text) => convertSerialization(text, 0, 'flattened').converted);
    expect(turned.length).toBeGreaterThan(150);
    for (const text of turned) expect(around(text)).toBe(text);
  }, 30_000);

  const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 }).map(encodeBase64url);
  const header = fc
    .dictionary(fc.string(), fc.jsonValue())
    .map((members) => seg({ ...members, alg: 'HS256', b64: true, crit: ['b64'], enc: undefined }));

  test('for any JWS', () => {
    fc.assert(
      fc.property(header, fc.option(bytes, { nil: '' }), bytes, (protectedText, payload, signature) => {
        const text = `${protectedText}.${payload}.${signature}`;
        expect(around(text)).toBe(text);
      }),
    );
  });

  test('for any SD-JWT', () => {
    const disclosures = fc.array(bytes, { maxLength: 5 });
    const keyBinding = fc.option(
      bytes.map((signature) => `${H}.e30.${signature}`),
      { nil: '' },
    );
    fc.assert(
      fc.property(disclosures, keyBinding, bytes, (list, kb, signature) => {
        const text = [`${H}.e30.${signature}`, ...list, kb].join('~');
        expect(around(text)).toBe(text);
      }),
    );
  });

  test('for any JWE', () => {
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 4, maxLength: 4 }), (parts) => {
        const text = [E, ...parts].join('.');
        expect(around(text)).toBe(text);
      }),
    );
  });
});

test('never throws, and changes nothing that it does not answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(3), fc.constantFrom(...FORMS), (text, pick, to) => {
      expect(typeof convertSerialization(text, pick, to).converted).toBe('boolean');
    }),
  );
});
