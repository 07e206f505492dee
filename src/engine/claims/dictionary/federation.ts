/** OpenID Federation: statements that entities make about themselves and those below them. */
import { table } from './entry.ts';

export const FEDERATION = table('registered', 'OpenID Federation 1.0', [
  ['jwks', 'JWK Set', 'The entity’s public keys for the statements that it signs.', '13.1'],
  [
    'metadata',
    'object',
    'What the entity is in the federation, such as a provider or a client, with its settings.',
    '13.2',
  ],
  [
    'constraints',
    'object',
    'What the trust chain below must keep to: its length, its names, its kinds of entity.',
    '13.3',
  ],
  ['crit', 'string[]', 'Claims of this token that its recipient must understand, or refuse the token.', '13.4'],
  ['ref', 'URI', 'Where there is more about what the trust mark stands for.', '13.5'],
  ['delegation', 'JWT', 'The owner’s permission to issue this trust mark.', '13.6'],
  ['logo_uri', 'URI', 'Address of a logo to be shown.', '13.7'],
  ['authority_hints', 'URI[]', 'The entities directly above this one.', '3.2'],
  ['trust_anchor_hints', 'URI[]', 'The trust anchors that chains of this entity end at.', '3.2'],
  ['trust_marks', 'object[]', 'Seals that others have given to this entity.', '3.2'],
  ['trust_mark_issuers', 'object', 'Who may issue each type of trust mark.', '3.2'],
  ['trust_mark_owners', 'object', 'Who owns each type of trust mark, and their keys.', '3.2'],
  ['metadata_policy', 'object', 'Rules that the settings of entities below are changed and checked by.', '3.3'],
  [
    'metadata_policy_crit',
    'string[]',
    'Rules of “metadata_policy” that must be understood, or the chain is invalid.',
    '3.3',
  ],
  ['source_endpoint', 'URI', 'Where this statement was fetched, and a newer one can be.', '3.3'],
  ['keys', 'JWK[]', 'Public keys: the members of a JWK Set, which the token is.', '5.2.1'],
  ['trust_mark_type', 'URI', 'What kind of trust mark it is.', '7.1'],
  ['trust_chain', 'JWT[]', 'The statements from the entity up to the trust anchor.', '8.3.2'],
  ['trust_anchor', 'URI', 'The trust anchor that both sides have settled upon.', '12.2.3'],
]);
