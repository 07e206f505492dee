import {
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { flushSync } from 'react-dom';
import './editor.css';
import { applyInputRules } from './input-rules.ts';
import { MonacoBoundary } from './monaco-boundary.tsx';
import type { EditorPlace, MonacoHandle } from './monaco-pane.tsx';
import { PlainPane } from './plain-pane.tsx';
import { monacoState, monacoStateOnServer, refuseMonaco, subscribeToMonaco, turnToStart } from './start-monaco.ts';
import type { EditorProps } from './types.ts';

/**
 * A text editor with colours: a plain pane at once, Monaco in the same place when it has arrived (`startMonaco`).
 * Both do the whole job; text, caret, focus and scroll position stay through the change.
 */
export function Editor(props: EditorProps): ReactNode {
  const monaco = useSyncExternalStore(subscribeToMonaco, monacoState, monacoStateOnServer);
  const [phase, setPhase] = useState<'plain' | 'starting' | 'monaco'>('plain');
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  const markersId = useId();
  useInputRules(root, props);
  useEffect(() => {
    if (monaco.status !== 'ready') {
      return;
    }
    let wanted = true;
    turnToStart().then(() => wanted && setPhase('starting'));
    return () => {
      wanted = false;
    };
  }, [monaco.status]);

  const { markers = [] } = props;
  const describedBy = idList(props.describedBy, markers.length > 0 ? markersId : undefined);
  const starts = monaco.status === 'ready' && phase !== 'plain';
  const handOver = (handle: MonacoHandle): void => {
    const swap = (): void => {
      handle.takeOver(placeIn(field.current, scroller.current));
      flushSync(() => setPhase('monaco'));
    };
    // A character that is being composed lives in the field only.
    if (composing.current) {
      field.current?.addEventListener('compositionend', () => setTimeout(swap), { once: true });
    } else {
      swap();
    }
  };
  return (
    <div
      ref={root}
      className="editor"
      translate="no"
      data-language={props.language}
      data-segment={props.segment}
      data-fit={props.fit ? '' : undefined}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={() => {
        composing.current = false;
      }}
    >
      {starts && phase === 'monaco' ? null : (
        <PlainPane editor={props} describedBy={describedBy} field={field} scroller={scroller} />
      )}
      {starts ? (
        <MonacoBoundary onError={refuseMonaco}>
          <monaco.Pane editor={props} describedBy={describedBy} shown={phase === 'monaco'} onReady={handOver} />
        </MonacoBoundary>
      ) : null}
      <span id={markersId} hidden>
        {markers.map(({ message }) => message).join(' ')}
      </span>
    </div>
  );
}

const idList = (...ids: readonly (string | undefined)[]): string | undefined =>
  ids.filter((id) => id !== undefined).join(' ') || undefined;

/** Where the person is in the plain pane. Offsets in the text that it shows. */
const placeIn = (field: HTMLTextAreaElement | null, scroller: HTMLElement | null): EditorPlace => ({
  start: field?.selectionStart ?? 0,
  end: field?.selectionEnd ?? 0,
  backward: field?.selectionDirection === 'backward',
  scrollTop: scroller?.scrollTop ?? 0,
  focused: field !== null && field === document.activeElement,
});

function useInputRules(root: RefObject<HTMLDivElement | null>, props: EditorProps): void {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const node = root.current;
    return node === null ? undefined : applyInputRules(node, () => latest.current);
  }, [root]);
}
