import { type ChangeEvent, type ReactNode, type RefObject, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { paintSpans } from './paint.ts';
import { revealInk, showInField } from './plain-field.ts';
import { useHearing } from './plain-hearing.ts';
import { PlainInk } from './plain-ink.tsx';
import { type ShownText, shownText, valueAfter } from './shown-text.ts';
import { editBetween } from './text-edit.ts';
import type { EditorHint, EditorMarker, EditorProps, EditorSpan } from './types.ts';

export interface PlainPaneProps {
  readonly editor: EditorProps;
  readonly describedBy: string | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

// A fresh list in each render would paint the ink anew.
const NO_SPANS: readonly EditorSpan[] = [];
const NO_MARKERS: readonly EditorMarker[] = [];
const NO_HINTS: readonly EditorHint[] = [];

/** A text area under its own coloured ink. The sheet that holds both is scrolled, so they never part. */
export function PlainPane({ editor, describedBy, field, scroller }: PlainPaneProps): ReactNode {
  const { name, value, language, spans = NO_SPANS, markers = NO_MARKERS, hints = NO_HINTS } = editor;
  const shown = useMemo(() => shownText(value), [value]);
  const painted = useMemo(() => inText(shown, spans, markers), [shown, spans, markers]);
  const inked = useMemo(() => hints.map((hint) => ({ ...hint, at: shown.toText(hint.at) })), [shown, hints]);
  const ink = useRef<HTMLDivElement>(null);
  const { typed, handlers } = useHearing(editor, shown);
  const write = useFieldText(editor, shown, field);
  useCaret(editor, shown, { field, scroller, ink });
  useReveal(editor, shown, scroller, ink);
  return (
    <div className="plain">
      <div
        className="plain-scroll"
        ref={scroller}
        onScroll={(event) => editor.onScroll?.(event.currentTarget.scrollTop)}
      >
        <div className="plain-sheet" style={sheetWidth(editor)}>
          {editor.gutter}
          <textarea
            ref={field}
            className="plain-text"
            aria-label={name}
            aria-describedby={describedBy}
            aria-invalid={markers.some(({ severity }) => severity === 'error') || undefined}
            title={markers.length > 0 ? markers.map(({ message }) => message).join('\n') : undefined}
            rows={1}
            onChange={(event) => {
              typed();
              write(event);
            }}
            {...handlers}
            onFocus={() => editor.onFocus?.()}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            data-1p-ignore=""
            data-lpignore="true"
            data-bwignore=""
            data-form-type="other"
            data-gramm="false"
          />
          {/* no <pre>: the HTML parser drops its first line feed, and the prerendered page would differ */}
          <div className="plain-ink" ref={ink} aria-hidden="true">
            <PlainInk text={shown.text} language={language} spans={painted} hints={inked} />
          </div>
        </div>
      </div>
    </div>
  );
}

/**
 * Half a character more than the columns, so that no rounding of pixels breaks a line early. An empty sheet has no lines
 * to break, and the prerendered page then needs no style attribute.
 */
const sheetWidth = ({ language, columns, value }: EditorProps) =>
  language === 'token' && columns !== undefined && value !== ''
    ? { width: `calc(var(--editor-left) + ${columns + 0.5}ch)` }
    : undefined;

const inText = (shown: ShownText, spans: readonly EditorSpan[], markers: readonly EditorMarker[]) => {
  const moved = <T extends { readonly start: number; readonly end: number }>(place: T): T => ({
    ...place,
    start: shown.toText(place.start),
    end: shown.toText(place.end),
  });
  return paintSpans(shown.text, spans.map(moved), markers.map(moved));
};

/** Holds the field to the value, whatever the owner makes of what was typed; answers what hears the typing. */
function useFieldText(
  editor: EditorProps,
  shown: ShownText,
  field: RefObject<HTMLTextAreaElement | null>,
): (event: ChangeEvent<HTMLTextAreaElement>) => void {
  const inField = useRef<ShownText>(undefined);
  const [, holdToValue] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    const node = field.current;
    if (node === null) {
      return;
    }
    const early = inField.current === undefined ? node.value : '';
    inField.current = shown;
    if (early !== '' && early !== shown.text) {
      takeEarlyText(editor, early);
      holdToValue();
    } else if (node.value !== shown.text) {
      showInField(node, shown.text);
    }
  });
  return ({ currentTarget: node }) => {
    const before = inField.current ?? shown;
    const edit = editBetween(before.text, node.value, node.selectionEnd);
    if (edit === undefined) {
      return;
    }
    const after = shownText(valueAfter(before, [edit]));
    inField.current = after;
    editor.onChange(after.value, { start: after.toValue(node.selectionStart), end: after.toValue(node.selectionEnd) });
    holdToValue();
  };
}

/** The prerendered field took text before this script ran. */
function takeEarlyText(editor: EditorProps, text: string): void {
  if (editor.onPaste?.(text) !== true) {
    editor.onChange(text, { start: text.length, end: text.length });
  }
}

interface Places {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly ink: RefObject<HTMLDivElement | null>;
}

/** Puts the caret where the owner wants it, once for each revision. */
function useCaret({ caret }: EditorProps, shown: ShownText, { field, scroller, ink }: Places): void {
  const done = useRef(caret?.revision);
  useLayoutEffect(() => {
    if (caret === undefined || caret.revision === done.current) {
      return;
    }
    done.current = caret.revision;
    field.current?.setSelectionRange(shown.toText(caret.start), shown.toText(caret.end));
    if (scroller.current !== null && ink.current !== null) {
      revealInk(scroller.current, ink.current, shown.toText(caret.end));
    }
  });
}

/** Scrolls to what is pointed at elsewhere, once for each time; caret and focus stay. */
function useReveal({ reveal }: EditorProps, shown: ShownText, scroller: Places['scroller'], ink: Places['ink']): void {
  const done = useRef<object>(undefined);
  useLayoutEffect(() => {
    if (reveal?.of === done.current) {
      return;
    }
    done.current = reveal?.of;
    if (reveal !== undefined && scroller.current !== null && ink.current !== null) {
      revealInk(scroller.current, ink.current, shown.toText(reveal.at));
    }
  });
}
