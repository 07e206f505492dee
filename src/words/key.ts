/** Words of the key card that stand at once; those about a read key are in key-report.ts, which comes with it. */
export const KEY = {
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
  ofAnotherLayer: 'A key in the box of another layer did it. One that stands here is tried too.',
  fold: 'Fold the key card',
  unfold: 'Unfold the key card',
} as const;

/** Title of the card; `layer` counted from 1, of one that is not the outermost. */
export function keyTitle(encrypted: boolean, layer: number | undefined): string {
  const act = encrypted ? 'Decrypt' : 'Verify';
  return layer === undefined ? `${act} with` : `${act} layer ${layer} with`;
}
