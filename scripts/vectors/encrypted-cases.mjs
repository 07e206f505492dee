/** JWEs that make-jwe.py cannot make: algorithms that jwcrypto lacks, faults of real issuers, and broken rules. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { b64u, b64uJson } from './base64url.mjs';
import { encryptCompact, encryptParts } from './encrypt.mjs';
import { namedRow, unchecked, unsupported } from './rows.mjs';

const CLAIMS = '{"iss":"https://issuer.example","sub":"rider-48213"}';
const DECRYPTED = { state: 'decrypted', code: 'decrypted', trust: 'your-key', form: 'jwe-compact', layers: 1 };
const DONE = { ...DECRYPTED, payloadText: CLAIMS };
const FAILED = { state: 'failed', code: 'decryption-failed' };
/** A fifth more than is inflated without being asked. */
const BOMB_BYTES = 12_000_000;

export function encryptedCases(keys) {
  return [
    ...algorithmRows(keys),
    ...zipRows(keys),
    ...issuerFaultRows(keys),
    ...headerRows(keys),
    ...pbes2Rows(keys),
    ...envelopeRows(keys),
  ];
}

function malformed(code) {
  return { state: 'malformed', code };
}

/** Content keys of 128 and 256 bits show who does the rest of the work in a browser that has no AES of 192 bits. */
function algorithmRows({ rsa, x25519, oct192, oct256 }) {
  const done = { ...DONE, problems: [] };
  const draft = { ...DONE, problems: ['draft-algorithm'] };
  const rows = [];
  const add = (alg, enc, key, name, expect) => {
    const id = `${alg}-${enc}`.toLowerCase();
    const token = encryptCompact({ header: { alg, enc }, key, plaintext: CLAIMS });
    rows.push(namedRow(id, token, [name], expect));
    for (const [change, text] of Object.entries(twinsOf(token))) {
      rows.push(namedRow(`${id}~${change}`, text, [name], FAILED, { twinOf: id }));
    }
  };
  add('RSA-OAEP-384', 'A128GCM', rsa.publicKey, 'rsa-private', done);
  add('RSA-OAEP-512', 'A256CBC-HS512', rsa.publicKey, 'rsa-private', done);
  add('A192KW', 'A128GCM', oct192, 'oct192', done);
  add('A192GCMKW', 'A128GCM', oct192, 'oct192', done);
  add('dir', 'C20P', oct256, 'oct256', draft);
  add('dir', 'XC20P', oct256, 'oct256', draft);
  add('ECDH-ES', 'XC20P', x25519.publicKey, 'x25519-private', draft);
  add('A256KW', 'C20P', oct256, 'oct256', draft);
  return rows;
}

/** One bit flipped in each part that is there. */
function twinsOf(token) {
  const parts = token.split('.');
  const twins = {};
  for (const [at, name] of ['', 'encrypted-key', 'iv', 'ciphertext', 'tag'].entries()) {
    if (name === '' || parts[at] === '') continue;
    const bytes = Buffer.from(parts[at], 'base64url');
    bytes[bytes.length >> 1] ^= 1;
    twins[`${name}-bit`] = parts.with(at, b64u(bytes)).join('.');
  }
  return twins;
}

function zipRows({ oct256 }) {
  const seal = (plaintext, more = {}) =>
    encryptCompact({ header: { alg: 'dir', enc: 'A256GCM', zip: 'DEF', ...more }, key: oct256, plaintext });
  const note = `{"note":"${'z'.repeat(300_000)}"}`;
  const deflated = deflateRawSync(CLAIMS);
  const large = seal(deflateRawSync(note));
  const bomb = seal(deflateRawSync(Buffer.alloc(BOMB_BYTES, ' '), { level: 9 }));
  const broken = seal(deflated.subarray(0, -12));
  const inflated = { ...DECRYPTED, payloadBytes: note.length, problems: ['inflated-large'] };
  const tooLarge = unsupported('inflated-too-large');
  return [
    namedRow('zip-by-hand', seal(deflated), ['oct256'], { ...DONE, problems: [] }),
    namedRow('zip-zlib-wrapped', seal(deflateSync(CLAIMS)), ['oct256'], { ...DONE, problems: ['zip-zlib-wrapped'] }),
    namedRow('zip-not-compressed', seal(CLAIMS), ['oct256'], { ...DONE, problems: ['zip-not-compressed'] }),
    namedRow('zip-broken', broken, ['oct256'], { state: 'decrypted', problemsWith: ['zip-broken'] }),
    namedRow('zip-large', large, ['oct256'], inflated),
    namedRow('zip-limit-kept', large, ['oct256'], inflated, { maxInflatedBytes: note.length }),
    namedRow('zip-limit', large, ['oct256'], tooLarge, { maxInflatedBytes: note.length - 1 }),
    namedRow('zip-bomb', bomb, ['oct256'], tooLarge),
    namedRow('zip-unknown', seal(CLAIMS, { zip: 'GZ' }), ['oct256'], unsupported('zip-unknown')),
  ];
}

function issuerFaultRows({ ec, oct256 }) {
  const direct = { alg: 'dir', enc: 'A256GCM' };
  const good = encryptCompact({ header: direct, key: oct256, plaintext: CLAIMS });
  const long = encryptCompact({ header: direct, key: oct256, plaintext: CLAIMS, iv: Buffer.alloc(16, 7) });
  const asString = (members) => ({ ...members, epk: JSON.stringify(members.epk) });
  const agreed = (alg) => ({ header: { alg, enc: 'A128GCM' }, key: ec.publicKey, plaintext: CLAIMS, change: asString });
  const padded = good.split('.').map((part) => part.padEnd(Math.ceil(part.length / 4) * 4, '='));
  const ivNoticed = { ...DONE, problems: ['gcm-iv-16'] };
  const epkNoticed = { ...DONE, problems: ['epk-as-string'] };
  return [
    namedRow('gcm-iv-of-16-bytes', long, ['oct256'], ivNoticed),
    namedRow('gcm-iv-of-16-bytes~tag-bit', twinsOf(long)['tag-bit'], ['oct256'], FAILED),
    namedRow('epk-as-string', encryptCompact(agreed('ECDH-ES')), ['ec-private'], epkNoticed),
    namedRow('epk-as-string-wrapped', encryptCompact(agreed('ECDH-ES+A128KW')), ['ec-private'], epkNoticed),
    namedRow('padded', padded.join('.'), ['oct256'], malformed('base64-padding')),
    namedRow(
      'spare-bits',
      good.slice(0, -1) + withSpareBit(good.at(-1)),
      ['oct256'],
      malformed('base64-trailing-bits'),
    ),
    namedRow('line-wrapped', good.replace(/(.{64})/g, '$1\r\n'), ['oct256'], { ...DONE, removed: ['line-breaks'] }),
    namedRow('four-segments', good.slice(0, good.lastIndexOf('.')), ['oct256'], {
      ...malformed('segment-count'),
      complete: false,
    }),
  ];
}

/** The last letter of 16 bytes holds 2 bits of them and 4 spare ones. */
function withSpareBit(letter) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return letters[letters.indexOf(letter) | 1];
}

function headerRows({ ec, rsa, oct128, oct256 }) {
  const direct = { alg: 'dir', enc: 'A256GCM' };
  const seal = (change) => encryptCompact({ header: direct, key: oct256, plaintext: CLAIMS, change });
  const adding = (more) => seal((members) => ({ ...members, ...more }));
  const agreed = (change) =>
    encryptCompact({ header: { alg: 'ECDH-ES', enc: 'A128GCM' }, key: ec.publicKey, plaintext: CLAIMS, change });
  const without = (name) => (members) => Object.fromEntries(Object.entries(members).filter(([each]) => each !== name));
  const withEpk = (more) => agreed((members) => ({ ...members, epk: { ...members.epk, ...more } }));
  const withKey = encryptCompact({ header: direct, key: oct256, plaintext: CLAIMS, encryptedKey: oct128 });
  const [head, , ...rest] = encryptCompact({
    header: { alg: 'A256KW', enc: 'A128GCM' },
    key: oct256,
    plaintext: CLAIMS,
  }).split('.');
  const parameter = malformed('jwe-parameter-invalid');
  return [
    namedRow('enc-unknown', adding({ enc: 'A999GCM' }), ['oct256'], unsupported('enc-unknown')),
    namedRow('enc-missing', seal(without('enc')), ['oct256'], malformed('enc-missing')),
    namedRow('alg-missing', seal(without('alg')), ['oct256'], malformed('alg-missing')),
    namedRow('alg-unknown', adding({ alg: 'RSA-OAEP-777' }), ['rsa-private'], unsupported('alg-unknown')),
    namedRow('alg-of-a-signature', adding({ alg: 'HS256' }), ['oct256'], { state: 'unsupported' }),
    namedRow('crit-unknown', adding({ crit: ['exp'], exp: 1 }), ['oct256'], unsupported('crit-unknown')),
    namedRow('crit-absent', adding({ crit: ['nothing'] }), ['oct256'], malformed('crit-invalid')),
    namedRow('dir-with-encrypted-key', withKey, ['oct256'], malformed('encrypted-key-wrong')),
    namedRow('wrap-without-encrypted-key', [head, '', ...rest].join('.'), ['oct256'], malformed('encrypted-key-wrong')),
    namedRow('epk-missing', agreed(without('epk')), ['ec-private'], parameter),
    namedRow(
      'epk-number',
      agreed((members) => ({ ...members, epk: 7 })),
      ['ec-private'],
      parameter,
    ),
    namedRow('epk-off-the-curve', withEpk({ y: b64u(Buffer.alloc(32, 1)) }), ['ec-private'], parameter),
    namedRow('epk-short', withEpk({ x: 'AQ' }), ['ec-private'], parameter),
    namedRow('use-sig', seal(), ['oct256-sig'], unchecked('key-not-for-this')),
    namedRow('alg-names-enc', seal(), ['oct256-enc'], { ...DONE, problems: [] }),
    namedRow(
      'rsa-private-kid',
      encryptCompact({
        header: { alg: 'RSA-OAEP', enc: 'A128GCM', kid: 'else' },
        key: rsa.publicKey,
        plaintext: CLAIMS,
      }),
      ['rsa-private'],
      DONE,
    ),
    namedRow('payload-text', encryptCompact({ header: direct, key: oct256, plaintext: 'plain text' }), ['oct256'], {
      ...DECRYPTED,
      payloadText: 'plain text',
    }),
    namedRow(
      'payload-bytes',
      encryptCompact({ header: direct, key: oct256, plaintext: Buffer.from('ff00fe', 'hex') }),
      ['oct256'],
      { ...DECRYPTED, payloadHex: 'ff00fe' },
    ),
    namedRow('payload-none', encryptCompact({ header: direct, key: oct256, plaintext: '' }), ['oct256'], {
      ...DECRYPTED,
      payloadText: '',
    }),
  ];
}

function pbes2Rows() {
  const alg = 'PBES2-HS256+A128KW';
  const seal = (more, change) =>
    encryptCompact({
      header: { alg, enc: 'A128GCM', ...more },
      key: Buffer.from('correct horse'),
      plaintext: CLAIMS,
      change,
    });
  const parameter = malformed('jwe-parameter-invalid');
  const many = (members) => ({ ...members, p2c: 1_200_001 });
  return [
    namedRow('pbes2-few-rounds', seal({ p2c: 1 }), ['horse'], DONE),
    namedRow('pbes2-short-salt', seal({ p2s: 'c2FsdA' }), ['horse'], DONE),
    namedRow('pbes2-wrong-password', seal({}), ['cart'], FAILED),
    namedRow('pbes2-too-many-rounds', seal({}, many), ['horse'], unchecked('pbes2-rounds')),
    namedRow('pbes2-too-many-rounds-no-key', seal({}, many), [], unchecked('key-missing')),
    namedRow('pbes2-limit', seal({ p2c: 2000 }), ['horse'], unchecked('pbes2-rounds'), { maxPbes2Rounds: 1999 }),
    namedRow('pbes2-limit-kept', seal({ p2c: 2000 }), ['horse'], DONE, { maxPbes2Rounds: 2000 }),
    namedRow(
      'pbes2-no-rounds',
      seal({}, (members) => ({ ...members, p2c: 0 })),
      ['horse'],
      parameter,
    ),
    namedRow(
      'pbes2-rounds-text',
      seal({}, (members) => ({ ...members, p2c: '1000' })),
      ['horse'],
      parameter,
    ),
    namedRow(
      'pbes2-no-salt',
      seal({}, ({ alg, enc, p2c }) => ({ alg, enc, p2c })),
      ['horse'],
      parameter,
    ),
  ];
}

/** JSON serializations that break a rule of RFC 7516 section 7.2 or 4. */
function envelopeRows({ oct256 }) {
  const seal = (header) => {
    const { protected: segment, ...bytes } = encryptParts({ header, key: oct256, plaintext: CLAIMS });
    const { encryptedKey, iv, ciphertext, tag } = Object.fromEntries(
      Object.entries(bytes).map(([name, value]) => [name, b64u(value)]),
    );
    return { protected: segment, encrypted_key: encryptedKey, iv, ciphertext, tag };
  };
  const header = { alg: 'A256KW', enc: 'A128GCM' };
  const good = seal(header);
  const { encrypted_key, ...shared } = good;
  const text = (value) => JSON.stringify(value);
  const ofEnc = (enc) => ({ header: { enc }, encrypted_key });
  const twoEncs = {
    ...shared,
    protected: b64uJson({ alg: 'A256KW' }),
    recipients: [ofEnc('A128GCM'), ofEnc('A256GCM')],
  };
  const invalid = malformed('envelope-invalid');
  const clash = malformed('header-clash');
  const done = { ...DONE, form: 'jwe-json' };
  return [
    namedRow('json-flattened', text(good), ['oct256'], { ...done, problems: [] }),
    namedRow('json-laid-out', JSON.stringify(good, null, 2), ['oct256'], done),
    namedRow('json-more-members', text({ ...good, extra: [1] }), ['oct256'], done),
    namedRow('json-general', text({ ...shared, recipients: [{ encrypted_key }] }), ['oct256'], {
      ...done,
      recipients: ['decrypted'],
    }),
    namedRow('json-no-recipients', text({ ...shared, recipients: [] }), ['oct256'], invalid),
    namedRow('json-both-forms', text({ ...good, recipients: [{ encrypted_key }] }), ['oct256'], invalid),
    namedRow('json-recipients-object', text({ ...shared, recipients: { encrypted_key } }), ['oct256'], invalid),
    namedRow('json-tag-number', text({ ...good, tag: 7 }), ['oct256'], invalid),
    namedRow('json-header-text', text({ ...good, header: 'kid' }), ['oct256'], invalid),
    namedRow('json-iv-padded', text({ ...good, iv: `${good.iv}==` }), ['oct256'], { state: 'malformed' }),
    namedRow('json-clash-shared', text({ ...good, unprotected: { alg: 'A256KW' } }), ['oct256'], clash),
    namedRow('json-clash-own', text({ ...good, header: { enc: 'A128GCM' } }), ['oct256'], clash),
    namedRow(
      'json-clash-unprotected',
      text({ ...good, unprotected: { kid: 'a' }, header: { kid: 'a' } }),
      ['oct256'],
      clash,
    ),
    namedRow('json-crit-unprotected', text({ ...good, unprotected: { crit: ['exp'], exp: 1 } }), ['oct256'], {
      state: 'malformed',
    }),
    namedRow('json-zip-unprotected', text({ ...good, unprotected: { zip: 'DEF' } }), ['oct256'], {
      state: 'malformed',
    }),
    namedRow('json-protected-not-json', text({ ...good, protected: b64u('no') }), ['oct256'], { state: 'malformed' }),
    namedRow('json-enc-differs', text(twoEncs), ['oct256'], { state: 'malformed' }),
  ];
}
