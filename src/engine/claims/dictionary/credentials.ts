/** Selective disclosure, credentials, their status. */
import { type DictionaryEntry, table } from './entry.ts';

const SD_JWT = table('registered', 'RFC 9901', [
  ['_sd', 'string[]', 'Digests of claims that are left out here and may be disclosed one by one.', '4.2.4.1'],
  ['...', 'string', 'Digest of an item of a list that is left out here and may be disclosed.', '4.2.4.2'],
  ['_sd_alg', 'string', 'The hash that the digests were made with; sha-256 where it is left out.', '4.1.1'],
  ['sd_hash', 'base64url', 'Hash of the SD-JWT that the key binding belongs to, with what is disclosed in it.'],
]);

const SD_JWT_VC = table('specified', 'SD-JWT VC', [
  ['vct', 'string', 'The type of the credential, which says what claims it has and what they mean.'],
  ['vct#integrity', 'string', 'Hash of the document that describes the type named by “vct”.'],
]);

const W3C = table('registered', 'W3C Verifiable Credentials Data Model 1.0', [
  ['vc', 'object', 'A W3C credential: what an issuer says about its subject.', '6.3.1'],
  ['vp', 'object', 'A W3C presentation: the credentials that a holder shows.', '6.3.1'],
]);

const W3C_2 = table('specified', 'W3C Verifiable Credentials Data Model 2.0', [
  ['@context', 'array', 'The vocabularies that the terms of the credential are taken from.'],
  ['type', 'string or string[]', 'What kind of credential or presentation it is.'],
  ['credentialSubject', 'object or object[]', 'What the credential says, and about whom.'],
  ['issuer', 'string', 'Who issued the credential, as an address or a decentralized identifier.'],
  ['validFrom', 'date and time', 'From when on the credential holds.'],
  ['validUntil', 'date and time', 'Until when the credential holds.'],
  ['credentialStatus', 'object or object[]', 'Where to look whether the credential was revoked.'],
  ['verifiableCredential', 'object[]', 'The credentials that are shown.'],
]);

const STATUS = table('registered', 'Token Status List', [
  ['status', 'object', 'Where to look whether the token was revoked or suspended: a list, and the place in it.'],
]);

const STATUS_LIST = table('specified', 'Token Status List', [
  ['status_list', 'object', 'The statuses of many tokens, a few bits each, compressed.'],
  ['ttl', 'seconds', 'How long the list may be kept before it is fetched anew.'],
]);

const PROOFS = table('specified', 'OpenID4VCI 1.0', [
  ['attested_keys', 'JWK[]', 'Keys that the holder’s device keeps, and that someone vouches for.'],
  ['key_storage', 'string[]', 'How well the attested keys are kept from attackers.'],
  ['user_authentication', 'string[]', 'How well the use of the attested keys is kept to the person.'],
  ['wallet_name', 'string', 'The name of the wallet.'],
  ['wallet_link', 'URI', 'Where there is more about the wallet.'],
]);

export const CREDENTIALS: readonly DictionaryEntry[] = [
  ...SD_JWT,
  ...SD_JWT_VC,
  ...W3C,
  ...W3C_2,
  ...STATUS,
  ...STATUS_LIST,
  ...PROOFS,
];
