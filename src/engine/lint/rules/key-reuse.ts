/** One key for one algorithm (RFC 8725 section 3.1 and its successor). Told of what is at hand: nothing is remembered. */
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Layer } from '../../types.ts';
import { everyKey } from '../from-reports.ts';
import { givenJwks } from '../given-jwks.ts';
import { type Hit, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const KEY_REUSE_RULES: readonly Rule[] = [
  {
    id: 'key-reused-for-two-algs',
    severity: 'warning',
    confidence: 'certain',
    refs: ['RFC 8725 section 3.1', 'draft-ietf-oauth-rfc8725bis'],
    needs: 'token',
    find: (subject) => (subject.depth > 0 ? NOTHING : [...usedTwice(subject), ...listedTwice(subject.keyTexts)]),
  },
];

/** Keys that did their work under two algorithms in this token. */
function usedTwice({ keys, layers }: Subject): readonly Hit[] {
  return everyKey(keys).flatMap((key) => {
    const done = key.tried.filter(({ outcome }) => outcome === 'verified' || outcome === 'decrypted');
    const names = done.map(({ layer, signature }) => algOf(layers[layer], signature));
    return hitOf(names.filter((name) => name !== undefined));
  });
}

function algOf(layer: Layer | undefined, entry = 0): string | undefined {
  const header = (layer?.signatures ?? layer?.recipients)?.[entry]?.header ?? layer?.header;
  const alg = isJsonObject(header) ? ownMember(header, 'alg') : undefined;
  return typeof alg === 'string' ? alg : undefined;
}

/** Keys that a set holds twice, for another algorithm or use each time. */
function listedTwice(keyTexts: readonly string[]): readonly Hit[] {
  return givenJwks(keyTexts).flatMap((jwks) => {
    const purposes = new Map<string, string[]>();
    for (const jwk of jwks) {
      const purpose = ownMember(jwk, 'alg') ?? ownMember(jwk, 'use');
      const numbers = JSON.stringify(NUMBERS.map((name) => ownMember(jwk, name) ?? ''));
      if (typeof purpose === 'string') purposes.set(numbers, [...(purposes.get(numbers) ?? []), purpose]);
    }
    return [...purposes.values()].flatMap(hitOf);
  });
}

/** What makes a public key, or a secret (RFC 7518 section 6, RFC 9964). */
const NUMBERS = ['kty', 'crv', 'n', 'e', 'x', 'y', 'pub', 'k'];

/** `EdDSA` is another name of `Ed25519` and of `Ed448` (RFC 9864 section 2). */
function hitOf(names: readonly string[]): readonly Hit[] {
  const different = [...new Set(names)];
  const [first, second] = different;
  const isOneByTwoNames =
    different.length === 2 && different.some((name) => name === 'EdDSA') && different.some(isEdwards);
  if (first === undefined || second === undefined || isOneByTwoNames) return NOTHING;
  return [{ part: 'key', values: { first, second } }];
}

function isEdwards(name: string): boolean {
  return name === 'Ed25519' || name === 'Ed448';
}
