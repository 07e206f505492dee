/** An SD-JWT (RFC 9901): its claims as a tree, a switch for each disclosure, and the key binding. */
import { useMemo } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { DISCLOSURES, hiddenLine, shownLine } from '../../words/disclosures.ts';
import { PROBLEM_TITLES } from '../../words/problem-titles.ts';
import type { LayerView, WorkbenchActions, WorkbenchView } from '../../workbench/types.ts';
import type { PageActs } from '../page-acts.ts';
import type { Choosing } from './choosing.ts';
import { ClaimList } from './claim-list.tsx';
import { type ClaimTree, claimTree, firstRows } from './claim-rows.ts';
import { DisclosureRow } from './disclosure-row.tsx';
import { KeyBindingFacts } from './key-binding-facts.tsx';
import { ProcessedPayload } from './processed-payload.tsx';
import { hasDigests, type SdFacts, sdFacts } from './sd-facts.ts';

/** Rows that are drawn. */
const MOST = 300;

export interface DisclosuresViewProps {
  readonly view: WorkbenchView;
  readonly showDisclosure: WorkbenchActions['showDisclosure'];
  readonly acts: Pick<PageActs, 'copyRefused'>;
}

export function DisclosuresView({ view, showDisclosure, acts }: DisclosuresViewProps) {
  const facts = sdFacts(view);
  const tree = useClaimTree(facts);
  if (facts === undefined) return null;
  const { disclosures, shown, canChoose, faults, keyBinding, keyBindingDropped } = facts;
  const choosing: Choosing = { disclosures: disclosures ?? [], shown, show: canChoose ? showDisclosure : undefined };
  return (
    <div className="disclosures">
      {keyBindingDropped ? <Notice tone="warn">{DISCLOSURES.keyBindingDropped}</Notice> : null}
      {faults.map(({ code, message }) => (
        <Notice key={`${code} ${message}`} tone="fail" title={PROBLEM_TITLES[code]}>
          <VisibleText>{message}</VisibleText>
        </Notice>
      ))}
      <div className="disclosures-body">
        <div className="disclosures-claims">
          {disclosures === undefined ? (
            <p className="inspector-note">{DISCLOSURES.reading}</p>
          ) : (
            <Choice facts={facts} tree={tree} choosing={choosing} />
          )}
        </div>
        <div className="disclosures-more">
          {keyBinding === undefined ? null : (
            <KeyBindingFacts keyBinding={keyBinding} issuerHolds={issuerHolds(facts.layer)} />
          )}
          {tree === undefined ? null : <ProcessedPayload text={tree.processed(shown)} copyRefused={acts.copyRefused} />}
        </div>
      </div>
    </div>
  );
}

function issuerHolds({ verdict: { verdict, busy } }: LayerView): boolean {
  return !busy && verdict?.state === 'verified' && verdict.trust === 'your-key';
}

/** The tree of all that could be shown, made anew only where the claims or the disclosures are others. */
function useClaimTree(facts: SdFacts | undefined): ClaimTree | undefined {
  const { claims, disclosures } = facts ?? {};
  const { payload, text } = claims ?? {};
  return useMemo(() => {
    if (payload === undefined || text === undefined || disclosures === undefined) return undefined;
    return hasDigests(disclosures) ? claimTree(payload, text, disclosures) : undefined;
  }, [payload, text, disclosures]);
}

interface ChoiceProps {
  readonly facts: SdFacts;
  readonly tree: ClaimTree | undefined;
  readonly choosing: Choosing;
}

function Choice({ facts: { canChoose, layer }, tree, choosing }: ChoiceProps) {
  const { disclosures, shown } = choosing;
  const stray = tree?.stray ?? [...disclosures.keys()];
  const drawn = useMemo(() => (tree === undefined ? undefined : firstRows(tree.rows, MOST)), [tree]);
  return (
    <>
      <p className="inspector-note">
        {shownLine(shown.size, disclosures.length)}
        {tree === undefined || tree.hidden === 0 ? null : `, ${hiddenLine(tree.hidden)}`}
        {'. '}
        {canChoose ? DISCLOSURES.switches : layer.depth > 0 ? DISCLOSURES.innerOnly : null}
      </p>
      {drawn === undefined ? null : (
        <section aria-label={DISCLOSURES.claims}>
          <ClaimList rows={drawn.rows} choosing={choosing} />
          {drawn.rest > 0 ? <p className="inspector-note">{DISCLOSURES.moreRows(drawn.rest)}</p> : null}
        </section>
      )}
      {tree === undefined && disclosures.length > 0 ? <Notice tone="warn">{DISCLOSURES.unknownHash}</Notice> : null}
      {stray.length === 0 ? null : (
        <section>
          <h3 className="inspector-head">{DISCLOSURES.stray}</h3>
          <ul className="claim-list">
            {stray.slice(0, MOST).map((index) => (
              <DisclosureRow key={index} index={index} choosing={choosing} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
