/** The half of a key that a piece of work needs. */
import type { JsonObject } from '../../types.ts';
import { memberBytes } from '../jwk.ts';
import type { JweKey } from './fit.ts';

/** The bytes of a shared secret; none where the key is no secret, which is the length of no key. */
export function secretBytes(key: JweKey): Uint8Array {
  return 'secret' in key ? key.secret : memberBytes(key.publicJwk, 'k');
}

/** Undefined where only the public half is there. */
export function privateHalf(key: JweKey): JsonObject | undefined {
  return 'secret' in key ? undefined : key.privateJwk;
}

export function publicHalfOf(key: JweKey): JsonObject {
  return 'secret' in key ? {} : key.publicJwk;
}
