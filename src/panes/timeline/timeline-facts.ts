/** What the timeline is told of a claims set: the times that can be drawn, and why the others cannot. */
import { readNumericDate } from '../../engine/claims/times.ts';
import { ownMember } from '../../engine/token/json-kind.ts';
import type { JsonObject } from '../../engine/types.ts';
import type { WorkbenchView } from '../../workbench/types.ts';
import { faultOf } from '../claims/claim-times.ts';
import { DRAWN, type DrawnName, type Times } from './timeline-geometry.ts';

export interface TimeFacts {
  readonly times: Times;
  /** `fault` in words, without a full stop */
  readonly unreadable: readonly { readonly name: DrawnName; readonly fault: string }[];
}

export function timeFacts(claims: JsonObject): TimeFacts {
  const found = DRAWN.flatMap((name) => {
    const value = ownMember(claims, name);
    return value === undefined ? [] : [{ name, read: readNumericDate(value) }];
  });
  return {
    times: Object.fromEntries(
      found.flatMap(({ name, read }) => (read.kind === 'seconds' ? [[name, read.seconds]] : [])),
    ),
    unreadable: found.flatMap(({ name, read }) => {
      const fault = faultOf(read);
      return fault === undefined ? [] : [{ name, fault: fault.words }];
    }),
  };
}

/** What a verifier forgives where nothing else is said (`Expectations.clockSkewSeconds`). */
const USUAL_SKEW = 60;

export function skewOf({ expectations }: Pick<WorkbenchView, 'expectations'>): number {
  return expectations.clockSkewSeconds ?? USUAL_SKEW;
}
