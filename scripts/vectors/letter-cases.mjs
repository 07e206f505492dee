/** Rows about the letters of a token and the text around it: malformed, unsecured, unsupported, found and removed. */
import { CLAIMS } from './algorithm-cases.mjs';
import { b64u, b64uJson } from './base64url.mjs';
import { issue, signRaw } from './issue.mjs';
import { MISMATCH, row, SECRET, unchecked, unsupported, VERIFIED } from './rows.mjs';

const HS256 = { alg: 'HS256' };
const token = issue('HS256', SECRET, CLAIMS);
const [HEADER, PAYLOAD, SIGNATURE] = token.split('.');

function malformed(code, more = {}) {
  return { state: 'malformed', code, ...more };
}

/** A token that SECRET signs, with this text as its header. */
function withHeader(header) {
  const bytes = typeof header === 'string' || Buffer.isBuffer(header) ? header : JSON.stringify(header);
  return signRaw('HS256', SECRET, b64u(bytes), b64uJson(CLAIMS));
}

export function letterCases() {
  return [
    ...headerRows(),
    ...letterRows(),
    ...algRows(),
    ...critRows(),
    ...formRows(),
    ...pasteRows(),
    ...nothingRows(),
  ];
}

function headerRows() {
  const rows = [
    ['header-not-utf8', Buffer.concat([Buffer.from('{"alg":"HS256","x":"'), Buffer.from([0xff]), Buffer.from('"}')])],
    ['header-not-json', '{"alg":"HS256",}'],
    ['header-not-object', '["HS256"]'],
    ['header-duplicate-member', '{"alg":"HS256","alg":"HS256"}'],
    ['header-duplicate-member', '{"alg":"HS256","\\u0061lg":"none"}', 'escaped'],
    ['header-duplicate-member', '{"alg":"HS256","kid":"a","kid":"b"}', 'kid'],
    ['alg-missing', '{"typ":"JWT"}'],
    ['alg-missing', '{"alg":256}', 'number'],
    ['alg-missing', '{"alg":null}', 'null'],
  ];
  const payloadText = JSON.stringify(CLAIMS);
  return rows.map(([code, header, variant]) =>
    row(
      [code, variant].filter(Boolean).join('-'),
      withHeader(header),
      [SECRET],
      malformed(code, { layers: 1, payloadText }),
    ),
  );
}

function letterRows() {
  const spare = `${SIGNATURE.slice(0, -1)}${String.fromCharCode(SIGNATURE.charCodeAt(SIGNATURE.length - 1) + 1)}`;
  const padded = `${HEADER}.${PAYLOAD}${'='.repeat((4 - (PAYLOAD.length % 4)) % 4)}.${SIGNATURE}=`;
  const payloadText = JSON.stringify(CLAIMS);
  return [
    row(
      'two-segments',
      `${HEADER}.${PAYLOAD}`,
      [SECRET],
      malformed('segment-count', { layers: 1, complete: false, payloadText }),
    ),
    row('four-segments', `${token}.${SIGNATURE}`, [SECRET], malformed('segment-count')),
    row('padded', padded, [SECRET], malformed('base64-padding', { payloadText })),
    row(
      'base64-letters',
      `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, 20)}+/${SIGNATURE.slice(22)}`,
      [SECRET],
      malformed('illegal-character'),
    ),
    row(
      'blank-in-line',
      `${HEADER}.${PAYLOAD.slice(0, 20)} ${PAYLOAD.slice(20)}.${SIGNATURE}`,
      [SECRET],
      malformed('illegal-character'),
    ),
    row('length-4n-plus-1', `${HEADER}.${PAYLOAD}.${SIGNATURE}AA`, [SECRET], malformed('base64-length')),
    row('spare-bits', `${HEADER}.${PAYLOAD}.${spare}`, [SECRET], malformed('base64-trailing-bits')),
  ];
}

function algRows() {
  const unsecured = `${b64uJson({ alg: 'none' })}.${PAYLOAD}.`;
  const of = (alg) => `${b64uJson({ alg })}.${PAYLOAD}.${SIGNATURE}`;
  const none = { state: 'unsecured', code: 'alg-none', payloadText: JSON.stringify(CLAIMS) };
  return [
    row('none', unsecured, [], none),
    row('none-with-key', unsecured, [SECRET], none),
    row('none-with-signature', of('none'), [SECRET], malformed('none-with-signature')),
    row('none-capital', of('None'), [SECRET], unsupported('alg-unknown')),
    row('none-capital-empty', of('NONE').replace(/[^.]*$/, ''), [], unsupported('alg-unknown')),
    row('alg-unknown', of('XY999'), [], { ...unsupported('alg-unknown'), header: { alg: 'XY999' } }),
    row('alg-unknown-with-key', of('XY999'), [SECRET], unsupported('alg-unknown')),
    row('alg-lower-case', of('hs256'), [SECRET], unsupported('alg-unknown')),
    row('alg-prototype', of('constructor'), [SECRET], unsupported('alg-unknown')),
    row('alg-prohibited', of('RS1'), [SECRET], unsupported('alg-prohibited')),
    row('header-not-string-kid', withHeader({ alg: 'HS256', kid: 5 }), [SECRET], VERIFIED),
  ];
}

function critRows() {
  const invalid = {
    empty: { ...HS256, crit: [] },
    text: { ...HS256, crit: 'exp' },
    number: { ...HS256, crit: [1] },
    absent: { ...HS256, crit: ['absent'] },
    registered: { ...HS256, crit: ['alg'] },
    inherited: { ...HS256, crit: ['toString'] },
  };
  const rows = Object.entries(invalid).map(([name, header]) =>
    row(`crit-${name}`, withHeader(header), [SECRET], malformed('crit-invalid')),
  );
  return [
    ...rows,
    row('crit-unknown', withHeader({ ...HS256, crit: ['x-rule'], 'x-rule': 1 }), [SECRET], unsupported('crit-unknown')),
    row(
      'crit-unknown-no-key',
      withHeader({ ...HS256, crit: ['x-rule'], 'x-rule': 1 }),
      [],
      unsupported('crit-unknown'),
    ),
    row('b64-not-critical', withHeader({ ...HS256, b64: false }), [SECRET], malformed('b64-not-critical')),
  ];
}

function formRows() {
  const jwe = `${b64uJson({ alg: 'dir', enc: 'A256GCM' })}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`;
  const json = JSON.stringify({ payload: PAYLOAD, signatures: [{ protected: HEADER, signature: SIGNATURE }] });
  return [
    row('jwe', jwe, [SECRET], {
      ...unchecked('key-wrong-size'),
      form: 'jwe-compact',
      header: { alg: 'dir', enc: 'A256GCM' },
    }),
    row('sd-jwt', `${token}~`, [SECRET], { ...VERIFIED, form: 'sd-jwt' }),
    row('jws-json', json, [SECRET], { ...VERIFIED, form: 'jws-json' }),
  ];
}

function pasteRows() {
  const found = (text, start, end, removed) => ({
    ...VERIFIED,
    tokens: [{ text, start, end, complete: true, removed }],
  });
  const plain = (start) => found(token, start, start + token.length, []);
  const changed = (pasted, removed) => found(token, 0, pasted.length, removed);
  const wrapped = token.match(/.{1,64}/g).join('\n');
  const dotted = token.replaceAll('.', ' . ');
  const invisible = `${token.slice(0, 40)}\u200b${token.slice(40)}`;
  const quoted = token.match(/.{1,64}/g).join('\n> ');
  return [
    row('paste-bare', token, [SECRET], plain(0)),
    row('paste-spaces', `\n  ${token}\t\n`, [SECRET], plain(3)),
    row('paste-quotes', `"${token}"`, [SECRET], plain(1)),
    row('paste-bearer', `Authorization: Bearer ${token}`, [SECRET], plain(22)),
    row('paste-bearer-only', `bearer ${token}`, [SECRET], plain(7)),
    row('paste-fragment', `#token=${token}`, [SECRET], plain(7)),
    row('paste-wrapped', wrapped, [SECRET], changed(wrapped, ['line-breaks'])),
    row(
      'paste-wrapped-crlf',
      wrapped.replaceAll('\n', '\r\n'),
      [SECRET],
      changed(wrapped.replaceAll('\n', '\r\n'), ['line-breaks']),
    ),
    row('paste-dots', dotted, [SECRET], changed(dotted, ['blanks'])),
    row('paste-invisible', invisible, [SECRET], changed(invisible, ['invisible'])),
    row('paste-mail-quote', quoted, [SECRET], changed(quoted, ['line-breaks', 'quote-marks'])),
  ];
}

function nothingRows() {
  const second = issue('HS256', SECRET, { sub: 'second' });
  const third = issue('HS256', 'another-text-secret-of-more-than-32-bytes', { sub: 'third' });
  const three = `first ${token}\nsecond ${second}\nthird ${third}\n`;
  const nothing = { form: 'none', layers: 0, found: 0 };
  return [
    row('blank', ' \n', [SECRET], { ...unchecked('no-token'), ...nothing }),
    row('empty', '', [], { ...unchecked('no-token'), ...nothing }),
    row('no-token', 'Hi, the login still fails with 401. Thanks', [SECRET], {
      ...malformed('no-token-found'),
      ...nothing,
    }),
    row('three-tokens', three, [SECRET], { ...VERIFIED, found: 3, payloadText: JSON.stringify(CLAIMS) }),
    row('three-tokens-second', three, [SECRET], { ...VERIFIED, found: 3 }, { pick: 1 }),
    row('three-tokens-third', three, [SECRET], { ...MISMATCH, found: 3 }, { pick: 2 }),
    row('pick-too-high', token, [SECRET], unchecked('no-token'), { pick: 1 }),
    row('pick-negative', token, [SECRET], unchecked('no-token'), { pick: -1 }),
  ];
}
