import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { EXPLAINED_NAMES, explainParts } from './explain.ts';

type Told = readonly [pointer: string, label: string, meaning: string];

const CASES: readonly (readonly [name: string, value: Json, told: readonly Told[]])[] = [
  [
    'aud',
    ['https://api.example/v1', 'client-1'],
    [
      ['/0', 'https://api.example/v1', 'The service at api.example may accept the token.'],
      ['/1', 'client-1', 'A client or service of this name may accept the token.'],
    ],
  ],
  [
    'aud',
    'sts.amazonaws.com',
    [['', 'sts.amazonaws.com', 'The AWS Security Token Service, which trades the token for credentials.']],
  ],
  ['scp', ['User.Read'], [['/0', 'User.Read', 'Read the signed-in user’s profile in Microsoft Graph.']]],
  [
    'amr',
    ['pwd', 'own'],
    [
      ['/0', 'pwd', 'A password was given.'],
      ['/1', 'own', 'A method that the issuer has named.'],
    ],
  ],
  [
    'amr',
    [{ method: 'totp', timestamp: 1 }],
    [['/0', 'totp', 'A one-time password of an authenticator app was given.']],
  ],
  ['amr', 'pwd', [['', 'pwd', 'A password was given.']]],
  [
    'events',
    { 'https://schemas.openid.net/secevent/caep/event-type/session-revoked': {}, 'urn:own': {} },
    [
      [
        '/https:~1~1schemas.openid.net~1secevent~1caep~1event-type~1session-revoked',
        'https://schemas.openid.net/secevent/caep/event-type/session-revoked',
        'The session was ended.',
      ],
      ['/urn:own', 'urn:own', 'Not known here; the issuer says what it is.'],
    ],
  ],
  [
    'cnf',
    { jkt: 'x' },
    [['/jkt', 'jkt', 'SHA-256 thumbprint of the key that a DPoP proof must be made with (RFC 9449 section 6.1).']],
  ],
  [
    'act',
    { sub: 'b', act: { client_id: 'a', act: {} } },
    [
      ['', 'b', 'Acts now.'],
      ['/act', 'a', 'Acted before, for the one that acts now.'],
      ['/act/act', 'someone without a name', 'Acted before, for the one that acts now.'],
    ],
  ],
  ['may_act', { sub: 'b' }, [['', 'b', 'May act for the subject.']]],
  [
    'address',
    { locality: 'Ghent', floor: 2 },
    [
      ['/locality', 'locality', 'Town.'],
      ['/floor', 'floor', 'Not known here; the issuer says what it is.'],
    ],
  ],
  ['place_of_birth', { country: 'BE' }, [['/country', 'country', 'Country.']]],
  [
    'verified_claims',
    [{ verification: { trust_framework: 'x' }, claims: { given_name: 'A' } }],
    [
      ['/0/verification/trust_framework', 'trust_framework', 'The rules that the verification kept to.'],
      ['/0/claims/given_name', 'given_name', 'A claim that was verified so.'],
    ],
  ],
  [
    'sub_id',
    { format: 'email', email: 'a@b.example' },
    [
      ['/format', 'format', 'Which kind of identifier it is.'],
      ['/email', 'email', 'An e-mail address.'],
    ],
  ],
  [
    '_claim_names',
    { a: 's1', b: 2 },
    [
      ['/a', 'a', 'Comes from the source “s1”.'],
      ['/b', 'b', 'Names no source.'],
    ],
  ],
  [
    '_claim_sources',
    { s1: { JWT: 'x' }, s2: { endpoint: 'y' }, s3: 1 },
    [
      ['/s1', 's1', 'A token with the claims is in here.'],
      ['/s2', 's2', 'The claims are to be asked for.'],
      ['/s3', 's3', 'Says neither where the claims are nor what they are.'],
    ],
  ],
  [
    'authorization_details',
    [{ type: 'payment', amount: 1 }],
    [
      ['/0/type', 'type', 'What kind of permission it is; it says what else stands here.'],
      ['/0/amount', 'amount', 'A detail that the type defines.'],
    ],
  ],
  [
    'realm_access',
    { roles: ['admin', 'default-roles-shop'] },
    [
      ['/roles/0', 'admin', 'A role in the realm.'],
      ['/roles/1', 'default-roles-shop', 'Stands for the roles that every user of the realm has.'],
    ],
  ],
  [
    'resource_access',
    { 'a/b': { roles: ['x', 'y'] }, c: {} },
    [
      ['/a~1b', 'a/b', 'Roles in this client: x, y.'],
      ['/c', 'c', 'A client, without roles.'],
    ],
  ],
  ['roles', ['a'], [['/0', 'a', 'A role that the subject has.']]],
  ['groups', ['a'], [['/0', 'a', 'A group that the subject belongs to.']]],
  ['entitlements', ['a'], [['/0', 'a', 'Something that the subject is entitled to.']]],
  ['permissions', ['a', 1], [['/0', 'a', 'A permission that the subject has.']]],
  [
    'wids',
    ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
    [['/0', 'b79fbf4d-3ef9-4689-8143-76b194e85509', 'An ordinary member: what every user of the tenant is.']],
  ],
  [
    'o',
    { id: 'org_1', rol: 'admin' },
    [
      ['/id', 'id', 'The organization.'],
      ['/rol', 'rol', 'The user’s role there.'],
    ],
  ],
  [
    'https://hasura.io/jwt/claims',
    { 'x-hasura-default-role': 'user' },
    [['/x-hasura-default-role', 'x-hasura-default-role', 'The role, where the request names none.']],
  ],
  [
    'fva',
    [3, -1],
    [
      ['/0', '3', 'Minutes since the first factor was shown.'],
      ['/1', '-1', 'The second factor was never shown.'],
    ],
  ],
  ['kubernetes.io', { namespace: 'ns' }, [['/namespace', 'namespace', 'The namespace that the program runs in.']]],
  [
    'firebase',
    { sign_in_provider: 'google.com', identities: { email: [] } },
    [
      [
        '/sign_in_provider',
        'sign_in_provider',
        'How the user signed in; custom is by a token of the application’s own.',
      ],
      ['/identities', 'identities', 'The accounts that are linked.'],
      ['/identities/email', 'email', 'Where the user has a linked account.'],
    ],
  ],
  [
    'status',
    { status_list: { idx: 1, uri: 'u' } },
    [
      ['/status_list', 'status_list', 'A list that holds the status, and the place in it.'],
      ['/status_list/idx', 'idx', 'The place of this token in the list.'],
      ['/status_list/uri', 'uri', 'Where the list is.'],
    ],
  ],
  ['status_list', { bits: 2 }, [['/bits', 'bits', 'How many bits each token has: 1, 2, 4 or 8.']]],
  ['_sd', ['d'], [['/0', 'd', 'Digest of a claim that may be disclosed, or of none, to hide how many there are.']]],
  ['vc', { type: ['A'] }, [['/type', 'type', 'What kind of credential or presentation it is.']]],
  ['metadata', { openid_provider: {} }, [['/openid_provider', 'openid_provider', 'As an OpenID provider.']]],
  [
    'trust_chain',
    ['a', 'b', 'c'],
    [
      ['/0', 'statement 1', 'What the entity says of itself.'],
      ['/1', 'statement 2', 'What a superior says of the one before.'],
      ['/2', 'statement 3', 'The last: from, or about, the trust anchor.'],
    ],
  ],
  ['crit', ['b64'], [['/0', 'b64', 'Whoever does not understand “b64” must refuse the token.']]],
  ['orig', { tn: '1' }, [['/tn', 'tn', 'A telephone number, or several.']]],
  [
    'mky',
    [{ alg: 'sha-256', dig: 'x' }],
    [
      ['/0/alg', 'alg', 'The hash.'],
      ['/0/dig', 'dig', 'The fingerprint of the key.'],
    ],
  ],
  ['rcd', { nam: 'A' }, [['/nam', 'nam', 'The caller’s name.']]],
  [
    'jwk',
    { kty: 'EC', d: 'x' },
    [
      ['/kty', 'kty', 'The kind of key.'],
      ['/d', 'd', 'The private key itself: it should not be here.'],
    ],
  ],
  [
    'jwks',
    { keys: [{ kty: 'EC', crv: 'P-256', kid: 'a' }, {}, 1] },
    [
      ['/keys/0', 'a', 'A key: EC, P-256.'],
      ['/keys/1', 'key 2', 'A key.'],
    ],
  ],
  ['keys', [{ kty: 'RSA', use: 'sig' }], [['/0', 'key 1', 'A key: RSA, sig.']]],
  [
    'x5c',
    ['MIIB', 'MIIC'],
    [
      ['/0', 'certificate 1', 'The certificate of the key that signed.'],
      ['/1', 'certificate 2', 'Certifies the one before it.'],
    ],
  ],
];

describe('in its parts', () => {
  test.each(CASES)('%s %j', (name, value, told) => {
    expect(explainParts(name, value).map(({ pointer, label, meaning }) => [pointer, label, meaning])).toEqual(told);
  });
});

const SPLIT: readonly (readonly [name: string, value: string, pieces: readonly string[]])[] = [
  ['scope', 'openid  profile\nhttps://api.example/read', ['openid', 'profile', 'https://api.example/read']],
  ['scope', ' a a ', ['a', 'a']],
  ['scope', '', []],
  ['vot', 'P1.Cc.Ac', ['P1', 'Cc', 'Ac']],
  ['sub', 'repo:octo/app:ref:refs/heads/main', ['octo', 'app', 'ref:refs/heads/main']],
  ['sub', 'project_path:a/b:ref_type:branch:ref:main', ['a/b', 'branch', 'main']],
  ['sub', 'system:serviceaccount:ns:name', ['ns', 'name']],
  ['sub', 'spiffe://prod.example/ns/a', ['prod.example', '/ns/a']],
  ['sub', 'auth0|123', ['auth0', '123']],
  ['sub', 'abc@clients', ['abc']],
  ['sub', 'somebody', []],
];

test.each(SPLIT)('%s %j has pieces with their places', (name, value, pieces) => {
  const parts = explainParts(name, value);
  expect(parts.map(({ label }) => label)).toEqual(pieces);
  for (const { span, label, pointer } of parts) {
    expect(pointer).toBe('');
    expect(span && value.slice(...span)).toBe(label);
  }
  const starts = parts.map(({ span }) => span?.[0] ?? -1);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('a permission of a service is told from its address', () => {
  const [part] = explainParts('scope', 'https://api.example/read');
  expect(part?.meaning).toBe('A permission of the service at api.example.');
});

test('a name without parts, and a value of another shape, have none', () => {
  for (const name of ['exp', 'nobody', '__proto__', 'constructor']) expect(explainParts(name, { a: 1 })).toEqual([]);
  for (const name of EXPLAINED_NAMES) {
    for (const value of [0, true, null, []]) expect(explainParts(name, value)).toEqual([]);
  }
});

test('names that every object inherits are not known members', () => {
  const value = JSON.parse('{"__proto__":1,"constructor":2}') as Json;
  expect(explainParts('cnf', value).map(({ meaning }) => meaning)).toEqual([
    'Not known here; the issuer says what it is.',
    'Not known here; the issuer says what it is.',
  ]);
});

function nestedActor(depth: number): Json {
  let actor: Json = { sub: 'first' };
  for (let i = 0; i < depth; i++) actor = { sub: 'x', act: actor };
  return actor;
}

test('a chain of actors is followed 32 deep', () => {
  expect(explainParts('act', nestedActor(10_000))).toHaveLength(32);
});

function valueAt(value: Json, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>((at, name) => {
    const key = name.replace(/~1/g, '/').replace(/~0/g, '~');
    return typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  }, value);
}

const keys = fc.oneof(
  fc.string(),
  fc.constantFrom('roles', 'keys', 'act', 'identities', 'status_list', 'claims', 'a/b', '~', '__proto__'),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 1e300),
    fc.string(),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
  ),
}));

test('any value whatever gives parts whose pointers lead to something in it and whose spans lie in it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EXPLAINED_NAMES), tree, (name, made) => {
      const value = JSON.parse(JSON.stringify(made)) as Json;
      for (const { pointer, span, meaning } of explainParts(name, value)) {
        const at = valueAt(value, pointer);
        expect(at).not.toBeUndefined();
        expect(meaning).toMatch(/\.$/);
        if (span !== undefined) expect(typeof at === 'string' && span[0] < span[1] && span[1] <= at.length).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
