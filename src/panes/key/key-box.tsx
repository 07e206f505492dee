import { useLayoutEffect, useRef } from 'react';
import { PRIVATE_FIELD } from '../../ui/private-field.ts';
import { KEY } from '../../words/key.ts';

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
      value={text}
      onChange={(event) => setKey(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={(event) => {
        // what is left shows how the key begins
        event.currentTarget.scrollTo(0, 0);
      }}
    />
  );
}
