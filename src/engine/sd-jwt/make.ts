/** Makes an SD-JWT's payload and disclosures from claims (RFC 9901 section 4.2). Signing it is no matter of this folder. */
import type { CryptoOptions } from '../crypto/answer.ts';
import { isKnownHash } from '../crypto/digest.ts';
import { encodeBase64url } from '../token/base64url.ts';
import { isJsonArray, isJsonObject } from '../token/json-kind.ts';
import { escapeToken } from '../token/json-pointer.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import type { Json, JsonObject } from '../types.ts';
import { digestOfText, hashNameOf } from './digests.ts';
import { isReserved } from './embedded-digests.ts';

/** The disclosure of an object's member (RFC 9901 section 4.2.1), or without a name of an array's element (4.2.2). */
export function makeDisclosure(salt: string, name: string | undefined, value: Json): string {
  const list = name === undefined ? [salt, value] : [salt, name, value];
  return encodeBase64url(encodeUtf8(JSON.stringify(list)));
}

export interface IssueOptions extends CryptoOptions {
  /** written as `_sd_alg`; without it the digests are of sha-256 and the payload says nothing of it */
  readonly sdAlg?: string | undefined;
  /** digests that belong to nothing, for `_sd` at the top (section 4.2.5) */
  readonly decoys?: readonly string[] | undefined;
}

export type Issued =
  | {
      readonly made: true;
      readonly payload: JsonObject;
      /** one for each claim to be hidden; what is inside of another comes before it */
      readonly disclosures: readonly string[];
    }
  | { readonly made: false; readonly code: 'hash-unknown' | 'not-loaded'; readonly hash: string }
  /** a claim has a name that stands for digests */
  | { readonly made: false; readonly code: 'name-reserved'; readonly pointer: string };

/**
 * Hides the claims at the JSON pointers `hidden`, also those inside of others; pointers to nothing, and that to the whole,
 * hide nothing. `saltFor` is asked once for each disclosure: it must be random, of 128 bits or more (section 9.3), and
 * the engine has no randomness of its own. `_sd` is sorted, so that it tells nothing of the order of the claims.
 * Rejects only with the reason of `options.signal`.
 */
export async function issueClaims(
  claims: JsonObject,
  hidden: ReadonlySet<string>,
  saltFor: (index: number) => string,
  options: IssueOptions = {},
): Promise<Issued> {
  const hash = hashNameOf(options.sdAlg);
  if (!isKnownHash(hash)) return { made: false, code: 'hash-unknown', hash };
  const reserved = reservedIn(claims, '');
  if (reserved !== undefined) return { made: false, code: 'name-reserved', pointer: reserved };
  const issue: Issue = { hash, hidden, saltFor, options, disclosures: [] };
  const payload = await hideMembers(issue, claims, '', options.decoys ?? []);
  if (payload === undefined) return { made: false, code: 'not-loaded', hash };
  const named = options.sdAlg === undefined ? payload : { ...payload, _sd_alg: options.sdAlg };
  return { made: true, payload: named, disclosures: issue.disclosures };
}

function reservedIn(value: Json, pointer: string): string | undefined {
  const members = isJsonArray(value) ? value.entries() : isJsonObject(value) ? Object.entries(value) : [];
  for (const [name, member] of members) {
    const place = `${pointer}/${typeof name === 'string' ? escapeToken(name) : name}`;
    if (typeof name === 'string' && isReserved(name)) return place;
    const inside = reservedIn(member, place);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

interface Issue {
  readonly hash: string;
  readonly hidden: ReadonlySet<string>;
  readonly saltFor: (index: number) => string;
  readonly options: CryptoOptions;
  readonly disclosures: string[];
}

/** Undefined where the code for the hash did not arrive. */
async function hide(issue: Issue, value: Json, pointer: string): Promise<Json | undefined> {
  if (isJsonArray(value)) return hideItems(issue, value, pointer);
  return isJsonObject(value) ? hideMembers(issue, value, pointer, []) : value;
}

async function hideItems(issue: Issue, items: readonly Json[], pointer: string): Promise<Json | undefined> {
  const made: Json[] = [];
  for (const [index, item] of items.entries()) {
    const place = `${pointer}/${index}`;
    const inside = await hide(issue, item, place);
    if (inside === undefined) return undefined;
    const digest = issue.hidden.has(place) ? await disclose(issue, undefined, inside) : undefined;
    if (issue.hidden.has(place) && digest === undefined) return undefined;
    made.push(digest === undefined ? inside : { '...': digest });
  }
  return made;
}

async function hideMembers(
  issue: Issue,
  object: JsonObject,
  pointer: string,
  decoys: readonly string[],
): Promise<JsonObject | undefined> {
  const digests = [...decoys];
  const made: [name: string, value: Json][] = [];
  for (const [name, member] of Object.entries(object)) {
    const place = `${pointer}/${escapeToken(name)}`;
    const inside = await hide(issue, member, place);
    if (inside === undefined) return undefined;
    if (!issue.hidden.has(place)) {
      made.push([name, inside]);
      continue;
    }
    const digest = await disclose(issue, name, inside);
    if (digest === undefined) return undefined;
    digests.push(digest);
  }
  return Object.fromEntries(digests.length === 0 ? made : [['_sd', digests.sort()], ...made]);
}

/** Adds a disclosure and answers its digest. */
function disclose(issue: Issue, name: string | undefined, value: Json): Promise<string | undefined> {
  const text = makeDisclosure(issue.saltFor(issue.disclosures.length), name, value);
  issue.disclosures.push(text);
  return digestOfText(issue.hash, text, issue.options);
}
