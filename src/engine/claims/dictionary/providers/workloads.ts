/** Platforms that give an identity to a running program: CI services, clusters, deployments. */
import { table } from '../entry.ts';

export const GITHUB_ACTIONS = table('provider', 'GitHub Actions', [
  ['sub', 'string', 'The repository with its branch, tag, environment or pull request; cloud roles go by it.'],
  ['aud', 'string', 'The service that the job wants to sign in to; the owner’s address where none was asked for.'],
  ['repository', 'string', 'The repository that the workflow runs in, as owner/name.'],
  ['repository_id', 'string', 'The repository’s id, which a new one of the same name does not get.'],
  ['repository_owner', 'string', 'The user or organization that the repository belongs to.'],
  ['repository_owner_id', 'string', 'The owner’s id, which a new one of the same name does not get.'],
  ['repository_visibility', 'string', 'Who can see the repository: public, internal or private.'],
  ['actor', 'string', 'Who started the run.'],
  ['actor_id', 'string', 'The id of who started the run.'],
  ['workflow', 'string', 'The name of the workflow.'],
  ['workflow_ref', 'string', 'The file of the workflow, and the branch or tag that it was taken from.'],
  ['workflow_sha', 'string', 'The commit that the workflow’s file was taken from.'],
  ['job_workflow_ref', 'string', 'The file that the job stands in; it differs where a workflow is reused.'],
  ['job_workflow_sha', 'string', 'The commit that the job’s file was taken from.'],
  ['ref', 'string', 'The branch or tag that started the run.'],
  ['ref_type', 'string', 'Whether “ref” is a branch or a tag.'],
  ['ref_protected', 'boolean or string', 'Whether rules protect the branch or tag.'],
  ['sha', 'string', 'The commit that the run is about.'],
  ['event_name', 'string', 'What started the run, such as push.'],
  ['environment', 'string', 'The environment that the job deploys to.'],
  ['environment_node_id', 'string', 'The id of that environment.'],
  ['run_id', 'string', 'The run of the workflow.'],
  ['run_number', 'string', 'How many runs the workflow has had.'],
  ['run_attempt', 'string', 'How many times this run was started.'],
  ['check_run_id', 'string', 'The job’s check.'],
  ['runner_environment', 'string', 'Whether the machine is GitHub’s or the owner’s own.'],
  ['base_ref', 'string', 'The branch that the pull request goes to.'],
  ['head_ref', 'string', 'The branch that the pull request comes from.'],
  ['enterprise', 'string', 'The enterprise that the repository belongs to.'],
  ['enterprise_id', 'string', 'The id of that enterprise.'],
]);

export const GITLAB_CI = table('provider', 'GitLab CI', [
  ['sub', 'string', 'The project with its branch or tag; cloud roles go by it.'],
  ['namespace_id', 'string', 'The group or user that the project belongs to.'],
  ['namespace_path', 'string', 'The path of that group or user.'],
  ['project_id', 'string', 'The project.'],
  ['project_path', 'string', 'The path of the project.'],
  ['project_visibility', 'string', 'Who can see the project: public, internal or private.'],
  ['user_id', 'string', 'Who started the job.'],
  ['user_login', 'string', 'The user name of who started the job.'],
  ['user_email', 'string', 'The e-mail address of who started the job.'],
  ['user_access_level', 'string', 'What role that user has in the project.'],
  ['user_identities', 'object[]', 'Accounts of that user at other providers.'],
  ['pipeline_id', 'string', 'The pipeline that the job is part of.'],
  ['pipeline_source', 'string', 'What started the pipeline, such as push or schedule.'],
  ['job_id', 'string', 'The job.'],
  ['ref', 'string', 'The branch or tag that the job runs for.'],
  ['ref_type', 'string', 'Whether “ref” is a branch or a tag.'],
  ['ref_path', 'string', 'The full name of the branch or tag.'],
  ['ref_protected', 'boolean or string', 'Whether the branch or tag is protected; GitLab writes it as a string.'],
  ['environment', 'string', 'The environment that the job deploys to.'],
  [
    'environment_protected',
    'boolean or string',
    'Whether that environment is protected; GitLab writes it as a string.',
  ],
  ['deployment_tier', 'string', 'The tier of that environment, such as production.'],
  ['deployment_action', 'string', 'What the job does to that environment, such as start.'],
  ['runner_id', 'integer', 'The runner that the job runs on.'],
  ['runner_environment', 'string', 'Whether the runner is GitLab’s or the owner’s own.'],
  ['sha', 'string', 'The commit that the job is about.'],
  ['ci_config_ref_uri', 'string', 'The file of the pipeline, and the branch or tag that it was taken from.'],
  ['ci_config_sha', 'string', 'The commit that the pipeline’s file was taken from.'],
  ['groups_direct', 'string[]', 'The groups that the user is a direct member of.'],
]);

export const GITLAB = table('provider', 'GitLab', [
  ['sub', 'string', 'The user’s number at GitLab.'],
  ['sub_legacy', 'string', 'The identifier of the user that older versions gave.'],
  ['groups_direct', 'string[]', 'The groups that the user is a direct member of.'],
  ['https://gitlab.org/claims/groups/owner', 'string[]', 'The groups that the user owns.'],
  ['https://gitlab.org/claims/groups/maintainer', 'string[]', 'The groups that the user maintains.'],
  ['https://gitlab.org/claims/groups/developer', 'string[]', 'The groups that the user develops in.'],
]);

export const KUBERNETES = table('provider', 'Kubernetes', [
  ['sub', 'string', 'The service account, with its namespace.'],
  [
    'aud',
    'StringOrURI or StringOrURI[]',
    'Who may accept the token; the cluster’s own address where none was asked for.',
  ],
  [
    'exp',
    'NumericDate',
    'When the token ends. Tokens of older clients get a year and 7 seconds more; “warnafter” is their true end.',
  ],
  ['kubernetes.io', 'object', 'The namespace, the service account, and the pod and node that the token is bound to.'],
  [
    'kubernetes.io/serviceaccount/namespace',
    'string',
    'The namespace of the service account; a token of this old form never ends.',
  ],
  [
    'kubernetes.io/serviceaccount/secret.name',
    'string',
    'The Secret that holds the token; deleting it revokes the token.',
  ],
  ['kubernetes.io/serviceaccount/service-account.name', 'string', 'The name of the service account.'],
  ['kubernetes.io/serviceaccount/service-account.uid', 'string', 'The id of the service account.'],
]);

export const SPIFFE = table('provider', 'SPIFFE', [
  ['sub', 'URI', 'The workload, by its SPIFFE ID.'],
  ['aud', 'StringOrURI or StringOrURI[]', 'The workload that may accept the token.'],
]);

export const CIRCLECI = table('provider', 'CircleCI', [
  ['sub', 'string', 'The organization, the project and the user.'],
  ['aud', 'string', 'The organization, where no other audience was asked for.'],
  ['oidc.circleci.com/project-id', 'string', 'The project that the job belongs to.'],
  ['oidc.circleci.com/context-ids', 'string[]', 'The contexts whose secrets the job can use.'],
  ['oidc.circleci.com/vcs-origin', 'string', 'The repository that the job runs for.'],
  ['oidc.circleci.com/vcs-ref', 'string', 'The branch or tag that the job runs for.'],
  ['oidc.circleci.com/ssh-rerun', 'boolean', 'The job was started again with a shell for someone to log in to.'],
]);

export const BUILDKITE = table('provider', 'Buildkite', [
  ['sub', 'string', 'The organization, pipeline, branch, commit and step.'],
  ['organization_slug', 'string', 'The organization.'],
  ['pipeline_slug', 'string', 'The pipeline.'],
  ['build_number', 'integer', 'The build.'],
  ['build_branch', 'string', 'The branch that is built.'],
  ['build_tag', 'string', 'The tag that is built.'],
  ['build_commit', 'string', 'The commit that is built.'],
  ['step_key', 'string', 'The step of the pipeline.'],
  ['job_id', 'string', 'The job.'],
  ['agent_id', 'string', 'The agent that the job runs on.'],
]);

export const VERCEL = table('provider', 'Vercel', [
  ['sub', 'string', 'The team, project and environment.'],
  ['scope', 'string', 'The team, project and environment, as “sub”.'],
  ['owner', 'string', 'The team.'],
  ['owner_id', 'string', 'The id of the team.'],
  ['project', 'string', 'The project.'],
  ['project_id', 'string', 'The id of the project.'],
  ['environment', 'string', 'The environment: production, preview or development.'],
  ['plan', 'string', 'The plan that the team pays for.'],
]);

export const TERRAFORM = table('provider', 'HCP Terraform', [
  ['sub', 'string', 'The organization, project, workspace and phase of the run.'],
  ['terraform_organization_id', 'string', 'The id of the organization.'],
  ['terraform_organization_name', 'string', 'The organization.'],
  ['terraform_project_id', 'string', 'The id of the project.'],
  ['terraform_project_name', 'string', 'The project.'],
  ['terraform_workspace_id', 'string', 'The id of the workspace.'],
  ['terraform_workspace_name', 'string', 'The workspace.'],
  ['terraform_full_workspace', 'string', 'The organization, project and workspace.'],
  ['terraform_run_id', 'string', 'The run.'],
  ['terraform_run_phase', 'string', 'Whether the run plans or applies.'],
]);

export const VAULT = table('provider', 'HashiCorp Vault', [
  ['sub', 'string', 'The entity in Vault.'],
  ['namespace', 'string', 'The namespace in Vault.'],
]);
