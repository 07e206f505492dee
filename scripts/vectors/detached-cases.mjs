/** Content beside the token (RFC 7515 appendix F), and content that is not encoded (RFC 7797). */
import { b64u, b64uJson } from './base64url.mjs';
import { signRaw } from './issue.mjs';
import { flattened, general, signatureOver } from './issue-json.mjs';
import { namedRow, unchecked, unsupported } from './rows.mjs';

const CONTENT = 'Read this, then sign below. "é" \n $.02';
const MISMATCH = { state: 'failed', code: 'signature-mismatch' };
const VERIFIED = { state: 'verified', code: 'signature-match', trust: 'your-key', layers: 1 };

export function detachedCases(keys) {
  return [...compactRows(keys), ...unencodedRows(keys), ...jsonRows(keys)];
}

function malformed(code) {
  return { state: 'malformed', code };
}

/** Without its second segment. */
function detached(token) {
  return token.replace(/\..*\./s, '..');
}

function compactRows({ ec, rsa, ed25519, oct256 }) {
  const sign = (alg, key, content) => signRaw(alg, key, b64uJson({ alg }), b64u(content));
  const hs = detached(sign('HS256', oct256, CONTENT));
  const bytes = Buffer.from('00ff80fe', 'hex');
  const own = sign('HS256', oct256, CONTENT);
  const beside = { detachedPayload: CONTENT };
  const done = { ...VERIFIED, payloadText: CONTENT };
  const signers = [
    ['HS256', oct256, 'oct256'],
    ['RS256', rsa.privateKey, 'rsa'],
    ['ES256', ec.privateKey, 'ec'],
    ['Ed25519', ed25519.privateKey, 'ed25519'],
  ];
  return [
    ...signers.map(([alg, key, name]) =>
      namedRow(`detached-${alg.toLowerCase()}`, detached(sign(alg, key, CONTENT)), [name], done, beside),
    ),
    namedRow('detached-no-content', hs, ['oct256'], unchecked('payload-detached')),
    namedRow('detached-other-content', hs, ['oct256'], MISMATCH, { detachedPayload: `${CONTENT} ` }),
    namedRow('detached-other-key', hs, ['oct192'], MISMATCH, beside),
    namedRow('detached-no-key', hs, [], { ...unchecked('key-missing'), payloadText: CONTENT }, beside),
    namedRow('detached-encoded-content', hs, ['oct256'], MISMATCH, { detachedPayload: b64u(CONTENT) }),
    namedRow(
      'detached-bytes',
      detached(sign('HS256', oct256, bytes)),
      ['oct256'],
      { ...VERIFIED, payloadHex: '00ff80fe' },
      { detachedHex: '00ff80fe' },
    ),
    namedRow('detached-other-bytes', detached(sign('HS256', oct256, bytes)), ['oct256'], MISMATCH, {
      detachedHex: '00ff80ff',
    }),
    namedRow('content-twice', own, ['oct256'], malformed('payload-twice'), beside),
    namedRow('empty-content', sign('HS256', oct256, ''), ['oct256'], VERIFIED),
  ];
}

function unencodedRows({ oct256, ec }) {
  const header = { alg: 'HS256', b64: false, crit: ['b64'] };
  const sign = (content, members = header) => signRaw('HS256', oct256, b64uJson(members), content);
  const beside = { detachedPayload: CONTENT };
  const es = detached(signRaw('ES256', ec.privateKey, b64uJson({ ...header, alg: 'ES256' }), CONTENT));
  return [
    namedRow(
      'b64-false',
      detached(sign(CONTENT)),
      ['oct256'],
      { ...VERIFIED, payloadText: CONTENT, problems: [] },
      beside,
    ),
    namedRow('b64-false-es256', es, ['ec'], { ...VERIFIED, payloadText: CONTENT }, beside),
    namedRow('b64-false-no-content', detached(sign(CONTENT)), ['oct256'], unchecked('payload-detached')),
    namedRow('b64-false-other-content', detached(sign(CONTENT)), ['oct256'], MISMATCH, { detachedPayload: '$.03' }),
    namedRow('b64-false-encoded-content', detached(sign(CONTENT)), ['oct256'], MISMATCH, {
      detachedPayload: b64u(CONTENT),
    }),
    namedRow('b64-false-signed-encoded', detached(sign(b64u(CONTENT))), ['oct256'], MISMATCH, beside),
    namedRow('b64-false-attached', sign('plain_text-as-it-is'), ['oct256'], {
      ...VERIFIED,
      payloadText: 'plain_text-as-it-is',
    }),
    namedRow('b64-true-critical', sign(b64u(CONTENT), { ...header, b64: true }), ['oct256'], {
      ...VERIFIED,
      payloadText: CONTENT,
    }),
    namedRow(
      'b64-not-critical',
      detached(sign(CONTENT, { alg: 'HS256', b64: false })),
      ['oct256'],
      malformed('b64-not-critical'),
      beside,
    ),
    namedRow(
      'b64-critical-absent',
      detached(sign(CONTENT, { alg: 'HS256', crit: ['b64'] })),
      ['oct256'],
      malformed('crit-invalid'),
      beside,
    ),
    namedRow(
      'b64-text',
      detached(sign(CONTENT, { ...header, b64: 'false' })),
      ['oct256'],
      unsupported('crit-unknown'),
      beside,
    ),
  ];
}

function jsonRows({ oct256, ec }) {
  const hs = { alg: 'HS256', key: oct256, protected: { alg: 'HS256' } };
  const es = { alg: 'ES256', key: ec.privateKey, protected: { alg: 'ES256' } };
  const clear = { ...hs, protected: { alg: 'HS256', b64: false, crit: ['b64'] } };
  const beside = { detachedPayload: CONTENT };
  const done = { ...VERIFIED, form: 'jws-json', payloadText: CONTENT };
  const without = ({ payload, ...others }) => JSON.stringify(others);
  const one = flattened({ ...hs, payload: CONTENT });
  const raw = { payload: CONTENT, ...signatureOver({ ...clear, payload: CONTENT }) };
  const unprotected = {
    payload: CONTENT,
    ...signatureOver({ ...hs, header: { b64: false, crit: ['b64'] }, payload: CONTENT }),
  };
  return [
    namedRow('json-flattened', without(one), ['oct256'], { ...done, signatures: ['signature-match'] }, beside),
    namedRow(
      'json-general',
      without(general(CONTENT, [hs, es])),
      ['oct256', 'ec'],
      { ...done, signatures: ['signature-match', 'signature-match'] },
      beside,
    ),
    namedRow('json-no-content', without(one), ['oct256'], unchecked('payload-detached')),
    namedRow(
      'json-other-content',
      without(one),
      ['oct256'],
      { state: 'failed', signatures: ['signature-mismatch'] },
      { detachedPayload: 'else' },
    ),
    namedRow('json-content-twice', JSON.stringify(one), ['oct256'], malformed('payload-twice'), beside),
    namedRow('json-b64-false', JSON.stringify(raw), ['oct256'], { ...done, problems: [] }),
    namedRow('json-b64-false-letter', JSON.stringify({ ...raw, payload: CONTENT.toUpperCase() }), ['oct256'], {
      state: 'failed',
    }),
    namedRow('json-b64-false-detached', without(raw), ['oct256'], done, beside),
    namedRow('json-b64-unprotected', JSON.stringify(unprotected), ['oct256'], { state: 'malformed' }),
  ];
}
