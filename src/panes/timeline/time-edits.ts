/** What an edit of times changes in a claims set. Values are written as seconds, whatever stood there before. */
import { readNumericDate } from '../../engine/claims/times.ts';
import { ownMember } from '../../engine/token/json-kind.ts';
import type { JsonObject } from '../../engine/types.ts';
import type { ClaimChange } from '../../workbench/types.ts';
import { DRAWN } from './timeline-geometry.ts';

export interface TimeEdit {
  readonly changes: readonly ClaimChange[];
  /** names of those that stood there as something else than seconds */
  readonly rewritten: readonly string[];
  /** names of those that cannot be read, and stay as they are */
  readonly left: readonly string[];
}

/** One time set to so many seconds. */
export function setTime(claims: JsonObject, name: string, seconds: number): TimeEdit {
  const before = ownMember(claims, name);
  const isOther = before !== undefined && readNumericDate(before).kind !== 'seconds';
  return { changes: [{ name, value: rounded(seconds) }], rewritten: isOther ? [name] : [], left: [] };
}

/** Those of the timeline, earlier or later by so many seconds. A time that means a moment in another form moves too. */
export function shiftTimes(claims: JsonObject, by: number): TimeEdit {
  const found = DRAWN.flatMap((name) => {
    const value = ownMember(claims, name);
    return value === undefined ? [] : [{ name, read: readNumericDate(value) }];
  });
  const moved = found.flatMap(({ name, read }) =>
    read.seconds === undefined ? [] : [{ name, value: rounded(read.seconds + by), isOther: read.kind !== 'seconds' }],
  );
  return {
    changes: moved.map(({ name, value }) => ({ name, value })),
    rewritten: moved.filter(({ isOther }) => isOther).map(({ name }) => name),
    left: found.filter(({ read }) => read.seconds === undefined).map(({ name }) => name),
  };
}

/** By how much the times move when the token is to be issued at `now`; undefined where `iat` cannot be read. */
export function toIssuedAt(claims: JsonObject, now: number): number | undefined {
  const iat = ownMember(claims, 'iat');
  const seconds = iat === undefined ? undefined : readNumericDate(iat).seconds;
  return seconds === undefined ? undefined : now - Math.floor(seconds);
}

/** A fraction keeps three places, so that adding brings no others. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
