/** Whether a token is a sample, or works. */

import { isKnownSecret } from '../../secrets/known-secrets.ts';
import { ownMember } from '../../token/json-kind.ts';
import { WITHOUT_EXPIRY } from '../kind-groups.ts';
import { hitIf, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { addressOf, isLocalHost } from '../web-address.ts';
import { secondsOf } from './times.ts';

export const SAMPLE_RULES: readonly Rule[] = [
  {
    id: 'example-token',
    severity: 'info',
    confidence: 'likely',
    refs: ['RFC 7519 section 3.1', 'jwt.io'],
    needs: 'claims',
    find: (subject) => hitIf(isSample(subject), { part: 'payload' }),
  },
  {
    id: 'live-credential',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 6750 section 5'],
    needs: 'claims',
    find: (subject) => hitIf(isLive(subject) && !isSample(subject)),
  },
];

function isSample({ claims, keysTried }: Subject): boolean {
  const isJwtIo = claims.sub === '1234567890' && (claims.name === 'John Doe' || claims.iat === 1516239022);
  const isRfc = claims.iss === 'joe' && ownMember(claims, 'http://example.com/is_root') === true;
  const isKnown = keysTried.some(({ jwk, kty, tried }) => {
    const k = typeof jwk === 'object' && jwk !== null && 'k' in jwk ? jwk.k : undefined;
    const didIt = tried.some(({ outcome }) => outcome === 'verified');
    return didIt && kty === 'oct' && typeof k === 'string' && isKnownSecret('', k);
  });
  return isJwtIo || isRfc || isKnown;
}

/** Names that are never in use (RFC 2606, RFC 6761), and machines of one's own. */
function isForShow(iss: string): boolean {
  const host = addressOf(iss)?.hostname ?? iss;
  return /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|local)$/i.test(host) || isLocalHost(host);
}

function isLive(subject: Subject): boolean {
  const { claims, kind, signature, now } = subject;
  const iss = ownMember(claims, 'iss');
  if (signature === undefined || signature.length === 0 || typeof iss !== 'string' || isForShow(iss)) return false;
  if (WITHOUT_EXPIRY.has(kind)) return false;
  const exp = secondsOf(subject, 'exp');
  return exp === undefined ? !Object.hasOwn(claims, 'exp') : exp > now;
}
