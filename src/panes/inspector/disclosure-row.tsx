/** A disclosure: its claim, the switch that shows it or not, and on demand what it is made of. */
import { type ReactNode, useId, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { VisibleText, visibleString } from '../../ui/visible-text.tsx';
import { DISCLOSURES, disclosureDetails, disclosureName, disclosureState } from '../../words/disclosures.ts';
import type { Choosing } from './choosing.ts';
import { disclosureValue } from './claim-rows.ts';
import { ClaimName, ClaimValue } from './claim-text.tsx';

interface DisclosureRowProps {
  readonly index: number;
  readonly choosing: Choosing;
  /** in the claims; left out where it stands nowhere in them */
  readonly name?: string | number;
  /** JSON; undefined where the inner rows tell it */
  readonly value?: string | undefined;
  /** the claims in it */
  readonly children?: ReactNode;
}

export function DisclosureRow({ index, choosing, name, value, children }: DisclosureRowProps) {
  const { disclosures, shown, show } = choosing;
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const disclosure = disclosures[index];
  if (disclosure === undefined) return null;
  const isShown = shown.has(index);
  const literal = name === undefined ? disclosureValue(disclosure.text) : value;
  return (
    <li className="claim" data-state={isShown ? 'disclosed' : 'left-out'}>
      <div className="claim-line">
        <IconButton
          icon="down"
          label={disclosureDetails(index)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          className="unfold"
          onClick={() => setOpen(!isOpen)}
        />
        <span className="claim-text">
          <ClaimName name={name ?? disclosure.name ?? disclosureName(index, undefined)} />
          <ClaimValue literal={literal} />
          {isShown ? null : <span className="claim-left-out">{DISCLOSURES.notShown}</span>}
        </span>
        {disclosure.state === 'referenced' ? null : <Chip tone="fail">{disclosureState(disclosure.state)}</Chip>}
        {show === undefined ? null : (
          <button
            type="button"
            role="switch"
            className="switch"
            aria-label={visibleString(disclosureName(index, disclosure.name))}
            aria-checked={isShown}
            onClick={() => show(index, !isShown)}
          />
        )}
      </div>
      {isOpen ? <DisclosureFacts id={details} index={index} choosing={choosing} /> : null}
      {children}
    </li>
  );
}

interface DisclosureFactsProps {
  readonly id: string;
  readonly index: number;
  readonly choosing: Choosing;
}

function DisclosureFacts({ id, index, choosing }: DisclosureFactsProps) {
  const disclosure = choosing.disclosures[index];
  if (disclosure === undefined) return null;
  const { text, digest, salt, name, state, pointer } = disclosure;
  const value = disclosureValue(text);
  const words = DISCLOSURES.facts;
  const rows: readonly (readonly [term: string, value: string])[] = [
    [words.name, name ?? (value !== undefined ? DISCLOSURES.noName : DISCLOSURES.unreadable)],
    [words.value, value ?? DISCLOSURES.unreadable],
    [words.salt, salt ?? DISCLOSURES.unreadable],
    [words.digest, digest === '' ? DISCLOSURES.unreadable : digest],
    [words.state, disclosureState(state)],
    ...(pointer === undefined ? [] : [[words.place, pointer] as const]),
  ];
  return (
    <dl id={id} className="claim-facts">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <VisibleText>{value}</VisibleText>
          </dd>
        </div>
      ))}
    </dl>
  );
}
