/** Key reports with what came of each key, in every layer and for every signature or recipient. */
import type { TriedReason } from '../codes.ts';
import { isSignatureAlg, SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import type { ReadKey, SecretReading } from '../keys/shapes.ts';
import { sayKeyNote } from '../messages/key.ts';
import type { KeyReport } from '../types.ts';
import type { Attempt } from './attempt.ts';
import { kidOf } from './offers.ts';

type Tried = KeyReport['tried'][number];
type Note = KeyReport['notes'][number];

/** What the keys were tried on, and what came of it. */
export interface Trial {
  readonly layer: number;
  /** which signature or recipient; left out where there is one only */
  readonly signature?: number;
  readonly alg: string;
  /** that the header names */
  readonly kid: string | undefined;
  readonly attempts: readonly Attempt[];
}

interface Made {
  readonly attempt: Attempt;
  readonly trial: Trial;
}

/** The reports of `reads`, in their order, each with what was made of its keys. */
export function reportsAfter(reads: readonly ReadKey[], trials: readonly Trial[]): readonly KeyReport[] {
  const all = trials.flatMap((trial) => trial.attempts.map((attempt): Made => ({ attempt, trial })));
  return reads.map((read, input) => {
    const own = all.filter(({ attempt }) => attempt.offer.place.input === input);
    const members = read.report.members;
    if (members !== undefined && own.some(({ attempt }) => attempt.offer.place.member !== undefined)) {
      const after = members.map((member, index) =>
        reportAfter(
          member,
          own.filter(({ attempt }) => attempt.offer.place.member === index),
        ),
      );
      return { ...read.report, members: after };
    }
    return reportAfter(read.report, own);
  });
}

function reportAfter(report: KeyReport, made: readonly Made[]): KeyReport {
  if (made.length === 0) return report;
  // what did its work says most of the key
  const telling = made.find(({ attempt }) => readingOf(attempt) !== undefined) ?? made[0];
  const base = (telling && readingOf(telling.attempt)?.report) ?? report;
  const wasUsed = made.some(({ attempt }) => isUsed(attempt));
  return {
    ...(wasUsed && made.some(({ attempt }) => attempt.offer.kind === 'secret') ? withoutProblem(base) : base),
    tried: made.flatMap(triedOf),
    notes: [...base.notes, ...notesOf(made, base)],
  };
}

/** The reading that did it; where none did, the first that was tried. */
function readingOf(attempt: Attempt): SecretReading | undefined {
  switch (attempt.outcome) {
    case 'verified':
    case 'decrypted':
      return attempt.reading;
    case 'failed':
    case 'not-decrypted':
      return attempt.readings[0];
    default:
      return undefined;
  }
}

function isUsed({ outcome }: Attempt): boolean {
  return outcome !== 'skipped' && outcome !== 'not-done';
}

/** A text used as a secret is no longer 'not a key'. */
function withoutProblem(report: KeyReport): KeyReport {
  const { problem: _, ...rest } = report;
  return rest;
}

function triedOf({ attempt, trial }: Made): readonly Tried[] {
  const where = { layer: trial.layer, ...(trial.signature === undefined ? {} : { signature: trial.signature }) };
  switch (attempt.outcome) {
    case 'verified':
      return [{ ...where, outcome: 'verified', reason: 'signature-match', ...encodingOf(attempt.reading) }];
    case 'decrypted':
      return [{ ...where, outcome: 'decrypted', reason: 'decrypted', ...encodingOf(attempt.reading) }];
    case 'failed':
    case 'not-decrypted': {
      const reason = attempt.outcome === 'failed' ? 'signature-mismatch' : 'decryption-failed';
      const readings = attempt.readings.length === 0 ? [undefined] : attempt.readings;
      return readings.map((reading) => ({ ...where, outcome: 'failed', reason, ...encodingOf(reading) }));
    }
    case 'failed-der':
      return [{ ...where, outcome: 'failed', reason: 'signature-der' }];
    case 'skipped':
      return [{ ...where, outcome: 'skipped', reason: attempt.miss.reason satisfies TriedReason }];
    case 'rounds':
      return [{ ...where, outcome: 'skipped', reason: 'pbes2-rounds' }];
    case 'header':
    case 'not-done':
      return [{ ...where, outcome: 'skipped', reason: 'runtime' }];
    default:
      return attempt satisfies never;
  }
}

function encodingOf(reading: SecretReading | undefined): Pick<Tried, 'encoding'> {
  return reading === undefined ? {} : { encoding: reading.encoding };
}

function notesOf(made: readonly Made[], report: KeyReport): readonly Note[] {
  const used = made.filter(({ attempt }) => attempt.outcome !== 'skipped');
  const short = used.flatMap(({ trial }) => shortNote(trial.alg, report));
  const differs = used.flatMap(({ attempt, trial }) => {
    const have = kidOf(attempt.offer);
    const isOther = trial.kid !== undefined && have !== undefined && have !== trial.kid;
    return isOther ? [note('kid-differs', { kid: have, token: trial.kid })] : [];
  });
  return [...short.slice(0, 1), ...differs.slice(0, 1)];
}

function shortNote(alg: string, { kty, bits }: KeyReport): readonly Note[] {
  const need = isSignatureAlg(alg) ? SIGNATURE_ALGORITHMS[alg].requiredKeyBits : undefined;
  if (kty !== 'oct' || need === undefined || bits === undefined || bits >= need) return [];
  return [note('hmac-key-short', { alg, need: need / 8, have: bits / 8 })];
}

function note(code: Note['code'], values: Parameters<typeof sayKeyNote>[1]): Note {
  return { code, message: sayKeyNote(code, values) };
}
