/** What a pane tells its editor, and what the editor tells back. The same for Monaco and for the plain pane. */
import type { ReactNode } from 'react';

/** Colour and line style of a part of a token (design, section 4): one of five. */
export type SegmentColour = 'h' | 'p' | 's' | 'k' | 'i';

/** A run of characters in the editor's text, drawn with a class of `editor.css`. */
export interface EditorSpan {
  readonly start: number;
  readonly end: number;
  readonly className:
    | `seg-${SegmentColour}`
    | 'seg-dot'
    | 'mark-fail'
    | 'mark-edit'
    | 'mark-select'
    | 'mark-first'
    | 'mark-last'
    | 'mark-point';
}

/** A place where something is wrong; underlined, with the sentence on hover and for screen readers. */
export interface EditorMarker {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Words behind a line that are no part of the text. */
export interface EditorHint {
  /** where a line ends */
  readonly at: number;
  readonly words: string;
  readonly tone: 'plain' | 'ok' | 'fail';
}

export interface EditorProps {
  /** accessible name: 'Encoded token', 'Header', 'Payload' */
  readonly name: string;
  readonly value: string;
  /** `token`: wraps evenly, no line numbers; `json`: line numbers, names coloured; `text`: line numbers, no colours */
  readonly language: 'token' | 'json' | 'text';
  /** colour of the names in JSON */
  readonly segment?: 'h' | 'p';
  readonly spans?: readonly EditorSpan[];
  readonly markers?: readonly EditorMarker[];
  /** of JSON */
  readonly hints?: readonly EditorHint[];
  /** characters in a line of the token, a multiple of 4 */
  readonly columns?: number;
  /** id of an element that describes the content in words */
  readonly describedBy?: string;
  /** true: as high as its content (a flex parent or `max-height` may make it lower); otherwise it fills its parent's height */
  readonly fit?: boolean;
  /** drawn in the 40 px left of the text and scrolled with it: `TokenRail` */
  readonly gutter?: ReactNode;
  /** where the caret goes when `revision` changes (after undo, redo); offsets in `value` */
  readonly caret?: { readonly start: number; readonly end: number; readonly revision: number };
  /** a character that is scrolled into view when `of` becomes another object; offset in `value` */
  readonly reveal?: { readonly at: number; readonly of: object };
  /** the person changed the text */
  onChange(text: string, caret: { readonly start: number; readonly end: number }): void;
  /** The person pastes. Answer true where the paste has been dealt with; otherwise the text is inserted. */
  onPaste?(text: string): boolean;
  /** Ctrl Z and Ctrl Shift Z or Ctrl Y: the editor keeps no history of its own */
  onUndo(): void;
  onRedo(): void;
  onFocus?(): void;
  /** The pointer is over the character at this offset of `value`; undefined: over none. For a mouse only. */
  onPoint?(offset: number | undefined): void;
  /** The person put the caret there, with nothing selected and not by typing; offset in `value`. */
  onCaret?(offset: number): void;
  /** pixels scrolled, for what is drawn outside of the editor; what stands in `gutter` scrolls by itself */
  onScroll?(top: number): void;
}

/** A part of the token with its marks: letter, colour and line style. Offsets in the editor's text, end exclusive. */
export interface TokenPart {
  readonly letter: string;
  readonly segment: SegmentColour;
  readonly start: number;
  readonly end: number;
}
