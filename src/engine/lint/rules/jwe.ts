/** Encrypted tokens (RFC 7516, RFC 7518 sections 4 and 5, RFC 8725). */

import { mediaTypeOf } from '../../claims/facts.ts';
import { CONTENT_ENCRYPTION, isContentEncryption } from '../../crypto/jwe/content-encryption.ts';
import { decodeBase64url } from '../../token/base64url.ts';
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import { fromProblems } from '../from-problems.ts';
import { fromVerdict } from '../from-reports.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const AT_ALG = { part: 'header', pointer: '/alg' } as const satisfies Hit;
const AT_ENC = { part: 'header', pointer: '/enc' } as const satisfies Hit;

export const JWE_RULES: readonly Rule[] = [
  {
    id: 'jwe-not-signed',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 7519 section 11.2', 'CVE-2023-51774'],
    needs: 'jwe',
    find: notSigned,
  },
  {
    id: 'jwe-rsa1_5',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.2', 'draft-ietf-jose-deprecate-none-rsa15'],
    needs: 'jwe',
    find: ({ alg }) => hitIf(alg === 'RSA1_5', AT_ALG),
  },
  {
    id: 'jwe-rsa-oaep-sha1',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7518 section 4.3'],
    needs: 'jwe',
    find: ({ alg }) => hitIf(alg === 'RSA-OAEP', AT_ALG),
  },
  {
    id: 'jwe-dir',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 4.5', 'RFC 7518 section 5'],
    needs: 'jwe',
    find: (subject) => [
      ...fromProblems(['encrypted-key-wrong'], ({ values }) => values.alg === 'dir')(subject),
      ...(subject.alg === 'dir' ? fromVerdict('key-wrong-size')(subject) : NOTHING),
    ],
  },
  {
    id: 'jwe-dir-gcm-reuse',
    severity: 'warning',
    confidence: 'hint',
    refs: ['RFC 7518 section 8.4'],
    needs: 'jwe',
    find: ({ alg, header }) => hitIf(alg === 'dir' && /^A\d{3}GCM$/.test(encOf(header)), AT_ENC),
  },
  {
    id: 'jwe-p2c-high',
    severity: 'error',
    confidence: 'certain',
    refs: ['draft-ietf-oauth-rfc8725bis', 'CVE-2023-52428', 'CVE-2022-36083'],
    needs: 'jwe',
    find: (subject) => {
      const rounds = roundsOf(subject);
      return hitIf(rounds > MOST_ROUNDS, { part: 'header', pointer: '/p2c', values: { rounds } });
    },
  },
  {
    id: 'jwe-p2c-low',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7518 section 4.8.1.2', 'OWASP Password Storage Cheat Sheet'],
    needs: 'jwe',
    find: fewRounds,
  },
  {
    id: 'jwe-p2s-short',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 4.8.1.1'],
    needs: 'jwe',
    find: ({ alg = '', header }) => {
      const salt = ownMember(header, 'p2s');
      if (!alg.startsWith('PBES2') || typeof salt !== 'string') return NOTHING;
      const bytes = decodeBase64url(salt).bytes?.length ?? 0;
      return hitIf(bytes < 8, { part: 'header', pointer: '/p2s', values: { bytes } });
    },
  },
  {
    id: 'jwe-zip',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.6', 'CVE-2024-21319', 'CVE-2024-33664', 'CVE-2024-28176'],
    needs: 'jwe',
    find: (subject) => [
      ...hitIf(Object.hasOwn(subject.header, 'zip'), { part: 'header', pointer: '/zip' }),
      ...(subject.entry === 0 ? fromProblems(['inflated-large'])(subject) : NOTHING),
    ],
  },
  {
    id: 'jwe-zip-not-deflate',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 7516 section 4.1.3'],
    needs: 'token',
    find: fromProblems(['zip-zlib-wrapped', 'zip-not-compressed', 'zip-broken']),
  },
  {
    id: 'jwe-iv-tag-length',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7518 section 5', 'CVE-2018-1000539', 'CVE-2023-37464'],
    needs: 'jwe',
    find: lengths,
  },
  {
    id: 'jwe-epk-invalid',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 8725 section 2.5', 'RFC 7518 section 4.6.1.1', 'CVE-2017-16007'],
    needs: 'jwe',
    find: (subject) => {
      const { header } = subject;
      const epk = ownMember(header, 'epk');
      const isPrivate = isJsonObject(epk) && Object.hasOwn(epk, 'd');
      return [
        ...fromProblems(['jwe-parameter-invalid', 'epk-as-string', 'epk-base64'], ({ code, values }) =>
          code === 'jwe-parameter-invalid' ? values.name === 'epk' : true,
        )(subject),
        ...hitIf(isPrivate, { part: 'header', pointer: '/epk/d' }),
      ];
    },
  },
  {
    id: 'jwe-enc-missing',
    severity: 'error',
    confidence: 'certain',
    refs: ['RFC 7516 section 4.1.2'],
    needs: 'token',
    find: fromProblems(['enc-missing']),
  },
  {
    id: 'jwe-cbc',
    severity: 'info',
    confidence: 'certain',
    refs: ['CVE-2021-29443', 'CVE-2021-29446'],
    needs: 'jwe',
    find: ({ header }) => {
      const enc = encOf(header);
      return hitIf(/^A\d{3}CBC-HS\d{3}$/.test(enc), { ...AT_ENC, values: { enc } });
    },
  },
];

/** Twice what OWASP advises for SHA-256. */
const MOST_ROUNDS = 1_200_000;

function encOf(header: Subject['header']): string {
  const enc = ownMember(header, 'enc');
  return typeof enc === 'string' ? enc : '';
}

/** A token with a signature inside is what RFC 7519 section 11.2 asks for. */
function notSigned({ alg = '', header, layer, inner, entry }: Subject): readonly Hit[] {
  if (entry > 0 || inner?.type === 'jws') return NOTHING;
  const shared = !/^(?:RSA|ECDH)/.test(alg);
  const open = layer?.payload !== undefined;
  const hit: Hit = { values: { open, shared }, ...(shared || !open ? { severity: 'info' } : {}) };
  return hitIf(inner === undefined && (open || mediaTypeOf(header.cty) !== 'jwt'), hit);
}

function roundsOf({ alg = '', header }: Subject): number {
  const rounds = ownMember(header, 'p2c');
  return alg.startsWith('PBES2') && typeof rounds === 'number' ? rounds : 0;
}

function fewRounds(subject: Subject): readonly Hit[] {
  const rounds = roundsOf(subject);
  // the cost of a round grows with the hash
  const need = subject.alg?.startsWith('PBES2-HS256') ? 600_000 : 210_000;
  if (rounds <= 0 || rounds >= need) return NOTHING;
  const values = { rounds, need };
  return [{ part: 'header', pointer: '/p2c', values, severity: rounds < 1000 ? 'error' : 'warning' }];
}

function lengths({ object, header, entry }: Subject): readonly Hit[] {
  const enc = encOf(header);
  if (object?.type !== 'jwe' || entry > 0 || !isContentEncryption(enc)) return NOTHING;
  const { ivBytes, tagBytes } = CONTENT_ENCRYPTION[enc];
  return [
    ...wrongLength('iv', 'initialization vector', object.iv, ivBytes, enc),
    ...wrongLength('tag', 'authentication tag', object.tag, tagBytes, enc),
  ];
}

function wrongLength(
  part: 'iv' | 'tag',
  name: string,
  bytes: Uint8Array | undefined,
  need: number,
  enc: string,
): readonly Hit[] {
  if (bytes === undefined || bytes.length === need) return NOTHING;
  return [{ part, values: { name, bytes: bytes.length, need, enc } }];
}
