/** About a person: address, what was verified, how they are identified. */
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import { type ClaimPart, eachObject, type Meanings, members, membersAt } from './part.ts';

/** OpenID Connect Core section 5.1.1. */
export const explainAddress = members(
  new Map([
    ['formatted', 'The whole address, as on a letter.'],
    ['street_address', 'Street and number, or a post box.'],
    ['locality', 'Town.'],
    ['region', 'State, province or region.'],
    ['postal_code', 'Postal code.'],
    ['country', 'Country.'],
  ]),
);

export const explainPlaceOfBirth = members(
  new Map([
    ['country', 'Country.'],
    ['region', 'State, province or region.'],
    ['locality', 'Town.'],
  ]),
);

const VERIFICATION: Meanings = new Map([
  ['trust_framework', 'The rules that the verification kept to.'],
  ['assurance_level', 'How sure the verification is, by those rules.'],
  ['assurance_process', 'How that level was reached.'],
  ['time', 'When it was verified.'],
  ['verification_process', 'The verification, by the issuer’s own name for it.'],
  ['evidence', 'What was looked at: documents, records, vouchers.'],
]);

/** OpenID Identity Assurance Schema Definition 1.0 section 5. */
export function explainVerifiedClaims(value: Json): readonly ClaimPart[] {
  return eachObject(value, (pointer, item) => {
    if (!isJsonObject(item)) return [];
    const verification = ownMember(item, 'verification') ?? null;
    const claims = ownMember(item, 'claims') ?? null;
    return [
      ...membersAt(
        `${pointer}/verification`,
        verification,
        (name) => VERIFICATION.get(name) ?? 'About the verification.',
      ),
      ...membersAt(`${pointer}/claims`, claims, () => 'A claim that was verified so.'),
    ];
  });
}

/** RFC 9493 section 3.2. */
export const explainSubjectIdentifier = members(
  new Map([
    ['format', 'Which kind of identifier it is.'],
    ['iss', 'Who gave the identifier out.'],
    ['sub', 'The identifier at that issuer.'],
    ['email', 'An e-mail address.'],
    ['phone_number', 'A telephone number.'],
    ['uri', 'An account or another thing, by its address.'],
    ['url', 'A decentralized identifier.'],
    ['id', 'An identifier without further meaning.'],
    ['identifiers', 'Several identifiers of the same one.'],
    ['user', 'The user.'],
    ['session', 'The session.'],
    ['device', 'The device.'],
    ['application', 'The application.'],
    ['tenant', 'The organization.'],
    ['org_unit', 'The unit of the organization.'],
    ['group', 'The group.'],
  ]),
);

/** OpenID Connect Core section 5.6.2: a claim, and the source that has it. */
export function explainClaimNames(value: Json): readonly ClaimPart[] {
  if (!isJsonObject(value)) return [];
  return membersAt('', value, (name) => {
    const source = ownMember(value, name);
    return typeof source === 'string' ? `Comes from the source “${source}”.` : 'Names no source.';
  });
}

export function explainClaimSources(value: Json): readonly ClaimPart[] {
  if (!isJsonObject(value)) return [];
  return membersAt('', value, (name) => sourceMeaning(ownMember(value, name)));
}

function sourceMeaning(source: Json | undefined): string {
  if (isJsonObject(source) && ownMember(source, 'JWT') !== undefined) return 'A token with the claims is in here.';
  if (isJsonObject(source) && ownMember(source, 'endpoint') !== undefined) return 'The claims are to be asked for.';
  return 'Says neither where the claims are nor what they are.';
}
