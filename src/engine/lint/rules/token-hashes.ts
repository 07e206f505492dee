/** Hashes of what was issued with an ID token (OpenID Connect Core section 3.1.3.6); `checks/` compares them. */
import { fromCheck } from '../from-reports.ts';
import type { Rule } from '../rule.ts';

const HASH_CLAIMS = ['at_hash', 'c_hash', 's_hash'] as const;

export const TOKEN_HASH_RULES: readonly Rule[] = [
  {
    id: 'at-hash-mismatch',
    severity: 'error',
    confidence: 'certain',
    refs: ['OpenID Connect Core section 3.1.3.6', 'OpenID Connect Core section 3.3.2.11'],
    needs: 'claims',
    find: (subject) =>
      HASH_CLAIMS.flatMap((name) => fromCheck(name, { part: 'payload', pointer: `/${name}` })(subject)),
  },
];
