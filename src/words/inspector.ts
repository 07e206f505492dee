/** Words of the inspector's frame. */

export const INSPECTOR = {
  name: 'Inspector',
  tabs: {
    claims: 'Claims',
    findings: 'Findings',
    bytes: 'Bytes',
    layers: 'Layers',
    disclosures: 'Disclosures',
    certificates: 'Certificates',
    checks: 'Checks',
  },
  /** the list of links on small screens */
  parts: 'Parts of the inspector',
  split: 'Width of the inspector',
} as const;

/** Which header is meant, where several bring certificates. */
export const headerPlace = (layer: number, entry: number) => `Layer ${layer + 1}, header ${entry + 1}`;
