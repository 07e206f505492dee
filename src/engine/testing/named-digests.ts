/** Disclosures with digests that a test calls them by: the rules are about equal digests, not about hashes. */
import { makeDisclosure } from '../sd-jwt/make.ts';
import { type ProcessedSdJwt, processDisclosures } from '../sd-jwt/process.ts';
import type { Json, JsonObject } from '../types.ts';

export interface Sent {
  readonly digest: string;
  readonly text: string;
}

export function member(digest: string, name: string, value: Json): Sent {
  return { digest, text: makeDisclosure('s', name, value) };
}

export function element(digest: string, value: Json): Sent {
  return { digest, text: makeDisclosure('s', undefined, value) };
}

/** The object {}, which is no disclosure. */
export function broken(digest: string): Sent {
  return { digest, text: 'e30' };
}

export function processSent(payload: JsonObject, sent: readonly Sent[]): ProcessedSdJwt {
  return processDisclosures(
    payload,
    sent.map(({ text }) => text),
    sent.map(({ digest }) => digest),
  );
}
