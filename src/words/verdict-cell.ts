/** The cells of the verdict bar: a word for the state and, small below it, the reason. */
import type { VerdictCode } from '../engine/codes.ts';
import type { DoneBy, Trust, Values } from '../engine/types.ts';
import { number } from './numbers.ts';

export interface CellFacts {
  readonly code:
    | VerdictCode
    | 'nothing-pasted'
    | 'signed-here'
    | 'encrypted-here'
    | 'checking'
    | 'engine-missing'
    | 'stopped';
  /** the question is whether it can be decrypted, not who signed it */
  readonly encrypted: boolean;
  readonly values: Values;
  readonly alg: string | undefined;
  readonly trust: Trust | undefined;
  readonly by: DoneBy | undefined;
}

export interface CellWords {
  readonly word: string;
  readonly reason: string;
}

type Reason = string | ((values: Values, facts: CellFacts) => string);

const NOT_CHECKED = 'Not checked';
const MALFORMED = 'Malformed';
const DOES_NOT_FIT = 'Key does not fit';
const CANNOT = 'Cannot check here';
const CANNOT_DECRYPT = 'Cannot decrypt here';
const FAILED = 'Failed';
const NEEDS_KEY = 'Needs a key';
const NOT_DECRYPTED = 'Not decrypted';

const needsInstead: Reason = (v) => `${v.alg} needs ${v.need}, not ${v.have}`;
const notBase64url: Reason = (v) => `${v.part} is not base64url`;

function ofSegments({ count }: Values, { encrypted }: CellFacts): string {
  return `${count} ${count === 1 ? 'segment' : 'segments'}, ${encrypted ? 5 : 3} needed`;
}

/** Which key did it, and what did the work where that was not the browser's own cryptography. */
function whatMatched({ alg, values, trust, by }: CellFacts): string {
  const key = trust === 'token-supplied-key' ? 'the token brought the key' : `your ${values.keyWord ?? 'key'}`;
  const work = by === 'javascript' ? ', checked in JavaScript' : '';
  return `${alg === undefined ? '' : `${alg}, `}${key}${work}`;
}

function notMadeWith(values: Values): string {
  if (Number(values.fitting) > 1) return `none of the ${values.fitting} keys that fit made it`;
  return values.secret === true ? 'not made with this secret' : 'not made with this key';
}

function keyToAdd({ need }: Values): string {
  switch (need) {
    case 'private-key':
      return 'add the private key';
    case 'aes-key':
    case 'secret':
      return 'add the shared secret';
    case 'password':
      return 'add the password';
    default:
      return 'add a key to check it';
  }
}

const CELLS: Readonly<Record<CellFacts['code'], readonly [word: string, reason: Reason]>> = {
  'nothing-pasted': [NOT_CHECKED, 'no token yet'],
  checking: ['Checking…', ''],
  'engine-missing': [NOT_CHECKED, 'the part that checks did not load'],
  stopped: [NOT_CHECKED, 'stopped'],
  'signed-here': ['Signed here', 'with the key in the box, after your edit'],
  'encrypted-here': ['Encrypted here', 'with the key in the box, after your edit'],

  'no-token-found': [MALFORMED, 'no token in this text'],
  'segment-count': [MALFORMED, ofSegments],
  'illegal-character': [MALFORMED, notBase64url],
  'base64-padding': [MALFORMED, (v) => `${v.part} is padded with “=”`],
  'base64-length': [MALFORMED, (v) => `${v.part}: a character lost or added`],
  'base64-trailing-bits': [MALFORMED, (v) => `${v.part} ends in spare bits`],
  'header-not-utf8': [MALFORMED, 'header is not UTF-8'],
  'header-not-json': [MALFORMED, 'header is not JSON'],
  'header-not-object': [MALFORMED, 'header is not an object'],
  'header-duplicate-member': [MALFORMED, (v) => `header names ${v.name} twice`],
  'alg-missing': [MALFORMED, (v) => (v.found === 'absent' ? 'header has no alg' : 'alg is not text')],
  'crit-invalid': [MALFORMED, 'crit breaks its rules'],
  'b64-not-critical': [MALFORMED, 'b64 is not in crit'],
  'none-with-signature': [MALFORMED, 'alg none, yet a signature'],
  'enc-missing': [MALFORMED, (v) => (v.found === 'absent' ? 'header has no enc' : 'enc is not text')],
  'jwe-parameter-invalid': [MALFORMED, (v) => `${v.name} is ${v.reason === 'absent' ? 'missing' : 'not right'}`],
  'encrypted-key-wrong': [MALFORMED, (v) => (v.present === true ? 'an encrypted key too many' : 'no encrypted key')],
  'envelope-invalid': [MALFORMED, 'the JSON breaks a rule'],
  'header-clash': [MALFORMED, (v) => `${v.name} stands in two headers`],
  'payload-twice': [MALFORMED, 'content is there twice'],
  'sd-jwt-form': [MALFORMED, 'not the form of an SD-JWT'],

  'alg-none': ['Unsecured', 'alg none: nothing to check'],

  'no-token': [NOT_CHECKED, 'no token yet'],
  'payload-detached': [NOT_CHECKED, 'payload is detached'],
  'key-missing': [NOT_CHECKED, keyToAdd],
  'key-in-token-only': [NOT_CHECKED, 'its only key is in the token'],
  'kid-unknown': [NOT_CHECKED, (v) => `no key has kid ${v.kid}`],
  'key-not-for-this': [DOES_NOT_FIT, (v) => `its ${v.member} is ${v.value}`],
  'key-wrong-curve': [DOES_NOT_FIT, (v) => `${v.alg} needs ${v.need}, key is ${v.have}`],
  'key-wrong-size': [DOES_NOT_FIT, (v) => `${v.alg} needs ${v.need}`],
  'public-key-as-secret': [DOES_NOT_FIT, (v) => `${v.alg} needs a secret, not a public key`],
  'key-wrong-kind': [DOES_NOT_FIT, needsInstead],
  'key-empty': [NOT_CHECKED, 'the secret is empty'],
  'key-passphrase-needed': [NOT_CHECKED, 'enter the passphrase of the key'],
  'key-unreadable': [NOT_CHECKED, 'the key cannot be read'],

  'pbes2-rounds': [NOT_DECRYPTED, (v) => `${number(Number(v.rounds))} rounds, start them yourself`],
  'signed-by-another-key': [NOT_CHECKED, 'your key made another signature'],

  decrypted: ['Decrypted', (v) => `${v.alg}, ${v.enc}`],
  'signature-match': ['Verified', (_, facts) => whatMatched(facts)],

  'signature-empty': [FAILED, 'signature is empty'],
  'signature-mismatch': [FAILED, notMadeWith],
  'signature-der': [FAILED, 'signature is in DER'],
  'some-signatures-failed': [FAILED, (v) => `${v.failed} of ${v.total} signatures`],
  'decryption-failed': ['Could not decrypt', 'wrong key, or the token was changed'],
  'disclosure-malformed': [FAILED, (v) => `disclosure ${v.index} is malformed`],
  'disclosure-duplicate': [FAILED, (v) => `disclosure ${v.index} stands twice`],
  'disclosure-unreferenced': [FAILED, (v) => `disclosure ${v.index} does not belong here`],
  'sd-claims-invalid': [FAILED, 'its claims break a rule of SD-JWT'],
  'key-binding-mismatch': [FAILED, 'the key binding does not hold'],

  'crit-unknown': [CANNOT, (v) => `crit names ${v.name}`],
  'alg-prohibited': [CANNOT, (v) => `${v.alg} is prohibited for JOSE`],
  'alg-unknown': [CANNOT, (v) => `${v.alg} is not in the registry`],
  'insecure-context': [CANNOT, 'this page was opened over plain http'],
  'enc-unknown': [CANNOT_DECRYPT, (v) => `${v.enc} is not in the registry`],
  'zip-unknown': [CANNOT_DECRYPT, (v) => `zip ${v.zip} is not registered`],
  'inflated-too-large': [CANNOT_DECRYPT, 'the content inflates beyond the limit'],
  'too-many-layers': [CANNOT, 'nested too deep'],
  'sd-alg-unknown': [CANNOT, (v) => `${v.alg} is not known here`],
  'token-too-long': [CANNOT, 'the token is too long'],
  'runtime-lacks': [CANNOT, (v) => `this browser lacks ${v.alg}`],
  'not-loaded': [CANNOT, (v) => `the part for ${v.alg} did not load`],
  'key-refused': [CANNOT, 'this browser refuses the key'],
  'key-type-unknown': [CANNOT, 'a kind of key it cannot use'],
};

/** Words of a decryption where those of a signature say something else. */
const OF_DECRYPTION: Readonly<Record<string, string>> = {
  [NOT_CHECKED]: NEEDS_KEY,
  [CANNOT]: CANNOT_DECRYPT,
  [FAILED]: 'Could not decrypt',
};

/** Nothing was decided, and no key is what is missing. */
const UNDECIDED: ReadonlySet<CellFacts['code']> = new Set(['stopped', 'engine-missing', 'no-token']);

function wordOf({ code, encrypted, trust }: CellFacts): string {
  const [word] = CELLS[code];
  if (trust === 'token-supplied-key') return 'Matches its own key';
  if (!encrypted) return word;
  return UNDECIDED.has(code) ? NOT_DECRYPTED : (OF_DECRYPTION[word] ?? word);
}

/** Word and reason for a verdict. */
export function cellWords(facts: CellFacts): CellWords {
  const [, reason] = CELLS[facts.code];
  return { word: wordOf(facts), reason: typeof reason === 'string' ? reason : reason(facts.values, facts) };
}

/** What the cell is about; `layer` counted from 1, of a token that holds another. */
export function cellLabel(encrypted: boolean, layer: number | undefined): string {
  const question = encrypted ? 'Decryption' : 'Signature';
  return layer === undefined ? question : `${question} of layer ${layer}`;
}

/** As a screen reader says a cell: 'Signature: Failed. Not made with this secret.' */
export function cellName(label: string, { word, reason }: CellWords): string {
  if (word === '') return label;
  if (reason === '') return `${label}: ${word}.`;
  return `${label}: ${word}. ${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
