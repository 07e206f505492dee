/** Points in time (RFC 7519 sections 2 and 4.1.4 to 4.1.6). */
import { type NumericDate, readNumericDate, type TimeClaim, timesIn } from '../../claims/times.ts';
import { ownMember } from '../../token/json-kind.ts';
import { placeOfPointer } from '../../token/json-pointer.ts';
import { ACCESS_TOKEN, EXPIRY_OPTIONAL, ID_TOKEN, REFRESH_TOKEN, RFC_9068, WITHOUT_EXPIRY } from '../kind-groups.ts';
import { type Hit, hitIf, NOTHING, type Rule, type Severity } from '../rule.ts';
import type { Subject } from '../subject.ts';

const NUMERIC_DATE = ['RFC 7519 section 2'];
const DAY = 86_400;
/** 2001-09-09 */
const FIRST_LIKELY = 1e9;

export const TIME_RULES: readonly Rule[] = [
  {
    id: 'exp-missing',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 9068 section 2.2', 'OpenID Connect Core section 2', 'RFC 7523 section 3'],
    needs: 'claims',
    find: withoutExpiry,
  },
  {
    id: 'time-not-number',
    severity: 'error',
    confidence: 'certain',
    refs: NUMERIC_DATE,
    needs: 'claims',
    find: (subject) =>
      onTimes(subject, (time, read) =>
        hitIf(read.kind === 'not-a-number' && read.reads !== 'iso-8601', {
          values: { found: JSON.stringify(time.value) },
        }),
      ),
  },
  {
    id: 'time-iso-string',
    severity: 'error',
    confidence: 'certain',
    refs: NUMERIC_DATE,
    needs: 'claims',
    find: (subject) =>
      onTimes(subject, (time, read) =>
        hitIf(read.kind === 'not-a-number' && read.reads === 'iso-8601', {
          values: { found: String(time.value) },
          // Auth0 writes this one so
          ...(time.name === 'updated_at' ? { severity: 'info' } : {}),
        }),
      ),
  },
  {
    id: 'time-milliseconds',
    severity: 'error',
    confidence: 'likely',
    refs: NUMERIC_DATE,
    needs: 'claims',
    find: (subject) =>
      onTimes(subject, (_, read) =>
        read.kind === 'milliseconds-likely' ? [{ values: { seconds: Math.floor(read.seconds) } }] : NOTHING,
      ),
  },
  {
    id: 'time-micro-or-nano',
    severity: 'error',
    confidence: 'likely',
    refs: NUMERIC_DATE,
    needs: 'claims',
    find: (subject) =>
      onTimes(subject, (_, read) =>
        read.kind === 'out-of-range' && read.unit !== undefined
          ? [{ values: { unit: read.unit, seconds: Math.floor(read.seconds ?? 0) } }]
          : NOTHING,
      ),
  },
  {
    id: 'time-fractional',
    severity: 'info',
    confidence: 'certain',
    refs: NUMERIC_DATE,
    needs: 'claims',
    find: (subject) => onTimes(subject, (_, read) => hitIf(read.kind === 'seconds' && !read.isWhole)),
  },
  {
    id: 'time-negative-or-zero',
    severity: 'warning',
    confidence: 'likely',
    refs: NUMERIC_DATE,
    needs: 'claims',
    find: (subject) =>
      onTimes(subject, ({ name }, read) => {
        if (read.kind !== 'seconds' || read.seconds >= FIRST_LIKELY) return NOTHING;
        // older versions of Keycloak write nbf 0
        if (name === 'nbf') return hitIf(read.seconds <= 0, { severity: 'info' });
        return hitIf(name === 'exp' || name === 'iat');
      }),
  },
  {
    id: 'time-exponent-literal',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 8259 section 6'],
    needs: 'claims',
    find: withExponents,
  },
  {
    id: 'exp-past',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.4'],
    needs: 'claims',
    find: (subject) => {
      if (subject.expectations.ignoreExp) return NOTHING;
      const exp = secondsOf(subject, 'exp');
      return hitIf(exp !== undefined && exp + subject.skew <= subject.now, atTime(subject, 'exp'));
    },
  },
  {
    id: 'nbf-future',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.5'],
    needs: 'claims',
    find: (subject) => {
      const nbf = secondsOf(subject, 'nbf');
      return hitIf(nbf !== undefined && nbf - subject.skew > subject.now, atTime(subject, 'nbf'));
    },
  },
  {
    id: 'iat-future',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.6'],
    needs: 'claims',
    find: (subject) => {
      const iat = secondsOf(subject, 'iat');
      return hitIf(iat !== undefined && iat > subject.now + subject.skew, { part: 'payload', pointer: '/iat' });
    },
  },
  {
    id: 'exp-before-iat',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.4'],
    needs: 'claims',
    find: (subject) => isBefore(subject, 'exp', 'iat', 0),
  },
  {
    id: 'exp-before-nbf',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7519 section 4.1.4', 'RFC 7519 section 4.1.5'],
    needs: 'claims',
    find: (subject) => isBefore(subject, 'exp', 'nbf', 0),
  },
  {
    id: 'nbf-before-iat',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7519 section 4.1.5'],
    needs: 'claims',
    find: (subject) => ((secondsOf(subject, 'nbf') ?? 0) > 0 ? isBefore(subject, 'nbf', 'iat', -301) : NOTHING),
  },
  {
    id: 'lifetime-long',
    severity: 'warning',
    confidence: 'hint',
    refs: ['RFC 9700', 'OWASP JSON Web Token Cheat Sheet'],
    needs: 'claims',
    find: longLife,
  },
];

function onTimes(subject: Subject, find: (time: TimeClaim, read: NumericDate) => readonly Hit[]): readonly Hit[] {
  return timesIn(subject.claims).flatMap((time) =>
    find(time, readNumericDate(time.value)).map((hit) => ({
      ...hit,
      part: 'payload',
      pointer: time.pointer,
      values: { name: time.name, ...hit.values },
    })),
  );
}

/** Undefined where the claim is no number of seconds. */
export function secondsOf({ claims }: Subject, name: string): number | undefined {
  const value = ownMember(claims, name);
  const read = value === undefined ? undefined : readNumericDate(value);
  return read?.kind === 'seconds' ? read.seconds : undefined;
}

/** Looking at an old token is no fault; taking it for good would be. */
function atTime({ verdict }: Subject, name: string): Hit {
  const severity: Severity = verdict?.state === 'verified' ? 'error' : 'info';
  return { part: 'payload', pointer: `/${name}`, severity };
}

function isBefore(subject: Subject, name: string, other: string, offset: number): readonly Hit[] {
  const one = secondsOf(subject, name);
  const two = secondsOf(subject, other);
  if (one === undefined || two === undefined) return NOTHING;
  return hitIf(one - two <= offset, { part: 'payload', pointer: `/${name}` });
}

function withoutExpiry({ claims, kind, issuer }: Subject): readonly Hit[] {
  if (Object.hasOwn(claims, 'exp') || WITHOUT_EXPIRY.has(kind)) return NOTHING;
  if (ID_TOKEN.has(kind) || RFC_9068.has(kind) || kind === 'client assertion')
    return [{ part: 'payload', severity: 'error', confidence: 'certain' }];
  // service account tokens of old clusters have none by design
  const isUsual = EXPIRY_OPTIONAL.has(kind) || issuer === 'Kubernetes';
  return [{ part: 'payload', severity: isUsual ? 'info' : 'warning' }];
}

function withExponents(subject: Subject): readonly Hit[] {
  if ((subject.payloadText()?.withExponent.length ?? 0) === 0) return NOTHING;
  const content = subject.payloadContent();
  if (content.kind !== 'json') return NOTHING;
  return onTimes(subject, ({ pointer, value }) => {
    const node = placeOfPointer(content.json.root, pointer)?.node;
    const literal = node === undefined ? '' : content.text.slice(node.start, node.end);
    return hitIf(typeof value === 'number' && /e/i.test(literal), { values: { literal } });
  });
}

const TEN_YEARS = 3660 * DAY;

function longLife(subject: Subject): readonly Hit[] {
  const { kind } = subject;
  const end = secondsOf(subject, 'exp');
  const start = secondsOf(subject, 'iat') ?? secondsOf(subject, 'nbf');
  if (end === undefined || start === undefined || start < FIRST_LIKELY) return NOTHING;
  const life = end - start;
  const hit: Hit = { part: 'payload', pointer: '/exp', values: { hours: life / 3600, kind } };
  if (life > TEN_YEARS) return [{ ...hit, values: { hours: life / 3600, kind: '' } }];
  if (ACCESS_TOKEN.has(kind)) return hitIf(life > DAY, hit);
  if (REFRESH_TOKEN.has(kind)) return hitIf(life > 30 * DAY, hit);
  // several providers make ID tokens for ten hours
  return ID_TOKEN.has(kind) ? hitIf(life > 3600, { ...hit, severity: life > DAY ? 'warning' : 'info' }) : NOTHING;
}
