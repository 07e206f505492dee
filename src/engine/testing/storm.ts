/** Runs the engine on very many inputs and collects what must never happen. */
import type { Examination, ExamineOptions } from '../inspect.ts';
import type { InspectInput } from '../types.ts';

export type Examine = (input: InspectInput, options?: ExamineOptions) => Promise<Examination>;

/** What the claims mean is asked of every so many inputs, since it costs more than all the rest. */
const MEANT_EVERY = 25;
const NOW = 1_800_000_000;

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
  examine: Examine,
): Promise<Storm> {
  const states: Record<string, number> = {};
  const wrong: Storm['wrong'][number][] = [];
  for (let index = 0; index < count; index += 1) {
    const input = make(index);
    const state = await stateOf(input, { signed, examine, isMeant: index % MEANT_EVERY === 0 });
    states[state] = (states[state] ?? 0) + 1;
    if (state.startsWith('wrong')) wrong.push({ index, what: state, input });
  }
  return { inspected: count, states, wrong };
}

interface How {
  readonly signed: ReadonlySet<string>;
  readonly examine: Examine;
  readonly isMeant: boolean;
}

async function stateOf(input: InspectInput, { signed, examine, isMeant }: How): Promise<string> {
  try {
    const { inspection, mean } = await examine(input);
    const { found, verdict } = inspection;
    if (isMeant) await mean({ now: NOW });
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
