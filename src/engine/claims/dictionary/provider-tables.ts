/** Which table speaks for which issuer, and which names tell a provider on their own. */
import type { IssuerName } from '../issuers/names.ts';
import type { DictionaryEntry } from './entry.ts';
import { AUTH0 } from './providers/auth0.ts';
import { COGNITO, LOAD_BALANCER, LOAD_BALANCER_HEADER } from './providers/cognito.ts';
import { AD_FS, B2C, BOT_FRAMEWORK, ENTRA_HEADER, ENTRA_V1, ENTRA_V2 } from './providers/entra.ts';
import { FIREBASE, GOOGLE, GOOGLE_PROXY, GOOGLE_SERVICE_ACCOUNT } from './providers/google.ts';
import { KEYCLOAK } from './providers/keycloak.ts';
import { OKTA } from './providers/okta.ts';
import * as services from './providers/services.ts';
import * as signIn from './providers/sign-in.ts';
import * as workloads from './providers/workloads.ts';

type Table = readonly DictionaryEntry[];

const NONE: Table = [];

/** Of an ACME client and a sender of web push there is nothing to say that the kind does not say. */
export const PROVIDER_CLAIMS: Readonly<Record<IssuerName, Table>> = {
  'Microsoft Entra ID v1': ENTRA_V1,
  'Microsoft Entra ID v2': ENTRA_V2,
  'Microsoft Entra External ID': ENTRA_V2,
  'Azure AD B2C': B2C,
  'AD FS': AD_FS,
  'Microsoft Bot Framework': BOT_FRAMEWORK,
  Auth0: AUTH0,
  Okta: OKTA,
  'Amazon Cognito': COGNITO,
  'AWS Application Load Balancer': LOAD_BALANCER,
  Firebase: FIREBASE,
  Google: GOOGLE,
  'Google service account': GOOGLE_SERVICE_ACCOUNT,
  'Google Identity-Aware Proxy': GOOGLE_PROXY,
  Keycloak: KEYCLOAK,
  'GitHub Actions': workloads.GITHUB_ACTIONS,
  'GitLab CI': workloads.GITLAB_CI,
  GitLab: workloads.GITLAB,
  Kubernetes: workloads.KUBERNETES,
  'Django REST SimpleJWT': signIn.SIMPLE_JWT,
  Supabase: signIn.SUPABASE,
  Clerk: signIn.CLERK,
  SPIFFE: workloads.SPIFFE,
  Apple: services.APPLE,
  Slack: services.SLACK,
  Facebook: services.FACEBOOK,
  LINE: services.LINE,
  LinkedIn: services.LINKEDIN,
  Twitch: services.TWITCH,
  Salesforce: signIn.SALESFORCE,
  PingOne: signIn.PINGONE,
  OneLogin: signIn.ONELOGIN,
  Kinde: signIn.KINDE,
  WorkOS: signIn.WORKOS,
  'Cloudflare Access': signIn.CLOUDFLARE_ACCESS,
  CircleCI: workloads.CIRCLECI,
  Buildkite: workloads.BUILDKITE,
  Vercel: workloads.VERCEL,
  'HCP Terraform': workloads.TERRAFORM,
  'HashiCorp Vault': workloads.VAULT,
  Zoom: services.ZOOM,
  Jitsi: services.JITSI,
  Hasura: services.HASURA,
  'ACME client': NONE,
  'Web Push sender': NONE,
};

export const PROVIDER_PARAMETERS: Readonly<Partial<Record<IssuerName, Table>>> = {
  'Microsoft Entra ID v1': ENTRA_HEADER,
  'Microsoft Entra ID v2': ENTRA_HEADER,
  'AWS Application Load Balancer': LOAD_BALANCER_HEADER,
};

/**
 * Names that hardly anyone but their provider would choose, so they are explained although the issuer is not
 * recognised, as on a domain of one's own.
 */
export const TELLING_NAMES: ReadonlyMap<IssuerName, readonly string[]> = new Map([
  ['Microsoft Entra ID v2', ['azpacr', 'wids', 'xms_*', 'idtyp']],
  ['Microsoft Entra ID v1', ['appidacr']],
  ['Azure AD B2C', ['tfp', 'extension_*']],
  ['Amazon Cognito', ['cognito:username', 'cognito:groups', 'cognito:roles', 'cognito:preferred_role', 'origin_jti']],
  ['Firebase', ['firebase']],
  ['Keycloak', ['realm_access', 'resource_access', 'allowed-origins']],
  ['GitHub Actions', ['job_workflow_ref', 'repository_owner', 'repository_visibility']],
  ['GitLab CI', ['ci_config_ref_uri', 'pipeline_source']],
  [
    'Kubernetes',
    [
      'kubernetes.io',
      'kubernetes.io/serviceaccount/namespace',
      'kubernetes.io/serviceaccount/secret.name',
      'kubernetes.io/serviceaccount/service-account.name',
      'kubernetes.io/serviceaccount/service-account.uid',
    ],
  ],
  ['Django REST SimpleJWT', ['hash_password', 'refresh_exp']],
  ['Supabase', ['app_metadata', 'user_metadata', 'aal']],
  ['Clerk', ['fva']],
  ['Apple', ['is_private_email', 'nonce_supported', 'real_user_status']],
  ['Slack', ['https://slack.com/team_id', 'https://slack.com/user_id', 'https://slack.com/*']],
  ['CircleCI', ['oidc.circleci.com/project-id', 'oidc.circleci.com/context-ids']],
  ['Hasura', ['https://hasura.io/jwt/claims']],
] satisfies readonly (readonly [IssuerName, readonly string[]])[]);
