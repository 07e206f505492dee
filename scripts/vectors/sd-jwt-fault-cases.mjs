/** SD-JWTs that a verifier must refuse (RFC 9901 sections 7.1 and 7.3), each with a good issuer signature but one. */
import { b64u, b64uJson } from './base64url.mjs';
import { namedRow, unsupported } from './rows.mjs';
import { decoy, digestOf, disclosureOf, issuerJwt, keyBinding, presentation } from './sd-jwt.mjs';

const BASE = { iss: 'https://issuer.example', iat: 1790000000 };

export function sdJwtFaultCases(keys) {
  return [...disclosureRows(keys), ...claimRows(keys), ...bindingRows(keys), ...formRows(keys)];
}

function failed(code) {
  return { state: 'failed', code };
}

function disclosureRows({ ec }) {
  const name = disclosureOf('Saoirse', 'given_name');
  const jwt = issuerJwt({ ...BASE, _sd: [digestOf(name), decoy()] }, ec);
  const changed = b64u(Buffer.from(name, 'base64url').toString().replace('Saoirse', 'Siobhan'));
  /** A disclosure of any content, with a digest that the issuer has signed. */
  const signedText = (id, text, code = 'disclosure-malformed') =>
    namedRow(id, presentation(issuerJwt({ ...BASE, _sd: [digestOf(text)] }, ec), [text]), ['ec'], failed(code));
  return [
    namedRow('foreign', presentation(jwt, [name, disclosureOf('x', 'y')]), ['ec'], {
      ...failed('disclosure-unreferenced'),
      disclosures: [{ state: 'referenced' }, { state: 'unreferenced' }],
    }),
    namedRow('changed', presentation(jwt, [changed]), ['ec'], failed('disclosure-unreferenced')),
    namedRow('twice', presentation(jwt, [name, name]), ['ec'], failed('disclosure-duplicate')),
    signedText('not-json', b64u('["salt","given_name"')),
    signedText('not-utf8', b64u(Buffer.from('5b22ff222c2261222c315d', 'hex'))),
    signedText('not-a-list', b64uJson({ salt: 'a' })),
    signedText('one-element', b64uJson(['salt'])),
    signedText('four-elements', b64uJson(['salt', 'name', 1, 2])),
    signedText('salt-number', b64uJson([7, 'name', 1])),
    signedText('name-number', b64uJson(['salt', 7, 1])),
    signedText('name-sd', b64uJson(['salt', '_sd', ['a']])),
    signedText('name-dots', b64uJson(['salt', '...', 'a'])),
    signedText('element-among-properties', disclosureOf('x'), undefined),
  ];
}

function claimRows({ ec }) {
  const name = disclosureOf('Saoirse', 'given_name');
  const other = disclosureOf('Siobhan', 'given_name');
  const element = disclosureOf('IE');
  const digest = digestOf(name);
  const refused = (id, claims, disclosures = [name], code = 'sd-claims-invalid') =>
    namedRow(id, presentation(issuerJwt({ ...BASE, ...claims }, ec), disclosures), ['ec'], failed(code));
  return [
    refused('name-there-already', { given_name: 'Una', _sd: [digest] }),
    refused('same-name-twice', { _sd: [digest, digestOf(other)] }, [name, other]),
    refused('digest-twice', { _sd: [digest, digest] }, [name], 'disclosure-duplicate'),
    refused('digest-in-two-places', { _sd: [digest], inner: { _sd: [digest] } }, [name], 'disclosure-duplicate'),
    refused('sd-not-a-list', { _sd: digest }, []),
    refused('sd-of-numbers', { _sd: [7] }, []),
    refused('sd-alg-number', { _sd: [digest], _sd_alg: 256 }),
    refused('property-in-a-list', { list: [{ '...': digest }] }, [name], 'disclosure-malformed'),
    refused('dots-with-another', { list: [{ '...': digestOf(element), more: 1 }] }, []),
    namedRow(
      'sd-alg-unknown',
      presentation(issuerJwt({ ...BASE, _sd: [digest], _sd_alg: 'md5' }, ec), [name]),
      ['ec'],
      unsupported('sd-alg-unknown'),
    ),
  ];
}

function bindingRows({ ec, holder, stranger }) {
  const name = disclosureOf('Saoirse', 'given_name');
  const family = disclosureOf('Byrne', 'family_name');
  const digests = [digestOf(name), digestOf(family)];
  const jwt = issuerJwt({ ...BASE, cnf: { jwk: holder.jwk }, _sd: digests }, ec);
  const unbound = presentation(issuerJwt({ ...BASE, _sd: digests }, ec), [name]);
  const byKid = presentation(issuerJwt({ ...BASE, cnf: { kid: 'holder' }, _sd: digests }, ec), [name]);
  const presented = presentation(jwt, [name, family]);
  const kb = keyBinding(presented, holder);
  const bytes = Buffer.from(kb.slice(kb.lastIndexOf('.') + 1), 'base64url');
  bytes[bytes.length >> 1] ^= 1;
  const broken = `${kb.slice(0, kb.lastIndexOf('.'))}.${b64u(bytes)}`;
  const none = `${b64uJson({ alg: 'none', typ: 'kb+jwt' })}.${kb.split('.')[1]}.`;
  const bound = (change) => presented + keyBinding(presented, holder, change);
  const refused = (id, text) => namedRow(id, text, ['ec'], failed('key-binding-mismatch'));
  return [
    refused('binding-broken', presented + broken),
    refused('binding-by-a-stranger', presented + keyBinding(presented, stranger)),
    refused('binding-disclosure-dropped', presentation(jwt, [name]) + kb),
    refused('binding-disclosures-turned', presentation(jwt, [family, name]) + kb),
    refused('binding-typ', bound({ header: { typ: 'JWT' } })),
    refused('binding-none', presented + none),
    refused('binding-no-sd-hash', bound({ payload: { sd_hash: undefined } })),
    refused('binding-sd-hash-of-another', bound({ payload: { sd_hash: digestOf('else') } })),
    refused('binding-hash-not-sd-alg', bound({ hash: 'sha-512' })),
    namedRow('binding-without-cnf', unbound + keyBinding(unbound, holder), ['ec'], { never: 'verified' }),
    namedRow('binding-cnf-kid', byKid + keyBinding(byKid, holder), ['ec'], { never: 'verified' }),
  ];
}

function formRows({ ec }) {
  const name = disclosureOf('Saoirse', 'given_name');
  const jwt = issuerJwt({ ...BASE, _sd: [digestOf(name)] }, ec);
  const good = presentation(jwt, [name]);
  const [header, payload, signature] = jwt.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[bytes.length >> 1] ^= 1;
  const changed = (parts) => presentation(parts.join('.'), [name]);
  const claims = Buffer.from(payload, 'base64url').toString().replace('issuer', 'forger');
  const mismatch = failed('signature-mismatch');
  return [
    namedRow('issuer-signature-bit', changed([header, payload, b64u(bytes)]), ['ec'], mismatch),
    namedRow('issuer-payload-letter', changed([header, b64u(claims), signature]), ['ec'], mismatch),
    namedRow('issuer-other-key', good, ['stranger'], mismatch),
    namedRow('issuer-signature-empty', changed([header, payload, '']), ['ec'], failed('signature-empty')),
    namedRow('last-tilde-missing', good.slice(0, -1), ['ec'], { state: 'malformed', code: 'sd-jwt-form' }),
    namedRow('empty-disclosure', `${jwt}~~${name}~`, ['ec'], { state: 'malformed', code: 'sd-jwt-form' }),
  ];
}
