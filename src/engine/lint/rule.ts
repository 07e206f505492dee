/** The shape of a rule, and of what it finds. */
import type { LintRuleId } from '../messages/lint.ts';
import type { Finding, Values } from '../types.ts';
import type { Subject } from './subject.ts';

export type Severity = Finding['severity'];
export type Confidence = Finding['confidence'];

/**
 * What must be there for a rule to be asked.
 * - `text`: nothing; also a text in which no token was found
 * - `token`: a layer of a token, however broken
 * - `header`: a JOSE Header; asked once for each signature or recipient
 * - `jws`, `jwe`: the same, of that type of layer alone
 * - `claims`: a JWT claims set that can be read
 */
export type Need = 'text' | 'token' | 'header' | 'jws' | 'jwe' | 'claims';

/** One place where a rule applies. What it leaves out is as the rule says, or of no use here. */
export interface Hit {
  /** what the sentences are filled with */
  readonly values?: Values;
  /** JSON pointer in `part` */
  readonly pointer?: string;
  readonly part?: Part;
  /** in the layer's own text; where left out, it is looked up by `inText`, or by `pointer` and `part` */
  readonly span?: readonly [start: number, end: number];
  /** characters of the decoded text of `part` */
  readonly inText?: readonly [start: number, end: number];
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** what the engine has said of it already, in place of the rule's own sentence */
  readonly message?: string;
}

export type Part = NonNullable<Finding['part']>;

/** One entry of a table of rules. `find` is pure, and never throws for any subject. */
export interface Rule {
  readonly id: LintRuleId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** RFC sections, CVEs and specifications that say so */
  readonly refs: readonly string[];
  readonly needs: Need;
  readonly find: (subject: Subject) => readonly Hit[];
}

export const NOTHING: readonly Hit[] = [];

/** One hit where the condition holds. */
export function hitIf(condition: boolean, hit: Hit = {}): readonly Hit[] {
  return condition ? [hit] : NOTHING;
}
