/**
 * Turns the public vectors in `../shared/vectors`, beside the project, into cases. For Node. The folder need not be
 * there: then every function answers undefined, and a test says that it was skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expectations, Form, InspectInput, KeyInput, Removed } from '../types.ts';
import { type PackEntry, type PackKind, packKindOf, type TokenKind } from './pack-entry.ts';
import { packExpectation } from './pack-expectation.ts';
import { projectRoot } from './project-root.ts';
import type { KeyExpectation, TokenExpectation, VectorCase, VectorExpectation } from './vector-case.ts';

const FOLDER = join(projectRoot(), '../shared/vectors');

interface PackKey {
  readonly id: string;
  readonly format: string;
  readonly text: string;
  readonly passphrase?: string;
  readonly encoding?: Exclude<KeyInput['encoding'], 'auto' | undefined>;
  readonly expect: 'ok' | 'error';
  readonly private?: boolean;
  readonly thumbprint?: string;
  readonly errorKind?: string;
  readonly member?: string;
  readonly alsoOk?: boolean;
}

interface PackPaste {
  readonly id: string;
  readonly text: string;
  readonly none?: string;
  readonly tokens: readonly {
    readonly value: string;
    readonly start: number;
    readonly end: number;
    readonly where: string;
    readonly type: string;
    readonly complete?: boolean;
    readonly removed?: readonly Removed[];
  }[];
}

/** The entries of one kind, each with the answer that it must get. */
export function sharedCases(kind: TokenKind): readonly VectorCase[] | undefined {
  return entriesOf(kind)?.map(tokenCase);
}

/** How many entries there are of each kind. */
export function sharedCounts(): Readonly<Record<string, number>> | undefined {
  const entries = readEntries();
  if (entries === undefined) return undefined;
  const kinds: Record<string, number> = {};
  for (const kind of entries.map(packKindOf)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

/** Keys and the thumbprints that they must, or in a twin must not, have. */
export function sharedThumbprintCases(): readonly VectorCase[] | undefined {
  return entriesOf('thumbprint')?.map((entry) => {
    const thumbprint = entry.expectedThumbprint ?? '';
    const expect: VectorExpectation =
      entry.expect === 'valid' ? { keys: [{ thumbprint }] } : { notThumbprint: thumbprint };
    return { id: entry.id, input: { text: '', keys: [{ text: entry.key ?? '' }] }, expect };
  });
}

/** keys.json: what is read, and what is wrong with what cannot be read. */
export function sharedKeyCases(): readonly VectorCase[] | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const keys: readonly PackKey[] = JSON.parse(read('keys.json'));
  return keys.map((key) => {
    const { text, passphrase, encoding } = key;
    const input = {
      text,
      ...(passphrase !== undefined && { passphrase }),
      ...(encoding !== undefined && { encoding }),
    };
    return { id: key.id, input: { text: '', keys: [input] }, expect: keyExpectation(key) };
  });
}

/** pastes.json, those whose token is the whole text or that hold none apart from those with tokens in a longer text. */
export function sharedPasteCases():
  | { readonly whole: readonly VectorCase[]; readonly within: readonly VectorCase[] }
  | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const pastes: readonly PackPaste[] = JSON.parse(read('pastes.json'));
  const isWhole = (paste: PackPaste) => paste.tokens.every((token) => token.where === 'whole text');
  return {
    whole: pastes.filter(isWhole).map(pasteCase),
    within: pastes.filter((paste) => !isWhole(paste)).map(pasteCase),
  };
}

function readEntries(): readonly PackEntry[] | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const files = readdirSync(FOLDER).filter(
    (name) => name.endsWith('.json') && name !== 'keys.json' && name !== 'pastes.json',
  );
  return files.sort().flatMap((name): readonly PackEntry[] => JSON.parse(read(name)));
}

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

function entriesOf(kind: PackKind): readonly PackEntry[] | undefined {
  return readEntries()?.filter((entry) => packKindOf(entry) === kind);
}

function tokenCase(entry: PackEntry): VectorCase {
  const { nested, detachedPayload, dpop } = entry;
  const inner = nested && keyInput(nested.innerKey, nested.innerKeyFormat);
  const keys = [keyInput(entry.key, entry.keyFormat), inner].flatMap((key) => key ?? []);
  const expectations = expectationsOf(entry);
  const input: InspectInput = {
    text: entry.token ?? '',
    keys,
    ...(detachedPayload !== undefined && { detachedPayload }),
    ...(expectations !== undefined && { expectations }),
    ...(dpop?.iat !== undefined && { now: dpop.iat }),
  };
  return { id: entry.id, input, expect: packExpectation(entry) };
}

/** The request that a DPoP proof was made for, the audience that a key binding names. */
function expectationsOf({ dpop, sd }: PackEntry): Expectations | undefined {
  if (dpop !== undefined) {
    const { method, url, accessToken, expectedJkt } = dpop;
    return {
      request: { method, url },
      ...(accessToken !== undefined && { accessToken }),
      ...(expectedJkt !== undefined && { keyThumbprint: expectedJkt }),
    };
  }
  if (sd?.kbAud === undefined || sd.kbNonce === undefined) return undefined;
  return { keyBinding: { audience: sd.kbAud, nonce: sd.kbNonce } };
}

/** How a key is written becomes the encoding of a secret; PEM and JWK are recognised. */
function keyInput(text: string | null, format: string): KeyInput | undefined {
  if (text === null || format === 'none' || format === 'header-jwk') return undefined;
  const isSecret = format === 'utf8' || format === 'base64' || format === 'base64url' || format === 'hex';
  return isSecret ? { text, encoding: format } : { text };
}

/** A fault that may be read all the same needs a note that names it; one that was to be read has no problem. */
function keyExpectation(key: PackKey): VectorExpectation {
  if (key.expect === 'ok') return { keys: [goodKey(key)] };
  const problem = { keys: [{ problem: key.errorKind ?? '', ...(key.member !== undefined && { member: key.member }) }] };
  if (key.alsoOk !== true) return problem;
  const note = NOTES_OF_FAULTS[key.id];
  if (note === undefined) throw new Error(`no note is known for the fault ${key.id}`);
  return { anyOf: [problem, { keys: [{ problem: null, notes: [note] }] }] };
}

const NOTES_OF_FAULTS: Readonly<Record<string, string>> = {
  'bad-pem-no-end': 'end-line-missing',
  'bad-pem-label-pkcs1-as-spki': 'label-differs',
  'bad-pem-labels-differ': 'label-differs',
  'bad-csr': 'certificate-request',
  'bad-jwk-n-padded': 'padding-in-jwk',
  'bad-jwk-array': 'keys-without-wrapper',
};

function goodKey(key: PackKey): KeyExpectation {
  return {
    format: key.format,
    problem: null,
    ...(key.private !== undefined && { private: key.private }),
    ...(key.thumbprint !== undefined && { thumbprint: key.thumbprint }),
    ...(key.encoding !== undefined && { encoding: key.encoding }),
  };
}

const FORMS: Readonly<Record<string, Form>> = {
  jws: 'jws-compact',
  jwe: 'jwe-compact',
  'sd-jwt': 'sd-jwt',
  'jws-json': 'jws-json',
};

function pasteCase(paste: PackPaste): VectorCase {
  const tokens = paste.tokens.map((token): TokenExpectation => {
    const form = FORMS[token.type];
    return {
      text: token.value,
      start: token.start,
      end: token.end,
      complete: token.complete ?? true,
      removed: token.removed ?? [],
      ...(form !== undefined && { form }),
    };
  });
  const none: VectorExpectation = { state: 'malformed', code: 'no-token-found', found: 0 };
  return { id: paste.id, input: { text: paste.text }, expect: paste.none === undefined ? { tokens } : none };
}
