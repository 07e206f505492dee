/** Runs `inspect` on very many inputs and collects what must never happen. */
import type { InspectInput } from '../types.ts';
import type { Inspect } from './run-vectors.ts';

export interface Storm {
  readonly inspected: number;
  /** how often each state was answered, so that a run that reaches nothing can be told from a good one */
  readonly states: Readonly<Record<string, number>>;
  /** inputs that threw, or were verified though no such token was ever signed */
  readonly wrong: readonly { readonly index: number; readonly what: string; readonly input: InspectInput }[];
}

/** `make` gives the input of each index; `signed` holds, byte for byte, the tokens that may be verified. */
export async function storm(
  count: number,
  make: (index: number) => InspectInput,
  signed: ReadonlySet<string>,
  inspect: Inspect,
): Promise<Storm> {
  const states: Record<string, number> = {};
  const wrong: Storm['wrong'][number][] = [];
  for (let index = 0; index < count; index += 1) {
    const input = make(index);
    const state = await stateOf(input, signed, inspect);
    states[state] = (states[state] ?? 0) + 1;
    if (state.startsWith('wrong')) wrong.push({ index, what: state, input });
  }
  return { inspected: count, states, wrong };
}

async function stateOf(input: InspectInput, signed: ReadonlySet<string>, inspect: Inspect): Promise<string> {
  try {
    const { found, verdict } = await inspect(input, { meaning: false });
    if (verdict.state !== 'verified') return verdict.state;
    const text = found[input.pick ?? 0]?.text ?? '';
    return compactsOf(text).some((compact) => signed.has(compact)) ? 'verified' : 'wrong: verified';
  } catch (error) {
    return `wrong: ${String(error)}`;
  }
}

/** What was signed, in the compact form: of an SD-JWT the issuer's part, of a JSON serialization each signature's. */
function compactsOf(text: string): readonly string[] {
  if (!text.startsWith('{')) return [text.split('~')[0] ?? ''];
  const envelope = JSON.parse(text);
  const entries: readonly { readonly protected?: string; readonly signature?: string }[] = envelope.signatures ?? [
    envelope,
  ];
  return entries.map((entry) => `${entry.protected}.${envelope.payload}.${entry.signature}`);
}
