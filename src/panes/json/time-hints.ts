/** Behind the times in the payload: when that is, in the lines of the laid-out view. */
import { useMemo } from 'react';
import type { EditorHint } from '../../editor/types.ts';
import { readNumericDate, timesIn } from '../../engine/claims/times.ts';
import { parseJson } from '../../engine/token/json.ts';
import { placeOfPointer } from '../../engine/token/json-pointer.ts';
import { useMedia } from '../../ui/use-media.ts';
import { relativeWords, timeHint, type Zone } from '../../words/claims-tab.ts';
import type { PaneContent, WorkbenchView } from '../../workbench/types.ts';
import { secondsUntil } from '../claims/claim-times.ts';
import { useNow } from '../claims/use-now.ts';
import { useTimesIn } from '../times-in.tsx';

/** Characters up to which the text of a pane is read for it. */
const MOST = 20_000;

/** A phone, and the widths at which the payload stands beside the header. */
const NARROW = '(max-width: 479px), (min-width: 1024px) and (max-width: 1359px)';

export interface TimePlace {
  readonly name: string;
  readonly seconds: number;
  /** the end of its line in the text of the pane */
  readonly at: number;
}

const NONE: readonly TimePlace[] = [];

/** The points in time of the claims from top to bottom, one for a line; none of the exact view, and of what is not JSON. */
export function timePlaces({ text, as, view }: Pick<PaneContent, 'text' | 'as' | 'view'>): readonly TimePlace[] {
  if (as !== 'json' || view !== 'laid-out' || text.length > MOST) return NONE;
  const { value, root } = parseJson(text);
  const places = new Map<number, TimePlace>();
  for (const { name, pointer, value: written } of timesIn(value)) {
    const date = readNumericDate(written);
    const end = placeOfPointer(root, pointer)?.node.end;
    if (date.kind !== 'seconds' || end === undefined) continue;
    const next = text.indexOf('\n', end);
    const at = next < 0 ? text.length : next;
    if (!places.has(at)) places.set(at, { name, seconds: date.seconds, at });
  }
  return [...places.values()].toSorted((a, b) => a.at - b.at);
}

/** Each with how long that is from `now`, in whole seconds; `isShort`: no more than that. */
export function hintsAt(
  places: readonly TimePlace[],
  now: number,
  isShort: boolean,
  zone: Zone,
): readonly EditorHint[] {
  return places.map(({ name, seconds, at }) => {
    const ahead = secondsUntil(seconds, now);
    return {
      at,
      words: isShort ? relativeWords(ahead) : timeHint(seconds, now, ahead, zone),
      tone: name === 'exp' ? (ahead > 0 ? 'ok' : 'fail') : 'plain',
    };
  });
}

/** Ticks. */
export function useTimeHints({ payload, asOf }: Pick<WorkbenchView, 'payload' | 'asOf'>): readonly EditorHint[] {
  const { text, as, view } = payload;
  const places = useMemo(() => timePlaces({ text, as, view }), [text, as, view]);
  const moments = useMemo(() => places.map(({ seconds }) => seconds), [places]);
  const now = useNow(moments, asOf);
  const { zone } = useTimesIn();
  const isShort = useMedia(NARROW);
  return useMemo(() => hintsAt(places, now, isShort, zone), [places, now, isShort, zone]);
}
