/**
 * Runs vectors through `inspect` and compares. No Node and no test framework in here: the same code, bundled with the
 * cases as JSON, runs in Vitest, in Chromium and in Firefox.
 */
import type { InspectInput, Inspection, InspectOptions, KeyReport } from '../types.ts';
import type { VectorCase, VectorExpectation } from './vector-case.ts';

export type Inspect = (input: InspectInput, options?: InspectOptions) => Promise<Inspection>;

export interface VectorFailure {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
}

export interface VectorResults {
  readonly passed: number;
  readonly failed: readonly VectorFailure[];
}

export interface RunOptions {
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Gives each case to `inspect`, one after the other, and answers how many were as expected and which were not.
 * A case fails too where `inspect` throws, where it expects nothing, and where it expects something unknown here.
 */
export async function runVectors(
  cases: readonly VectorCase[],
  inspect: Inspect,
  options: RunOptions = {},
): Promise<VectorResults> {
  const failed: VectorFailure[] = [];
  for (const [index, vector] of cases.entries()) {
    const failure = await runOne(vector, inspect);
    if (failure) failed.push(failure);
    options.onProgress?.(index + 1, cases.length);
  }
  return { passed: cases.length - failed.length, failed };
}

async function runOne(vector: VectorCase, inspect: Inspect): Promise<VectorFailure | undefined> {
  try {
    const seen = await inspect(vector.input);
    const mismatches = [...brokenRules(vector.input, seen), ...(await compare(vector.expect, seen))];
    if (mismatches.length === 0) return undefined;
    return {
      id: vector.id,
      expected: mismatches.map((mismatch) => mismatch.expected).join('; '),
      got: mismatches.map((mismatch) => mismatch.got).join('; '),
    };
  } catch (error) {
    return { id: vector.id, expected: 'an answer', got: `an exception: ${String(error)}` };
  }
}

interface Mismatch {
  readonly expected: string;
  readonly got: string;
}

/** What holds for every answer, whatever the input: a sentence, a report for each key, spans inside the text. */
function brokenRules(input: InspectInput, seen: Inspection): readonly Mismatch[] {
  const broken: Mismatch[] = [];
  if (seen.verdict.message.trim() === '') broken.push({ expected: 'a sentence', got: 'none' });
  const given = input.keys?.length ?? 0;
  if (seen.keys.length !== given) broken.push({ expected: `${given} key reports`, got: String(seen.keys.length) });
  const problems = seen.layers.flatMap((layer) => layer.problems);
  const spans = [
    ...seen.found.map((token) => [token.start, token.end] as const),
    ...problems.flatMap((problem) => (problem.span ? [problem.span] : [])),
  ];
  for (const [start, end] of spans) {
    if (start >= 0 && start <= end && end <= input.text.length) continue;
    broken.push({ expected: `a span within ${input.text.length} characters`, got: `${start} to ${end}` });
  }
  return broken;
}

async function compare(expectation: VectorExpectation, seen: Inspection): Promise<readonly Mismatch[]> {
  const wanted = Object.entries(expectation);
  if (wanted.length === 0) return [{ expected: 'something', got: 'a vector that expects nothing' }];
  const mismatches: Mismatch[] = [];
  for (const [name, want] of wanted) {
    if (!isKnown(name)) {
      mismatches.push({ expected: `${name} (not an expectation that this runner knows)`, got: 'not looked at' });
      continue;
    }
    const got = project(want, await READERS[name](seen, want));
    if (canonical(got) !== canonical(want)) {
      mismatches.push({ expected: `${name} ${canonical(want)}`, got: `${name} ${canonical(got)}` });
    }
  }
  return mismatches;
}

/** Reads from an answer what an expectation is compared with; `want` only where the reading depends on it. */
type Reader = (seen: Inspection, want: unknown) => unknown;

const READERS: Readonly<Record<keyof VectorExpectation, Reader>> = {
  state: (seen) => seen.verdict.state,
  code: (seen) => seen.verdict.code,
  never: (seen, want) => (seen.verdict.state === want ? `${seen.verdict.state}, all the same` : want),
  trust: (seen) => (seen.verdict.state === 'verified' ? seen.verdict.trust : null),
  by: (seen) => byOf(seen),
  byRuntime: async (seen, want) => {
    const expected = (await runtimeHas(String(want))) ? 'webcrypto' : 'javascript';
    return byOf(seen) === expected ? want : `${byOf(seen)} where ${expected} was due`;
  },
  values: (seen) => seen.verdict.values,
  form: (seen) => seen.form,
  found: (seen) => seen.found.length,
  tokens: (seen) => seen.found,
  complete: (seen) => seen.found[0]?.complete ?? null,
  removed: (seen) => [...(seen.found[0]?.removed ?? [])].sort(),
  layers: (seen) => seen.layers.length,
  header: (seen) => seen.layers[0]?.header ?? null,
  payloadText: (seen) => seen.layers[0]?.payload?.text ?? null,
  payloadHex: (seen) => hexOf(seen.layers[0]?.payload?.bytes),
  problems: (seen) => (seen.layers[0]?.problems ?? []).map((problem) => problem.code).sort(),
  keys: (seen) => seen.keys.map(keyFacts),
  notThumbprint: (seen, want) => {
    const { thumbprint, problem } = seen.keys[0] ?? {};
    const isNone = thumbprint === undefined && problem === undefined;
    return isNone || thumbprint === want ? `thumbprint ${thumbprint}` : want;
  },
  anyOf: async (seen, want) => ((await fitsOne(seen, want)) ? want : seen.verdict),
};

function isKnown(name: string): name is keyof VectorExpectation {
  return Object.hasOwn(READERS, name);
}

async function fitsOne(seen: Inspection, want: unknown): Promise<boolean> {
  if (!Array.isArray(want)) return false;
  for (const expectation of want) if ((await compare(expectation, seen)).length === 0) return true;
  return false;
}

function byOf(seen: Inspection): string | null {
  return seen.verdict.state === 'verified' ? seen.verdict.by : null;
}

/** Asks the runtime by trying, apart from the way in which the engine asks. */
async function runtimeHas(algorithm: string): Promise<boolean> {
  try {
    await globalThis.crypto.subtle.generateKey({ name: algorithm }, false, ['sign', 'verify']);
    return true;
  } catch {
    return false;
  }
}

function keyFacts(report: KeyReport): object {
  const members = report.members ?? [];
  const only = members.length === 1 ? members[0] : undefined;
  const reports = [report, ...members];
  return {
    ...only,
    ...report,
    jwk: publicJwk(report.jwk ?? only?.jwk),
    private: reports.some((each) => each.private),
    problem: report.problem?.code ?? null,
    member: report.problem?.member ?? null,
    notes: [...new Set(reports.flatMap((each) => each.notes.map((note) => note.code)))].sort(),
    tried: reports.flatMap((each) => each.tried.map(({ outcome, reason }) => ({ outcome, reason }))),
    members: members.length,
  };
}

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

/** The JWK of a report, which is to be the public one: a private member in it fails whatever was expected. */
function publicJwk(jwk: unknown): unknown {
  if (!isRecord(jwk)) return jwk;
  const leaked = PRIVATE_MEMBERS.filter((name) => Object.hasOwn(jwk, name));
  return leaked.length === 0 ? jwk : `a JWK with the private members ${leaked.join(', ')}`;
}

function hexOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of `got`, the members that `want` has, in depth; so a vector names what it is about and no more. */
function project(want: unknown, got: unknown): unknown {
  if (Array.isArray(want) && Array.isArray(got)) {
    return got.map((item, index) => (index < want.length ? project(want[index], item) : item));
  }
  if (!isRecord(want) || !isRecord(got)) return got;
  return Object.fromEntries(Object.keys(want).map((name) => [name, project(want[name], got[name])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with the members in order; `undefined` counts as null. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
