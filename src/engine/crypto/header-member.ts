/** A parameter of the JOSE Header that an algorithm needs, and that cannot be used as it stands. */

/**
 * - `other-curve`, `other-key-type`: `epk` is a key, and not one for the recipient's key
 * - `not-a-count`: a number of rounds that is no whole number from 1 to 2^53 - 1
 */
export type HeaderMemberWhy =
  | 'missing'
  | 'not-an-object'
  | 'not-text'
  | 'not-base64url'
  | 'wrong-length'
  | 'other-curve'
  | 'other-key-type'
  | 'not-a-count';

/** Says nothing about the key or the content: the work could not begin. */
export interface HeaderMember {
  readonly done: false;
  readonly code: 'header-member';
  /** as it is named in the header, members of `epk` after a dot: 'epk.x' */
  readonly member: string;
  readonly why: HeaderMemberWhy;
}

export function headerMember(member: string, why: HeaderMemberWhy): HeaderMember {
  return { done: false, code: 'header-member', member, why };
}
