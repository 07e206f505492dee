/** Steps 5 to 7 of the order within a layer, for one recipient of a JWE: what the attempts of the keys say. */
import type { FailedCode } from '../codes.ts';
import { say } from '../messages/verdict.ts';
import type { JsonObject, Trust, Values, Verdict } from '../types.ts';
import type { Attempt } from './attempt.ts';
import { cannot } from './cannot.ts';
import { describeKey, describeOpener, needOfDecryption } from './describe.ts';
import { keyWord } from './judge-signature.ts';
import { nearestMiss } from './misses.ts';

export interface RecipientCase {
  readonly alg: string;
  readonly enc: string;
  /** the joined JOSE Header */
  readonly header: JsonObject;
  readonly kid: string | undefined;
  readonly trust: Trust;
  readonly maxPbes2Rounds: number;
}

/** `attempts` on the keys that were selected, or where none was, those that the `kid` left out. */
export async function judgeRecipient(attempts: readonly Attempt[], given: RecipientCase): Promise<Verdict> {
  const { alg, enc, trust } = given;
  const opened = attempts.find((entry) => entry.outcome === 'decrypted');
  if (opened !== undefined) {
    const values = { alg, enc, trust, keyWord: wordOf(opened, alg) };
    return { state: 'decrypted', code: 'decrypted', trust, by: opened.by, message: say('decrypted', values), values };
  }
  const unusable = attempts.find((entry) => entry.outcome === 'header');
  if (unusable !== undefined) {
    const values = { alg, name: unusable.name, reason: unusable.reason };
    const code = 'jwe-parameter-invalid';
    return { state: 'malformed', code, message: say(code, values), values };
  }
  const noes = attempts.filter((entry) => entry.outcome === 'not-decrypted');
  const rounds = attempts.find((entry) => entry.outcome === 'rounds');
  if (rounds !== undefined) {
    const values = { rounds: rounds.rounds, limit: given.maxPbes2Rounds };
    return { state: 'unchecked', code: 'pbes2-rounds', message: say('pbes2-rounds', values), values };
  }
  if (noes.length > 0) {
    const secret = noes.every((entry) => keyWord(entry.offer) === 'secret');
    return failed('decryption-failed', { alg, enc, fitting: noes.length, secret, password: alg.startsWith('PBES2') });
  }
  const notDone = attempts.find((entry) => entry.outcome === 'not-done');
  if (notDone !== undefined) return cannot(notDone, notDone.code === 'key-refused' ? alg : `${alg} with ${enc}`, true);
  return missed(attempts, given);
}

function wordOf({ offer }: Attempt, alg: string): string {
  return alg.startsWith('PBES2') ? 'password' : keyWord(offer);
}

function missed(attempts: readonly Attempt[], given: RecipientCase): Promise<Verdict> {
  const { alg, kid, header } = given;
  const need = describeOpener(header);
  return nearestMiss(
    attempts.filter((entry) => entry.outcome === 'skipped'),
    {
      alg,
      kid,
      encrypted: true,
      missing: { alg, need: needOfDecryption(alg) },
      need,
      have: (key) => {
        if (key === undefined) return 'a shared secret';
        const isHalf = key.privateJwk === undefined && needOfDecryption(alg) === 'private-key';
        return isHalf ? `the public half of ${describeKey(key)}` : describeKey(key);
      },
      sizeNeed: need,
      // a MAC is what can be forged with a public key; nothing is opened with one
      isForged: () => Promise.resolve(false),
      matchesEmpty: () => Promise.resolve(false),
    },
  );
}

function failed(code: FailedCode, values: Values): Verdict {
  return { state: 'failed', code, message: say(code, values), values };
}
