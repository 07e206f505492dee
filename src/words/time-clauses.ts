/** What the sentence of the verdict bar says of the time and of failed checks, in the forms that fit behind its clauses. */
import { checkedName, contradiction, type FailedCheck, type Judged, type Moment, unreadable } from './time-cell.ts';
import { ago, ahead, another } from './time-spans.ts';

export interface Clauses {
  /** out of its time, not known to be in it, or not as expected; false also where nothing ends the time of the token */
  readonly isBad: boolean;
  /** behind a clause that vouches for the token, the whole of it first: ' and the token is valid for another 14 minutes' */
  readonly joined: readonly string[];
  /** a sentence about a token that nobody vouches for: 'By its exp claim it expired 3 hours ago.' */
  readonly byItself: string;
  /** a sentence behind bad news: 'The token also expired 3 hours ago.'; undefined where there is no more of it */
  readonly also: string | undefined;
  /** the same as a part of the first sentence: ', and the token expired 3 hours ago' */
  readonly merged: string | undefined;
}

export function clausesOf({ verdict, failed }: Judged): Clauses {
  if (verdict.state === 'unreadable') {
    return ofItself(`times cannot be read: ${unreadable(verdict)}`);
  }
  if (verdict.state === 'contradict') return ofItself(`times contradict each other: ${contradiction(verdict)}`);
  const moment = ofMoment(verdict);
  const [first] = failed;
  if (first === undefined) return moment;
  const wrong = failedClauses(first, failed);
  // ', and the token expired 3 hours ago'
  const late = moment.merged?.replace(/^,/, '') ?? '';
  return {
    ...wrong,
    joined: [...wrong.joined.map((clause) => `${clause}${late}`), ...wrong.joined],
    merged: moment.merged,
  };
}

/** About a part of the token: 'times cannot be read', to be read after 'its' or 'the token’s'. */
function ofItself(clause: string): Clauses {
  return bad(`the token’s ${clause}`, `Its ${clause}.`);
}

/** `sentence`: the clause where it stands alone. */
function bad(clause: string, sentence: string): Clauses {
  return { isBad: true, joined: [`, but ${clause}`], byItself: sentence, also: sentence, merged: undefined };
}

const ASKED: Readonly<Record<string, string>> = {
  aud: 'audience',
  iss: 'issuer',
  typ: 'type',
  alg: 'algorithm',
};
/** More names than these are counted only. */
const MOST_NAMES = 4;

function failedClauses({ id }: FailedCheck, failed: readonly FailedCheck[]): Clauses {
  const names = failed.map((one) => checkedName(one.id));
  const asked = ASKED[id];
  if (failed.length === 1 && asked !== undefined) return ofItself(`${asked} is not the one you asked for`);
  const clause = failed.length === 1 ? `the check of ${names.join()} failed` : `${failed.length} checks failed`;
  const which = failed.length === 1 || failed.length > MOST_NAMES ? '' : ` (${names.join(', ')})`;
  return bad(`${clause}${which}`, `${capital(clause)}${which}.`);
}

const WITHIN = ', within the clock skew';

function ofMoment(verdict: Moment): Clauses {
  switch (verdict.state) {
    case 'valid': {
      const valid = `is valid for ${another(verdict.left)}`;
      return { ...fine(` and the token ${valid}`, `By its exp claim it ${valid}.`) };
    }
    case 'exp-ignored':
      return {
        isBad: true,
        joined: [', but exp was not looked at: the token may have expired', ', but exp was not looked at'],
        byItself: 'Its exp claim was not looked at.',
        also: 'Its exp claim was not looked at.',
        merged: ', and exp was not looked at',
      };
    case 'no-end':
    case 'not-asked':
      return fine(', but the token never expires', 'It has no exp claim, so it never expires.');
    case 'within-skew': {
      const said = verdict.name === 'exp' ? `expired ${ago(verdict.by)}` : `starts ${ahead(verdict.by)}`;
      const byItself = `By its ${verdict.name} claim it ${said}${WITHIN}.`;
      return { ...fine(`, but the token ${said}${WITHIN}`, byItself), isBad: true };
    }
    case 'expired': {
      const said = `expired ${ago(verdict.ago)}`;
      return {
        isBad: true,
        joined: [`, but the token ${said}`],
        byItself: `By its exp claim it ${said}.`,
        also: `The token also ${said}.`,
        merged: `, and the token ${said}`,
      };
    }
    case 'not-yet-valid': {
      const starts = `starts ${ahead(verdict.ahead)}`;
      return {
        isBad: true,
        joined: [`, but the token is not valid yet: it ${starts}`],
        byItself: `By its nbf claim it ${starts}.`,
        also: `The token is also not valid yet: it ${starts}.`,
        merged: `, and the token is not valid yet`,
      };
    }
  }
}

function fine(joined: string, byItself: string): Clauses {
  return { isBad: false, joined: [joined], byItself, also: undefined, merged: undefined };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
