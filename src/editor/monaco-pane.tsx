import Monaco from '@monaco-editor/react';
import type { editor } from 'monaco-editor/editor';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useHeardCaret, usePointer } from './monaco-hearing.ts';
import { useHints } from './monaco-hints.ts';
import {
  type Mounted,
  useCaret,
  useContentHeight,
  useDecorations,
  useFieldAttributes,
  useFocus,
  useLatest,
  useOptions,
  useReveal,
  useScroll,
  useShownValue,
} from './monaco-hooks.ts';
import { monacoLanguage } from './monaco-setup.ts';
import { bindText } from './monaco-text.ts';
import { THEME } from './monaco-theme.ts';
import type { EditorProps } from './types.ts';

/** Where a person is in an editor: selection (offsets in the shown text), pixels scrolled, focus. */
export interface EditorPlace {
  readonly start: number;
  readonly end: number;
  readonly backward: boolean;
  readonly scrollTop: number;
  readonly focused: boolean;
}

export interface MonacoHandle {
  /** Goes to where the person was in the plain pane. */
  takeOver(place: EditorPlace): void;
}

export interface MonacoPaneProps {
  readonly editor: EditorProps;
  readonly describedBy: string | undefined;
  /** false while the plain pane is still in front of it */
  readonly shown: boolean;
  /** Monaco has drawn the text. */
  onReady(handle: MonacoHandle): void;
}

/** Monaco, bound to the props of an editor. Rendered only when this chunk has arrived. */
export function MonacoPane({ editor: props, describedBy, shown, onReady }: MonacoPaneProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<Mounted>();
  const options = useOptions(props, frame);
  const onEdit = useLatest(useShownValue(mounted, props));
  useDecorations(mounted, props);
  useHints(mounted, props);
  useCaret(mounted, props);
  useReveal(mounted, props);
  useFieldAttributes(mounted, props, describedBy);
  useScroll(mounted, props, gutter);
  useFocus(mounted, props);
  usePointer(mounted, props);
  useHeardCaret(mounted, props);
  const height = useContentHeight(mounted);
  useReady(mounted, frame, onReady);

  const mount = (instance: editor.IStandaloneCodeEditor): void => {
    const model = instance.getModel();
    if (model !== null) {
      // Monaco begins 5 pixels wide and would take its first height from that.
      instance.layout();
      // The editor's own option does not reach the model, which would read all brackets of a long text for each key.
      model.updateOptions({
        bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
      });
      setMounted({ instance, text: bindText(instance, model, (value, caret) => onEdit.current(value, caret)) });
    }
  };
  return (
    <div
      ref={frame}
      className="monaco-frame"
      inert={!shown}
      data-shown={shown ? '' : undefined}
      style={props.fit && shown ? { height } : undefined}
    >
      {options === undefined ? null : (
        <Monaco language={monacoLanguage(props)} theme={THEME} options={options} loading={null} onMount={mount} />
      )}
      <div className="monaco-gutter" ref={gutter}>
        {shown ? props.gutter : null}
      </div>
    </div>
  );
}

/** Tells the owner once, in a frame in which Monaco has drawn: its own frame was asked for earlier. */
function useReady(
  mounted: Mounted | undefined,
  frame: { readonly current: HTMLElement | null },
  onReady: (handle: MonacoHandle) => void,
): void {
  const tell = useLatest(onReady);
  useEffect(() => {
    if (mounted === undefined) {
      return;
    }
    const { instance } = mounted;
    const takeOver = ({ start, end, backward, scrollTop, focused }: EditorPlace): void => {
      const model = instance.getModel();
      if (model !== null) {
        const from = model.getPositionAt(backward ? end : start);
        const to = model.getPositionAt(backward ? start : end);
        instance.setSelection({
          selectionStartLineNumber: from.lineNumber,
          selectionStartColumn: from.column,
          positionLineNumber: to.lineNumber,
          positionColumn: to.column,
        });
      }
      instance.setScrollTop(scrollTop, 1);
      frame.current?.removeAttribute('inert');
      if (focused) {
        instance.focus();
      }
      instance.render(true);
    };
    const request = requestAnimationFrame(() => tell.current({ takeOver }));
    return () => cancelAnimationFrame(request);
  }, [mounted, frame, tell]);
}
