import type { editor } from 'monaco-editor/editor';
import type { EditorProps } from './types.ts';

/** Space around the text, the same as in `editor.css`. */
const PADDING = { token: { top: 6, bottom: 8 }, lines: { top: 8, bottom: 8 } } as const;

/** Nothing that helps by changing what is typed, nothing that fetches or links, nothing drawn that says nothing. */
const QUIET = {
  acceptSuggestionOnEnter: 'off',
  autoClosingBrackets: 'never',
  autoClosingQuotes: 'never',
  autoIndent: 'none',
  autoSurround: 'never',
  bracketPairColorization: { enabled: false },
  colorDecorators: false,
  contextmenu: false,
  copyWithSyntaxHighlighting: false,
  detectIndentation: false,
  dragAndDrop: false,
  dropIntoEditor: { enabled: false },
  emptySelectionClipboard: false,
  folding: false,
  formatOnPaste: false,
  formatOnType: false,
  glyphMargin: false,
  guides: { indentation: false, highlightActiveIndentation: false, bracketPairs: false },
  hideCursorInOverviewRuler: true,
  inlineSuggest: { enabled: false },
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  parameterHints: { enabled: false },
  pasteAs: { enabled: false },
  quickSuggestions: false,
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  suggestOnTriggerCharacters: false,
  trimAutoWhitespace: false,
  // A line separator of Unicode inside a string is a character of the token like any other.
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off',
} as const satisfies editor.IStandaloneEditorConstructionOptions;

const DRAWING = {
  accessibilitySupport: 'auto',
  automaticLayout: true,
  find: { addExtraSpaceOnTop: false, autoFindInSelection: 'never', seedSearchStringFromSelection: 'selection' },
  fixedOverflowWidgets: true,
  fontLigatures: false,
  fontSize: 13,
  fontWeight: '400',
  insertSpaces: true,
  letterSpacing: 0,
  renderControlCharacters: true,
  roundedSelection: false,
  scrollBeyondLastColumn: 0,
  scrollBeyondLastLine: false,
  // The page scrolls on where the editor cannot.
  scrollbar: { horizontal: 'hidden', verticalScrollbarSize: 12, useShadows: false, alwaysConsumeMouseWheel: false },
  tabFocusMode: true,
  tabSize: 2,
  // Any other strategy measures the whole text: 1.8 s for each key at 1 MB.
  wrappingStrategy: 'simple',
  wrappingIndent: 'none',
  // Otherwise a token breaks early at its dots and hyphens, and the plain pane elsewhere than Monaco.
  wordWrapBreakAfterCharacters: '',
  wordWrapBreakBeforeCharacters: '',
} as const satisfies editor.IStandaloneEditorConstructionOptions;

/**
 * Digits of the text's size that the line numbers have room for, and their width. It reaches up to the text, which
 * would move with the thousandth line otherwise; `editor.css` keeps the numbers away from it.
 */
const NUMBERS = { characters: 5, width: 39 } as const;

/** What the options follow in the page's style. `left`: pixels from the editor's edge to its text. */
export interface PaneStyle {
  readonly fontFamily: string;
  readonly left: number;
}

/** Monaco's options for a pane. */
export function monacoOptions(
  { name, language, columns }: Pick<EditorProps, 'name' | 'language' | 'columns'>,
  { fontFamily, left }: PaneStyle,
): editor.IStandaloneEditorConstructionOptions {
  const shared = { ...QUIET, ...DRAWING, ariaLabel: name, fontFamily };
  return language === 'token'
    ? {
        ...shared,
        lineHeight: 22,
        padding: PADDING.token,
        lineNumbers: 'off',
        lineNumbersMinChars: 0,
        lineDecorationsWidth: left,
        matchBrackets: 'never',
        ...(columns === undefined ? { wordWrap: 'on' } : { wordWrap: 'wordWrapColumn', wordWrapColumn: columns }),
      }
    : {
        ...shared,
        lineHeight: 20,
        padding: PADDING.lines,
        lineNumbers: 'on',
        lineNumbersMinChars: NUMBERS.characters,
        lineDecorationsWidth: left - NUMBERS.width,
        matchBrackets: language === 'json' ? 'always' : 'never',
        wordWrap: 'on',
      };
}
