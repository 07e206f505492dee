/** Credentials, their status, and what must be understood. */
import { isJsonArray, isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import { type ClaimPart, members, membersAt, strings } from './part.ts';

const explainStatusMechanism = members(
  new Map([
    ['status_list', 'A list that holds the status, and the place in it.'],
    ['attestation', 'An attestation of the status that the holder brings along.'],
  ]),
);

/** Token Status List: where the status of this token stands. */
export function explainStatus(value: Json): readonly ClaimPart[] {
  const list = isJsonObject(value) ? (ownMember(value, 'status_list') ?? null) : null;
  const meaningOf = (name: string) => STATUS_REFERENCE.get(name) ?? 'About the list.';
  return [...explainStatusMechanism(value), ...membersAt('/status_list', list, meaningOf)];
}

const STATUS_REFERENCE: ReadonlyMap<string, string> = new Map([
  ['idx', 'The place of this token in the list.'],
  ['uri', 'Where the list is.'],
]);

export const explainStatusList = members(
  new Map([
    ['bits', 'How many bits each token has: 1, 2, 4 or 8.'],
    ['lst', 'The statuses, compressed, in base64url.'],
    ['aggregation_uri', 'Where all lists of this issuer are named.'],
  ]),
);

export const explainDigests = strings(
  () => 'Digest of a claim that may be disclosed, or of none, to hide how many there are.',
);

export const explainDisclosures = strings(() => 'A disclosure: salt, name and value of a claim, in base64url.');

/** W3C Verifiable Credentials Data Model. */
export const explainW3c = members(
  new Map([
    ['@context', 'The vocabularies that the terms are taken from.'],
    ['id', 'The address of the credential or presentation.'],
    ['type', 'What kind of credential or presentation it is.'],
    ['issuer', 'Who issued it.'],
    ['credentialSubject', 'What it says, and about whom.'],
    ['issuanceDate', 'From when on it holds.'],
    ['expirationDate', 'Until when it holds.'],
    ['validFrom', 'From when on it holds.'],
    ['validUntil', 'Until when it holds.'],
    ['credentialStatus', 'Where to look whether it was revoked.'],
    ['credentialSchema', 'What its data must look like.'],
    ['termsOfUse', 'What may be done with it.'],
    ['evidence', 'What the issuer has looked at.'],
    ['verifiableCredential', 'The credentials that are shown.'],
    ['holder', 'Who shows them.'],
  ]),
);

/** Tokens in a list, as in a trust chain: each is stated by the superior of the one before. */
export function explainTrustChain(value: Json): readonly ClaimPart[] {
  if (!isJsonArray(value)) return [];
  return value.map((_, i) => ({
    pointer: `/${i}`,
    label: `statement ${i + 1}`,
    meaning: placeInChain(i, value.length),
  }));
}

function placeInChain(index: number, count: number): string {
  if (index === 0) return 'What the entity says of itself.';
  return index === count - 1
    ? 'The last: from, or about, the trust anchor.'
    : 'What a superior says of the one before.';
}

/** OpenID Federation 1.0 section 5.1: a role in the federation, and its settings. */
export const explainMetadata = members(
  new Map([
    ['federation_entity', 'What everyone in the federation has: endpoints, contacts, names.'],
    ['openid_relying_party', 'As a client that signs people in with OpenID Connect.'],
    ['openid_provider', 'As an OpenID provider.'],
    ['oauth_authorization_server', 'As an authorization server.'],
    ['oauth_client', 'As an OAuth client.'],
    ['oauth_resource', 'As a service that takes access tokens.'],
    ['openid_credential_issuer', 'As an issuer of credentials.'],
    ['openid_credential_verifier', 'As a verifier of credentials.'],
    ['openid_wallet_provider', 'As a provider of wallets.'],
  ]),
);

/** RFC 7515 section 4.1.11; as a claim, OpenID Federation 1.0. */
export const explainCritical = strings((name) => `Whoever does not understand “${name}” must refuse the token.`);
