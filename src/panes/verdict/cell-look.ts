/** Shape and tone of each of the three verdicts. */
import type { Tone } from '../../ui/chip.tsx';
import type { Shape } from '../../ui/state-shape.tsx';
import type { FindingsFacts } from '../../words/findings-cell.ts';
import type { Judged, TimeFacts } from '../../words/time-cell.ts';
import type { ShownVerdict } from '../../workbench/types.ts';
import type { CellVerdict } from './cell-facts.ts';

export interface CellLook {
  readonly shape: Shape;
  readonly tone: Tone;
  /** on a washed background */
  readonly hard: boolean;
}

function look(shape: Shape, tone: Tone, hard = false): CellLook {
  return { shape, tone, hard };
}

/** A key was given and does not fit: not the same as no key at all. */
const DOES_NOT_FIT: ReadonlySet<ShownVerdict['code']> = new Set([
  'key-not-for-this',
  'key-wrong-curve',
  'key-wrong-size',
  'key-wrong-kind',
  'public-key-as-secret',
]);

/** `encrypted`: it is about a decryption, where what is missing is a key. */
export function cellLook({ state, code, busy, verdict }: CellVerdict, encrypted: boolean): CellLook {
  if (busy) return look('turning-arc', 'idle');
  switch (state) {
    case 'verified':
      return verdict?.state === 'verified' && verdict.trust === 'token-supplied-key'
        ? look('triangle', 'warn')
        : look('tick-disc', 'ok');
    case 'decrypted':
      return look('closed-padlock', 'ok');
    case 'signed':
      return look('tick-ring', 'note');
    case 'failed':
      return look('cross-octagon', 'fail', true);
    case 'malformed':
      return look('split-bars', 'fail', true);
    case 'unsecured':
      return look('open-padlock', 'warn');
    case 'unsupported':
      return look('slash-ring', 'idle');
    case 'empty':
    case 'unchecked':
      if (DOES_NOT_FIT.has(code)) return look('slash-ring', 'idle');
      return look(encrypted ? 'closed-padlock' : 'dashed-ring', 'idle');
  }
}

const TIME_LOOKS: Readonly<Record<Judged['verdict']['state'], CellLook>> = {
  valid: look('clock', 'ok'),
  'within-skew': look('clock', 'warn'),
  expired: look('clock-cross', 'fail'),
  'not-yet-valid': look('clock', 'warn'),
  'no-end': look('clock', 'warn'),
  'exp-ignored': look('clock', 'warn'),
  'not-asked': look('clock', 'idle'),
  unreadable: look('cross-octagon', 'fail'),
  contradict: look('cross-octagon', 'fail'),
};

const WAITING = look('turning-arc', 'idle');

export function timeLook(facts: TimeFacts): CellLook {
  switch (facts.kind) {
    case 'nothing':
    case 'no-claims':
      return TIME_LOOKS['not-asked'];
    case 'locked':
    case 'elsewhere':
      return look('slash-ring', 'idle');
    case 'waiting':
      return WAITING;
    case 'judged':
      return facts.failed.length > 0 ? TIME_LOOKS.unreadable : TIME_LOOKS[facts.verdict.state];
  }
}

export function findingsLook(facts: FindingsFacts): CellLook {
  switch (facts.kind) {
    case 'nothing':
      return look('i-ring', 'idle');
    case 'missing':
      return look('slash-ring', 'idle');
    case 'waiting':
      return WAITING;
    case 'counted':
      if (facts.errors > 0) return look('cross-octagon', 'fail');
      return facts.warnings > 0 ? look('triangle', 'warn') : look('tick-ring', 'note');
  }
}
