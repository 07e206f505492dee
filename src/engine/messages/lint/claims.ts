/** Findings about claims. */
import { text } from '../sentence.ts';
import { shown, words } from './words.ts';

const SECONDS = 'Write the number of seconds since 1970, as a JSON number.';
const ENCRYPT = 'Leave it out, or encrypt the token: everyone who holds it can read the payload.';

const missing = (name: string) => `There is no “${name}”.`;
const notText = (name: string) => `“${name}” is no string.`;
const claim = (v: Parameters<typeof text>[0]) => `“${text(v, 'name')}”`;

export const CLAIM_WORDS = {
  'exp-missing': words(missing('exp'), 'Let tokens expire: one that does not is good until its key is changed.'),
  // values: name, found
  'time-not-number': words((v) => `${claim(v)} is no number: ${shown(v, 'found')}.`, SECONDS),
  'time-iso-string': words((v) => `${claim(v)} is a date as text, ${shown(v, 'found')}.`, SECONDS),
  // values: name, seconds
  'time-milliseconds': words(
    (v) => `${claim(v)} looks like milliseconds: as seconds it lies some thousands of years ahead.`,
    (v) => `Divide by 1000: ${text(v, 'seconds')}. JavaScript’s Date.now() is the usual cause.`,
  ),
  // values: name, unit, seconds
  'time-micro-or-nano': words(
    (v) => `${claim(v)} looks like ${text(v, 'unit')}.`,
    (v) => `Write seconds: ${text(v, 'seconds')}.`,
  ),
  'time-fractional': words(
    (v) => `${claim(v)} has a fraction.`,
    'It is allowed; some libraries refuse it, so whole seconds are safer.',
  ),
  'time-negative-or-zero': words(
    (v) => `${claim(v)} lies before 2001.`,
    'Look for a clock that was not set, or for a lifetime in place of a point in time.',
  ),
  // values: name, literal
  'time-exponent-literal': words(
    (v) => `${claim(v)} is written ${text(v, 'literal')}.`,
    'It is allowed. Plain digits are what every library reads.',
  ),
  'exp-past': words('The token has expired.', 'It must not be accepted any more. Ask the issuer for a new one.'),
  'nbf-future': words('The token is not valid yet.', 'Wait, or look whether the clocks of issuer and verifier differ.'),
  'iat-future': words(
    'The token says that it was issued in the future.',
    'Look whether the clocks differ; otherwise somebody wrote the claim.',
  ),
  'exp-before-iat': words(
    'The token expires before it was issued.',
    'It was never valid. Look how the issuer computes “exp”.',
  ),
  'exp-before-nbf': words(
    'The token expires before it becomes valid.',
    'It was never valid. Look how the issuer computes “exp” and “nbf”.',
  ),
  'nbf-before-iat': words(
    '“nbf” lies more than five minutes before “iat”.',
    'Some issuers allow for clocks that differ in this way. Nothing needs to be done.',
  ),
  // values: hours, kind
  'lifetime-long': words(
    (v) =>
      `The token lives ${lifetime(Number(v.hours))}${v.kind === '' ? '' : `, long for ${article(text(v, 'kind'))}`}.`,
    'Let tokens live for minutes and be renewed: a stolen one works until it expires.',
  ),
  'iss-missing': words(missing('iss'), 'Let the issuer name itself, so that the right key is used.'),
  // values: iss, fault ('not-uri' | 'http' | 'more')
  'iss-not-https': words((v) => {
    if (v.fault === 'http') return `The issuer ${shown(v, 'iss')} is not protected by https.`;
    return v.fault === 'more'
      ? `The issuer ${shown(v, 'iss')} has a query or a fragment.`
      : `The issuer ${shown(v, 'iss')} has a colon and is no URI.`;
  }, 'Use an https address without query and fragment: that is what its keys are looked up by.'),
  // values: iss, expected
  'iss-trailing-slash-mismatch': words(
    (v) =>
      `The issuer is ${shown(v, 'iss')} and expected is ${shown(v, 'expected')}: they differ in a final slash or in case.`,
    'Issuers are compared character by character. Write the expected one exactly.',
  ),
  'iss-unexpected': words(
    (v) => `The issuer is ${shown(v, 'iss')}; expected is ${shown(v, 'expected')}.`,
    'Refuse the token.',
  ),
  // values: iss
  'iss-mixup': words(
    (v) => `The issuer ${shown(v, 'iss')} and the tenant in “tid” do not belong together.`,
    'With many tenants, compare “tid” with the issuer, and both with those that you take.',
  ),
  'sub-missing': words(missing('sub'), 'Let the issuer name whom the token is about.'),
  'sub-not-string': words(
    notText('sub'),
    'Put it in quotation marks. Numbers of users are the usual cause, and PyJWT refuses them since 2.10.',
  ),
  'jti-not-string': words(notText('jti'), 'Put it in quotation marks.'),
  'iss-not-string': words(notText('iss'), 'Let the issuer write a string.'),
  'sub-email': words(
    '“sub” is an e-mail address.',
    'Use an identifier that is never given to another person, and that tells nothing about them.',
  ),
  // values: name
  'sub-equals-client-id': words(
    (v) => `“sub” is the client itself (${shown(v, 'name')}): the token stands for a program, not for a person.`,
    'Do not take its subject for a user.',
  ),
  'aud-missing': words(
    missing('aud'),
    'Let the issuer name the service: without an audience every service that trusts the issuer takes the token.',
  ),
  'aud-bad-type': words('“aud” is neither a string nor a list of strings.', 'Let the issuer write one or the other.'),
  // values: aud
  'aud-wildcard-or-generic': words(
    (v) => `The audience ${shown(v, 'aud')} could be anyone.`,
    'Name the service by its address or a name of its own.',
  ),
  // values: count
  'aud-many': words(
    (v) => `The token is for ${text(v, 'count')} audiences.`,
    'Each of them can use it at the others. Ask for a token for each.',
  ),
  // values: expected
  'aud-unexpected': words(
    (v) => `The token is not for ${text(v, 'expected')}.`,
    'Refuse it: it was made for another service.',
  ),
  'jti-missing': words(
    missing('jti'),
    'Let the issuer give tokens an identifier where they are to be revoked, or used once.',
  ),
  'jti-weak': words('“jti” is short enough to be guessed or used again.', 'Use a random identifier, such as a UUID.'),
  'iat-missing': words(missing('iat'), 'Let the issuer say when it made the token, so that its age can be judged.'),
  // values: name
  'claim-empty': words((v) => `${claim(v)} is empty.`, 'Leave a claim out that says nothing.'),
  'claim-sensitive-name': words((v) => `The name of ${shown(v, 'name')} speaks of a secret.`, ENCRYPT),
  'claim-secret-value': words(
    (v) => `The value of ${shown(v, 'name')} has the shape of ${text(v, 'shape')}.`,
    `Take it out of use if it is a real one. ${ENCRYPT}`,
  ),
  'claim-nested-jwt': words(
    (v) => `${claim(v)} is a token of its own.`,
    'Open it as one. As long as it is valid, who holds this token holds that one too.',
  ),
  'claim-pii': words((v) => `${claim(v)} is about a person.`, 'Send no more of a person than the receiver needs.'),
  // values: name, role
  'claim-privilege': words(
    (v) => `${claim(v)} gives wide rights${v.role === undefined ? '' : `: ${shown(v, 'role')}`}.`,
    'Rights in a token are as good as its signature, and stay until it expires.',
  ),
  'claim-url-ssrf': words(
    (v) => `${claim(v)} is an address that only your own machine or network reaches.`,
    'Never fetch an address from a token.',
  ),
  'claim-html': words(
    (v) => `${claim(v)} holds HTML or a script.`,
    'Encode it wherever it is shown. Here it is shown as text.',
  ),
  'claim-control-or-bidi': words(
    (v) => `${shown(v, 'name')} holds characters that are not seen, or that turn the direction of text.`,
    'Do not show it as it is: what a person reads may not be what a program compares.',
  ),
  // values: name, meant
  'claim-name-typo': words(
    (v) => `${claim(v)} looks like “${text(v, 'meant')}” and is not.`,
    (v) => `Write “${text(v, 'meant')}” if that is meant: names are case-sensitive, and verifiers pass over any other.`,
  ),
  // values: name, another
  'claim-private-collision': words(
    (v) => `${claim(v)} is in no registry, and ${text(v, 'another')} means something of its own by it.`,
    'Where tokens of several issuers meet, use a name that is an address of your own (RFC 7519 section 4.2).',
  ),
  // the check's own sentence is told
  'at-hash-mismatch': words(
    'A hash in the token is not that of the access token, code or state that was given.',
    'Refuse the pair: they were not issued together.',
  ),
  'scope-array': words('“scope” is a list.', 'Write one string with spaces between the scopes (RFC 8693 section 4.2).'),
  'nonce-missing-id-token': words(
    'The ID token has “c_hash” and no “nonce”.',
    'In the implicit and the hybrid flow “nonce” is required: it ties the token to the request.',
  ),
  // values: name, length
  'b64-claim-blob': words(
    (v) => `${claim(v)} has ${text(v, 'length')} characters.`,
    'Keep tokens small; put a reference in place of the content.',
  ),
} as const;

function lifetime(hours: number): string {
  if (hours < 48) return `${Math.round(hours)} hours`;
  const days = Math.round(hours / 24);
  return days < 730 ? `${days} days` : `${Math.round(days / 365.25)} years`;
}

function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
