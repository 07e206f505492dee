/** The sentence of the verdict bar: the engine's own, and what an edit since the paste adds to it. */

export type TokenPart = 'header' | 'payload' | 'signature';

/** What the sentence is built from. `message` is the engine's sentence, '' where the engine has not spoken. */
export interface SentenceFacts {
  readonly state:
    | 'empty'
    | 'malformed'
    | 'unsecured'
    | 'unchecked'
    | 'verified'
    | 'decrypted'
    | 'signed'
    | 'failed'
    | 'unsupported';
  readonly code: string;
  readonly message: string;
  /** the parts that differ from the token as it came in */
  readonly edited: readonly TokenPart[];
  /** how it came in; undefined where it was made here */
  readonly origin: 'paste' | 'example' | 'address' | 'typed' | 'file' | undefined;
  /** the token had verified with this same key before the edit */
  readonly arrivalVerified: boolean;
  /** the outermost layer is encrypted */
  readonly encrypted: boolean;
  /** the check takes longer than a glance */
  readonly slow: boolean;
}

const EMPTY = 'Paste a token to see what it says, whether it holds, and what is wrong with it.';
const CHECKING = 'Checking the signature…';
const DECRYPTING = 'Decrypting…';
const SIGNED = 'Signed here with the key in the box, after your edit. The signature matches that key.';
const ENCRYPTED = 'Encrypted here with the key in the box, after your edit. That key opens it.';
const STOPPED = 'You stopped the work, so nothing was decided.';
const ENGINE_MISSING =
  'The part of this page that checks signatures could not be loaded. Nothing was checked; reload the page.';

const SINCE = {
  paste: 'since the paste',
  example: 'since the example was opened',
  address: 'since the link was opened',
  file: 'since the file was opened',
  typed: 'since it was entered',
} as const;

/** One or two sentences, at most 140 characters where the engine's own leave room. */
export function verdictSentence(facts: SentenceFacts): string {
  switch (facts.code) {
    case 'nothing-pasted':
      return EMPTY;
    case 'checking':
      return !facts.slow ? '' : facts.encrypted ? DECRYPTING : CHECKING;
    case 'signed-here':
      return SIGNED;
    case 'encrypted-here':
      return ENCRYPTED;
    case 'stopped':
      return STOPPED;
    case 'engine-missing':
      return ENGINE_MISSING;
    case 'signature-mismatch':
      return mismatch(facts);
    case 'signature-empty':
      return facts.edited.includes('signature')
        ? `The signature is empty. It was changed ${since(facts)}.`
        : facts.message;
    case 'key-missing':
    case 'key-in-token-only':
    case 'kid-unknown':
      return withChange(facts);
    default:
      return facts.message;
  }
}

function mismatch(facts: SentenceFacts): string {
  if (facts.edited.length === 0) return facts.message;
  if (facts.arrivalVerified) return `The signature does not match: ${changed(facts.edited, 'after signing')}.`;
  return `The signature does not match. ${capital(changed(facts.edited, since(facts)))}.`;
}

/** The engine's sentence, and what was changed where that fits. */
function withChange(facts: SentenceFacts): string {
  if (facts.edited.length === 0) return facts.message;
  const change = `${capital(changed(facts.edited, since(facts)))}.`;
  const both = `${facts.message} ${change}`;
  return both.length <= 140 ? both : `${firstSentence(facts.message)} ${change}`;
}

/** 'the payload changed after signing', 'header and payload changed since the paste'. */
function changed(parts: readonly TokenPart[], when: string): string {
  const [only] = parts;
  const whom = parts.length === 1 && only !== undefined ? `the ${only}` : joined(parts);
  return `${whom} changed ${when}`;
}

function joined(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function since(facts: SentenceFacts): string {
  return SINCE[facts.origin ?? 'typed'];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Up to the first full stop that ends a sentence. */
function firstSentence(text: string): string {
  const end = text.search(/\.\s/);
  return end === -1 ? text : text.slice(0, end + 1);
}
