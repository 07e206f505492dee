import { useLayoutEffect, useRef } from 'react';
import { PRIVATE_FIELD } from '../../ui/private-field.ts';
import { KEY } from '../../words/key.ts';

const LINE = 18;
const PADDING = 18;
/** Height of the box in pixels: at least, and as far as it grows with its text. */
const LEAST = 90;
const MOST = 220;

interface KeyBoxProps {
  readonly text: string;
  readonly hidden: boolean;
  readonly invalid: boolean;
  readonly describedBy: string;
  setKey(text: string): void;
  onFocus(): void;
}

/** The one box for every kind of key. A plain text area: what browsers and assistance do with one is wanted here. */
export function KeyBox({ text, hidden, invalid, describedBy, setKey, onFocus }: KeyBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const early = useRef(true);
  useLayoutEffect(() => {
    // what was typed before this script ran is in the field and not yet in the page's state
    const value = box.current?.value ?? '';
    if (early.current && text === '' && value !== '') setKey(value);
    early.current = false;
  }, [text, setKey]);
  const lines = text === '' ? 0 : text.split('\n').length;
  const height = text === '' ? undefined : Math.min(MOST, Math.max(LEAST, lines * LINE + PADDING));
  return (
    <textarea
      ref={box}
      {...PRIVATE_FIELD}
      aria-label={KEY.box}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      placeholder={KEY.placeholder}
      className="field key-box"
      data-masked={hidden}
      // lines of a PEM stay lines; anything else wraps
      data-lines={text.includes('-----BEGIN')}
      style={height === undefined ? undefined : { height }}
      value={text}
      onChange={(event) => setKey(event.currentTarget.value)}
      onFocus={onFocus}
    />
  );
}
