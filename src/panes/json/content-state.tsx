/** In the place of a content that cannot be read: what it needs, how far the work is, why it was stopped. */
import { CONTENT_ENCRYPTION, isContentEncryption } from '../../engine/crypto/jwe/content-encryption.ts';
import { isKeyManagementAlg, KEY_MANAGEMENT_ALGORITHMS } from '../../engine/crypto/jwe/key-management.ts';
import type { JweRecipient } from '../../engine/token/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { CONTENT, doRounds, INFLATE_LIMITS, largeSentence, neededKey, PROGRESS } from '../../words/encrypted.ts';
import { JSON_PANES } from '../../words/json-panes.ts';
import type { LayerView, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';
import { cellLook } from '../verdict/cell-look.ts';
import { WorkProgress } from './work-progress.tsx';

export interface ContentStateProps {
  readonly view: WorkbenchView;
  readonly layer: LayerView;
  readonly actions: WorkbenchActions;
  readonly acts: PageActs;
}

export function ContentState(props: ContentStateProps) {
  const { view, layer, actions } = props;
  const { verdict } = layer;
  if (view.payload.as === 'too-large' && layer.content !== undefined)
    return <TooLarge content={layer.content} acts={props.acts} />;
  if (verdict.busy) return <Busy view={view} stop={actions.stop} />;
  const { shape, tone } = cellLook(verdict, true);
  return (
    <div className={`content-state tone-${tone}`}>
      <StateShape shape={shape} />
      <div className="min-w-0 grow">
        <p className="font-semibold">{titleOf(layer)}</p>
        <p className="mt-0.5 max-w-[560px] text-pretty text-ink-2 wrap-anywhere">{sentenceOf(layer)}</p>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Acts {...props} />
        </div>
      </div>
    </div>
  );
}

/** Characters of a content that is too large for an editor. */
const SHOWN = 2_000;

interface TooLargeProps {
  readonly content: NonNullable<LayerView['content']>;
  readonly acts: PageActs;
}

/** An editor with tens of millions of characters would hold the page for seconds at each key. */
function TooLarge({ content: { bytes, text }, acts }: TooLargeProps) {
  return (
    <div className="content-state tone-idle">
      <StateShape shape="slash-ring" />
      <div className="min-w-0 grow">
        <p className="font-semibold">{CONTENT.largeTitle}</p>
        <p className="mt-0.5 max-w-[560px] text-pretty text-ink-2">{largeSentence(bytes.length, SHOWN)}</p>
        {text === undefined ? null : (
          <>
            <CopyButton label={JSON_PANES.payload.copy} text={() => text} onRefused={acts.copyRefused} />
            <pre className="mt-2 font-mono text-[12px]/[18px] whitespace-pre-wrap wrap-anywhere">
              <VisibleText>{text.slice(0, SHOWN)}</VisibleText>
            </pre>
          </>
        )}
      </div>
    </div>
  );
}

/** Nothing at first; then how far it is, or that it goes on, where nothing tells how far. */
function Busy({ view, stop }: { readonly view: WorkbenchView; stop(): void }) {
  if (view.progress !== undefined) {
    return (
      <div className="content-state">
        <WorkProgress progress={view.progress} stop={stop} />
      </div>
    );
  }
  // the sentence is blank while it takes no longer than a glance
  if (view.verdict.sentence === '') return <div className="content-state" />;
  return (
    <div className="content-state tone-idle">
      <StateShape shape="turning-arc" />
      <div className="min-w-0 grow">
        <p className="font-semibold">{CONTENT.decrypting}</p>
        <Button className="mt-3" onClick={stop}>
          {PROGRESS.stop}
        </Button>
      </div>
    </div>
  );
}

function titleOf({ verdict: { state, code } }: LayerView): string {
  switch (code) {
    case 'inflated-too-large':
      return CONTENT.tooLarge;
    case 'pbes2-rounds':
      return CONTENT.rounds;
    case 'stopped':
      return CONTENT.stopped;
    case 'key-missing':
      return CONTENT.needsKey;
    default:
      break;
  }
  if (state === 'failed') return CONTENT.failed;
  if (state === 'unsupported') return CONTENT.cannot;
  return state === 'malformed' ? CONTENT.malformed : CONTENT.needsKey;
}

/** What opens it where no key is there; otherwise what came of the keys, as the engine says it. */
function sentenceOf({ verdict, opened: { object } }: LayerView): string {
  if (verdict.code !== 'key-missing' || object?.type !== 'jwe') return verdict.sentence;
  const needs = object.recipients.map(needOf).filter((need) => need !== '');
  return [...new Set(needs)].join(' ');
}

function needOf({ alg = '', enc = '' }: JweRecipient): string {
  if (!isKeyManagementAlg(alg)) return '';
  const { mode, wrapKeyBytes } = KEY_MANAGEMENT_ALGORITHMS[alg];
  const direct = isContentEncryption(enc) ? CONTENT_ENCRYPTION[enc].cekBytes : undefined;
  return neededKey(alg, mode, mode === 'direct' ? direct : wrapKeyBytes);
}

/** What can be done about it. */
function Acts({ view, layer, actions, acts }: ContentStateProps) {
  const { code, state, verdict } = layer.verdict;
  switch (code) {
    case 'inflated-too-large':
      return <InflateLimit view={view} setLimit={actions.setMaxInflatedBytes} />;
    case 'pbes2-rounds': {
      const rounds = Number(verdict?.values.rounds);
      return <Button onClick={() => actions.allowRounds(rounds)}>{doRounds(rounds)}</Button>;
    }
    case 'stopped':
      return <Button onClick={actions.verifyAgain}>{CONTENT.startAgain}</Button>;
    default:
      break;
  }
  if (state === 'malformed' || state === 'unsupported') return null;
  return (
    <Button icon="key" onClick={acts.goToKey}>
      {view.key.text === '' ? CONTENT.addKey : CONTENT.showKey}
    </Button>
  );
}

interface InflateLimitProps {
  readonly view: WorkbenchView;
  setLimit(bytes: number): void;
}

function InflateLimit({ view, setLimit }: InflateLimitProps) {
  return (
    <>
      <span aria-hidden="true" className="text-small text-ink-2">
        {CONTENT.inflateUpTo}
      </span>
      <Choice
        label={CONTENT.inflateUpTo}
        value={String(view.limits.maxInflatedBytes)}
        options={INFLATE_LIMITS.map(({ bytes, words }) => ({ value: String(bytes), words }))}
        onChoose={(value) => setLimit(Number(value))}
      />
    </>
  );
}
