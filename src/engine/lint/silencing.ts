/** One fact, one finding: a rule that says more about a place silences the general one there. */
import type { LintRuleId } from '../messages/lint.ts';
import type { Finding } from '../types.ts';

interface Silencing {
  readonly rule: LintRuleId;
  readonly silences: readonly LintRuleId[];
  /** `place`: at the same pointer and characters only; `layer`: anywhere in the layer */
  readonly within: 'place' | 'layer';
}

const MISSING = ['exp-missing', 'iss-missing', 'aud-missing', 'sub-missing', 'jti-missing', 'iat-missing'] as const;

const SILENCINGS: readonly Silencing[] = [
  { rule: 'utf16-or-32', silences: ['invalid-utf8', 'json-invalid'], within: 'layer' },
  { rule: 'json-bom', silences: ['json-invalid'], within: 'layer' },
  { rule: 'json-trailing-content', silences: ['json-invalid'], within: 'layer' },
  { rule: 'base64-padding', silences: ['illegal-characters'], within: 'place' },
  { rule: 'base64-standard-alphabet', silences: ['illegal-characters'], within: 'place' },
  { rule: 'alg-none-with-signature', silences: ['alg-none'], within: 'layer' },
  { rule: 'empty-signature', silences: ['sig-length-mismatch'], within: 'layer' },
  {
    rule: 'sig-ecdsa-der',
    silences: ['sig-length-mismatch'],
    within: 'layer',
  },
  { rule: 'sig-ecdsa-zero', silences: ['sig-all-zero-or-constant'], within: 'layer' },
  { rule: 'kid-sql-injection', silences: ['kid-command-injection', 'kid-ldap-or-nosql'], within: 'place' },
  { rule: 'kid-command-injection', silences: ['kid-ldap-or-nosql'], within: 'place' },
  { rule: 'jwk-embedded-private', silences: ['jwk-embedded'], within: 'layer' },
  { rule: 'crit-missing-member', silences: ['crit-unknown'], within: 'layer' },
  { rule: 'typ-unexpected', silences: ['typ-missing', 'typ-generic-jwt'], within: 'layer' },
  { rule: 'hmac-key-dictionary', silences: ['hmac-key-low-entropy'], within: 'layer' },
  { rule: 'hmac-key-short', silences: ['hmac-key-low-entropy'], within: 'layer' },
  { rule: 'x5c-leaf-mismatch', silences: ['x5t-sha1'], within: 'place' },
  { rule: 'verified-but-not-trusted', silences: ['jwk-embedded', 'x5c-present'], within: 'layer' },
  { rule: 'jwk-private-in-jwks', silences: ['private-key-pasted'], within: 'layer' },
  { rule: 'claim-secret-value', silences: ['claim-sensitive-name', 'claim-pii'], within: 'place' },
  { rule: 'claim-nested-jwt', silences: ['b64-claim-blob'], within: 'place' },
  { rule: 'exp-before-iat', silences: ['exp-past'], within: 'layer' },
  { rule: 'at-jwt-missing-claim', silences: MISSING, within: 'layer' },
  { rule: 'logout-token-rules', silences: MISSING, within: 'layer' },
  { rule: 'dpop-proof-rules', silences: MISSING, within: 'layer' },
  { rule: 'at-jwt-alg', silences: ['alg-none', 'alg-none-casing', 'alg-hs-for-multi-party'], within: 'layer' },
  { rule: 'example-token', silences: ['live-credential', 'hmac-token-uses-known-secret'], within: 'layer' },
  { rule: 'payload-double-encoded', silences: ['json-not-object'], within: 'layer' },
];

export function withoutSilenced(findings: readonly Finding[]): readonly Finding[] {
  const silenced = new Set<string>();
  for (const finding of findings) {
    for (const { rule, silences, within } of SILENCINGS) {
      if (rule !== finding.rule) continue;
      for (const other of silences) silenced.add(keyOf(other, finding, within));
    }
  }
  if (silenced.size === 0) return findings;
  return findings.filter(
    (finding) =>
      !silenced.has(keyOf(finding.rule, finding, 'place')) && !silenced.has(keyOf(finding.rule, finding, 'layer')),
  );
}

function keyOf(rule: string, { layer, pointer = '', span }: Finding, within: Silencing['within']): string {
  return within === 'layer' ? `${rule} ${layer}` : `${rule} ${layer} ${pointer} ${String(span)}`;
}
