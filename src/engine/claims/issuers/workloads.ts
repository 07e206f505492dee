/** Platforms that give an identity to a running program. */
import { isAt } from '../address.ts';
import { claimIs, claimStarts, hasClaims, type Reason } from '../because.ts';
import { has, objectOf, textOf } from '../facts.ts';
import { claimsAre, type IssuerFacts, type IssuerRule, issuerAt, issuerIs } from './issuer.ts';

/** On a server of one's own it is 'https://HOST/_services/token'. */
function gitHubServer({ address, claims }: IssuerFacts): Reason | undefined {
  const [first, second] = address?.segments ?? [];
  if (first !== '_services' || second !== 'token' || address?.segments.length !== 2) return undefined;
  return has(claims, 'repository')
    ? { code: 'issuer-path-and-claims', values: { path: '/_services/token', names: ['repository'] } }
    : undefined;
}

/** Any host may run GitLab, so its subject is what tells: 'project_path:a/b:ref_type:branch:ref:main'. */
function gitLabCi({ address, claims }: IssuerFacts): Reason | undefined {
  if (address === undefined) return undefined;
  const isJob = /^project_path:[^:]+:ref_type:[^:]+:ref:/.test(textOf(claims, 'sub') ?? '');
  if (isJob) return claimStarts('sub', 'project_path:');
  const names = ['project_path', 'pipeline_id', 'job_id'];
  return names.every((name) => has(claims, name)) ? hasClaims(...names) : undefined;
}

function kubernetes({ iss, claims }: IssuerFacts): Reason | undefined {
  if (/^system:serviceaccount:[^:]+:[^:]+$/.test(textOf(claims, 'sub') ?? '')) {
    return claimStarts('sub', 'system:serviceaccount:');
  }
  if (objectOf(claims, 'kubernetes.io') !== undefined) return hasClaims('kubernetes.io');
  return iss === 'kubernetes/serviceaccount' ? claimIs('iss', iss) : undefined;
}

/** SPIFFE: 'spiffe://<trust domain>/<path>', without port, query and fragment. */
function spiffe({ claims }: IssuerFacts): Reason | undefined {
  const isId = /^spiffe:\/\/[a-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/.test(textOf(claims, 'sub') ?? '');
  return isId ? claimStarts('sub', 'spiffe://') : undefined;
}

function vault({ address }: IssuerFacts): Reason | undefined {
  const path = address?.segments.join('/') ?? '';
  const isVault = /^v1\/(?:.+\/)?identity\/oidc(?:\/|$)/.test(path);
  return isVault ? { code: 'issuer-path', values: { path: '/v1/identity/oidc' } } : undefined;
}

/** 'https://oidc.circleci.com/org/<organization>' */
function circleCi({ address }: IssuerFacts): Reason | undefined {
  const host = 'oidc.circleci.com';
  return isAt(address, host) && address?.segments[0] === 'org' ? { code: 'issuer-host', values: { host } } : undefined;
}

export const WORKLOADS: readonly IssuerRule[] = [
  issuerAt('GitHub Actions', 'token.actions.githubusercontent.com'),
  { name: 'GitHub Actions', told: gitHubServer },
  { name: 'GitLab CI', told: gitLabCi },
  { name: 'CircleCI', told: circleCi },
  issuerAt('Buildkite', 'agent.buildkite.com'),
  issuerAt('Vercel', 'oidc.vercel.com'),
  issuerAt('HCP Terraform', 'app.terraform.io'),
  { name: 'HashiCorp Vault', told: vault },
  issuerIs('Kubernetes', 'kubernetes/serviceaccount'),
  { name: 'Kubernetes', told: kubernetes },
  { name: 'SPIFFE', told: spiffe },
  issuerAt('GitLab', 'gitlab.com'),
  claimsAre('HCP Terraform', 'terraform_workspace_id', 'terraform_run_phase'),
];
