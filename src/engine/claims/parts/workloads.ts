/** What running programs and their platforms say of themselves, and subjects with a form of their own. */
import { isJsonArray, isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import { type ClaimPart, members, membersAt } from './part.ts';

export const explainKubernetes = members(
  new Map([
    ['namespace', 'The namespace that the program runs in.'],
    ['serviceaccount', 'The service account, with its name and id.'],
    ['pod', 'The pod that the token is bound to: it ends with it.'],
    ['node', 'The node that the pod runs on.'],
    ['secret', 'The Secret that the token is bound to: it ends with it.'],
    ['warnafter', 'When the token should have been renewed; it holds longer for the sake of older clients.'],
  ]),
);

const explainSignIn = members(
  new Map([
    ['sign_in_provider', 'How the user signed in; custom is by a token of the application’s own.'],
    ['sign_in_second_factor', 'The second factor that was used.'],
    ['identities', 'The accounts that are linked.'],
    ['tenant', 'The tenant of the project.'],
  ]),
);

export function explainFirebase(value: Json): readonly ClaimPart[] {
  const identities = isJsonObject(value) ? (ownMember(value, 'identities') ?? null) : null;
  return [
    ...explainSignIn(value),
    ...membersAt('/identities', identities, () => 'Where the user has a linked account.'),
  ];
}

/** One form of a subject; the groups of the pattern are its parts, in the order of `meanings`. */
interface SubjectForm {
  readonly pattern: RegExp;
  readonly meanings: readonly string[];
}

const SUBJECTS: readonly SubjectForm[] = [
  {
    pattern: /^system:serviceaccount:([^:]+):([^:]+)$/d,
    meanings: ['The namespace.', 'The service account.'],
  },
  {
    pattern: /^repo:([^:/]+)\/([^:/]+):(.+)$/ds,
    meanings: ['The owner of the repository.', 'The repository.', 'The branch, tag, environment or event of the run.'],
  },
  {
    pattern: /^project_path:([^:]+):ref_type:([^:]+):ref:(.+)$/ds,
    meanings: ['The project.', 'Whether a branch or a tag follows.', 'The branch or tag.'],
  },
  {
    pattern: /^spiffe:\/\/([^/]+)(\/.+)$/ds,
    meanings: ['The trust domain.', 'The workload in it.'],
  },
  {
    pattern:
      /^(auth0|google-oauth2|windowslive|github|facebook|apple|linkedin|samlp|waad|adfs|oauth2|oidc|email|sms)\|(.+)$/ds,
    meanings: ['The connection that the user signed in by.', 'The user in that connection.'],
  },
  {
    pattern: /^(.+)@clients$/ds,
    meanings: ['The application, which signed in as itself.'],
  },
];

/** Subjects of GitHub, GitLab, Kubernetes, SPIFFE and Auth0 have parts; any other has none. */
export function explainSubject(value: Json): readonly ClaimPart[] {
  if (typeof value !== 'string') return [];
  for (const { pattern, meanings } of SUBJECTS) {
    const found = pattern.exec(value);
    if (found !== null) return groupParts(found, meanings);
  }
  return [];
}

function groupParts(found: RegExpExecArray, meanings: readonly string[]): readonly ClaimPart[] {
  return meanings.flatMap((meaning, i) => {
    const label = found[i + 1];
    const span = found.indices?.[i + 1];
    return label === undefined || span === undefined ? [] : [{ pointer: '', span, label, meaning }];
  });
}

/** Minutes since the first and the second factor were shown, as Clerk counts them. */
export function explainFactorAges(value: Json): readonly ClaimPart[] {
  if (!isJsonArray(value)) return [];
  return ['first', 'second'].flatMap((factor, i) => {
    const minutes = value[i];
    if (typeof minutes !== 'number') return [];
    const meaning =
      minutes < 0 ? `The ${factor} factor was never shown.` : `Minutes since the ${factor} factor was shown.`;
    return [{ pointer: `/${i}`, label: String(minutes), meaning }];
  });
}
