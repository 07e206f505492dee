import { expect, test } from 'vitest';
import { DPOP_CHECKS } from '../engine/checks/dpop.ts';
import { HEADER_CHECKS } from '../engine/checks/header.ts';
import { KEY_BINDING_CHECKS } from '../engine/checks/key-binding.ts';
import { AUTHORIZED_PARTY, NONCE, PARTY_CHECKS, TOKEN_TYPE } from '../engine/checks/parties.ts';
import { PROFILE_RULES } from '../engine/checks/profile-rules.ts';
import { ISSUED_AT, MAX_AGE, TIME_CHECKS } from '../engine/checks/times.ts';
import { HASH_CHECKS } from '../engine/checks/token-hashes.ts';
import { checkName } from './checks.ts';

const IDS = [
  ...HEADER_CHECKS,
  ...PARTY_CHECKS,
  ...[AUTHORIZED_PARTY, NONCE, TOKEN_TYPE, ISSUED_AT, MAX_AGE],
  ...TIME_CHECKS,
  ...HASH_CHECKS,
  ...Object.values(PROFILE_RULES).flat(),
  ...DPOP_CHECKS,
  ...KEY_BINDING_CHECKS,
  { id: 'required' },
].map(({ id }) => id);

// a check goes by its id, which no type closes, so that a new one would stand in the page without words
test.each([...new Set(IDS)])('the check %s has a name in words', (id) => {
  expect(checkName(id).words).not.toBe('');
});
