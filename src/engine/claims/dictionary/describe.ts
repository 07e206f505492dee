/** The entry that fits a claim or a header parameter best. */
import { ISSUER_NAMES, type IssuerName } from '../issuers/names.ts';
import { KIND_NAMES } from '../kinds/names.ts';
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

const GENERAL = indexOf(CLAIMS);
const PARAMETERS = indexOf(HEADER_PARAMETERS);
const TELLING = indexOf([...TELLING_NAMES].flatMap(([issuer, names]) => ownEntries(issuer, names)));

/**
 * What a claim means: what the likely issuer means by it, else what it means in the likely kind of token, else its
 * general meaning. Where no issuer was recognised, a name that tells its provider on its own gets that provider's
 * meaning. Undefined for a name that is not known here: a private claim, which is nothing wrong (RFC 7519 section 4.3).
 */
export function describeClaim(name: string, context: ClaimContext = {}): DictionaryEntry | undefined {
  const issuer = knownIssuer(context);
  const own = issuer === undefined ? undefined : find(PROVIDER_CLAIMS[issuer], name);
  const general = own ?? inKind(name, context) ?? GENERAL.get(name);
  return general ?? (context.issuer === undefined ? telling(name) : undefined);
}

/** The same for a parameter of the JOSE Header. */
export function describeHeaderParameter(name: string, context: ClaimContext = {}): DictionaryEntry | undefined {
  const issuer = knownIssuer(context);
  const own = issuer === undefined ? undefined : find(PROVIDER_PARAMETERS[issuer] ?? [], name);
  return own ?? PARAMETERS.get(name);
}

function knownIssuer({ issuer }: ClaimContext): IssuerName | undefined {
  return ISSUER_NAMES.find((name) => name === issuer?.name);
}

/** In the likeliest kind: of kinds that are guessed at beside it, the meanings would contradict each other. */
function inKind(name: string, { kinds = [] }: ClaimContext): DictionaryEntry | undefined {
  const kind = KIND_NAMES.find((known) => known === kinds[0]?.name);
  return kind === undefined ? undefined : find(BY_KIND[kind] ?? [], name);
}

function telling(name: string): DictionaryEntry | undefined {
  return TELLING.get(name) ?? [...TELLING.values()].find((entry) => startsAs(entry, name));
}

/** The entry with this very name, else the first that stands for names that begin as it does. */
function find(entries: readonly DictionaryEntry[], name: string): DictionaryEntry | undefined {
  return entries.find((entry) => entry.name === name) ?? entries.find((entry) => startsAs(entry, name));
}

function startsAs(entry: DictionaryEntry, name: string): boolean {
  return entry.name.endsWith('*') && name.length >= entry.name.length && name.startsWith(entry.name.slice(0, -1));
}

function ownEntries(issuer: IssuerName, names: readonly string[]): readonly DictionaryEntry[] {
  return PROVIDER_CLAIMS[issuer].filter((entry) => names.includes(entry.name));
}

function indexOf(entries: readonly DictionaryEntry[]): ReadonlyMap<string, DictionaryEntry> {
  return new Map(entries.map((entry) => [entry.name, entry]));
}
