/** The days of IANA's registries that the tables were written after. What was registered later is missing here. */
export const SNAPSHOT = {
  /** JSON Web Token Claims, and JWT Confirmation Methods */
  claims: '2026-03-23',
  /** JSON Web Signature and Encryption Header Parameters */
  headerParameters: '2026-02-05',
  /** the claim `status`, which was taken from a later copy */
  status: '2026-06-12',
} as const;
