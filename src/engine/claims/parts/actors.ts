/** Who acts for whom: `act` and `may_act` (RFC 8693 sections 4.1 and 4.4). */
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import type { ClaimPart } from './part.ts';

/** Chains are a few long; what is nested deeper is left out. */
const DEEPEST = 32;

const NAMES: readonly string[] = ['sub', 'client_id', 'iss', 'azp'];

/** The outermost acts now; each one inside acted before it, and counts for nothing in a decision. */
export function explainActors(value: Json): readonly ClaimPart[] {
  const parts: ClaimPart[] = [];
  let pointer = '';
  let actor: Json | undefined = value;
  for (let depth = 0; depth < DEEPEST && isJsonObject(actor); depth++) {
    parts.push({
      pointer,
      label: nameOf(actor),
      meaning: depth === 0 ? 'Acts now.' : 'Acted before, for the one that acts now.',
    });
    actor = ownMember(actor, 'act');
    pointer = `${pointer}/act`;
  }
  return parts;
}

export function explainPermittedActor(value: Json): readonly ClaimPart[] {
  return isJsonObject(value) ? [{ pointer: '', label: nameOf(value), meaning: 'May act for the subject.' }] : [];
}

function nameOf(actor: Json): string {
  const found = isJsonObject(actor) ? NAMES.map((name) => ownMember(actor, name)) : [];
  return found.find((each) => typeof each === 'string') ?? 'someone without a name';
}
