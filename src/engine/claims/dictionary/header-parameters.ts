/** The parameters of the JOSE Header. */
import { type DictionaryEntry, table } from './entry.ts';

const JWS = table('registered', 'RFC 7515', [
  ['alg', 'string', 'The algorithm that signs the token, or that protects the key of the encryption.', '4.1.1'],
  ['jku', 'URI', 'Where the issuer’s key set is; following it trusts whoever wrote the token.', '4.1.2'],
  ['jwk', 'JWK', 'The public key that belongs to the signature; it proves nothing about who the issuer is.', '4.1.3'],
  ['kid', 'string', 'Names the key that was used, for looking it up in a key set.', '4.1.4'],
  ['x5u', 'URI', 'Where the certificate of the key is; following it trusts whoever wrote the token.', '4.1.5'],
  ['x5c', 'base64[]', 'The certificate of the key and those above it, in ordinary base64.', '4.1.6'],
  ['x5t', 'base64url', 'SHA-1 hash of the certificate of the key.', '4.1.7'],
  ['x5t#S256', 'base64url', 'SHA-256 hash of the certificate of the key.', '4.1.8'],
  ['typ', 'media type', 'What kind of token this is.', '4.1.9'],
  ['cty', 'media type', 'What kind of content is inside; JWT where it is another token.', '4.1.10'],
  ['crit', 'string[]', 'Parameters that the recipient must understand, or refuse the token.', '4.1.11'],
]);

const JWE = table('registered', 'RFC 7516', [
  ['enc', 'string', 'The algorithm that encrypts the content.', '4.1.2'],
  ['zip', 'string', 'The content was compressed before it was encrypted; DEF is deflate.', '4.1.3'],
]);

const JWA = table('registered', 'RFC 7518', [
  ['epk', 'JWK', 'The sender’s public key for this one message, to agree upon a secret with.', '4.6.1.1'],
  ['apu', 'base64url', 'About the sender; it goes into the agreed secret.', '4.6.1.2'],
  ['apv', 'base64url', 'About the recipient; it goes into the agreed secret.', '4.6.1.3'],
  ['iv', 'base64url', 'Initialization vector of the encrypted key.', '4.7.1.1'],
  ['tag', 'base64url', 'Authentication tag of the encrypted key.', '4.7.1.2'],
  ['p2s', 'base64url', 'Salt that the key is derived from the password with.', '4.8.1.1'],
  ['p2c', 'integer', 'How many rounds deriving the key from the password takes.', '4.8.1.2'],
]);

const JWT = table('registered', 'RFC 7519', [
  ['iss', 'StringOrURI', 'Copy of the claim: who issued the token, to be read without decrypting.', '5.3'],
  ['sub', 'StringOrURI', 'Copy of the claim: whom the token is about, to be read without decrypting.', '5.3'],
  [
    'aud',
    'StringOrURI or StringOrURI[]',
    'Copy of the claim: who the token is for, to be read without decrypting.',
    '5.3',
  ],
]);

const ACME = table('registered', 'RFC 8555', [
  ['url', 'URI', 'The address that the request was sent to.', '6.4.1'],
  ['nonce', 'base64url', 'The server’s own value, used up by this request.', '6.5.2'],
]);

const OTHERS: readonly DictionaryEntry[] = [
  ...table('registered', 'RFC 7797', [
    ['b64', 'boolean', 'False where the payload was signed as it is, without base64url.', '3'],
  ]),
  ...table('registered', 'RFC 8225', [['ppt', 'string', 'The extension of PASSporT that the token follows.', '8.1']]),
  ...table('registered', 'RFC 9321', [['svt', 'array', 'Tokens that say how signatures were validated before.']]),
  ...table('registered', 'IHE ITI Document Digital Signature', [
    ['iheSSId', 'string', 'Names the set of signed documents.'],
  ]),
  ...table('registered', 'OpenID4VP 1.0', [['jwt', 'JWT', 'An attestation about the verifier that asks.', '12']]),
  ...table('registered', 'RFC 6749', [['client_id', 'string', 'The client that the token belongs to.']]),
  ...table('registered', 'OpenID Federation 1.0', [
    ['trust_chain', 'JWT[]', 'The statements from the signer up to a trust anchor.', '4.3'],
    ['peer_trust_chain', 'JWT[]', 'The statements from the other party up to the same trust anchor.', '4.4'],
  ]),
];

const UNREGISTERED: readonly DictionaryEntry[] = [
  ...table('specified', 'RFC 9901', [
    ['disclosures', 'string[]', 'The disclosures of an SD-JWT in JSON form; this parameter is not signed.', '8.1'],
    ['kb_jwt', 'JWT', 'The key binding of an SD-JWT in JSON form; this parameter is not signed.', '8.1'],
  ]),
  ...table('specified', 'OpenID4VCI 1.0', [
    ['key_attestation', 'JWT', 'An attestation of how well the holder’s key is kept.'],
  ]),
  ...table('specified', 'SD-JWT VC', [['vctm', 'string[]', 'Descriptions of the credential’s type, in base64url.']]),
];

export const HEADER_PARAMETERS: readonly DictionaryEntry[] = [
  ...JWS,
  ...JWE,
  ...JWA,
  ...JWT,
  ...ACME,
  ...OTHERS,
  ...UNREGISTERED,
];
