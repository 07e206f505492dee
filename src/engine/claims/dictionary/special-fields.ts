/** Claims of special fields: content networks, constrained devices, registries of names, mobile networks. */
import { type DictionaryEntry, table } from './entry.ts';

const CONTENT_NETWORKS = table('registered', 'RFC 9246', [
  ['cdniv', 'integer', 'The version of the rules for a signed address.', '2.1.8'],
  ['cdnicrit', 'string', 'Claims that must be understood, or the content is refused.', '2.1.9'],
  ['cdniip', 'string', 'The addresses on the network that may fetch the content; usually encrypted.', '2.1.10'],
  ['cdniuc', 'string', 'The addresses of content that the token opens, as a pattern or a hash.', '2.1.11'],
  [
    'cdniets',
    'seconds',
    'How much longer the next token lives, where tokens are renewed while the content is read.',
    '2.1.12',
  ],
  ['cdnistt', 'integer', 'How the next token is handed over: 1 is by a cookie.', '2.1.13'],
  ['cdnistd', 'integer', 'How many parts of the path the next token is for.', '2.1.14'],
]);

const CONSTRAINED_DEVICES = table('registered', 'RFC 9200', [
  ['ace_profile', 'string', 'The profile of protection that the token is to be used with.', '5.10'],
  ['cnonce', 'string', 'A value of the service’s own, which shows that the token is fresh without a clock.', '5.10'],
  [
    'exi',
    'seconds',
    'How long the token holds from when the service first sees it, for devices without a clock.',
    '5.10.3',
  ],
]);

const SIGNATURES = table('registered', 'RFC 9321', [
  ['sig_val_claims', 'object', 'What came of validating a signature, so that it need not be validated again.', '3.2.3'],
]);

const PLACES = table('registered', 'CTA-5009', [
  ['geohash', 'string or string[]', 'An area of the earth, as a short code; the longer it is, the smaller the area.'],
]);

const REGISTRIES = table('registered', 'RFC 9560', [
  ['rdap_allowed_purposes', 'string[]', 'The purposes for which registration data may be looked up.', '3.1.5.1'],
  ['rdap_dnt_allowed', 'boolean', 'Whether look-ups of registration data may be kept out of the logs.', '3.1.5.2'],
]);

const FIVE_G = table('registered', '3GPP TS 29.510 clause 6.3.5.2.4', [
  ['consumerPlmnId', 'object', 'The mobile network of the function that uses the service.'],
  ['consumerSnpnId', 'object', 'The private network of the function that uses the service.'],
  ['producerPlmnId', 'object', 'The mobile network of the function that offers the service.'],
  ['producerSnpnId', 'object', 'The private network of the function that offers the service.'],
  ['producerSnssaiList', 'object[]', 'The network slices whose services may be used.'],
  ['producerNsiList', 'string[]', 'The instances of network slices whose services may be used.'],
  ['producerNfSetId', 'string', 'The set of functions that the one that offers the service belongs to.'],
  ['producerNfServiceSetId', 'string', 'The set of services that the one on offer belongs to.'],
  ['sourceNfInstanceId', 'string', 'The function that the data comes from.'],
  ['analyticsIdList', 'string[]', 'The analytics that may be asked for.'],
]);

const RESOURCE_OWNER = table('registered', '3GPP TS 29.222 clause 8.5.4.2.8', [
  ['resOwnerId', 'string', 'The subscriber who owns what is accessed.'],
]);

const VIRTUAL_FUNCTIONS = table('registered', 'ETSI GS NFV-SEC 022', [
  ['at_use_nbr', 'integer', 'How many requests the access token may be used for.'],
]);

export const SPECIAL_FIELDS: readonly DictionaryEntry[] = [
  ...CONTENT_NETWORKS,
  ...CONSTRAINED_DEVICES,
  ...SIGNATURES,
  ...PLACES,
  ...REGISTRIES,
  ...FIVE_G,
  ...RESOURCE_OWNER,
  ...VIRTUAL_FUNCTIONS,
];
