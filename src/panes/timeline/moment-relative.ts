import { relativeWords } from '../../words/claims-tab.ts';
import { secondsUntil } from '../claims/claim-times.ts';

/** 'in 14 min 32 s', '15 min 0 s ago'; both in seconds. */
export function relativeLabel(seconds: number, now: number): string {
  return relativeWords(secondsUntil(seconds, now));
}
