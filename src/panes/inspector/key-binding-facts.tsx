/** The key binding JWT of the presentation (RFC 9901 section 4.3): the holder's word on these disclosures. */
import { isJsonObject, ownMember } from '../../engine/token/json-kind.ts';
import type { Json, Layer } from '../../engine/types.ts';
import type { Tone } from '../../ui/chip.tsx';
import { type Shape, StateShape } from '../../ui/state-shape.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { DISCLOSURES, madeAt } from '../../words/disclosures.ts';
import { VerdictChip } from '../verdict/verdict-chip.tsx';
import { stringMember } from './layer-facts.ts';
import { isoTime, sdHashState } from './sd-facts.ts';

const HASH_LOOKS: Readonly<Record<ReturnType<typeof sdHashState>, { readonly tone: Tone; readonly shape: Shape }>> = {
  equal: { tone: 'ok', shape: 'tick-disc' },
  differs: { tone: 'fail', shape: 'cross-octagon' },
  unknown: { tone: 'idle', shape: 'dashed-ring' },
};

const NAMES = ['aud', 'nonce', 'iat', 'sd_hash'] as const;

interface KeyBindingFactsProps {
  readonly keyBinding: NonNullable<Layer['keyBinding']>;
  /** the claims that name the holder's key were verified with a key of the person's own */
  readonly issuerHolds: boolean;
}

export function KeyBindingFacts({ keyBinding, issuerHolds }: KeyBindingFactsProps) {
  const { header, payload, verdict } = keyBinding;
  const { state, message } = verdict;
  const claims = isJsonObject(payload) ? payload : {};
  return (
    <section className="key-binding">
      <div className="layer-head">
        <h3 className="layer-title">{DISCLOSURES.keyBinding}</h3>
        {state === 'verified' && issuerHolds ? (
          <span className="chip verdict-chip tone-ok">
            <StateShape shape="tick-disc" />
            {DISCLOSURES.byHolder}
          </span>
        ) : (
          <VerdictChip
            verdict={{ state, code: verdict.code, busy: false, verdict }}
            encrypted={false}
            alg={stringMember(header, 'alg')}
          />
        )}
      </div>
      <p className="layer-note">
        <VisibleText>{state === 'verified' ? DISCLOSURES.keyBindingNote : message}</VisibleText>
      </p>
      <dl className="claim-facts">
        {NAMES.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <VisibleText>{shownValue(ownMember(claims, name))}</VisibleText>
              {name === 'iat' ? <Time value={ownMember(claims, name)} /> : null}
              {name === 'sd_hash' ? <HashState verdict={verdict} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function shownValue(value: Json | undefined): string {
  if (value === undefined) return DISCLOSURES.absent;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Time({ value }: { readonly value: Json | undefined }) {
  const iso = isoTime(value);
  return iso === undefined ? null : <span className="claim-remark">{madeAt(iso)}</span>;
}

function HashState({ verdict }: { readonly verdict: NonNullable<Layer['keyBinding']>['verdict'] }) {
  const state = sdHashState(verdict);
  const { tone, shape } = HASH_LOOKS[state];
  return (
    <span className={`outcome tone-${tone}`}>
      <StateShape shape={shape} />
      {DISCLOSURES.sdHashStates[state]}
    </span>
  );
}
