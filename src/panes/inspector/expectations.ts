/** The fields of the form, and what they are among the expectations. */
import type { Expectations } from '../../engine/types.ts';
import type { Expected } from '../../words/checks.ts';

export function expectationOf(expectations: Expectations, field: Expected): string {
  const { request, keyBinding } = expectations;
  switch (field) {
    case 'method':
    case 'url':
      return request?.[field] ?? '';
    case 'accessToken':
    case 'keyThumbprint':
      return expectations[field] ?? '';
    case 'audience':
    case 'nonce':
      return keyBinding?.[field] ?? '';
  }
}

/** The part of the expectations that a field changes; what is left empty is not asked. */
export function withExpectation(expectations: Expectations, field: Expected, value: string): Partial<Expectations> {
  const { request = { method: '', url: '' }, keyBinding = {} } = expectations;
  switch (field) {
    case 'method':
    case 'url':
      return { request: { ...request, [field]: value } };
    case 'accessToken':
    case 'keyThumbprint':
      return { [field]: value };
    case 'audience':
    case 'nonce':
      return { keyBinding: { ...keyBinding, [field]: value } };
  }
}
