/** The characters of the token (RFC 7515 sections 2 and 7.1, RFC 4648). */
import type { Problem } from '../../types.ts';
import { fromProblems } from '../from-problems.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const ALPHABET = ['RFC 7515 section 2', 'RFC 7515 section 7.1'];

export const LEXICAL_RULES: readonly Rule[] = [
  {
    id: 'token-whitespace',
    severity: 'info',
    confidence: 'certain',
    refs: ALPHABET,
    needs: 'token',
    find: whiteSpace,
  },
  {
    id: 'bearer-prefix',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 6750 section 2.1'],
    needs: 'token',
    find: beforeToken,
  },
  {
    id: 'url-encoded-token',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 3986 section 2.1'],
    needs: 'token',
    find: percentEncoded,
  },
  {
    id: 'illegal-characters',
    severity: 'error',
    confidence: 'certain',
    refs: ALPHABET,
    needs: 'token',
    find: (subject) =>
      fromProblems(
        ['illegal-character'],
        ({ span }) => !/^[\s+/\u200b-\u200d\ufeff]/.test(charactersAt(subject, span)),
      )(subject),
  },
  {
    id: 'base64-standard-alphabet',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 2', 'RFC 4648 section 5'],
    needs: 'token',
    find: (subject) =>
      fromProblems(['illegal-character'], ({ span }) => /^[+/]/.test(charactersAt(subject, span)))(subject),
  },
  {
    id: 'json-serialization',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7519 section 1', 'draft-ietf-oauth-rfc8725bis'],
    needs: 'token',
    find: jsonSerialization,
  },
  {
    id: 'segment-count',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 7.1', 'RFC 7516 section 7.1'],
    needs: 'text',
    find: (subject) =>
      subject.layer === undefined ? oneWord(subject.opened.text) : fromProblems(['segment-count'])(subject),
  },
  {
    id: 'empty-segment',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7515 appendix F'],
    needs: 'token',
    find: emptySegments,
  },
  {
    id: 'empty-signature',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 5.2', 'CVE-2020-28042'],
    needs: 'jws',
    find: ({ alg, signatureText, object }) =>
      hitIf(signatureText === '' && alg !== undefined && alg !== 'none' && isWhole(object), {
        part: 'signature',
        values: { alg: alg ?? '' },
      }),
  },
  {
    id: 'base64-padding',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 2'],
    needs: 'token',
    find: fromProblems(['base64-padding']),
  },
  {
    id: 'base64-bad-length',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 4648 section 3'],
    needs: 'token',
    find: fromProblems(['base64-length']),
  },
  {
    id: 'base64-trailing-bits',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 4648 section 3.5'],
    needs: 'token',
    find: fromProblems(['base64-trailing-bits']),
  },
  {
    id: 'token-large',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 6265 section 6.1'],
    needs: 'token',
    find: large,
  },
  {
    id: 'token-form',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7515 section 7.2', 'RFC 7516 section 7.2', 'RFC 9901 section 4'],
    needs: 'token',
    find: fromProblems(
      [
        ...(['envelope-invalid', 'header-clash', 'payload-twice', 'sd-jwt-form', 'crit-invalid'] as const),
        ...(['encrypted-key-wrong', 'jwe-parameter-invalid'] as const),
      ],
      hasNoOtherRule,
    ),
  },
];

/** The reasons for which there is a rule that says more. */
function hasNoOtherRule({ code, values }: Problem): boolean {
  switch (code) {
    case 'sd-jwt-form':
      return values.reason !== 'no-final-tilde';
    case 'crit-invalid':
      return values.reason === 'unprotected';
    case 'encrypted-key-wrong':
      return values.alg !== 'dir';
    case 'jwe-parameter-invalid':
      return values.name !== 'epk';
    default:
      return true;
  }
}

function charactersAt({ opened }: Subject, span: readonly [number, number] | undefined): string {
  return span === undefined ? '' : opened.text.slice(span[0], span[1]);
}

/** What the finder has left out, what stands around the token alone, and what stayed inside of a segment. */
function whiteSpace(subject: Subject): readonly Hit[] {
  const { picked, text } = subject.opened;
  if (picked === undefined || subject.depth > 0) return NOTHING;
  const inside = fromProblems(['illegal-character'], ({ span }) =>
    /^[\s\u200b-\u200d\ufeff]/.test(charactersAt(subject, span)),
  )(subject).map((hit): Hit => ({ ...hit, severity: 'warning' }));
  const isWrapped = picked.removed.some((kind) => kind !== 'percent-encoding');
  const first = isWrapped ? text.slice(picked.start, picked.end).search(/[^\x21-\x7e]/) : -1;
  const wrapping: readonly Hit[] =
    first < 0 ? NOTHING : [{ values: { where: 'wrapping' }, span: [picked.start + first, picked.start + first + 1] }];
  return [...inside, ...wrapping, ...(isWrapped ? NOTHING : around(subject))];
}

/** A token of several, or one within other text, has white space around it as a matter of course. */
function around({ opened: { text, picked } }: Subject): readonly Hit[] {
  if (picked === undefined || picked.where !== 'whole text') return NOTHING;
  const before = picked.start;
  const after = text.length - picked.end;
  if (before === 0 && after === 0) return NOTHING;
  return [{ values: { where: 'ends' }, span: before > 0 ? [0, before] : [picked.end, text.length] }];
}

const PREFIX = /(?:authorization\s*:\s*)?\b(?:bearer|dpop|jwt|token)[ \t]+$|\b(?:access_token|id_token)=$/i;

function beforeToken({ opened: { text, picked }, depth }: Subject): readonly Hit[] {
  if (picked === undefined || depth > 0) return NOTHING;
  const from = Math.max(0, picked.start - 60);
  const before = text.slice(from, picked.start);
  const prefix = PREFIX.exec(before);
  if (prefix !== null) {
    const start = from + prefix.index;
    return [{ values: { found: prefix[0].trim() }, span: [start, picked.start] }];
  }
  const quote = before.slice(-1);
  const isQuoted = /["'`]/.test(quote) && text.charAt(picked.end) === quote;
  const isAlone = before.trim() === quote && text.slice(picked.end + 1).trim() === '' && from === 0;
  return hitIf(isQuoted && isAlone, { values: { found: quote }, span: [picked.start - 1, picked.start] });
}

function percentEncoded({ opened: { text, picked }, depth }: Subject): readonly Hit[] {
  if (picked === undefined || depth > 0) return NOTHING;
  const found = /%(?:2E|3D|2B|2F|7E|5F|2D)/i.exec(text.slice(picked.start, picked.end));
  if (found === null) return NOTHING;
  const start = picked.start + found.index;
  return [{ span: [start, start + 3] }];
}

function jsonSerialization({ object, header }: Subject): readonly Hit[] {
  if (object === undefined || object.serialization === 'compact') return NOTHING;
  // a request of ACME is flattened JSON by design (RFC 8555 section 6.2)
  const isByDesign = typeof header.url === 'string' && typeof header.nonce === 'string';
  return hitIf(!isByDesign, { values: { serialization: object.serialization } });
}

function oneWord(text: string): readonly Hit[] {
  const word = text.trim();
  return hitIf(/^[^\s.{}<>]{8,}$/.test(word) && !/^https?:/i.test(word), { values: { count: 1 } });
}

function emptySegments({ object, opened }: Subject): readonly Hit[] {
  if (object?.type !== 'jws') return NOTHING;
  const isCompact = object.serialization === 'compact';
  const header = opened.token?.segments[0];
  const hits: Hit[] = [];
  if (isCompact && header?.text === '') hits.push({ part: 'header', values: { part: 'header' }, severity: 'error' });
  const isLeftOut = !isCompact || object.parts.some(({ name }) => name === 'payload');
  if (isLeftOut && (object.payload.text ?? '') === '') hits.push({ part: 'payload', values: { part: 'payload' } });
  return hits;
}

function isWhole(object: Subject['object']): boolean {
  if (object?.type !== 'jws') return false;
  return object.serialization !== 'compact' || object.parts.some(({ name }) => name === 'signature');
}

/** What is made to be fetched or stored, and never sent in a header line, may be large. */
const STORED =
  /(?:statuslist|entity-statement|resolve-response|trust-mark|secevent|introspection)\+jwt$|^(?:sd|dc\+sd|vc\+sd)-?jwt/i;

function large({ opened: { picked, form }, depth, header }: Subject): readonly Hit[] {
  const bytes = picked?.text.length ?? 0;
  if (depth > 0 || bytes <= 1536) return NOTHING;
  const isSent =
    (form === 'jws-compact' || form === 'jwe-compact') && !(typeof header.typ === 'string' && STORED.test(header.typ));
  return [{ values: { bytes }, severity: bytes > 4096 && isSent ? 'warning' : 'info' }];
}
