import { describe, expect, it, test } from 'vitest';
import { openText } from '../../engine/open.ts';
import type { Verdict } from '../../engine/types.ts';
import { FAILED, VERIFIED } from '../../workbench/testing/hand-client.ts';
import { layerViewOf } from '../../workbench/testing/layer-view.ts';
import { DECRYPTED, jweOf, KEY_MISSING, payloadOf } from '../../workbench/testing/layers.ts';
import { segmentOf, tokenOf } from '../../workbench/testing/tokens.ts';
import type { LayerView, ShownVerdict } from '../../workbench/types.ts';
import { contentFacts } from './content-facts.ts';
import { decryptionIn, jweWorkOf, keyWish, noticesOf, provenanceOf, sentenceOf } from './layer-facts.ts';

const SIGNED = tokenOf('{"sub":"a"}');

function shown(verdict: Verdict): ShownVerdict {
  const { state, code, message } = verdict;
  return { state, code, sentence: message, busy: false, verdict };
}

function layer(text: string, verdict: Verdict | ShownVerdict, more: Partial<LayerView> = {}): LayerView {
  return layerViewOf(text, { verdict: 'sentence' in verdict ? verdict : shown(verdict), ...more });
}

const OTHER_KIND: Verdict = { state: 'unchecked', code: 'key-wrong-kind', message: 'Another kind.', values: {} };
const EMPTY_SIGNATURE: Verdict = { state: 'failed', code: 'signature-empty', message: 'Empty.', values: {} };
const TOO_LARGE: Verdict = { state: 'unsupported', code: 'inflated-too-large', message: 'Too large.', values: {} };
const DETACHED: Verdict = { state: 'unchecked', code: 'payload-detached', message: 'Elsewhere.', values: {} };
const OWN: Verdict = {
  ...VERIFIED,
  state: 'verified',
  code: 'signature-match',
  trust: 'token-supplied-key',
  by: 'webcrypto',
};
const CHECKING: ShownVerdict = { state: 'unchecked', code: 'checking', sentence: '', busy: true, verdict: undefined };
const jwe = (alg: string) => jweOf('mark', `{"alg":"${alg}","enc":"A128GCM"}`);

describe('the key that a layer asks for', () => {
  it.each<[string, string, Verdict, boolean, ReturnType<typeof keyWish>]>([
    ['a secret', SIGNED, KEY_MISSING, false, { kind: 'add', need: 'secret' }],
    ['a public key', tokenOf('{}', '{"alg":"ES256"}'), KEY_MISSING, false, { kind: 'add', need: 'public-key' }],
    ['a private key', jwe('RSA-OAEP'), KEY_MISSING, false, { kind: 'add', need: 'private-key' }],
    ['a private key to agree with', jwe('ECDH-ES+A128KW'), KEY_MISSING, false, { kind: 'add', need: 'private-key' }],
    ['a secret to unwrap with', jwe('A128KW'), KEY_MISSING, false, { kind: 'add', need: 'secret' }],
    ['a password', jwe('PBES2-HS256+A128KW'), KEY_MISSING, false, { kind: 'add', need: 'password' }],
    ['its own, where another layer’s does not fit', SIGNED, OTHER_KIND, false, { kind: 'add', need: 'secret' }],
    ['another one, where its own does not fit', SIGNED, OTHER_KIND, true, { kind: 'change' }],
    ['another one, where its own said no', SIGNED, FAILED, true, { kind: 'change' }],
    ['none, where no key would help', SIGNED, EMPTY_SIGNATURE, true, undefined],
    ['none, where the content is missing', SIGNED, DETACHED, false, undefined],
    ['none, where it is verified', SIGNED, VERIFIED, true, undefined],
  ])('is %s', (_, text, verdict, hasKey, wish) => {
    expect(keyWish(layer(text, verdict, { hasKey }))).toEqual(wish);
  });

  it('is not asked for while the engine is at work', () => {
    expect(keyWish(layer(SIGNED, CHECKING))).toBeUndefined();
  });
});

test('a sentence is told where the word on the chip does not say it all', () => {
  expect(sentenceOf(layer(SIGNED, FAILED))).toBe(FAILED.message);
  expect(sentenceOf(layer(SIGNED, OTHER_KIND))).toBe('Another kind.');
  for (const verdict of [VERIFIED, DECRYPTED, KEY_MISSING]) expect(sentenceOf(layer(SIGNED, verdict))).toBeUndefined();
  expect(sentenceOf(layer(SIGNED, CHECKING))).toBeUndefined();
});

test('what is unusual about an opened content is told once, and what is malformed is not told again', () => {
  const notice = { code: 'zip-zlib-wrapped', message: 'zlib', values: {}, part: 'ciphertext' } as const;
  const malformed = { code: 'crit-invalid', message: 'crit', values: {}, part: 'header' } as const;
  expect(noticesOf(layer(SIGNED, VERIFIED, { problems: [malformed, notice, notice] }))).toEqual([notice]);
});

test('the work of a JWE names what stands in its header', () => {
  const { object } = openText(
    jweOf('mark', '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":310000,"p2s":"c2FsdA"}'),
  );
  if (object?.type !== 'jwe') throw new Error('no JWE');
  expect(jweWorkOf(object)).toEqual({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', rounds: 310000, recipients: 1 });
});

describe('what is known of who wrote the content', () => {
  const made: ShownVerdict = { ...shown(VERIFIED), state: 'signed', code: 'signed-here' };
  const outer = layer(jwe('A128KW'), DECRYPTED);
  it.each<[string, readonly LayerView[], string]>([
    ['signed with a key at hand', [outer, layer(SIGNED, VERIFIED)], 'signed'],
    ['signed with its own key', [layer(SIGNED, OWN)], 'own-key'],
    ['signed here', [layer(SIGNED, made)], 'signed-here'],
    ['encrypted only', [outer], 'decrypted'],
    ['encrypted in a signed one', [layer(SIGNED, VERIFIED), outer], 'unproven'],
    ['not checked', [outer, layer(SIGNED, KEY_MISSING)], 'unproven'],
    ['within a layer that failed', [layer(SIGNED, FAILED), layer(SIGNED, VERIFIED)], 'unproven'],
    ['while the engine is at work', [layer(SIGNED, CHECKING)], 'unproven'],
    ['nothing', [], 'unproven'],
  ])('%s', (_, layers, said) => {
    expect(provenanceOf(layers)).toBe(said);
  });
});

describe('what decrypting proves', () => {
  const opened = (alg: string) => layer(jwe(alg), { ...DECRYPTED, values: { alg } });
  it.each<[string, readonly LayerView[], ReturnType<typeof decryptionIn>]>([
    ['nothing while it is locked', [layer(jwe('dir'), KEY_MISSING)], undefined],
    ['nothing of a signed token', [layer(SIGNED, VERIFIED)], undefined],
    ['whose key it was', [opened('RSA-OAEP-256')], { opener: 'private-key', signedLayer: undefined }],
    ['which layer could tell more', [opened('dir'), layer(SIGNED, KEY_MISSING)], { opener: 'secret', signedLayer: 2 }],
    [
      'no signature around it',
      [layer(SIGNED, VERIFIED), opened('PBES2-HS256+A128KW')],
      { opener: 'password', signedLayer: undefined },
    ],
  ])('%s', (_, layers, answer) => {
    expect(decryptionIn(layers)).toEqual(answer);
  });
});

describe('the innermost content', () => {
  const json = (text: string) => ({ ...payloadOf(text), json: JSON.parse(text) });
  it.each<[string, LayerView, string, string | undefined]>([
    ['claims', layer(SIGNED, VERIFIED, { content: json('{"a":1,"b":2}') }), 'claims', '{"a":1,"b":2}'],
    ['JSON that is no object', layer(SIGNED, VERIFIED, { content: json('[1.0]') }), 'json', '[1.0]'],
    ['text', layer(SIGNED, VERIFIED, { content: payloadOf('hello') }), 'text', 'hello'],
    ['bytes', layer(SIGNED, VERIFIED, { content: { bytes: new Uint8Array([255]) } }), 'bytes', undefined],
    ['nothing', layer(SIGNED, VERIFIED, { content: payloadOf('') }), 'nothing', undefined],
    ['locked', layer(jwe('dir'), KEY_MISSING), 'locked', undefined],
    ['stopped at the limit', layer(jwe('dir'), TOO_LARGE), 'locked', undefined],
    [
      'elsewhere',
      layer(`${segmentOf('{"alg":"ES256"}')}..c2ln`, DETACHED, { content: undefined }),
      'nothing',
      undefined,
    ],
  ])('is %s', (_, one, kind, text) => {
    expect(contentFacts([one])).toMatchObject({ kind, text });
  });
});
