/** Kinds from outside of sign-in: telephony, certificates, web push, workloads. */
import { addressOf } from '../address.ts';
import { claimStarts, hasClaims } from '../because.ts';
import { has, hasAll, objectOf, present, type TokenFacts, textOf, textsOf } from '../facts.ts';
import { type Told, told } from './kind.ts';

/** RFC 8225 section 5: who calls whom; `ppt` names an extension. */
export function passport({ header, claims }: TokenFacts): Told | undefined {
  if (objectOf(claims, 'orig') !== undefined && objectOf(claims, 'dest') !== undefined) {
    return told('PASSporT', 'shape', hasClaims('orig', 'dest'));
  }
  return has(header, 'ppt') ? told('PASSporT', 'shape', { code: 'parameters', values: { names: ['ppt'] } }) : undefined;
}

/** RFC 8555 section 6.2: every request says where it goes and which nonce it uses up. */
export function acmeRequest({ header }: TokenFacts): Told | undefined {
  if (addressOf(textOf(header, 'url')) === undefined || textOf(header, 'nonce') === undefined) return undefined;
  return told('ACME request', 'shape', { code: 'parameters', values: { names: ['url', 'nonce'] } });
}

/** RFC 8555 section 7.3.4: the account's key, signed with a MAC key that the authority gave out. */
export function acmeAccountBinding({ header, claims }: TokenFacts): Told | undefined {
  const isMac = textOf(header, 'alg')?.startsWith('HS') === true;
  if (!isMac || has(header, 'nonce') || addressOf(textOf(header, 'url')) === undefined) return undefined;
  if (!has(claims, 'kty')) return undefined;
  return told('ACME account binding', 'shape', { code: 'parameters', values: { names: ['url'] } });
}

/** RFC 8292 section 2: `aud` is an origin, `sub` a mailto: or https: address; nothing else is in it. */
export function vapidToken({ claims }: TokenFacts): Told | undefined {
  const contact = textOf(claims, 'sub');
  if (contact === undefined || !/^(?:mailto:|https:\/\/)/i.test(contact)) return undefined;
  if (!has(claims, 'exp') || present(claims, ['iss', 'nonce', 'scope', 'client_id']).length > 0) return undefined;
  const audiences = textsOf(claims, 'aud');
  const origin = addressOf(audiences[0]);
  if (audiences.length !== 1 || origin?.scheme !== 'https' || !origin.isOrigin) return undefined;
  return told('VAPID token', 'shape', { code: 'push-origin', values: {} });
}

const SUBJECTS: readonly string[] = ['system:serviceaccount:', 'spiffe://', 'project_path:'];

const RUNS: readonly (readonly string[])[] = [
  ['repository', 'workflow', 'run_id'],
  ['pipeline_id', 'project_path', 'job_id'],
  ['organization_slug', 'pipeline_slug', 'build_number'],
  ['oidc.circleci.com/project-id'],
  ['terraform_workspace_id', 'terraform_run_phase'],
];

/** What a platform gives to a running program, so that it can show who it is. */
export function workloadIdentity({ claims }: TokenFacts): Told | undefined {
  const run = RUNS.find((names) => hasAll(claims, names));
  if (run !== undefined) return told('workload identity token', 'said', hasClaims(...run));
  const subject = textOf(claims, 'sub');
  const prefix = SUBJECTS.find((each) => subject?.startsWith(each));
  return prefix === undefined ? undefined : told('workload identity token', 'shape', claimStarts('sub', prefix));
}
