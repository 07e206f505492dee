/** What the rules look at: one layer of a token, with everything that is known of it. */
import { type OutlineWithKey, outlineOfEntry } from '../certificates/outline.ts';
import { type Opened, openText } from '../open.ts';
import { readContent } from '../token/content.ts';
import { isJsonArray, isJsonObject, ownMember } from '../token/json-kind.ts';
import type { Content, JoseObject } from '../token/shapes.ts';
import type { Check, Expectations, Json, JsonObject, KeyReport, Layer, Problem, Verdict } from '../types.ts';
import { type JsonTextFacts, jsonTextFacts } from './json-text.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { once } from './once.ts';

export interface LintInput {
  /** what `openText` answered */
  readonly opened: Opened;
  /** outermost first */
  readonly layers: readonly Layer[];
  readonly keys: readonly KeyReport[];
  /** what the innermost token may be, the best guess first */
  readonly kinds: readonly { readonly name: string }[];
  readonly issuer?: { readonly name: string } | undefined;
  readonly expectations: Expectations;
  /** seconds since the epoch */
  readonly now: number;
  /** what `checks/` answered, where they were asked before: what is compared there is not compared again */
  readonly checks?: readonly Check[];
  /** the texts that `keys` were read from, in their order; what only they show is not found where they are left out */
  readonly keyTexts?: readonly string[];
  /** the text verified with these same keys before it was edited; only who keeps a history can tell */
  readonly verifiedBefore?: boolean;
}

export interface Subject {
  /** index of the layer */
  readonly depth: number;
  /** which signature or recipient the header is of */
  readonly entry: number;
  /** the layer's text, read */
  readonly opened: Opened;
  readonly layer: Layer | undefined;
  readonly object: JoseObject | undefined;
  /** the JOSE Header; empty where it cannot be read */
  readonly header: JsonObject;
  readonly alg: string | undefined;
  /** characters of the signature as they stand; undefined for a JWE */
  readonly signatureText: string | undefined;
  /** undefined where they are no base64url by the letter */
  readonly signature: Uint8Array | undefined;
  readonly verdict: Verdict | undefined;
  readonly problems: readonly Problem[];
  /** the claims set, with the disclosures of an SD-JWT in place; empty where there is none */
  readonly claims: JsonObject;
  /** whether `claims` are those of a JWT */
  readonly hasClaims: boolean;
  /** what the token is most likely, '' where nothing is known */
  readonly kind: string;
  readonly issuer: string;
  /** keys that were tried on this layer, members of sets one by one */
  readonly keysTried: readonly KeyReport[];
  readonly keys: readonly KeyReport[];
  /** empty where they were not handed over */
  readonly keyTexts: readonly string[];
  readonly checks: readonly Check[];
  readonly verifiedBefore: boolean;
  /** outermost first */
  readonly layers: readonly Layer[];
  readonly outer: Layer | undefined;
  readonly inner: Layer | undefined;
  readonly expectations: Expectations;
  readonly now: number;
  readonly skew: number;
  /** of `x5c`, in its order; undefined for what is no certificate, or longer than any */
  readonly certificates: () => readonly (OutlineWithKey | undefined)[];
  readonly headerContent: () => Content;
  readonly payloadContent: () => Content;
  readonly headerText: () => JsonTextFacts | undefined;
  readonly payloadText: () => JsonTextFacts | undefined;
  /** the values of the claims that are no objects or lists, from the outside in */
  readonly leaves: () => readonly Leaf[];
}

/** `expectations.clockSkewSeconds` where it is left out. */
const USUAL_SKEW = 60;

/** Signatures or recipients whose headers are looked at. */
const MOST_ENTRIES = 20;

/** One for each layer, and in the JSON serialization one for each header in it. One without a layer where there is none. */
export function subjectsOf(input: LintInput): readonly Subject[] {
  if (input.layers.length === 0) return [subjectOf(input, input.opened, undefined, 0, 0)];
  const subjects: Subject[] = [];
  let opened: Opened = input.opened;
  for (const [depth, layer] of input.layers.entries()) {
    if (depth > 0) opened = openText(input.layers[depth - 1]?.payload?.text ?? '');
    for (let entry = 0; entry < Math.min(entriesIn(opened.object), MOST_ENTRIES); entry++)
      subjects.push(subjectOf(input, opened, layer, depth, entry));
  }
  return subjects;
}

function entriesIn(object: JoseObject | undefined): number {
  if (object === undefined) return 1;
  return Math.max(1, object.type === 'jws' ? object.signatures.length : object.recipients.length);
}

function subjectOf(input: LintInput, opened: Opened, layer: Layer | undefined, depth: number, entry: number): Subject {
  const { object } = opened;
  const signature = object?.type === 'jws' ? object.signatures[entry] : undefined;
  const own = object?.type === 'jws' ? signature?.header : object?.recipients[entry]?.header;
  const header = own ?? (isJsonObject(layer?.header) ? layer.header : {});
  const alg = ownMember(header, 'alg');
  const isInnermost = depth >= input.layers.length - 1;
  const claims = claimsOf(layer);
  const headerContent = once((): Content => contentOfHeader(opened, entry));
  const payloadContent = once((): Content => contentOfPayload(opened, layer));
  const kind = isInnermost ? (input.kinds[0]?.name ?? '') : '';
  return {
    depth,
    entry,
    opened,
    layer,
    object,
    header,
    alg: typeof alg === 'string' ? alg : undefined,
    signatureText: signature?.signatureText,
    signature: signature?.signature,
    verdict: layer?.signatures?.[entry]?.verdict ?? layer?.recipients?.[entry]?.verdict ?? layer?.verdict,
    problems: layer?.problems ?? [],
    claims: claims ?? {},
    hasClaims: claims !== undefined && isInnermost && !isOtherMessage(header, kind),
    kind,
    issuer: input.issuer?.name ?? '',
    keysTried: input.keys.flatMap((key) => key.members ?? [key]).filter((key) => wasTriedOn(key, depth)),
    keys: input.keys,
    keyTexts: input.keyTexts ?? [],
    checks: input.checks ?? [],
    verifiedBefore: input.verifiedBefore ?? false,
    layers: input.layers,
    outer: input.layers[depth - 1],
    inner: input.layers[depth + 1],
    expectations: input.expectations,
    now: input.now,
    skew: input.expectations.clockSkewSeconds ?? USUAL_SKEW,
    certificates: once(() => certificatesIn(header)),
    headerContent,
    payloadContent,
    headerText: once(() => factsOf(headerContent())),
    payloadText: once(() => factsOf(payloadContent())),
    leaves: once(() => leavesOf(claims ?? {})),
  };
}

/** Chains have two to four. */
const MOST_CERTIFICATES = 6;
/** One with the largest ML-DSA key and signature has 10,000 characters. */
const LONGEST_CERTIFICATE = 20_000;

function certificatesIn(header: JsonObject): readonly (OutlineWithKey | undefined)[] {
  const x5c = ownMember(header, 'x5c');
  const entries = isJsonArray(x5c) ? x5c.slice(0, MOST_CERTIFICATES) : [];
  return entries.map((entry) =>
    typeof entry === 'string' && entry.length <= LONGEST_CERTIFICATE ? outlineOfEntry(entry) : undefined,
  );
}

function claimsOf(layer: Layer | undefined): JsonObject | undefined {
  const value: Json | undefined = layer?.processedPayload ?? layer?.payload?.json;
  return isJsonObject(value) ? value : undefined;
}

/** A JWS whose payload is a message of another protocol (RFC 8555 section 6.2), and no claims set. */
function isOtherMessage(header: JsonObject, kind: string): boolean {
  return kind === 'ACME request' || (typeof header.url === 'string' && typeof header.nonce === 'string');
}

function wasTriedOn(key: KeyReport, depth: number): boolean {
  return key.tried.some(({ layer, outcome }) => layer === depth && outcome !== 'skipped');
}

function contentOfHeader({ token, object }: Opened, entry: number): Content {
  if (token !== undefined) return token.header;
  return readContent(object?.parts.find(({ name, index }) => name === 'header' && (index ?? entry) === entry)?.bytes);
}

function contentOfPayload({ object }: Opened, layer: Layer | undefined): Content {
  if (object?.type === 'jws' && object.payload.content.kind !== 'none') return object.payload.content;
  return readContent(layer?.payload?.bytes);
}

function factsOf(content: Content): JsonTextFacts | undefined {
  return content.kind === 'json' || content.kind === 'text' ? jsonTextFacts(content.text) : undefined;
}
