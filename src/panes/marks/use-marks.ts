/** What is selected and what is pointed at, and where each of them is seen. */
import './marks.css';
import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Opened } from '../../engine/open.ts';
import type { Arrival, WorkbenchView } from '../../workbench/types.ts';
import { isSameMark, type MarkFrom, type MarkPlaces, NO_PLACES, type PaneMark } from '../pane-mark.ts';
import { type EditorPoint, markAt, markAtCaret } from './mark-at.ts';
import { placesOf } from './mark-places.ts';

export interface Marks {
  /** stays until it is released */
  readonly selected: PaneMark | undefined;
  /** of what is selected */
  readonly places: MarkPlaces;
  /** of what the pointer is over; never scrolled to */
  readonly pointed: MarkPlaces;
  readonly select: Dispatch<SetStateAction<PaneMark | undefined>>;
  /** The pointer is over it. Undefined: it left the place; what it has come to elsewhere in the meantime stays. */
  readonly point: (from: MarkFrom, mark: PaneMark | undefined) => void;
  /** The same of a character of an editor. */
  readonly pointInEditor: (editor: EditorPoint['editor'], offset: number | undefined) => void;
  /** A person put the caret there, not by typing. */
  readonly caretInEditor: (at: EditorPoint) => void;
  /** True where something was selected. */
  readonly release: () => boolean;
}

interface Held {
  readonly mark: PaneMark;
  readonly arrival: Arrival | undefined;
  readonly pick: number;
  /** the text of its layer, read */
  readonly opened: Opened | undefined;
  /** of the token editor, when it was last at rest */
  readonly text: string;
}

const REST_MS = 150;

/** A mark ends with its token, and one of characters with its text. */
export function useMarks(view: WorkbenchView): Marks {
  const [held, setHeld] = useState<Held>();
  const [over, setOver] = useState<Held>();
  const latest = useRef({ view, held });
  useLayoutEffect(() => {
    latest.current = { view, held };
  });
  // what has ended is dropped, and with it the token that it was of
  if (held !== undefined && !holdsIn(view, held)) setHeld(undefined);
  if (over !== undefined && !(holdsIn(view, over) && isUnder(view, over))) setOver(undefined);

  const select = useCallback<Marks['select']>((action) => {
    const { view: now } = latest.current;
    setHeld((last) => {
      const mark = typeof action === 'function' ? action(last?.mark) : action;
      return mark === last?.mark ? last : mark && heldIn(now, mark);
    });
  }, []);
  const point = useCallback<Marks['point']>((from, mark) => {
    const { view: now } = latest.current;
    setOver((last) => {
      if (mark === undefined) return last?.mark.from === from ? undefined : last;
      return isSameMark(last?.mark, mark) && last?.mark.from === from ? last : heldIn(now, mark);
    });
  }, []);
  const pointInEditor = useCallback<Marks['pointInEditor']>(
    (editor, offset) =>
      point(editor, offset === undefined ? undefined : markAt(latest.current.view, { editor, offset })),
    [point],
  );
  const { caretInEditor, forget } = useCaretMark(latest, select);
  const release = useCallback(() => {
    forget();
    setHeld(undefined);
    setOver(undefined);
    return latest.current.held !== undefined;
  }, [forget]);

  const isTyped = useTyped(view.text, held, setHeld);
  const selected = held?.mark;
  const { layers, layer, header, payload } = view;
  const places = useMemo(
    () => (isTyped ? placesWhileTyped(selected) : placesOf(selected, { layers, layer, header, payload })),
    [isTyped, selected, layers, layer, header, payload],
  );
  const pointedMark = over?.mark;
  const pointed = useMemo(
    () => placesOf(pointedMark, { layers, layer, header, payload }),
    [pointedMark, layers, layer, header, payload],
  );
  return { selected, places, pointed, select, point, pointInEditor, caretInEditor, release };
}

function heldIn({ arrival, pickIndex, layers, text }: WorkbenchView, mark: PaneMark): Held {
  return { mark, arrival, pick: pickIndex, opened: layers[mark.layer]?.opened, text };
}

function holdsIn(view: WorkbenchView, held: Held): boolean {
  if (view.arrival !== held.arrival || view.pickIndex !== held.pick) return false;
  return held.mark.kind === 'json' || isUnder(view, held);
}

function isUnder({ layers }: WorkbenchView, { mark, opened }: Held): boolean {
  return layers[mark.layer]?.opened === opened;
}

/** The caret marks what it stands in when it rests; where that is nothing, only what a caret has marked is released. */
function useCaretMark(latest: { readonly current: { readonly view: WorkbenchView } }, select: Marks['select']) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => forget, [forget]);
  const caretInEditor = useCallback<Marks['caretInEditor']>(
    (at) => {
      const { view: before } = latest.current;
      forget();
      timer.current = setTimeout(() => {
        const { view } = latest.current;
        if (view.layer !== before.layer || shownIn(view, at.editor) !== shownIn(before, at.editor)) return;
        const mark = markAtCaret(view, at);
        select((last) => {
          if (mark === undefined) return last !== undefined && isFromEditor(last) ? undefined : last;
          return isSameMark(last, mark) && last?.from === mark.from ? last : mark;
        });
      }, REST_MS);
    },
    [latest, select, forget],
  );
  return { caretInEditor, forget };
}

function shownIn(view: WorkbenchView, editor: EditorPoint['editor']): string {
  return editor === 'token' ? view.text : view[editor].text;
}

function isFromEditor({ from }: PaneMark): boolean {
  return from === 'token' || from === 'header' || from === 'payload';
}

/** Characters from which on a mark is not followed at each key: that would read the whole token again. */
const LARGE = 100_000;

/** A large token that holds a mark is being typed in. */
function useTyped(text: string, held: Held | undefined, setHeld: Dispatch<SetStateAction<Held | undefined>>): boolean {
  const isTyped = held !== undefined && held.text !== text && text.length > LARGE;
  useEffect(() => {
    if (!isTyped) return;
    const timer = setTimeout(() => setHeld((last) => last && { ...last, text }), REST_MS);
    return () => clearTimeout(timer);
  }, [isTyped, text, setHeld]);
  return isTyped;
}

/** A value goes on being the same one. */
function placesWhileTyped(mark: PaneMark | undefined): MarkPlaces {
  if (mark?.kind !== 'json') return NO_PLACES;
  const { layer, pane, pointer } = mark;
  return { ...NO_PLACES, layer, value: { pane, pointer } };
}
