/** Attributes that keep password managers, spell-checkers, grammar helpers and translators away from tokens and keys. */
export const PRIVATE_FIELD = {
  autoComplete: 'off',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
  translate: 'no',
  'data-1p-ignore': true,
  'data-lpignore': 'true',
  'data-bwignore': true,
  'data-form-type': 'other',
  'data-gramm': 'false',
} as const;
