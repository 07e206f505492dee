/** The entry that fits a claim or a header parameter best. */
import type { IssuerName } from '../issuers/names.ts';
import { ATTESTATION } from './attestation.ts';
import { BY_KIND } from './by-kind.ts';
import { CORE } from './core.ts';
import { CREDENTIALS } from './credentials.ts';
import type { DictionaryEntry } from './entry.ts';
import { FEDERATION } from './federation.ts';
import { HEADER_PARAMETERS } from './header-parameters.ts';
import { IDENTITY_ASSURANCE } from './identity-assurance.ts';
import { IN_USE } from './in-use.ts';
import { OAUTH } from './oauth.ts';
import { OIDC } from './oidc.ts';
import { PROVIDER_CLAIMS, PROVIDER_PARAMETERS, TELLING_NAMES } from './provider-tables.ts';
import { SECURITY_EVENTS } from './security-events.ts';
import { SPECIAL_FIELDS } from './special-fields.ts';
import { STIR } from './stir.ts';

/** What the token was found to look like, as `kindsOf` and `issuerOf` answer; names that are not known are passed over. */
export interface ClaimContext {
  readonly kinds?: readonly { readonly name: string }[];
  readonly issuer?: { readonly name: string } | undefined;
}

/** Every claim that means one thing whoever issued it. */
export const CLAIMS: readonly DictionaryEntry[] = [
  ...CORE,
  ...OIDC,
  ...IDENTITY_ASSURANCE,
  ...OAUTH,
  ...SECURITY_EVENTS,
  ...CREDENTIALS,
  ...STIR,
  ...ATTESTATION,
  ...FEDERATION,
  ...SPECIAL_FIELDS,
  ...IN_USE,
];

/** Names to look up: those that are written out, and those that stand for all names that begin so. */
interface Index {
  readonly exact: ReadonlyMap<string, DictionaryEntry>;
  readonly prefixes: readonly (readonly [prefix: string, entry: DictionaryEntry])[];
}

const GENERAL = indexOf(CLAIMS);
const IN_KIND = indexesOf(Object.entries(BY_KIND));
const BY_ISSUER = indexesOf(Object.entries(PROVIDER_CLAIMS));
const FIRST_ISSUER = new Map(
  [...BY_ISSUER].reverse().flatMap(([issuer, { exact }]) => [...exact.keys()].map((name) => [name, issuer] as const)),
);
const PARAMETERS = indexOf(HEADER_PARAMETERS);
const PARAMETERS_BY_ISSUER = indexesOf(Object.entries(PROVIDER_PARAMETERS));
const TELLING = indexOf([...TELLING_NAMES].flatMap(([issuer, names]) => ownEntries(issuer, names)));

/**
 * What a claim means: what the likely issuer means by it, else what it means in the likeliest kind of token, else its
 * general meaning. Where no issuer was recognised, a name that tells its provider on its own gets that provider's
 * meaning. Undefined for a name that is not known here: a private claim, which is nothing wrong (RFC 7519 section 4.3).
 */
export function describeClaim(name: string, { issuer, kinds = [] }: ClaimContext = {}): DictionaryEntry | undefined {
  return (
    find(BY_ISSUER.get(issuer?.name ?? ''), name) ??
    // Only the likeliest: the meanings of kinds that are guessed at beside it would contradict each other.
    find(IN_KIND.get(kinds[0]?.name ?? ''), name) ??
    find(GENERAL, name) ??
    (issuer === undefined ? find(TELLING, name) : undefined)
  );
}

/** One whose tokens have a claim of this very name, meant as that issuer means it; the first of the table's order. */
export function issuerUsing(name: string): string | undefined {
  return FIRST_ISSUER.get(name);
}

/** The same for a parameter of the JOSE Header. */
export function describeHeaderParameter(name: string, { issuer }: ClaimContext = {}): DictionaryEntry | undefined {
  return find(PARAMETERS_BY_ISSUER.get(issuer?.name ?? ''), name) ?? find(PARAMETERS, name);
}

/** The entry with this very name, else the first that stands for names that begin as it does and go on. */
function find(index: Index | undefined, name: string): DictionaryEntry | undefined {
  const exact = index?.exact.get(name);
  if (exact !== undefined || index === undefined) return exact;
  return index.prefixes.find(([prefix]) => name.length > prefix.length && name.startsWith(prefix))?.[1];
}

function ownEntries(issuer: IssuerName, names: readonly string[]): readonly DictionaryEntry[] {
  return PROVIDER_CLAIMS[issuer].filter((entry) => names.includes(entry.name));
}

function indexesOf(tables: readonly (readonly [name: string, entries: readonly DictionaryEntry[]])[]) {
  return new Map(tables.map(([name, entries]) => [name, indexOf(entries)]));
}

function indexOf(entries: readonly DictionaryEntry[]): Index {
  return {
    exact: new Map(entries.map((entry) => [entry.name, entry])),
    prefixes: entries.filter(({ name }) => name.endsWith('*')).map((entry) => [entry.name.slice(0, -1), entry]),
  };
}
