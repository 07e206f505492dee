/** All rules, and how they are asked. */
import { adviseLint, sayLint } from '../messages/lint.ts';
import type { Finding } from '../types.ts';
import { spanOfHit } from './place.ts';
import type { Hit, Need, Rule } from './rule.ts';
import { ALGORITHM_RULES } from './rules/algorithm.ts';
import { CERTIFICATE_RULES } from './rules/certificates.ts';
import { CLAIM_CONTENT_RULES } from './rules/claim-content.ts';
import { CLAIM_NAME_RULES } from './rules/claim-names.ts';
import { DPOP_RULES } from './rules/dpop.ts';
import { HEADER_RULES } from './rules/header.ts';
import { HMAC_KEY_RULES } from './rules/hmac-key.ts';
import { IDENTITY_RULES } from './rules/identity.ts';
import { JSON_RULES } from './rules/json.ts';
import { JWE_RULES } from './rules/jwe.ts';
import { KEY_RULES } from './rules/key.ts';
import { KEY_LOCATION_RULES } from './rules/key-location.ts';
import { KEY_REUSE_RULES } from './rules/key-reuse.ts';
import { KID_RULES } from './rules/kid.ts';
import { KIND_RULES } from './rules/kinds.ts';
import { LEXICAL_RULES } from './rules/lexical.ts';
import { SAMPLE_RULES } from './rules/sample.ts';
import { SD_JWT_RULES } from './rules/sd-jwt.ts';
import { SETTINGS_RULES } from './rules/settings.ts';
import { SIGNATURE_RULES } from './rules/signature.ts';
import { TIME_RULES } from './rules/times.ts';
import { TOKEN_HASH_RULES } from './rules/token-hashes.ts';
import { withoutSilenced } from './silencing.ts';
import { type LintInput, type Subject, subjectsOf } from './subject.ts';

/** In the order in which findings of equal weight are told. */
export const RULES: readonly Rule[] = [
  ...LEXICAL_RULES,
  ...JSON_RULES,
  ...ALGORITHM_RULES,
  ...SIGNATURE_RULES,
  ...KEY_RULES,
  ...HMAC_KEY_RULES,
  ...CERTIFICATE_RULES,
  ...KEY_REUSE_RULES,
  ...HEADER_RULES,
  ...KID_RULES,
  ...KEY_LOCATION_RULES,
  ...TIME_RULES,
  ...IDENTITY_RULES,
  ...CLAIM_CONTENT_RULES,
  ...CLAIM_NAME_RULES,
  ...TOKEN_HASH_RULES,
  ...KIND_RULES,
  ...DPOP_RULES,
  ...SD_JWT_RULES,
  ...SAMPLE_RULES,
  ...JWE_RULES,
  ...SETTINGS_RULES,
];

/** A rule tells the first places that it finds; a text that is faulty everywhere has no thousand findings. */
const MOST_HITS = 20;

/**
 * Everything that the rules find in a token, the errors first, then warnings, then notes; among equals in the order of
 * the layers and of the catalogue. It reads what the engine has found already (`problems`, `notes`, verdicts) and
 * changes none of it. One fact is told once: where a rule says more than another about the same place, the other is
 * silent. Never throws.
 */
export function lint(input: LintInput): readonly Finding[] {
  const findings = subjectsOf(input).flatMap((subject) => findingsOn(subject));
  return inOrder(withoutSilenced(withoutRepeated(findings)));
}

function findingsOn(subject: Subject): readonly Finding[] {
  return RULES.filter(({ needs }) => has(subject, needs)).flatMap((rule) => {
    const hits = rule.find(subject).slice(0, MOST_HITS);
    return hits.map((hit) => findingOf(rule, hit, subject));
  });
}

function has({ layer, object, entry, hasClaims }: Subject, needs: Need): boolean {
  switch (needs) {
    case 'text':
      return entry === 0;
    case 'token':
      return entry === 0 && layer !== undefined;
    case 'header':
      return object !== undefined;
    case 'jws':
    case 'jwe':
      return object?.type === needs;
    case 'claims':
      return entry === 0 && hasClaims;
    default:
      return needs satisfies never;
  }
}

function findingOf(rule: Rule, hit: Hit, subject: Subject): Finding {
  const span = spanOfHit(subject, hit);
  const values = hit.values ?? {};
  return {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    confidence: hit.confidence ?? rule.confidence,
    message: hit.message ?? sayLint(rule.id, values),
    advice: adviseLint(rule.id, values),
    refs: rule.refs,
    layer: subject.depth,
    ...(hit.part === undefined ? {} : { part: hit.part }),
    ...(hit.pointer === undefined ? {} : { pointer: hit.pointer }),
    ...(span === undefined ? {} : { span }),
  };
}

/** Signatures and recipients share headers and keys; what is the same of two of them is told once. */
function withoutRepeated(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ rule, message, layer, pointer = '', span }) => {
    const key = `${rule}\n${layer}\n${pointer}\n${String(span)}\n${message}`;
    return !told.has(key) && told.add(key);
  });
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
}
