/** Steps 1 to 3 of 'Order within a layer' for one recipient of a JWE: what its letters decide (RFC 7516, RFC 7518). */
import type { Json, JsonObject, Problem, Values, Verdict } from '../types.ts';
import { verdictOfProblems } from './early-verdict.ts';
import { kindOf, shortened, unknownCritical } from './header-rules.ts';
import { isJsonObject, ownMember } from './json-kind.ts';
import { formProblem, malformedForm, unsupportedForm } from './other-forms.ts';
import { isProhibited } from './registered-algs.ts';
import { contentEncryptionStanding, keyManagementStanding } from './registered-jwe-algs.ts';

/** The part of a recipient that its rules look at. */
export interface RecipientFacts {
  readonly header: JsonObject;
  readonly protectedHeader: JsonObject | undefined;
  readonly encryptedKeyText: string;
}

/** What is wrong with the header parameters that a JWE needs (RFC 7516 section 4.1, RFC 7518 sections 4.6 to 4.8). */
export function recipientProblems({ header, protectedHeader, encryptedKeyText }: RecipientFacts): readonly Problem[] {
  const alg = ownMember(header, 'alg');
  const enc = ownMember(header, 'enc');
  const missing = typeof enc === 'string' ? [] : [formProblem('enc-missing', 'header', foundOf(enc), undefined)];
  if (typeof alg !== 'string' || !keyManagementStanding(alg).known) return missing;
  const isDirect = alg === 'dir' || alg === 'ECDH-ES';
  const isPresent = encryptedKeyText !== '';
  const wrongKey =
    isDirect === isPresent
      ? [formProblem('encrypted-key-wrong', 'encrypted-key', { alg, present: isPresent }, undefined)]
      : [];
  const zip = ownMember(header, 'zip');
  const looseZip =
    zip !== undefined && ownMember(protectedHeader ?? {}, 'zip') === undefined
      ? [formProblem('jwe-parameter-invalid', 'header', { alg, name: 'zip', reason: 'unprotected' }, undefined)]
      : [];
  const parameters = neededBy(alg).flatMap(([name, isRight]) => {
    const value = ownMember(header, name);
    if (value !== undefined && isRight(value)) return [];
    const values = { alg, name, reason: value === undefined ? 'absent' : 'kind' };
    return [formProblem('jwe-parameter-invalid', 'header', values, undefined)];
  });
  return [...missing, ...wrongKey, ...parameters, ...looseZip];
}

function foundOf(value: Json | undefined): Values {
  return { found: value === undefined ? 'absent' : kindOf(value) };
}

type Rule = readonly [name: string, isRight: (value: Json) => boolean];

const isText = (value: Json): boolean => typeof value === 'string';

/** `epk` as a text is a known fault of an issuer, which is opened and told. */
function neededBy(alg: string): readonly Rule[] {
  if (alg.startsWith('ECDH-ES')) return [['epk', (value) => isJsonObject(value) || isText(value)]];
  if (alg.startsWith('PBES2'))
    return [
      ['p2s', isText],
      ['p2c', (value) => typeof value === 'number' && Number.isInteger(value) && value > 0],
    ];
  if (alg.endsWith('GCMKW'))
    return [
      ['iv', isText],
      ['tag', isText],
    ];
  return [];
}

/** Undefined where the keys decide. */
export function earlyRecipientVerdict(
  facts: Omit<RecipientFacts, 'encryptedKeyText'> & { readonly problems: readonly Problem[] },
): Verdict | undefined {
  const wrong = verdictOfProblems(facts.problems);
  if (wrong !== undefined) return wrong;
  const alg = ownMember(facts.header, 'alg');
  const enc = ownMember(facts.header, 'enc');
  if (typeof alg !== 'string') return malformedForm('alg-missing', foundOf(alg));
  if (typeof enc !== 'string') return malformedForm('enc-missing', foundOf(enc));
  const critical = unknownCritical(facts.protectedHeader ?? {}, 'jwe');
  if (critical !== undefined) return unsupportedForm('crit-unknown', { name: shortened(critical) });
  if (isProhibited(alg)) return unsupportedForm('alg-prohibited', { alg, encrypted: true });
  const ofAlg = keyManagementStanding(alg);
  if (!ofAlg.known) return unsupportedForm('alg-unknown', { alg: shortened(alg), near: ofAlg.near, encrypted: true });
  if (isProhibited(enc)) return unsupportedForm('alg-prohibited', { alg: enc, encrypted: true });
  const ofEnc = contentEncryptionStanding(enc);
  if (!ofEnc.known) return unsupportedForm('enc-unknown', { enc: shortened(enc), near: ofEnc.near });
  const zip = ownMember(facts.header, 'zip');
  if (zip !== undefined && zip !== 'DEF')
    return unsupportedForm('zip-unknown', { zip: typeof zip === 'string' ? shortened(zip) : kindOf(zip) });
  return undefined;
}
