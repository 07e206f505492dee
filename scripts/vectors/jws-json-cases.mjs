/** JWS JSON serializations: each signature its own verdict, and what the whole is by the rule of 'Layers together'. */
import { b64u, b64uJson } from './base64url.mjs';
import { brokenSignature, flattened, general } from './issue-json.mjs';
import { namedRow, unchecked } from './rows.mjs';

const CLAIMS = '{"iss":"https://issuer.example","sub":"rider-48213"}';
const MATCH = 'signature-match';
const MISMATCH = 'signature-mismatch';
const VERIFIED = {
  state: 'verified',
  code: MATCH,
  trust: 'your-key',
  form: 'jws-json',
  layers: 1,
  payloadText: CLAIMS,
};

export function jwsJsonCases(keys) {
  return [...algorithmRows(keys), ...severalRows(keys), ...headerRows(keys), ...envelopeRows(keys)];
}

function malformed(code) {
  return { state: 'malformed', code };
}

function algorithmRows({ rsa, ec, ed25519, ed448, secp256k1, oct256 }) {
  const signers = [
    ['HS256', oct256, 'oct256'],
    ['RS256', rsa.privateKey, 'rsa'],
    ['ES256', ec.privateKey, 'ec'],
    ['Ed25519', ed25519.privateKey, 'ed25519'],
    ['EdDSA', ed448.privateKey, 'ed448'],
    ['ES256K', secp256k1.privateKey, 'secp256k1'],
  ];
  return signers.flatMap(([alg, key, name]) => {
    const id = `flattened-${alg.toLowerCase()}`;
    const signed = flattened({ alg, key, protected: { alg }, payload: CLAIMS });
    const one = { ...VERIFIED, problems: [], signatures: [MATCH], header: { alg } };
    const failed = { state: 'failed', signatures: [MISMATCH] };
    const twin = (change, changed) => namedRow(`${id}~${change}`, text(changed), [name], failed, { twinOf: id });
    return [
      namedRow(id, text(signed), [name], one),
      twin('signature-bit', brokenSignature(signed)),
      twin('payload-letter', { ...signed, payload: b64u(CLAIMS.replace('48213', '48214')) }),
      twin('header-member', { ...signed, protected: b64uJson({ alg, added: true }) }),
    ];
  });
}

function text(value) {
  return JSON.stringify(value);
}

function severalRows({ rsa, ec, stranger }) {
  const rs = { alg: 'RS256', key: rsa.privateKey, protected: { alg: 'RS256' }, header: { kid: 'rsa' } };
  const es = { alg: 'ES256', key: ec.privateKey, protected: { alg: 'ES256', kid: 'ec' } };
  const other = { alg: 'ES256', key: stranger.privateKey, protected: { alg: 'ES256', kid: 'stranger' } };
  const both = general(CLAIMS, [rs, es]);
  const [first, second] = both.signatures;
  const withSignatures = (...signatures) => text({ payload: both.payload, signatures });
  const sameKind = text(general(CLAIMS, [es, other]));
  const nameless = text(
    general(CLAIMS, [
      { ...rs, header: undefined },
      { ...es, protected: { alg: 'ES256' } },
    ]),
  );
  const failed = (...signatures) => ({ state: 'failed', code: 'some-signatures-failed', signatures });
  const verified = (...signatures) => ({ ...VERIFIED, signatures });
  return [
    namedRow('general-both', text(both), ['rsa+ec'], { ...verified(MATCH, MATCH), problems: [] }),
    namedRow('general-two-inputs', text(both), ['ec-kid', 'rsa-kid'], verified(MATCH, MATCH)),
    namedRow(
      'general-one-good-one-bad',
      withSignatures(first, brokenSignature(second)),
      ['rsa+ec'],
      failed(MATCH, MISMATCH),
    ),
    namedRow('general-first-bad', withSignatures(brokenSignature(first), second), ['rsa+ec'], failed(MISMATCH, MATCH)),
    namedRow(
      'general-both-bad',
      withSignatures(brokenSignature(first), brokenSignature(second)),
      ['rsa+ec'],
      failed(MISMATCH, MISMATCH),
    ),
    namedRow(
      'general-payload-changed',
      text({ ...both, payload: b64u(CLAIMS.replace('48213', '48214')) }),
      ['rsa+ec'],
      failed(MISMATCH, MISMATCH),
    ),
    namedRow('general-of-one', withSignatures(second), ['ec'], verified(MATCH)),
    namedRow('general-key-of-first', text(both), ['rsa'], verified(MATCH, null)),
    namedRow('general-key-of-second', text(both), ['ec-kid'], verified(null, MATCH)),
    namedRow('general-same-kind', sameKind, ['ec+stranger'], verified(MATCH, MATCH)),
    namedRow('general-same-kind-key-of-first', sameKind, ['ec'], verified(MATCH, 'signed-by-another-key')),
    namedRow('general-same-kind-key-of-second', sameKind, ['stranger-kid'], verified('signed-by-another-key', MATCH)),
    namedRow('general-nameless', nameless, ['ec', 'rsa'], verified(MATCH, MATCH)),
    namedRow('general-nameless-one-key', nameless, ['ec'], verified(null, MATCH)),
    namedRow('general-of-a-stranger', withSignatures(second), ['stranger'], {
      state: 'failed',
      signatures: [MISMATCH],
    }),
    namedRow('general-no-key', text(both), [], {
      ...unchecked('key-missing'),
      signatures: ['key-missing', 'key-missing'],
      payloadText: CLAIMS,
    }),
    namedRow('general-wrong-kind', text(both), ['ed25519'], unchecked('key-wrong-kind')),
    namedRow('general-kid-unknown', withSignatures(first), ['ec+stranger'], unchecked('kid-unknown')),
  ];
}

function headerRows({ ec, oct256 }) {
  const signer = { alg: 'ES256', key: ec.privateKey, payload: CLAIMS };
  const own = { ...signer, protected: { alg: 'ES256' }, header: { kid: 'ec', typ: 'JWT' } };
  const joined = {
    ...VERIFIED,
    header: { alg: 'ES256', kid: 'ec', typ: 'JWT' },
    protectedHeader: { alg: 'ES256' },
    unprotectedHeader: { kid: 'ec', typ: 'JWT' },
  };
  const clash = flattened({ ...signer, protected: { alg: 'ES256', kid: 'ec' }, header: { kid: 'ec' } });
  const hidden = flattened({ ...signer, header: { alg: 'ES256' } });
  const crit = flattened({ ...signer, protected: { alg: 'ES256' }, header: { crit: ['exp'], exp: 1 } });
  const duplicate = flattened(own);
  const twice = { ...duplicate, protected: b64u('{"alg":"ES256","alg":"ES256"}') };
  const b64 = { alg: 'HS256', key: oct256, protected: { alg: 'HS256', b64: false, crit: ['b64'] } };
  const mixed = general(CLAIMS, [b64, { ...b64, protected: { alg: 'HS256' } }]);
  const none = { payload: b64u(CLAIMS), protected: b64uJson({ alg: 'none' }), signature: '' };
  return [
    namedRow('header-both', text(flattened(own)), ['ec'], joined),
    namedRow(
      'header-unprotected-changed',
      text({ ...flattened(own), header: { kid: 'ec', typ: 'at+jwt' } }),
      ['ec'],
      VERIFIED,
    ),
    namedRow('header-unprotected-only', text(hidden), ['ec'], { ...VERIFIED, header: { alg: 'ES256' } }),
    namedRow('header-clash', text(clash), ['ec'], malformed('header-clash')),
    namedRow('header-clash-no-key', text(clash), [], malformed('header-clash')),
    namedRow('header-crit-unprotected', text(crit), ['ec'], malformed('crit-invalid')),
    namedRow('header-duplicate-alg', text(twice), ['ec'], malformed('header-duplicate-member')),
    namedRow(
      'header-alg-missing',
      text({ ...duplicate, protected: b64uJson({ typ: 'JWT' }), header: undefined }),
      ['ec'],
      malformed('alg-missing'),
    ),
    namedRow('header-alg-unknown', text({ ...duplicate, protected: b64uJson({ alg: 'XY999' }) }), ['ec'], {
      state: 'unsupported',
      signatures: ['alg-unknown'],
    }),
    namedRow('header-none', text(none), [], { state: 'unsecured', code: 'alg-none', payloadText: CLAIMS }),
    namedRow('header-none-signed', text({ ...none, signature: 'AAAA' }), [], malformed('none-with-signature')),
    namedRow('b64-mixed', text(mixed), ['oct256'], { state: 'malformed' }),
  ];
}

/** Breaches of RFC 7515 section 7.2, and what it lets stand. */
function envelopeRows({ ec }) {
  const signed = flattened({ alg: 'ES256', key: ec.privateKey, protected: { alg: 'ES256' }, payload: CLAIMS });
  const { payload, ...one } = signed;
  const invalid = malformed('envelope-invalid');
  return [
    namedRow('envelope-laid-out', JSON.stringify(signed, null, 2), ['ec'], { ...VERIFIED, found: 1 }),
    namedRow('envelope-in-a-list', JSON.stringify([signed]), ['ec'], VERIFIED),
    namedRow('envelope-more-members', text({ ...signed, extra: { a: 1 } }), ['ec'], VERIFIED),
    namedRow('envelope-escaped', text(signed).replace('"payload"', '"pay\\u006coad"'), ['ec'], VERIFIED),
    namedRow('envelope-both-forms', text({ ...signed, signatures: [one] }), ['ec'], invalid),
    namedRow('envelope-no-signatures', text({ payload, signatures: [] }), ['ec'], invalid),
    namedRow('envelope-signature-text', text({ payload, signatures: ['no'] }), ['ec'], invalid),
    namedRow(
      'envelope-signature-missing',
      text({ payload, signatures: [{ protected: one.protected }] }),
      ['ec'],
      invalid,
    ),
    namedRow('envelope-payload-number', text({ ...signed, payload: 7 }), ['ec'], invalid),
    namedRow('envelope-protected-object', text({ ...signed, protected: { alg: 'ES256' } }), ['ec'], invalid),
    namedRow('envelope-header-text', text({ ...signed, header: 'ec' }), ['ec'], invalid),
    namedRow('envelope-payload-twice', text(signed).replace('{', '{"payload":"e30",'), ['ec'], { state: 'malformed' }),
    namedRow('envelope-payload-padded', text({ ...signed, payload: `${payload}==` }), ['ec'], { state: 'malformed' }),
    namedRow(
      'envelope-payload-letters',
      text({ ...signed, payload: `${payload.slice(0, -1)}+` }),
      ['ec'],
      malformed('illegal-character'),
    ),
    namedRow('envelope-signature-empty', text({ ...signed, signature: '' }), ['ec'], {
      state: 'failed',
      signatures: ['signature-empty'],
    }),
    namedRow('envelope-protected-empty', text({ ...signed, protected: '' }), ['ec'], { state: 'malformed' }),
  ];
}
