import { editor } from 'monaco-editor/editor';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { decorationsOf } from './monaco-decorations.ts';
import { monacoOptions } from './monaco-options.ts';
import type { BoundText, Caret } from './monaco-text.ts';
import type { EditorProps } from './types.ts';

/** A Monaco editor that stands in the page. */
export interface Mounted {
  readonly instance: editor.IStandaloneCodeEditor;
  readonly text: BoundText;
}

/** The newest of a value, for listeners that live longer than a render. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Monaco's options; undefined until the frame stands in the page, whose style they follow. */
export function useOptions(
  { name, language, columns }: EditorProps,
  frame: RefObject<HTMLElement | null>,
): editor.IStandaloneEditorConstructionOptions | undefined {
  const [style, setStyle] = useState<{ readonly fontFamily: string; readonly left: number }>();
  useLayoutEffect(() => {
    if (frame.current !== null) {
      const computed = getComputedStyle(frame.current);
      setStyle({
        fontFamily: computed.fontFamily,
        left: Number.parseFloat(computed.getPropertyValue('--editor-left')),
      });
    }
  }, [frame]);
  return useMemo(
    () => style && monacoOptions({ name, language, ...(columns === undefined ? {} : { columns }) }, style),
    [style, name, language, columns],
  );
}

/** Holds the text to the value, whatever the owner makes of what was typed; answers what hears the typing. */
export function useShownValue(mounted: Mounted | undefined, props: EditorProps): (value: string, caret: Caret) => void {
  const latest = useLatest(props);
  const [, holdToValue] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => mounted?.text.show(props.value));
  return (value, caret) => {
    latest.current.onChange(value, caret);
    holdToValue();
  };
}

export function useDecorations(
  mounted: Mounted | undefined,
  { value, spans = NONE, markers = NONE }: EditorProps,
): void {
  const collection = useMemo(() => mounted?.instance.createDecorationsCollection(), [mounted]);
  useLayoutEffect(() => {
    // The value is what the offsets count in: where the text still differs, the next render draws.
    if (mounted !== undefined && mounted.text.current().value === value) {
      collection?.set(decorationsOf(mounted.text, spans, markers));
    }
  }, [mounted, collection, value, spans, markers]);
}

const NONE: readonly never[] = [];

/** Puts the caret where the owner wants it, once for each revision; focus stays where it is. */
export function useCaret(mounted: Mounted | undefined, { caret }: EditorProps): void {
  const done = useRef(caret?.revision);
  useLayoutEffect(() => {
    if (mounted === undefined || caret === undefined || caret.revision === done.current) {
      return;
    }
    done.current = caret.revision;
    const range = mounted.text.rangeOf(caret.start, caret.end);
    mounted.instance.setSelection(range);
    mounted.instance.revealRange(range, editor.ScrollType.Immediate);
  });
}

/** Scrolls to what is pointed at elsewhere, once for each time; caret and focus stay. */
export function useReveal(mounted: Mounted | undefined, { reveal }: EditorProps): void {
  const done = useRef<object>(undefined);
  useLayoutEffect(() => {
    if (mounted === undefined || reveal?.of === done.current) {
      return;
    }
    done.current = reveal?.of;
    if (reveal !== undefined) {
      const range = mounted.text.rangeOf(reveal.at, reveal.at);
      mounted.instance.revealRangeInCenterIfOutsideViewport(range, editor.ScrollType.Immediate);
    }
  });
}

/** Says on Monaco's text box what its options have no words for. */
export function useFieldAttributes(
  mounted: Mounted | undefined,
  { markers = NONE }: EditorProps,
  describedBy: string | undefined,
): void {
  const invalid = markers.some(({ severity }) => severity === 'error');
  useLayoutEffect(() => {
    const field = mounted?.instance.getDomNode()?.querySelector('.native-edit-context, textarea.inputarea');
    if (field === null || field === undefined) {
      return;
    }
    const wanted = {
      ...FIELD_ATTRIBUTES,
      'aria-describedby': describedBy,
      'aria-invalid': invalid ? 'true' : undefined,
    };
    for (const [name, value] of Object.entries(wanted)) {
      if (value === undefined) {
        field.removeAttribute(name);
      } else {
        field.setAttribute(name, value);
      }
    }
  }, [mounted, describedBy, invalid]);
}

/** Keeps password managers, spell-checkers and translators away. */
const FIELD_ATTRIBUTES = {
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
  'data-gramm': 'false',
} as const;

/** Moves the gutter with the text, in the same frame, and tells the owner. */
export function useScroll(
  mounted: Mounted | undefined,
  props: EditorProps,
  gutter: RefObject<HTMLElement | null>,
): void {
  const latest = useLatest(props);
  useLayoutEffect(() => {
    const listener = mounted?.instance.onDidScrollChange(({ scrollTop, scrollTopChanged }) => {
      if (scrollTopChanged) {
        gutter.current?.style.setProperty('transform', `translateY(${-scrollTop}px)`);
        latest.current.onScroll?.(scrollTop);
      }
    });
    return () => listener?.dispose();
  }, [mounted, gutter, latest]);
}

export function useFocus(mounted: Mounted | undefined, props: EditorProps): void {
  const latest = useLatest(props);
  useEffect(() => {
    const listener = mounted?.instance.onDidFocusEditorText(() => latest.current.onFocus?.());
    return () => listener?.dispose();
  }, [mounted, latest]);
}

/** Pixels that the whole text takes with its padding. */
export function useContentHeight(mounted: Mounted | undefined): number | undefined {
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    setHeight(mounted?.instance.getContentHeight());
    const listener = mounted?.instance.onDidContentSizeChange(({ contentHeight }) => setHeight(contentHeight));
    return () => listener?.dispose();
  }, [mounted]);
  return height;
}
