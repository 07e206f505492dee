import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BECAUSE_CODES } from '../messages/claims.ts';
import type { Json, JsonObject } from '../types.ts';
import { addressOf, isUnder } from './address.ts';
import { ISSUER_NAMES } from './issuers/names.ts';
import { issuerOf } from './issuers.ts';

const NOW = 1_790_000_000;
const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const JTI = '0123456789abcdef0123456789abcdef';

type Row = readonly [name: string, payload: JsonObject, header?: JsonObject];

const LIKE: readonly Row[] = [
  ['Microsoft Entra ID v1', { iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0' }],
  ['Microsoft Entra ID v2', { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0' }],
  ['Microsoft Entra ID v2', { iss: `https://login.microsoftonline.us/${TENANT}/v2.0` }],
  ['Microsoft Entra External ID', { iss: `https://contoso.ciamlogin.com/${TENANT}/v2.0` }],
  ['Azure AD B2C', { iss: `https://contoso.b2clogin.com/${TENANT}/v2.0/`, tfp: 'B2C_1_signin' }],
  ['Azure AD B2C', { iss: `https://login.microsoftonline.com/${TENANT}/v2.0/`, tfp: 'B2C_1_signin' }],
  ['Azure AD B2C', { iss: `https://login.contoso.example/${TENANT}/v2.0/`, acr: 'b2c_1_signin' }],
  ['AD FS', { iss: 'http://fs.contoso.example/adfs/services/trust' }],
  ['AD FS', { iss: 'https://fs.contoso.example/adfs' }],
  ['Microsoft Bot Framework', { iss: 'https://api.botframework.com', serviceurl: 'https://x.example' }],
  ['Auth0', { iss: 'https://tenant.eu.auth0.com/', sub: 'auth0|1' }],
  ['Auth0', { iss: 'https://login.shop.example/', sub: 'google-oauth2|1' }],
  ['Auth0', { iss: 'https://login.shop.example/', sub: 'abc@clients', gty: 'client-credentials' }],
  ['Okta', { iss: 'https://dev-1.okta.com/oauth2/default' }],
  ['Okta', { iss: 'https://dev-1.oktapreview.com' }],
  ['Okta', { iss: 'https://login.shop.example/oauth2/aus1', ver: 1, jti: 'AT.abc' }],
  ['Amazon Cognito', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC', token_use: 'id' }],
  [
    'AWS Application Load Balancer',
    { sub: 'x', iss: 'https://id.example' },
    { signer: 'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/a/b' },
  ],
  ['Firebase', { iss: 'https://securetoken.google.com/project', aud: 'project' }],
  ['Firebase', { iss: 'https://session.firebase.google.com/project' }],
  [
    'Firebase',
    {
      iss: 'a@p.iam.gserviceaccount.com',
      aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
      uid: 'u',
    },
  ],
  ['Firebase', { user_id: 'u', firebase: { sign_in_provider: 'password' } }],
  ['Google', { iss: 'https://accounts.google.com', sub: '1' }],
  ['Google', { iss: 'accounts.google.com', sub: '1' }],
  ['Google service account', { iss: 'a@p.iam.gserviceaccount.com', aud: 'https://oauth2.googleapis.com/token' }],
  ['Google Identity-Aware Proxy', { iss: 'https://cloud.google.com/iap', aud: '/projects/1/apps/a' }],
  ['Keycloak', { iss: 'https://sso.shop.example/realms/shop', typ: 'Bearer' }],
  ['Keycloak', { iss: 'http://localhost:8080/auth/realms/master' }],
  ['GitHub Actions', { iss: 'https://token.actions.githubusercontent.com', sub: 'repo:o/r:ref:refs/heads/main' }],
  ['GitHub Actions', { iss: 'https://git.shop.example/_services/token', repository: 'o/r' }],
  ['GitLab CI', { iss: 'https://gitlab.com', sub: 'project_path:a/b:ref_type:branch:ref:main' }],
  ['GitLab CI', { iss: 'https://git.shop.example', project_path: 'a/b', pipeline_id: '1', job_id: '2' }],
  ['GitLab', { iss: 'https://gitlab.com', sub: '12' }],
  ['Kubernetes', { iss: 'https://kubernetes.default.svc', sub: 'system:serviceaccount:ns:name' }],
  ['Kubernetes', { iss: 'kubernetes/serviceaccount', 'kubernetes.io/serviceaccount/namespace': 'ns' }],
  ['Kubernetes', { iss: 'https://c.example', 'kubernetes.io': { namespace: 'ns' } }],
  ['Django REST SimpleJWT', { token_type: 'access', jti: JTI, user_id: '1', exp: NOW }],
  ['Supabase', { iss: 'https://abcdefghijklmnopqrst.supabase.co/auth/v1', role: 'authenticated' }],
  ['Supabase', { iss: 'supabase', role: 'service_role', ref: 'abc' }],
  ['Supabase', { iss: 'http://127.0.0.1:54321/auth/v1', aal: 'aal1', session_id: 's' }],
  ['Clerk', { iss: 'https://funny-cat-1.clerk.accounts.dev', sid: 's' }],
  ['Clerk', { iss: 'https://clerk.shop.example', sid: 's', azp: 'https://shop.example' }],
  ['SPIFFE', { sub: 'spiffe://prod.example/ns/a', aud: 'b', exp: NOW }],
  ['Apple', { iss: 'https://appleid.apple.com', aud: 'com.a' }],
  ['Apple', { iss: 'TEAM123456', sub: 'com.a', aud: 'https://appleid.apple.com' }, { alg: 'ES256', kid: 'ABC1234567' }],
  ['Apple', { iss: '57246542-96fe-1a63-e053-0824d011072a', aud: 'appstoreconnect-v1' }, { kid: '2X9R4HXF34' }],
  ['Apple', { bundleId: 'com.a', environment: 'Sandbox', signedDate: 1 }, { x5c: ['MIIB'] }],
  ['Slack', { iss: 'https://slack.com', 'https://slack.com/team_id': 'T1' }],
  ['Facebook', { iss: 'https://www.facebook.com' }],
  ['LINE', { iss: 'https://access.line.me' }],
  ['LinkedIn', { iss: 'https://www.linkedin.com/oauth' }],
  ['Twitch', { iss: 'https://id.twitch.tv/oauth2' }],
  ['Salesforce', { iss: 'https://login.salesforce.com' }],
  ['Salesforce', { iss: 'https://shop.my.salesforce.com' }],
  ['PingOne', { iss: 'https://auth.pingone.eu/1234/as' }],
  ['OneLogin', { iss: 'https://shop.onelogin.com/oidc/2' }],
  ['Kinde', { iss: 'https://shop.kinde.com' }],
  ['WorkOS', { iss: 'https://api.workos.com/user_management/client_1' }],
  ['Cloudflare Access', { iss: 'https://shop.cloudflareaccess.com', type: 'app' }],
  ['CircleCI', { iss: 'https://oidc.circleci.com/org/1', sub: 'org/1/project/2/user/3' }],
  ['Buildkite', { iss: 'https://agent.buildkite.com' }],
  ['Vercel', { iss: 'https://oidc.vercel.com/shop' }],
  ['HCP Terraform', { iss: 'https://app.terraform.io' }],
  ['HashiCorp Vault', { iss: 'https://vault.shop.example:8200/v1/identity/oidc/provider/default' }],
  ['Zoom', { sdkKey: 'k', mn: '1', role: 0 }],
  ['Zoom', { iss: 'urn:zoom:connect:clientid:x' }],
  ['Jitsi', { aud: 'jitsi', iss: 'app', room: '*' }],
  ['Hasura', { sub: '1', 'https://hasura.io/jwt/claims': {} }],
  ['ACME client', {}, { alg: 'ES256', nonce: 'n', url: 'https://ca.example/order' }],
  ['Web Push sender', { aud: 'https://push.example', exp: NOW, sub: 'mailto:a@b.example' }],
];

describe('looks like', () => {
  test.each(LIKE)('%s: %j', (name, payload, header = {}) => {
    const found = issuerOf({ header, payload });
    expect(found?.name).toBe(name);
    expect(found?.because).toMatch(/^(?:The|It|Its) .+\.$/);
  });

  test('is told for every name in the list', () => {
    const seen = new Set(LIKE.map(([name]) => name));
    expect(ISSUER_NAMES.filter((name) => !seen.has(name))).toEqual([]);
  });
});

describe('the reason names what it was told from', () => {
  test.each([
    [{ iss: 'https://tenant.eu.auth0.com/' }, 'The claim “iss” is an address at tenant.eu.auth0.com.'],
    [{ iss: 'https://sso.example/realms/a' }, 'The path in the claim “iss” has the form /realms/….'],
    [
      { iss: 'https://clerk.shop.example', sid: 's' },
      'The claim “iss” is an address at clerk.shop.example, and there is the claim “sid”.',
    ],
    [{ token_type: 'access', jti: JTI }, 'The claim “token_type” is “access”, and there is the claim “jti”.'],
    [
      { iss: 'https://h.example/auth/v1', aal: 'a', session_id: 's' },
      'The path in the claim “iss” has the form /auth/v1, and there are the claims “aal” and “session_id”.',
    ],
    [{ iss: 'https://l.example/', sub: 'x@clients', gty: 'g' }, 'The claim “sub” ends in “@clients”.'],
    [{ iss: 'a@p.iam.gserviceaccount.com' }, 'The claim “iss” is a service account at p.iam.gserviceaccount.com.'],
  ])('%j', (payload, because) => {
    expect(issuerOf({ header: {}, payload })?.because).toBe(because);
  });
});

const UNLIKE: readonly Row[] = [
  ['a host with the name before', { iss: `https://login.microsoftonline.com.evil.example/${TENANT}/v2.0` }],
  ['a host with the name inside a label', { iss: 'https://evil-login.microsoftonline.com.example/x/v2.0' }],
  ['a host that ends in the same letters', { iss: 'https://evilauth0.com/', sub: 'x' }],
  ['the bare domain', { iss: 'https://auth0.com/', sub: 'x' }],
  ['the host as a user name', { iss: 'https://accounts.google.com@evil.example' }],
  ['the host as a user name with a password', { iss: 'https://accounts.google.com:443@evil.example/' }],
  ['the host in the path', { iss: 'https://evil.example/accounts.google.com' }],
  ['the host in the query', { iss: 'https://evil.example/?https://accounts.google.com' }],
  ['the host in the fragment', { iss: 'https://evil.example/#accounts.google.com' }],
  ['a backslash', { iss: 'https://evil.example\\@accounts.google.com' }],
  ['a dot at the end of the host', { iss: 'https://accounts.google.com./' }],
  ['a letter that only looks like it', { iss: 'https://ассounts.google.com' }],
  ['another scheme', { iss: 'http://accounts.google.com' }],
  ['blanks around it', { iss: ' https://accounts.google.com' }],
  ['the name in other letters', { iss: 'Accounts.Google.Com' }],
  ['another version', { iss: `https://login.microsoftonline.com/${TENANT}/v3.0` }],
  ['Cognito of another region than its pool', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/us-east-1_AbC' }],
  ['Cognito below another domain', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com.evil.example/eu-west-1_AbC' }],
  ['realms in another place', { iss: 'https://sso.example/realms/a/b/c' }],
  ['realms without one', { iss: 'https://sso.example/realms' }],
  ['a service account elsewhere', { iss: 'a@p.iam.gserviceaccount.com.evil.example' }],
  ['a service account of another domain', { iss: 'a@evilgserviceaccount.com' }],
  ['Auth0’s subject without the slash', { iss: 'https://login.shop.example', sub: 'auth0|1' }],
  ['a subject that only ends so', { iss: 'https://login.shop.example/', sub: 'x@clients' }],
  ['a service account’s form with too many parts', { sub: 'system:serviceaccount:a:b:c' }],
  ['a service account’s form with too few', { sub: 'system:serviceaccount:a' }],
  ['SPIFFE with a port', { sub: 'spiffe://a.example:80/x' }],
  ['SPIFFE without a domain', { sub: 'spiffe:///x' }],
  ['token_type without the jti', { token_type: 'access', jti: 'x' }],
  ['jti in capitals', { token_type: 'access', jti: JTI.toUpperCase() }],
  ['Supabase’s path alone', { iss: 'https://a.example/auth/v1' }],
  ['clerk as the domain', { iss: 'https://clerk.example', sid: 's' }],
  ['GitHub’s path alone', { iss: 'https://a.example/_services/token' }],
  ['Apple’s audience with another kid', { aud: 'https://appleid.apple.com', iss: 'x' }, { kid: 'short' }],
  ['a load balancer of another service', {}, { signer: 'arn:aws:s3:::bucket' }],
  ['iss that is a number', { iss: 1 }],
  ['iss that is a list', { iss: ['https://accounts.google.com'] }],
  ['nothing', {}],
];

test.each(UNLIKE)('no issuer is recognised by %s: %j', (_, payload, header = {}) => {
  expect(issuerOf({ header, payload })).toBeUndefined();
});

test('the issuer of an encrypted token is read from its header', () => {
  const header = { alg: 'dir', enc: 'A256GCM', iss: 'https://tenant.auth0.com/' };
  expect(issuerOf({ header, payload: undefined })?.name).toBe('Auth0');
});

test('a host is below a domain by whole labels', () => {
  const below = (text: string) => isUnder(addressOf(text), 'okta.com');
  expect(['https://a.okta.com', 'https://a.b.OKTA.com/x'].map(below)).toEqual([true, true]);
  expect(['https://okta.com', 'https://aokta.com', 'https://okta.com.a'].map(below)).toEqual([false, false, false]);
});

const texts = fc.oneof(
  fc.string(),
  fc.webUrl(),
  fc.constantFrom('https://', 'http://[::1', 'https://%', 'https://a..b', 'https://xn--', 'spiffe://', '\ud800'),
);
const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json),
  fc.dictionary(
    fc.constantFrom('iss', 'sub', 'aud', 'jti', 'token_type', 'signer', '__proto__'),
    texts,
  ) as fc.Arbitrary<Json>,
);

test('any header and any payload give a known name with a sentence, or nothing', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (header, payload) => {
      const found = issuerOf({ header, payload });
      if (found === undefined) return;
      expect(ISSUER_NAMES).toContain(found.name);
      expect(BECAUSE_CODES.has(found.code)).toBe(true);
      expect(found.because).toMatch(/\.$/);
    }),
    { numRuns: 500 },
  );
});
