import { Fragment, type ReactNode, useId, useMemo, useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { cutPart, ENCRYPTED, partName, partSize } from '../../words/encrypted.ts';
import type { PageActs } from '../page-acts.ts';
import { hexLines } from '../signature/hex-dump.ts';
import { lookOf } from '../token/token-parts.ts';
import { type EncryptedRow, previewOf } from './encrypted-rows.ts';

export type PartForm = 'hex' | 'base64url';

/** As much of a part is drawn when it is opened: all of any key, IV and tag, and the beginning of a content. */
const MOST_BYTES = 1024;
const MOST_CHARACTERS = 1368;
/** the pane is 336 px wide there, and as wide as a phone below */
const NARROW = '(max-width: 479px), (min-width: 1024px) and (max-width: 1359px)';
/** A part of so many bytes stands in its row as a whole. */
const SHORT = 16;

interface EncryptedPartRowProps {
  readonly row: EncryptedRow;
  readonly form: PartForm;
  readonly acts: PageActs;
  /** of the recipient, where there are several */
  readonly verdict: ReactNode;
}

/** One part: its mark, name, size and first bytes; opened, all of them. */
export function EncryptedPartRow({ row, form, acts, verdict }: EncryptedPartRowProps) {
  const [open, setOpen] = useState(false);
  const details = useId();
  const name = partName(row.part, row.index);
  const { segment } = lookOf(row.part);
  const size = row.bytes?.length ?? 0;
  return (
    <li>
      <div className="encrypted-part">
        <span aria-hidden="true" className={`swatch swatch-${segment}`} />
        <b className={`ink-${segment} truncate font-semibold`}>{name}</b>
        <span className="encrypted-size">{row.text === '' ? ENCRYPTED.empty : partSize(size)}</span>
        {row.text === '' ? (
          <span className="encrypted-none">{emptyWords(row)}</span>
        ) : (
          <span className="encrypted-preview">{previewOf(row, form)}</span>
        )}
        <span className="flex items-center">
          {verdict}
          {size > SHORT ? (
            <button
              type="button"
              className="button button-icon encrypted-more"
              aria-label={open ? ENCRYPTED.showLess(name) : ENCRYPTED.showAll(name)}
              title={open ? ENCRYPTED.showLess(name) : ENCRYPTED.showAll(name)}
              aria-expanded={open}
              aria-controls={details}
              onClick={() => setOpen(!open)}
            >
              <Icon name="down" />
            </button>
          ) : null}
          {row.text === '' ? null : (
            <CopyButton label={ENCRYPTED.copy(name)} text={() => row.text} onRefused={acts.copyRefused} />
          )}
        </span>
      </div>
      <div id={details} hidden={!open}>
        {open ? <WholePart row={row} form={form} /> : null}
      </div>
    </li>
  );
}

function WholePart({ row, form }: Pick<EncryptedPartRowProps, 'row' | 'form'>) {
  const bytes = row.bytes ?? NO_BYTES;
  const perLine = useMedia(NARROW) ? 8 : 16;
  const lines = useMemo(() => hexLines(bytes, perLine, MOST_BYTES), [bytes, perLine]);
  return (
    <>
      {form === 'base64url' ? (
        <p className="signature-text">{row.text.slice(0, MOST_CHARACTERS)}</p>
      ) : (
        <pre className="hex whitespace-pre-wrap">
          {lines.map(({ offset, hex }) => (
            <Fragment key={offset}>
              <span className="text-ink-3">{offset}</span>
              {`  ${hex}\n`}
            </Fragment>
          ))}
        </pre>
      )}
      {bytes.length > MOST_BYTES ? <p className="signature-note">{cutPart(MOST_BYTES, bytes.length)}</p> : null}
    </>
  );
}

const NO_BYTES = new Uint8Array();

/** Two algorithms have no encrypted key (RFC 7516 section 5.2 step 10). */
function emptyWords({ part, alg }: EncryptedRow): string {
  if (part !== 'encrypted-key') return '';
  if (alg === 'dir') return ENCRYPTED.noKeyDirect;
  return alg === 'ECDH-ES' ? ENCRYPTED.noKeyAgreed : '';
}
