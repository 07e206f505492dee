/** Words of the key card that stand at once; those about a read key are in key-report.ts, which comes with it. */
export const KEY = {
  title: 'Verify with',
  box: 'Key',
  optional: 'optional',
  placeholder: 'Secret, PEM, JWK, JWKS or certificate. The kind is recognised for you.',
  generate: 'Generate key',
  generating: 'Generating…',
  generateOther: 'Choose what to generate',
  openFile: 'Open key file',
  copy: 'Copy key',
  hide: 'Hide key',
  show: 'Show key',
  remove: 'Remove key',
  inToken: 'The token brings a key of its own. Anyone can put one there.',
  useTokenKey: 'Check with the key in the token',
  fold: 'Fold the key card',
  unfold: 'Unfold the key card',
} as const;
