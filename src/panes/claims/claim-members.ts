/** The members of a claims set or a header, each exactly as it stands in its text, in the order of reading. */

import { parseJson } from '../../engine/token/json.ts';
import { ownMember } from '../../engine/token/json-kind.ts';
import { compactJson } from '../../engine/token/layout.ts';
import type { Json, JsonObject } from '../../engine/types.ts';

export interface Member {
  readonly name: string;
  readonly value: Json;
  /** the value as it was written */
  readonly written: string;
}

/** `texts` are what `object` was read from: one, or the parts that were joined. A name that stands twice counts last. */
export function membersOf(object: JsonObject, texts: readonly string[]): readonly Member[] {
  const found = new Map<string, Member>();
  for (const text of texts) {
    const { root } = parseJson(text);
    for (const { name, value: node } of root?.kind === 'object' ? root.members : []) {
      const value = ownMember(object, name);
      if (value !== undefined) found.set(name, { name, value, written: text.slice(node.start, node.end) });
    }
  }
  return [...found.values()];
}

/** Without white space, every other character kept. */
export function literalOf({ written }: Member): string {
  return compactJson(written, parseJson(written));
}

const FIRST = ['exp', 'nbf', 'iat', 'iss', 'aud', 'sub'];

/** The claims that everything turns on, then what else has a meaning, then private ones; else as in the token. */
export function inOrder(members: readonly Member[], hasMeaning: (name: string) => boolean): readonly Member[] {
  const rank = ({ name }: Member) => {
    const first = FIRST.indexOf(name);
    if (first >= 0) return first;
    return hasMeaning(name) ? FIRST.length : FIRST.length + 1;
  };
  return members
    .map((member) => ({ member, rank: rank(member) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ member }) => member);
}
