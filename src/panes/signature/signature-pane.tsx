import { useState } from 'react';
import type { Opened } from '../../engine/open.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane } from '../../ui/pane.tsx';
import { algorithmName, FORMULA, SIGNATURE, signatureSize } from '../../words/signature.ts';
import { TOKEN } from '../../words/token.ts';
import type { WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import { GhostLines } from '../json/ghost-lines.tsx';
import type { Marks } from '../marks/use-marks.ts';
import { openedLayer, openLayer } from '../open-layer.ts';
import type { PageActs } from '../page-acts.ts';
import { SignatureBytes, type SignatureForm } from './signature-bytes.tsx';
import { signatureMarks } from './signature-mark.ts';
import { SigningChoice } from './signing-choice.tsx';

interface SignaturePaneProps {
  readonly view: WorkbenchView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
  /** which signature of a JSON serialization */
  readonly entry: number;
  readonly marks: Marks;
}

/** What the signature is computed over, its bytes, and what an edit does to it. It is read here and edited in the token. */
export function SignaturePane({ view, actions, acts, entry, marks }: SignaturePaneProps) {
  const [form, setForm] = useState<SignatureForm>('hex');
  const opened = openedLayer(view);
  const { text, bytes, alg, encoded } = signatureOf(opened, entry);
  const empty = view.text === '';
  return (
    <Pane
      name="signature"
      title={SIGNATURE.title}
      swatch="s"
      meta={empty ? SIGNATURE.ghost : <Meta alg={alg} size={text === '' ? undefined : bytes?.length} />}
      tools={
        text === '' ? undefined : (
          <>
            <Choice<SignatureForm>
              label={SIGNATURE.shownAs}
              value={form}
              options={[
                { value: 'hex', words: SIGNATURE.hex },
                { value: 'base64url', words: SIGNATURE.base64url },
              ]}
              onChoose={setForm}
            />
            <CopyButton label={SIGNATURE.copy} text={() => text} onRefused={acts.copyRefused} />
          </>
        )
      }
    >
      <div className="signature-body">
        {empty ? (
          <GhostLines pane="signature" />
        ) : (
          <>
            <DerNotice view={view} rewrite={actions.rewriteDerSignature} />
            {alg === undefined || alg === 'none' ? null : <Formula alg={alg} encoded={encoded} />}
            <SignatureBytes
              text={text}
              bytes={bytes}
              missing={isMissing(opened)}
              form={form}
              marks={signatureMarks(marks, { layer: view.layer, entry, text, bytes })}
            />
          </>
        )}
      </div>
      {empty ? null : <SigningChoice view={view} setSigning={actions.setSigning} />}
    </Pane>
  );
}

/** The algorithm's long name, where there is room for it, and the size. */
function Meta({ alg, size }: { readonly alg: string | undefined; readonly size: number | undefined }) {
  const name = alg === undefined ? undefined : algorithmName(alg);
  return (
    <>
      {name === undefined ? null : <span className="signature-alg">{size === undefined ? name : `${name} · `}</span>}
      {size === undefined ? null : signatureSize(size)}
    </>
  );
}

interface ShownSignature {
  readonly text: string;
  readonly bytes: Uint8Array | undefined;
  readonly alg: string | undefined;
  /** false: the payload is signed as it is */
  readonly encoded: boolean;
}

/** Of a compact token also what does not decode by the letter. */
function signatureOf({ token, object }: Opened, entry: number): ShownSignature {
  const one = object?.type === 'jws' ? object.signatures[entry] : undefined;
  const encoded = one?.isEncoded ?? true;
  if (token === undefined) return { text: one?.signatureText ?? '', bytes: one?.signature, alg: one?.alg, encoded };
  const segment = token.segments[2];
  return { text: segment?.text ?? '', bytes: segment?.bytes, alg: token.alg, encoded };
}

function isMissing({ object }: Opened): boolean {
  return object?.parts.every(({ name }) => name !== 'signature') ?? true;
}

function DerNotice({ view, rewrite }: { readonly view: WorkbenchView; rewrite(): void }) {
  const verdict = openLayer(view)?.verdict ?? view.verdict;
  if (verdict.code !== 'signature-der') return null;
  return (
    <Notice
      tone="warn"
      title={SIGNATURE.derTitle}
      acts={<LinkButton onClick={rewrite}>{SIGNATURE.derRewrite}</LinkButton>}
    >
      {verdict.verdict?.message}
    </Notice>
  );
}

/** The JWS Signing Input in short (RFC 7515 section 5.1), and the kind of key that signs it. */
function Formula({ alg, encoded }: { readonly alg: string; readonly encoded: boolean }) {
  const key = alg.startsWith('HS') ? 'secret' : 'private';
  return (
    <p className="formula">
      {`${alg}(\n  ${FORMULA.open}`}
      <span className="seg seg-h">{TOKEN.parts.h}</span>
      {encoded ? FORMULA.join : FORMULA.joinPlain}
      <span className="seg seg-p">{TOKEN.parts.p}</span>
      {encoded ? FORMULA.close(key) : FORMULA.closePlain(key)}
    </p>
  );
}
