/** Findings in the characters of a token, and in the text of its JSON. */
import { text } from '../sentence.ts';
import { shown, thePart, words } from './words.ts';

export const LEXICAL_WORDS = {
  // values: character, where ('ends' | 'wrapping' | 'inside')
  'token-whitespace': words(
    (v) =>
      v.where === 'ends'
        ? 'There is white space around the token.'
        : 'White space or an invisible character stands within the token, and was left out.',
    'Remove it: a compact token has none. Logs and mails that wrap lines are the usual cause.',
  ),
  // values: found
  'bearer-prefix': words(
    (v) =>
      `${shown(v, 'found')} stands before the token. It belongs to the request or the file that the token came from.`,
    'Hand only the token to a JWT library; many refuse what stands around it.',
  ),
  'url-encoded-token': words(
    'Characters of the token are percent-encoded, as in an address.',
    'Decode the address before you take the token out of it.',
  ),
  'illegal-characters': words(
    'A character that cannot stand in a compact token is in it.',
    'Copy the token again, from its first to its last character. Braces or quotation marks mean another serialization.',
  ),
  // values: serialization
  'json-serialization': words(
    (v) => `This is the ${text(v, 'serialization')} JSON serialization, which is not a JWT.`,
    'Let a JWT verifier take the compact serialization only: where one parser checks one form and another reads the other, they read different bytes.',
  ),
  // values: count
  'segment-count': words(
    'The text is one word without dots: an opaque token or a session identifier, perhaps, and no JWT.',
    'A signed token has three parts joined by dots, an encrypted one five. Copy all of them; an opaque token can only be asked about at its issuer.',
  ),
  // values: part
  'empty-segment': words(
    (v) =>
      v.part === 'header'
        ? 'The header is empty, so nothing says how the token is to be read.'
        : 'The payload is empty: it is detached, or there is none.',
    (v) =>
      v.part === 'header'
        ? 'Copy the token again from its beginning.'
        : 'Give the content that belongs to the token to check its signature.',
  ),
  // values: alg
  'empty-signature': words(
    (v) => `The header says ${text(v, 'alg')}, and the signature is empty: it was taken off.`,
    'Refuse it. A verifier that takes an empty signature takes any forgery.',
  ),
  'base64-standard-alphabet': words(
    '“+” or “/” stands in the token: that is standard base64, and JOSE uses base64url with “-” and “_”.',
    'Let the issuer encode with base64url. What could be read is shown.',
  ),
  'base64-padding': words(
    'A part of the token is padded with “=”.',
    'Let the issuer leave the padding out (RFC 7515 section 2).',
  ),
  'base64-bad-length': words('A part of the token has an impossible length.', 'Look for a lost or an added character.'),
  'base64-trailing-bits': words(
    'The last character of a part has spare bits that are not zero.',
    'Refuse such spellings: several of them decode to the same bytes, so a list of revoked tokens kept by their text can be walked around.',
  ),
  'invalid-utf8': words(
    'The content is not UTF-8.',
    'JSON in JOSE must be UTF-8. Look for a changed character, or for an issuer that writes another encoding.',
  ),
  // values: part
  'utf16-or-32': words(
    (v) => `${thePart(v)} is text in UTF-16 or UTF-32.`,
    'Let the issuer encode JSON as UTF-8; nothing else may be used.',
  ),
  // values: part
  'json-bom': words(
    (v) => `${thePart(v)} begins with a byte order mark (EF BB BF).`,
    'Let the issuer leave it out: some parsers drop it, others refuse the text.',
  ),
  // values: part, name
  'json-duplicate-member': words(
    (v) => `${thePart(v)} has the member ${shown(v, 'name')} twice in one object.`,
    'Refuse it: one parser reads the first value and another the last, so that what is checked is not what is used.',
  ),
  // values: part, name
  'json-escaped-member-name': words(
    (v) => `The name ${shown(v, 'name')} in the ${text(v, 'part')} is written with escapes for plain letters.`,
    'Compare names after parsing, never in the text: escapes hide a name from a filter that searches the text.',
  ),
  // values: part
  'json-insignificant-whitespace': words(
    (v) => `${thePart(v)} holds white space that JSON does not need.`,
    'It is allowed. Never write the JSON anew before checking: the signature is over these very bytes.',
  ),
  // values: part
  'json-not-object': words(
    (v) => `${thePart(v)} is JSON, but no object.`,
    'A JWT claims set is an object. Any other content makes this a plain JWS, which a JWT verifier refuses.',
  ),
  // values: part
  'json-invalid': words(
    (v) => `${thePart(v)} is not JSON.`,
    'Look at the place that is marked; what can be read is shown.',
  ),
  // values: part, literal
  'json-unsafe-integer': words(
    (v) =>
      `The number ${text(v, 'literal')} in the ${text(v, 'part')} is not held exactly by a double: JavaScript and others round it.`,
    'Write identifiers as strings.',
  ),
  // values: part, name
  'json-proto-member': words(
    (v) => `${thePart(v)} has a member ${shown(v, 'name')}, which every JavaScript object inherits something under.`,
    'Never copy members into an object by name without a check; it is bait for prototype pollution.',
  ),
  // values: part, depth
  'json-deep-nesting': words(
    (v) => `${thePart(v)} nests ${text(v, 'depth')} levels deep.`,
    'Limit the depth that your parser goes to; such texts are made to exhaust it.',
  ),
  // values: part
  'json-trailing-content': words(
    (v) => `After the JSON of the ${text(v, 'part')} there is more.`,
    'Refuse it: some parsers stop at the closing brace, and others do not.',
  ),
  'payload-double-encoded': words(
    'The payload is a JSON string that holds the claims set as text: it was encoded twice.',
    'Hand the object itself to the signing function, not its JSON.',
  ),
  // values: bytes
  'token-large': words((v) => {
    const bytes = Number(v.bytes);
    if (bytes > 8192) return `The token has ${bytes} bytes, more than many servers take in one header line (8 KiB).`;
    return bytes > 4096
      ? `The token has ${bytes} bytes, more than fits into one cookie (4096).`
      : `The token has ${bytes} bytes.`;
  }, 'Keep tokens small: leave in them what every request needs, and let the rest be asked for.'),
  'token-form': words(
    'The token breaks a rule of its serialization.',
    'Let the issuer make it as the specification says; other verifiers will refuse it.',
  ),
} as const;
