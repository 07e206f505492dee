/**
 * The sentence of the verdict bar: what is said of the signature, then of the time, the worst finding, and what was not
 * asked for. It never says more than is known: the signature stands first, a token that nobody vouches for is valid by
 * its own word only, and one that failed is not called valid at all.
 */
import type { Trust } from '../engine/types.ts';
import type { SentenceFacts } from './sentence.ts';
import { type Judged, wholeMoment } from './time-cell.ts';
import { type Clauses, clausesOf } from './time-clauses.ts';

export interface WholeFacts {
  readonly state: SentenceFacts['state'];
  readonly code: string;
  /** what is said of the signature or of the decryption, in one or two sentences; '' while a check is young */
  readonly own: string;
  readonly trust: Trust | undefined;
  /** a layer that was decrypted lies around the one that the verdict is about */
  readonly isInside: boolean;
  /** undefined where no claims are judged */
  readonly time: Judged | undefined;
  /** the sentence of the worst error, where it says what nothing else here does */
  readonly finding: string | undefined;
  /** of what a verifier asks, what the person did not */
  readonly notAsked: readonly ('issuer' | 'audience')[];
}

/** What two sentences may hold, where the engine's own leave room. */
const ROOM = 140;

type Sentences = readonly [first: string, second?: string];

/** One or two sentences; '' while a check is young. */
export function wholeSentence(facts: WholeFacts): string {
  if (facts.own === '') return '';
  const [first, second] = withTime(facts);
  if (second !== undefined) return `${first} ${second}`;
  const more = moreOf(facts).find((one) => one !== undefined && fits([first, one]));
  return more === undefined ? first : `${first} ${more}`;
}

/** What may follow a single sentence: the first that fits. */
function moreOf(facts: WholeFacts): readonly (string | undefined)[] {
  if (facts.state === 'empty' || facts.state === 'malformed' || UNDECIDED.has(facts.code)) return [];
  return [facts.finding, isVouchedFor(facts) ? notAskedSentence(facts.notAsked) : undefined];
}

/** Nothing was decided, and more words would only hide that. */
const UNDECIDED: ReadonlySet<string> = new Set(['checking', 'stopped', 'engine-missing']);

function isVouchedFor({ state, trust }: WholeFacts): boolean {
  return state === 'signed' || (state === 'verified' && trust === 'your-key');
}

function notAskedSentence(names: WholeFacts['notAsked']): string | undefined {
  const [only] = names;
  if (only === undefined) return undefined;
  return names.length === 1 ? `The ${only} was not asked for.` : 'Issuer and audience were not asked for.';
}

function withTime(facts: WholeFacts): Sentences {
  const own = ownSentences(facts);
  const { time } = facts;
  if (time === undefined || UNDECIDED.has(facts.code)) return own;
  const timed = timedSentences(facts, own, clausesOf(time));
  if (timed === undefined || time.isNow) return timed ?? own;
  // of another moment it is said that it is one, or nothing
  const judged: Sentences = [timed[0], `Judged as of ${wholeMoment(time.now, time.zone)}, not now.`];
  return timed[1] === undefined && fits(judged) ? judged : own;
}

function ownSentences({ own, code, isInside }: WholeFacts): Sentences {
  if (isInside && code === 'key-missing') return INSIDE;
  const end = own.search(/\.\s/);
  if (end !== -1) return [ofYourKey(own.slice(0, end + 1)), own.slice(end + 1).trim()];
  return [ofYourKey(own)];
}

const INSIDE: Sentences = [
  'Your key opened this token and its content arrived unchanged.',
  'Inside is a signed token whose signature has not been checked yet.',
];

/** Which half of the key it was stands in the cell. */
function ofYourKey(sentence: string): string {
  return sentence.replace(/^(The signature matches your) (?:public|private) (key\.)$/, '$1 $2');
}

/** Undefined where the time has no place beside the rest. */
function timedSentences(facts: WholeFacts, own: Sentences, clauses: Clauses): Sentences | undefined {
  const [first, second] = own;
  switch (facts.state) {
    case 'verified':
      if (facts.trust !== 'your-key') return byOwnKey(own, clauses);
      // what the engine says of disclosures stays, however long it is
      if (second !== undefined) return [joined(first, clauses.joined.at(-1) ?? ''), second];
      return vouchedFor((clause) => [joined(first, clause)], clauses, [first, clauses.byItself]);
    case 'signed':
      if (facts.code !== 'signed-here' || second === undefined) return undefined;
      return vouchedFor((clause) => [first, joined(second, clause)], clauses, [first, clauses.byItself]);
    case 'decrypted':
      return second === undefined ? fitting([first, clauses.byItself]) : undefined;
    case 'failed':
      return afterFailure(facts.code, own, clauses);
    case 'unchecked':
    case 'unsecured':
    case 'unsupported':
      return clauses.isBad && second === undefined ? fitting([first, clauses.byItself]) : undefined;
    case 'empty':
    case 'malformed':
      return undefined;
  }
}

/** The first of the clauses for which there is room, else what stands alone. */
function vouchedFor(withClause: (clause: string) => Sentences, clauses: Clauses, alone: Sentences): Sentences {
  return clauses.joined.map(withClause).find(fits) ?? alone;
}

/** 'The signature matches the key inside the token, which proves nothing about who made it. …' */
function byOwnKey([first, second]: Sentences, { also }: Clauses): Sentences | undefined {
  if (also === undefined || second?.startsWith('That ') !== true) return undefined;
  return fitting([joined(first, `, which ${second.slice('That '.length, -1)}`), also]);
}

function afterFailure(code: string, [first, second]: Sentences, { also, merged }: Clauses): Sentences | undefined {
  if (second === undefined) return also === undefined ? undefined : fitting([first, also]);
  if (code !== 'signature-mismatch' || merged === undefined) return undefined;
  return fitting([joined(first, merged), second]);
}

/** A clause before the full stop. */
function joined(sentence: string, clause: string): string {
  return sentence.replace(/\.$/, () => `${clause}.`);
}

function fitting(sentences: Sentences): Sentences | undefined {
  return fits(sentences) ? sentences : undefined;
}

function fits(sentences: Sentences): boolean {
  return sentences.join(' ').length <= ROOM;
}
