/** The layers as the panes show them: the first is read from the text, the others come with the engine's answer. */
import { type Opened, openText } from '../engine/open.ts';
import { alignmentOf } from '../engine/text/alignment.ts';
import type { Layer, Problem, Verdict } from '../engine/types.ts';
import type { Checked } from '../worker/messages.ts';
import { remember } from './remember.ts';
import { isKeyGiven, type KeyEntry, keyOf } from './state.ts';
import type { LayerView, ShownVerdict } from './types.ts';

export interface LayerSource {
  readonly opened: Opened;
  /** the whole token's verdict, as it is shown */
  readonly verdict: ShownVerdict;
  /** the answer that belongs to this token, or to the one that it was made of here: then `verdict` is busy */
  readonly answer: Checked | undefined;
  readonly keys: readonly KeyEntry[];
}

/** What is known of a layer beside its letters. */
type Known = Partial<Layer> & { readonly verdict?: Verdict };

/** Reads the text of each layer once, as long as it does not change. */
export function createLayerViews(): (source: LayerSource) => readonly LayerView[] {
  const readers: ((text: string) => Opened)[] = [];

  function read(depth: number, text: string): Opened {
    readers[depth] ??= remember(
      (known: string) => [known],
      (known) => openText(known),
    );
    return readers[depth](text);
  }

  return ({ opened, verdict, answer, keys }) => {
    if (opened.layer === undefined) return [];
    const known: readonly Known[] = answer?.layers ?? [];
    const views: LayerView[] = [];
    for (let depth = 0; depth < Math.max(1, known.length); depth++) {
      const around = views.at(-1)?.content?.text;
      if (depth > 0 && around === undefined) break;
      const own = depth === 0 ? opened : read(depth, around ?? '');
      views.push(viewOf(depth, own, known[depth] ?? {}, { verdict, answer, keys }));
    }
    return views;
  };
}

function viewOf(
  depth: number,
  opened: Opened,
  known: Known,
  { verdict, answer, keys }: Omit<LayerSource, 'opened'>,
): LayerView {
  return {
    depth,
    opened,
    verdict: layerVerdict(known.verdict, verdict),
    problems: problemsOf(depth, opened, known.problems),
    content: known.payload ?? opened.layer?.payload,
    signatures: known.signatures,
    recipients: known.recipients,
    disclosures: known.disclosures,
    processedPayload: known.processedPayload,
    keyBinding: known.keyBinding,
    canMake: answer?.canMake[depth] ?? false,
    hasKey: isKeyGiven(keyOf({ keys }, depth)),
  };
}

/** Where the engine has not spoken of this layer, what is shown of the whole token is said of its only layer. */
function layerVerdict(verdict: Verdict | undefined, whole: ShownVerdict): ShownVerdict {
  if (whole.busy || verdict === undefined) return whole;
  return { state: verdict.state, code: verdict.code, sentence: verdict.message, busy: false, verdict };
}

/** The engine is asked about the picked token alone, so its offsets are those of the token. */
function problemsOf(depth: number, opened: Opened, known: readonly Problem[] | undefined): readonly Problem[] {
  const { picked, text } = opened;
  if (known === undefined || picked === undefined) return opened.layer?.problems ?? [];
  if (depth > 0 || text === picked.text) return known;
  const { toPasted } = alignmentOf(text, picked);
  return known.map((problem) =>
    problem.span === undefined ? problem : { ...problem, span: toPasted(problem.span[0], problem.span[1]) },
  );
}
