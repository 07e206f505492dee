/** What has been verified about a person, and by whom; levels of trust. */
import { type DictionaryEntry, table } from './entry.ts';

const VERIFIED = table('registered', 'OpenID Identity Assurance Schema Definition 1.0', [
  [
    'verified_claims',
    'object or object[]',
    'Claims about the person together with how, when and by what rules they were verified.',
    '5',
  ],
]);

const PERSON = table('registered', 'OpenID Connect for Identity Assurance Claims Registration 1.0', [
  ['place_of_birth', 'object', 'Where the person was born: country, region, town.', '4'],
  [
    'nationalities',
    'string[]',
    'The countries that the person is a national of, as codes of two or three letters.',
    '4',
  ],
  ['birth_family_name', 'string', 'The last name that the person had at birth.', '4'],
  ['birth_given_name', 'string', 'The first name that the person had at birth.', '4'],
  ['birth_middle_name', 'string', 'The middle name that the person had at birth.', '4'],
  ['salutation', 'string', 'How the person is addressed, such as Mr.', '4'],
  ['title', 'string', 'The person’s title, such as Dr.', '4'],
  ['msisdn', 'string', 'The person’s mobile number with country code.', '4'],
  ['also_known_as', 'string', 'A stage name, religious name or other name that the person goes by.', '4'],
]);

const VECTORS = table('registered', 'RFC 8485', [
  ['vot', 'string', 'How far the identity may be trusted, one component for each aspect, such as P1.Cc.'],
  ['vtm', 'URI', 'Where it is written down what the components of “vot” mean.'],
]);

export const IDENTITY_ASSURANCE: readonly DictionaryEntry[] = [...VERIFIED, ...PERSON, ...VECTORS];
