/** SD-JWTs: what is disclosed and where it belongs. What must be refused stands in sd-jwt-fault-cases.mjs. */
import { flattened, general } from './issue-json.mjs';
import { namedRow, unchecked } from './rows.mjs';
import { decoy, digestOf, disclosureOf, issuerJwt, keyBinding, presentation } from './sd-jwt.mjs';
import { sdJwtFaultCases } from './sd-jwt-fault-cases.mjs';

const BASE = { iss: 'https://issuer.example', iat: 1790000000 };
const VERIFIED = { state: 'verified', code: 'signature-match', trust: 'your-key', form: 'sd-jwt', layers: 1 };

export function sdJwtCases(keys) {
  return [...flatRows(keys), ...structureRows(keys), ...hashRows(keys), ...jsonRows(keys), ...sdJwtFaultCases(keys)];
}

function referenced(name, value, pointer) {
  return { state: 'referenced', name, value, pointer };
}

function flatRows({ ec }) {
  const given = disclosureOf('Saoirse', 'given_name');
  const family = disclosureOf('Byrne', 'family_name');
  const digests = [given, family].map((text) => digestOf(text));
  const jwt = issuerJwt({ ...BASE, _sd: [...digests, decoy(), decoy()].sort(), _sd_alg: 'sha-256' }, ec);
  const noAlg = issuerJwt({ ...BASE, _sd: digests }, ec);
  const all = { ...BASE, given_name: 'Saoirse', family_name: 'Byrne' };
  const done = (processedPayload, more = {}) => ({ ...VERIFIED, processedPayload, problems: [], ...more });
  const both = [referenced('given_name', 'Saoirse', '/given_name'), referenced('family_name', 'Byrne', '/family_name')];
  const proto = disclosureOf({ admin: true }, '__proto__');
  const protoJwt = issuerJwt({ ...BASE, _sd: [digestOf(proto)] }, ec);
  const protoClaims = JSON.parse(JSON.stringify(BASE).replace('{', '{"__proto__":{"admin":true},'));
  return [
    namedRow(
      'flat-all',
      presentation(jwt, [given, family]),
      ['ec'],
      done(all, { disclosures: both, keyBinding: null }),
    ),
    namedRow('flat-turned', presentation(jwt, [family, given]), ['ec'], done(all, { disclosures: [both[1], both[0]] })),
    namedRow('flat-one', presentation(jwt, [family]), ['ec'], done({ ...BASE, family_name: 'Byrne' })),
    namedRow('flat-none', presentation(jwt, []), ['ec'], done(BASE, { disclosures: [] })),
    namedRow('flat-no-sd-alg', presentation(noAlg, [given, family]), ['ec'], done(all)),
    namedRow('flat-no-key', presentation(jwt, [given, family]), [], {
      ...unchecked('key-missing'),
      processedPayload: all,
    }),
    namedRow('flat-proto', presentation(protoJwt, [proto]), ['ec'], done(protoClaims)),
    namedRow(
      'flat-wrapped',
      presentation(jwt, [given, family]).replace(/(.{70})/g, '$1\n'),
      ['ec'],
      done(all, { removed: ['line-breaks'] }),
    ),
    namedRow('no-sd-at-all', presentation(issuerJwt(BASE, ec), []), ['ec'], done(BASE)),
  ];
}

function structureRows({ ec, holder }) {
  const street = disclosureOf('1 Harbour Road', 'street_address');
  const flatAddress = { _sd: [digestOf(street), decoy()], country: 'IE' };
  const inner = disclosureOf('Cork', 'locality');
  const address = disclosureOf({ _sd: [digestOf(inner)], country: 'IE' }, 'address');
  const de = disclosureOf('DE');
  const ie = disclosureOf('IE');
  const list = ['FR', { '...': digestOf(de) }, { '...': digestOf(ie) }, { '...': decoy() }];
  const deepElement = disclosureOf({ _sd: [digestOf(street)], kind: 'home' });
  const jwt = issuerJwt({ ...BASE, address: flatAddress }, ec);
  const recursive = issuerJwt({ ...BASE, _sd: [digestOf(address)] }, ec);
  const listed = issuerJwt({ ...BASE, nationalities: list }, ec);
  const deep = issuerJwt({ ...BASE, places: [{ '...': digestOf(deepElement) }] }, ec);
  const cnf = { jwk: holder.jwk };
  const bound = presentation(issuerJwt({ ...BASE, cnf, nationalities: list }, ec), [ie]);
  const kb = keyBinding(bound, holder);
  const done = (processedPayload, more = {}) => ({ ...VERIFIED, processedPayload, problems: [], ...more });
  const boundDone = done({ ...BASE, cnf, nationalities: ['FR', 'IE'] }, { keyBinding: 'signature-match' });
  const expecting = (audience, nonce) => ({ expectations: { keyBinding: { audience, nonce } }, now: 1790000030 });
  const pass = { checks: { 'kb-aud': 'pass', 'kb-nonce': 'pass', 'kb-iat': 'pass' } };
  return [
    namedRow(
      'nested-disclosed',
      presentation(jwt, [street]),
      ['ec'],
      done(
        { ...BASE, address: { country: 'IE', street_address: '1 Harbour Road' } },
        { disclosures: [referenced('street_address', '1 Harbour Road', '/address/street_address')] },
      ),
    ),
    namedRow('nested-hidden', presentation(jwt, []), ['ec'], done({ ...BASE, address: { country: 'IE' } })),
    namedRow(
      'recursive-all',
      presentation(recursive, [address, inner]),
      ['ec'],
      done({ ...BASE, address: { country: 'IE', locality: 'Cork' } }),
    ),
    namedRow(
      'recursive-turned',
      presentation(recursive, [inner, address]),
      ['ec'],
      done({ ...BASE, address: { country: 'IE', locality: 'Cork' } }),
    ),
    namedRow(
      'recursive-outer',
      presentation(recursive, [address]),
      ['ec'],
      done({ ...BASE, address: { country: 'IE' } }),
    ),
    namedRow('recursive-without-parent', presentation(recursive, [inner]), ['ec'], {
      state: 'failed',
      code: 'disclosure-unreferenced',
    }),
    namedRow('array-all', presentation(listed, [de, ie]), ['ec'], done({ ...BASE, nationalities: ['FR', 'DE', 'IE'] })),
    namedRow(
      'array-one',
      presentation(listed, [ie]),
      ['ec'],
      done(
        { ...BASE, nationalities: ['FR', 'IE'] },
        { disclosures: [{ state: 'referenced', value: 'IE', pointer: '/nationalities/1' }] },
      ),
    ),
    namedRow('array-none', presentation(listed, []), ['ec'], done({ ...BASE, nationalities: ['FR'] })),
    namedRow(
      'array-of-objects',
      presentation(deep, [deepElement, street]),
      ['ec'],
      done({ ...BASE, places: [{ kind: 'home', street_address: '1 Harbour Road' }] }),
    ),
    namedRow('bound', bound + kb, ['ec'], boundDone),
    namedRow(
      'bound-expected',
      bound + kb,
      ['ec'],
      { ...boundDone, ...pass },
      expecting('https://verifier.example', '1234567890'),
    ),
    namedRow(
      'bound-other-audience',
      bound + kb,
      ['ec'],
      { ...VERIFIED, checks: { 'kb-aud': 'fail', 'kb-nonce': 'pass' } },
      expecting('https://elsewhere.example', '1234567890'),
    ),
    namedRow(
      'bound-other-nonce',
      bound + kb,
      ['ec'],
      { ...VERIFIED, checks: { 'kb-aud': 'pass', 'kb-nonce': 'fail' } },
      expecting('https://verifier.example', 'else'),
    ),
    namedRow('bound-no-key', bound + kb, [], { ...unchecked('key-missing'), keyBinding: 'signature-match' }),
  ];
}

function hashRows({ ec, holder }) {
  return ['sha-256', 'sha-384', 'sha-512', 'sha3-256'].flatMap((hash) => {
    const name = disclosureOf('Saoirse', 'given_name');
    const claims = { ...BASE, cnf: { jwk: holder.jwk }, _sd_alg: hash, _sd: [digestOf(name, hash), decoy(hash)] };
    const presented = presentation(issuerJwt(claims, ec), [name]);
    const processedPayload = { ...BASE, cnf: claims.cnf, given_name: 'Saoirse' };
    const done = {
      ...VERIFIED,
      processedPayload,
      disclosures: [{ digest: digestOf(name, hash), state: 'referenced' }],
    };
    return [
      namedRow(hash, presented, ['ec'], done),
      namedRow(`${hash}-bound`, presented + keyBinding(presented, holder, { hash }), ['ec'], {
        ...done,
        keyBinding: 'signature-match',
      }),
    ];
  });
}

/** RFC 9901 section 8: the disclosures and the key binding JWT in the unprotected header. */
function jsonRows({ ec, holder, rsa }) {
  const name = disclosureOf('Saoirse', 'given_name');
  const cnf = { jwk: holder.jwk };
  const claims = JSON.stringify({ ...BASE, cnf, _sd: [digestOf(name), decoy()] });
  const signer = { alg: 'ES256', key: ec.privateKey, protected: { alg: 'ES256', typ: 'dc+sd-jwt' } };
  const second = { alg: 'RS256', key: rsa.privateKey, protected: { alg: 'RS256' }, header: { kid: 'rsa' } };
  const one = flattened({ ...signer, header: { disclosures: [name] }, payload: claims });
  const jwt = `${one.protected}.${one.payload}.${one.signature}`;
  const kb = keyBinding(presentation(jwt, [name]), holder);
  const several = general(claims, [{ ...signer, header: { kid: 'ec', disclosures: [name] } }, second]);
  const done = { ...VERIFIED, form: 'jws-json', processedPayload: { ...BASE, cnf, given_name: 'Saoirse' } };
  const withHeader = (header) => JSON.stringify({ ...one, header });
  return [
    namedRow('json-flattened', JSON.stringify(one), ['ec'], { ...done, problems: [] }),
    namedRow('json-flattened-bound', withHeader({ disclosures: [name], kb_jwt: kb }), ['ec'], {
      ...done,
      keyBinding: 'signature-match',
    }),
    namedRow('json-flattened-none', withHeader({ disclosures: [] }), ['ec'], {
      ...done,
      processedPayload: { ...BASE, cnf },
    }),
    namedRow('json-general', JSON.stringify(several), ['rsa+ec'], {
      ...done,
      signatures: ['signature-match', 'signature-match'],
    }),
    namedRow('json-general-one-key', JSON.stringify(several), ['ec'], {
      ...done,
      signatures: ['signature-match', null],
    }),
    namedRow('json-foreign-disclosure', withHeader({ disclosures: [disclosureOf('x', 'y')] }), ['ec'], {
      state: 'failed',
      code: 'disclosure-unreferenced',
    }),
    namedRow('json-kb-of-other-disclosures', withHeader({ disclosures: [], kb_jwt: kb }), ['ec'], {
      state: 'failed',
      code: 'key-binding-mismatch',
    }),
  ];
}
