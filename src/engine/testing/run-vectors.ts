/**
 * Runs vectors through `inspect` and compares. No Node and no test framework in here: the same code, bundled with the
 * cases as JSON, runs in Vitest, in Chromium and in Firefox.
 */
import type { ExamineOptions } from '../inspect.ts';
import type { HeaderVerdict, InspectInput, Inspection, Verdict } from '../types.ts';
import { keyFacts } from './key-facts.ts';
import { canonical, project } from './projection.ts';
import type { VectorCase, VectorExpectation } from './vector-case.ts';

export type Inspect = (input: InspectInput, options?: ExamineOptions) => Promise<Inspection>;

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
    const input = inputOf(vector);
    const seen = await inspect(input);
    const mismatches = [...brokenRules(input, seen), ...(await compare(vector.expect, seen))];
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

/** Bytes travel as text, since a case must be JSON. */
function inputOf({ input, detachedHex }: VectorCase): InspectInput {
  return detachedHex === undefined ? input : { ...input, detachedPayload: bytesOf(detachedHex) };
}

interface Mismatch {
  readonly expected: string;
  readonly got: string;
}

/** What holds for every answer, whatever the input: a sentence, a report for each key, spans inside the text. */
function brokenRules(input: InspectInput, seen: Inspection): readonly Mismatch[] {
  const broken: Mismatch[] = [];
  for (const { code, message } of everyVerdict(seen)) {
    if (message.trim() === '') broken.push({ expected: `a sentence for ${code}`, got: 'none' });
  }
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

/** The whole's, each layer's, and those of the signatures, recipients and key bindings in the layers. */
function everyVerdict({ verdict, layers }: Inspection): readonly Verdict[] {
  const inside = layers.flatMap((layer) => {
    const several = [...(layer.signatures ?? []), ...(layer.recipients ?? [])].map((each) => each.verdict);
    return [layer.verdict, ...several, ...(layer.keyBinding ? [layer.keyBinding.verdict] : [])];
  });
  return [verdict, ...inside];
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
  trust: ({ verdict }) => ('trust' in verdict ? verdict.trust : null),
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
  layerCodes: (seen, want) => codesOf(seen.layers, want),
  header: (seen) => seen.layers[0]?.header ?? null,
  protectedHeader: (seen) => seen.layers[0]?.protectedHeader ?? null,
  unprotectedHeader: (seen) => seen.layers[0]?.unprotectedHeader ?? null,
  payloadText: (seen) => seen.layers[0]?.payload?.text ?? null,
  payloadHex: (seen) => hexOf(seen.layers[0]?.payload?.bytes),
  payloadBytes: (seen) => seen.layers[0]?.payload?.bytes.length ?? null,
  problems: (seen) => problemCodes(seen).sort(),
  problemsWith: (seen, want) => (Array.isArray(want) ? want.filter((code) => problemCodes(seen).includes(code)) : null),
  signatures: (seen, want) => codesOf(seen.layers[0]?.signatures, want),
  recipients: (seen, want) => codesOf(seen.layers[0]?.recipients, want),
  disclosures: (seen) => seen.layers[0]?.disclosures ?? null,
  processedPayload: (seen, want) => exactly(want, seen.layers[0]?.processedPayload),
  keyBinding: (seen) => seen.layers[0]?.keyBinding?.verdict.code ?? null,
  innerPayloadText: (seen) => seen.layers.at(-1)?.payload?.text ?? null,
  checks: (seen) => Object.fromEntries(seen.checks.map(({ id, outcome }) => [id, outcome])),
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

function problemCodes(seen: Inspection): string[] {
  return (seen.layers[0]?.problems ?? []).map((problem) => problem.code);
}

/** The codes of the verdicts, and null where `want` does not look. */
function codesOf(list: readonly Pick<HeaderVerdict, 'verdict'>[] | undefined, want: unknown): unknown {
  return list?.map(({ verdict }, index) => (Array.isArray(want) && want[index] === null ? null : verdict.code)) ?? null;
}

/** What is compared as a whole: a member too many is a difference, where `project` would let it go. */
function exactly(want: unknown, got: unknown): unknown {
  return canonical(want) === canonical(got) ? want : `${canonical(got)}, exactly`;
}

function byOf(seen: Inspection): string | null {
  return 'by' in seen.verdict ? seen.verdict.by : null;
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

function hexOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
