import { Fragment, useMemo, useState } from 'react';
import { type PaintSpan, pieces } from '../../editor/paint.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { cutAt, SIGNATURE, shownOf } from '../../words/signature.ts';
import { hexLines, hexSpans } from './hex-dump.ts';
import type { SignatureMarks } from './signature-mark.ts';

export type SignatureForm = 'hex' | 'base64url';

const LINES = 6;
/** No signature that we know is longer than 4,627 bytes; what is longer is some mistake, and is not worth a slow page. */
const MOST_BYTES = 16_384;

interface SignatureBytesProps {
  readonly text: string;
  readonly bytes: Uint8Array | undefined;
  /** the token ends before its signature */
  readonly missing: boolean;
  readonly form: SignatureForm;
  readonly marks: SignatureMarks;
}

/** The signature's bytes: the first lines, and all of them when asked. */
export function SignatureBytes({ text, bytes, missing, form, marks }: SignatureBytesProps) {
  if (text === '') return <p className="signature-note">{missing ? SIGNATURE.missing : SIGNATURE.empty}</p>;
  if (form === 'base64url')
    return (
      <p className="signature-text">
        <Marked text={text.slice(0, MOST_BYTES)} spans={marks.characters} />
      </p>
    );
  if (bytes === undefined) return <p className="signature-note">{SIGNATURE.unreadable}</p>;
  return <HexDump bytes={bytes} marks={marks.bytes} />;
}

function HexDump({ bytes, marks }: { readonly bytes: Uint8Array; readonly marks: readonly PaintSpan[] }) {
  const [all, setAll] = useState(false);
  // the pane is 336 px wide there, and as wide as a phone below
  const narrow = useMedia('(max-width: 479px), (min-width: 1024px) and (max-width: 1359px)');
  const perLine = narrow ? 8 : 16;
  const limit = all ? MOST_BYTES : perLine * LINES;
  const lines = useMemo(() => hexLines(bytes, perLine, limit), [bytes, perLine, limit]);
  const drawn = Math.min(bytes.length, limit);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className="hex" tabIndex={0}>
        {lines.map(({ offset, hex }, line) => (
          <Fragment key={offset}>
            <span className="text-ink-3">{offset}</span>
            {'  '}
            <Marked text={hex} spans={hexSpans(marks, line * perLine, perLine)} />
            {'\n'}
          </Fragment>
        ))}
      </pre>
      {bytes.length > perLine * LINES ? (
        <p className="signature-note">
          {all && drawn < bytes.length ? cutAt(drawn) : shownOf(drawn, bytes.length)}{' '}
          <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? SIGNATURE.showLess : SIGNATURE.showAll}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

function Marked({ text, spans }: { readonly text: string; readonly spans: readonly PaintSpan[] }) {
  if (spans.length === 0) return text;
  let at = 0;
  return pieces(text, spans).map((piece) => {
    at += piece.text.length;
    return (
      <span key={at} className={piece.className}>
        {piece.text}
      </span>
    );
  });
}
