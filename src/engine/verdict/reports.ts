/** Key reports with what came of each key. */
import type { TriedReason } from '../codes.ts';
import { SIGNATURE_ALGORITHMS, type SignatureAlg } from '../crypto/algorithms.ts';
import type { ReadKey, SecretReading } from '../keys/shapes.ts';
import { sayKeyNote } from '../messages/key.ts';
import type { KeyReport } from '../types.ts';
import type { Attempt } from './attempt.ts';
import { kidOf } from './offers.ts';

type Tried = KeyReport['tried'][number];
type Note = KeyReport['notes'][number];

/** The reports of `reads`, in their order, each with its attempts on the signature of layer 0. */
export function reportsAfter(
  reads: readonly ReadKey[],
  attempts: readonly Attempt[],
  alg: SignatureAlg,
  kid: string | undefined,
): readonly KeyReport[] {
  return reads.map((read, input) => {
    const own = attempts.filter((entry) => entry.offer.place.input === input);
    const members = read.report.members;
    if (members !== undefined && own.some((entry) => entry.offer.place.member !== undefined)) {
      const after = members.map((member, index) =>
        reportAfter(
          member,
          own.filter((entry) => entry.offer.place.member === index),
          alg,
          kid,
        ),
      );
      return { ...read.report, members: after };
    }
    return reportAfter(read.report, own, alg, kid);
  });
}

function reportAfter(
  report: KeyReport,
  attempts: readonly Attempt[],
  alg: SignatureAlg,
  kid: string | undefined,
): KeyReport {
  const [made] = attempts;
  if (made === undefined) return report;
  const base = readingOf(made)?.report ?? report;
  return {
    ...withoutSecretProblem(base, made),
    tried: attempts.flatMap(triedOf),
    notes: [...base.notes, ...notesOf(made, base, alg, kid)],
  };
}

/** The reading that verified; where none did, the first that was tried. */
function readingOf(attempt: Attempt): SecretReading | undefined {
  if (attempt.outcome === 'verified') return attempt.reading;
  return attempt.outcome === 'failed' ? attempt.readings[0] : undefined;
}

/** A text used as a secret is no longer 'not a key'. */
function withoutSecretProblem(report: KeyReport, attempt: Attempt): KeyReport {
  const used = attempt.outcome === 'verified' || attempt.outcome === 'failed';
  if (attempt.offer.kind !== 'secret' || !used) return report;
  const { problem: _, ...rest } = report;
  return rest;
}

function triedOf(attempt: Attempt): readonly Tried[] {
  switch (attempt.outcome) {
    case 'verified':
      return [{ layer: 0, outcome: 'verified', reason: 'signature-match', ...encodingOf(attempt.reading) }];
    case 'failed':
      return attempt.readings.length === 0
        ? [{ layer: 0, outcome: 'failed', reason: 'signature-mismatch' }]
        : attempt.readings.map((reading) => ({
            layer: 0,
            outcome: 'failed',
            reason: 'signature-mismatch',
            ...encodingOf(reading),
          }));
    case 'failed-der':
      return [{ layer: 0, outcome: 'failed', reason: 'signature-der' }];
    case 'skipped':
      return [{ layer: 0, outcome: 'skipped', reason: attempt.miss.reason satisfies TriedReason }];
    case 'not-done':
      return [{ layer: 0, outcome: 'skipped', reason: 'runtime' }];
    default:
      return attempt satisfies never;
  }
}

function encodingOf(reading: SecretReading | undefined): Pick<Tried, 'encoding'> {
  return reading === undefined ? {} : { encoding: reading.encoding };
}

function notesOf(attempt: Attempt, report: KeyReport, alg: SignatureAlg, kid: string | undefined): readonly Note[] {
  if (attempt.outcome === 'skipped') return [];
  const need = SIGNATURE_ALGORITHMS[alg].requiredKeyBits;
  const short = report.kty === 'oct' && need !== undefined && report.bits !== undefined && report.bits < need;
  const have = kidOf(attempt.offer);
  const differs = kid !== undefined && have !== undefined && have !== kid;
  return [
    ...(short ? [note('hmac-key-short', { alg, need: need / 8, have: (report.bits ?? 0) / 8 })] : []),
    ...(differs ? [note('kid-differs', { kid: have, token: kid })] : []),
  ];
}

function note(code: Note['code'], values: Parameters<typeof sayKeyNote>[1]): Note {
  return { code, message: sayKeyNote(code, values) };
}
