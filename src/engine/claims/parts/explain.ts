/** Structured values in their parts, by the name of the claim or header parameter. */
import type { Json } from '../../types.ts';
import { explainActors, explainPermittedActor } from './actors.ts';
import { explainAudience } from './audience.ts';
import { explainMethods } from './authentication-methods.ts';
import * as authorization from './authorization.ts';
import * as credentials from './credentials.ts';
import { explainEvents } from './events.ts';
import { explainCertificates, explainConfirmation, explainJwk, explainKeySet } from './keys.ts';
import type { ClaimPart, Explain } from './part.ts';
import * as person from './person.ts';
import { explainScope, explainTrustVector } from './scopes.ts';
import { explainCallData, explainMediaKeys, explainParty } from './telephony.ts';
import * as workloads from './workloads.ts';

const EXPLAIN: ReadonlyMap<string, Explain> = new Map([
  ['aud', explainAudience],
  ['sub', workloads.explainSubject],
  ['scope', explainScope],
  ['scp', explainScope],
  ['amr', explainMethods],
  ['vot', explainTrustVector],
  ['events', explainEvents],
  ['cnf', explainConfirmation],
  ['act', explainActors],
  ['may_act', explainPermittedActor],
  ['address', person.explainAddress],
  ['place_of_birth', person.explainPlaceOfBirth],
  ['verified_claims', person.explainVerifiedClaims],
  ['sub_id', person.explainSubjectIdentifier],
  ['_claim_names', person.explainClaimNames],
  ['_claim_sources', person.explainClaimSources],
  ['authorization_details', authorization.explainAuthorizationDetails],
  ['realm_access', authorization.explainRealmAccess],
  ['resource_access', authorization.explainResourceAccess],
  ['roles', authorization.explainRoles],
  ['cognito:roles', authorization.explainRoles],
  ['groups', authorization.explainGroups],
  ['cognito:groups', authorization.explainGroups],
  ['entitlements', authorization.explainEntitlements],
  ['permissions', authorization.explainPermissions],
  ['wids', authorization.explainAdministratorRoles],
  ['o', authorization.explainClerkOrganization],
  ['https://hasura.io/jwt/claims', authorization.explainHasura],
  ['fva', workloads.explainFactorAges],
  ['kubernetes.io', workloads.explainKubernetes],
  ['firebase', workloads.explainFirebase],
  ['status', credentials.explainStatus],
  ['status_list', credentials.explainStatusList],
  ['_sd', credentials.explainDigests],
  ['disclosures', credentials.explainDisclosures],
  ['vc', credentials.explainW3c],
  ['vp', credentials.explainW3c],
  ['metadata', credentials.explainMetadata],
  ['trust_chain', credentials.explainTrustChain],
  ['peer_trust_chain', credentials.explainTrustChain],
  ['crit', credentials.explainCritical],
  ['orig', explainParty],
  ['dest', explainParty],
  ['div', explainParty],
  ['mky', explainMediaKeys],
  ['rcd', explainCallData],
  ['jwk', explainJwk],
  ['sub_jwk', explainJwk],
  ['epk', explainJwk],
  ['jwks', explainKeySet],
  ['keys', explainKeySet],
  ['attested_keys', explainKeySet],
  ['x5c', explainCertificates],
]);

/** The names whose values are explained in parts. */
export const EXPLAINED_NAMES: readonly string[] = [...EXPLAIN.keys()];

/**
 * The parts of a claim's or header parameter's value, in their order, with pointers from the value itself. Empty for a
 * name that has no parts, and for a value of another shape than it should have. Never throws.
 */
export function explainParts(name: string, value: Json): readonly ClaimPart[] {
  return EXPLAIN.get(name)?.(value) ?? [];
}
