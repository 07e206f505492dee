import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ISSUER_NAMES } from '../issuers/names.ts';
import { NUMERIC_DATES } from '../times.ts';
import { BY_KIND } from './by-kind.ts';
import { CLAIMS, describeClaim, describeHeaderParameter } from './describe.ts';
import type { DictionaryEntry } from './entry.ts';
import { HEADER_PARAMETERS } from './header-parameters.ts';
import { PROVIDER_CLAIMS, PROVIDER_PARAMETERS, TELLING_NAMES } from './provider-tables.ts';
import { SNAPSHOT } from './snapshot.ts';

/** IANA, JSON Web Token Claims, 2026-03-23: all 159 names; `status` is of the later copy. */
const REGISTERED_CLAIMS = `
iss sub aud exp nbf iat jti
name given_name family_name middle_name nickname preferred_username profile picture website email email_verified gender
birthdate zoneinfo locale phone_number phone_number_verified address updated_at
azp nonce auth_time at_hash c_hash acr amr sub_jwk _claim_names _claim_sources sid
verified_claims place_of_birth nationalities birth_family_name birth_given_name birth_middle_name salutation title msisdn
also_known_as
scope client_id act may_act cnf roles groups entitlements authorization_details token_introspection ath htm htu
events toe txn sub_id
_sd _sd_alg ... sd_hash
vc vp status
vot vtm
orig dest mky attest origid rph sph div opt rcd rcdi crn jcard msgi
sip_from_tag sip_date sip_callid sip_cseq_num sip_via_branch
cdniv cdnicrit cdniip cdniuc cdniets cdnistt cdnistd ace_profile cnonce exi atc sig_val_claims geohash
eat_nonce ueid sueids oemid hwmodel hwversion swname swversion oemboot dbgstat location eat_profile submods uptime
bootcount bootseed dloas manifests measurements measres intuse cmw
jwks metadata metadata_policy metadata_policy_crit constraints crit authority_hints trust_anchor trust_anchor_hints
trust_chain trust_marks trust_mark_type trust_mark_issuers trust_mark_owners source_endpoint ref delegation logo_uri keys
rdap_allowed_purposes rdap_dnt_allowed
resOwnerId analyticsIdList consumerPlmnId consumerSnpnId producerPlmnId producerSnpnId producerSnssaiList
producerNsiList producerNfSetId producerNfServiceSetId sourceNfInstanceId at_use_nbr
`
  .trim()
  .split(/\s+/);

const COMMON_CLAIMS = 'scp permissions tid oid vct role uid ver s_hash'.split(' ');

/** IANA, JSON Web Signature and Encryption Header Parameters, 2026-02-05. */
const REGISTERED_PARAMETERS = `
alg enc zip jku x5u jwk kid x5c x5t x5t#S256 typ cty crit epk apu apv iv tag p2s p2c iss sub aud b64 ppt url nonce svt
iheSSId jwt client_id trust_chain peer_trust_chain
`
  .trim()
  .split(/\s+/);

/** Names that the providers' own documents explain, at least these. */
const PROVIDERS: readonly (readonly [issuer: (typeof ISSUER_NAMES)[number], names: string])[] = [
  [
    'Microsoft Entra ID v1',
    'appid appidacr upn unique_name oid tid scp roles groups wids idp ipaddr puid uti rh aio xms_tcdt ver',
  ],
  ['Microsoft Entra ID v2', 'azp azpacr oid tid preferred_username scp roles sub acrs xms_cc aud xms_anything'],
  ['Azure AD B2C', 'tfp acr emails extension_level'],
  ['Auth0', 'sub azp gty permissions org_id org_name updated_at https://shop.example/roles'],
  ['Okta', 'ver jti cid uid scp auth_time groups'],
  [
    'Amazon Cognito',
    'token_use client_id cognito:groups cognito:username cognito:roles custom:plan origin_jti event_id username device_key identities',
  ],
  ['Firebase', 'user_id firebase aud uid claims'],
  ['Google', 'azp hd sub'],
  ['Keycloak', 'typ realm_access resource_access session_state sid azp allowed-origins acr'],
  [
    'GitHub Actions',
    'sub repository repository_id repository_owner repository_owner_id repository_visibility actor actor_id workflow workflow_ref job_workflow_ref ref ref_type ref_protected sha event_name environment run_id run_number run_attempt runner_environment base_ref head_ref aud',
  ],
  [
    'GitLab CI',
    'sub namespace_id namespace_path project_id project_path user_id user_login user_email pipeline_id pipeline_source job_id ref ref_type ref_protected environment runner_id runner_environment sha ci_config_ref_uri ci_config_sha project_visibility',
  ],
  ['Kubernetes', 'sub kubernetes.io kubernetes.io/serviceaccount/namespace'],
  ['Django REST SimpleJWT', 'token_type user_id jti refresh_exp hash_password'],
  ['Supabase', 'role aal amr session_id app_metadata user_metadata is_anonymous phone ref'],
  ['Clerk', 'v sid azp fva sts pla fea o org_id org_role'],
  ['SPIFFE', 'sub aud'],
  ['Apple', 'nonce_supported email_verified is_private_email real_user_status transfer_sub bid'],
  ['Slack', 'https://slack.com/team_id'],
  ['Cloudflare Access', 'type identity_nonce country'],
  ['CircleCI', 'oidc.circleci.com/project-id'],
  ['Hasura', 'https://hasura.io/jwt/claims'],
];

const TABLES: readonly (readonly [name: string, entries: readonly DictionaryEntry[]])[] = [
  ['claims', CLAIMS],
  ['header parameters', HEADER_PARAMETERS],
  ...Object.entries(BY_KIND).map(([kind, entries]) => [`in a kind: ${kind}`, entries ?? []] as const),
  ...Object.entries(PROVIDER_CLAIMS).map(([issuer, entries]) => [`by ${issuer}`, entries] as const),
  ...Object.entries(PROVIDER_PARAMETERS).map(([issuer, entries]) => [`header by ${issuer}`, entries ?? []] as const),
];

test('every registered claim is there, and no other claims to be registered', () => {
  const named = CLAIMS.filter(({ standing }) => standing === 'registered').map(({ name }) => name);
  expect(named.toSorted()).toEqual(REGISTERED_CLAIMS.toSorted());
});

test('every registered header parameter is there, and no other claims to be registered', () => {
  const named = HEADER_PARAMETERS.filter(({ standing }) => standing === 'registered').map(({ name }) => name);
  expect(named.toSorted()).toEqual(REGISTERED_PARAMETERS.toSorted());
});

test('common names that are not registered are there, and say so', () => {
  expect(COMMON_CLAIMS.filter((name) => (describeClaim(name)?.standing ?? 'registered') === 'registered')).toEqual([]);
});

test.each(PROVIDERS)('%s explains its own: %s', (issuer, names) => {
  const context = { issuer: { name: issuer } };
  const missing = names.split(' ').filter((name) => describeClaim(name, context)?.standing !== 'provider');
  expect(missing).toEqual([]);
});

describe.each(TABLES)('the table of %s', (_, entries) => {
  test('has each name once', () => {
    const names = entries.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('says one plain sentence of each, with a source', () => {
    for (const { name, meaning, source } of entries) {
      expect(name).not.toBe('');
      expect(meaning, name).toMatch(/^\p{Lu}[^\n]{3,140}\.$/u);
      expect(meaning, name).not.toMatch(/ {2}|["']|!/);
      expect(source, name).toMatch(/\w/);
    }
  });
});

test('telling names are in their provider’s table', () => {
  for (const [issuer, names] of TELLING_NAMES) {
    const known = PROVIDER_CLAIMS[issuer].map(({ name }) => name);
    expect(
      names.filter((name) => !known.includes(name)),
      issuer,
    ).toEqual([]);
  }
});

test('every claim of type NumericDate is read as a time, and no other', () => {
  const all = TABLES.flatMap(([, entries]) => entries);
  const dates = new Set(all.filter(({ type }) => type === 'NumericDate').map(({ name }) => name));
  expect([...dates].toSorted()).toEqual([...NUMERIC_DATES].toSorted());
});

describe('the entry that fits best', () => {
  const source = (name: string, ...[context]: [Parameters<typeof describeClaim>[1]?]) =>
    describeClaim(name, context)?.source;

  test('is the provider’s where the token looks like that provider', () => {
    expect(source('ref', { issuer: { name: 'GitHub Actions' } })).toBe('GitHub Actions');
    expect(source('ref', { issuer: { name: 'Supabase' } })).toBe('Supabase');
    expect(source('ref')).toBe('OpenID Federation 1.0 section 13.5');
  });

  test('is that of the likeliest kind where the provider says nothing', () => {
    expect(source('aud', { kinds: [{ name: 'VAPID token' }] })).toBe('RFC 8292 section 2');
    expect(source('nonce', { kinds: [{ name: 'DPoP proof' }, { name: 'ID token' }] })).toBe('RFC 9449 section 4.2');
    expect(source('aud', { kinds: [{ name: 'ID token' }], issuer: { name: 'Firebase' } })).toBe('Firebase');
    expect(source('aud', { kinds: [{ name: 'of tomorrow' }] })).toBe('RFC 7519 section 4.1.3');
  });

  test('is a provider’s without its issuer only for a name that nobody else would choose', () => {
    expect(source('realm_access')).toBe('Keycloak');
    expect(source('xms_abc')).toBe('Microsoft Entra ID');
    expect(source('realm_access', { issuer: { name: 'Auth0' } })).toBeUndefined();
    expect(source('cid')).toBeUndefined();
    expect(source('https://shop.example/roles')).toBeUndefined();
  });

  test('is undefined for a name that nobody defines', () => {
    for (const name of ['', 'favourite_colour', 'Exp', 'exp ', '__proto__', 'constructor', 'toString', 'custom:'])
      expect(describeClaim(name)).toBeUndefined();
    expect(describeClaim('custom:', { issuer: { name: 'Amazon Cognito' } })).toBeUndefined();
    expect(describeHeaderParameter('constructor')).toBeUndefined();
  });

  test('of a header parameter is not that of the claim', () => {
    expect(describeHeaderParameter('crit')?.source).toBe('RFC 7515 section 4.1.11');
    expect(describeClaim('crit')?.source).toBe('OpenID Federation 1.0 section 13.4');
    expect(describeHeaderParameter('exp')).toBeUndefined();
    expect(describeHeaderParameter('exp', { issuer: { name: 'AWS Application Load Balancer' } })?.type).toBe(
      'NumericDate',
    );
  });

  test('is one of the tables for any name and any context, or undefined', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom(...REGISTERED_CLAIMS, ...REGISTERED_PARAMETERS));
    const context = fc.record({
      kinds: fc.array(fc.record({ name: fc.string() })),
      issuer: fc.record({ name: fc.oneof(fc.string(), fc.constantFrom(...ISSUER_NAMES)) }),
    });
    const all = new Set(TABLES.flatMap(([, entries]) => entries));
    fc.assert(
      fc.property(name, context, (each, around) => {
        const found = [describeClaim(each, around), describeHeaderParameter(each, around)];
        expect(found.every((entry) => entry === undefined || all.has(entry))).toBe(true);
      }),
    );
  });
});

test('the days of the registries are dates', () => {
  for (const day of Object.values(SNAPSHOT)) expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
});
