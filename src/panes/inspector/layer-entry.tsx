/** One layer: what it is, what was done with it, what can be done. */
import { flushSync } from 'react-dom';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { addKey, jweWork, LAYERS, signatureCount } from '../../words/layers.ts';
import { PROBLEM_TITLES } from '../../words/problem-titles.ts';
import type { LayerView, WorkbenchActions } from '../../workbench/types.ts';
import { algOf, isEncrypted } from '../open-layer.ts';
import { VerdictChip } from '../verdict/verdict-chip.tsx';
import type { GoTo } from './inspector.tsx';
import { isSdJwt } from './inspector-tabs.ts';
import { jweWorkOf, keyWish, noticesOf, sentenceOf, soleHeader, stringMember } from './layer-facts.ts';
import { LayerSignatures } from './layer-signatures.tsx';

interface LayerEntryProps {
  readonly layer: LayerView;
  readonly isOpen: boolean;
  /** there is no other layer to open */
  readonly isAlone: boolean;
  readonly openLayer: WorkbenchActions['openLayer'];
  readonly goTo: GoTo;
}

export function LayerEntry({ layer, isOpen, isAlone, openLayer, goTo }: LayerEntryProps) {
  const { depth, opened, verdict } = layer;
  const sentence = sentenceOf(layer);
  return (
    <li className="layer" aria-current={isOpen ? 'true' : undefined}>
      <span aria-hidden="true" className="layer-number">
        {depth + 1}
      </span>
      <div className="min-w-0">
        <div className="layer-head">
          <h3 className="layer-title">{kindOf(layer)}</h3>
          <VerdictChip verdict={verdict} encrypted={isEncrypted(opened)} alg={algOf(opened)} />
        </div>
        <p className="layer-note">
          <Work layer={layer} />
          {isOpen && !isAlone ? <span className="layer-open"> · {LAYERS.open}</span> : null}
        </p>
        {sentence === undefined ? null : (
          <p className="layer-note">
            <VisibleText>{sentence}</VisibleText>
          </p>
        )}
        <Acts
          layer={layer}
          isOpen={isOpen}
          openAnd={(region) => {
            flushSync(() => openLayer(depth));
            goTo(region);
          }}
        />
        <LayerSignatures layer={layer} />
        {noticesOf(layer).map(({ code, message }) => (
          <Notice key={`${code} ${message}`} tone="note" title={PROBLEM_TITLES[code]}>
            <VisibleText>{message}</VisibleText>
          </Notice>
        ))}
      </div>
    </li>
  );
}

function kindOf({ opened }: LayerView): string {
  if (isEncrypted(opened)) return LAYERS.kinds.jwe;
  return isSdJwt(opened) ? LAYERS.kinds.sdJwt : LAYERS.kinds.jws;
}

/** 'RSA-OAEP-256 unwraps the key, A256GCM opens the content' or 'ES256', and the key's id. */
function Work({ layer }: { readonly layer: LayerView }) {
  const { object } = layer.opened;
  const kid = stringMember(soleHeader(layer), 'kid');
  if (object === undefined) return null;
  const signatures = object.type === 'jws' ? object.signatures.length : 1;
  const words =
    object.type === 'jwe'
      ? jweWork(jweWorkOf(object))
      : signatures === 1
        ? (algOf(layer.opened) ?? LAYERS.noAlg)
        : signatureCount(signatures);
  return (
    <>
      <VisibleText>{words}</VisibleText>
      {kid === undefined ? null : (
        <>
          {`, ${LAYERS.keyId} `}
          <code>
            <VisibleText>{kid}</VisibleText>
          </code>
        </>
      )}
    </>
  );
}

interface ActsProps {
  readonly layer: LayerView;
  readonly isOpen: boolean;
  openAnd(region: 'key' | 'payload'): void;
}

function Acts({ layer, isOpen, openAnd }: ActsProps) {
  const wish = keyWish(layer);
  if (wish === undefined && isOpen) return null;
  return (
    <div className="layer-acts">
      {wish === undefined ? null : (
        <Button look={wish.kind === 'add' ? 'primary' : 'outline'} onClick={() => openAnd('key')}>
          {wish.kind === 'add' ? addKey(wish.need) : LAYERS.changeKey}
        </Button>
      )}
      {isOpen ? null : <Button onClick={() => openAnd('payload')}>{LAYERS.edit}</Button>}
    </div>
  );
}
