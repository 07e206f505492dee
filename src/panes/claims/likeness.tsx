/** What the token may be and who it looks like, each with what that was told from. */
import type { LikelyIssuer } from '../../engine/claims/issuers.ts';
import type { LikelyKind } from '../../engine/claims/kinds.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import { CLAIMS_TAB, looksLikeIssuer, looksLikeKind, mayAlsoBe } from '../../words/claims-tab.ts';

interface LikenessProps {
  /** best first */
  readonly kinds: readonly LikelyKind[];
  readonly issuer: LikelyIssuer | undefined;
}

export function Likeness({ kinds, issuer }: LikenessProps) {
  const [kind, ...others] = kinds;
  return (
    <div className="likeness">
      <dl>
        <div>
          <dt>{CLAIMS_TAB.kind}</dt>
          <dd>
            <Answer words={kind && looksLikeKind(kind.name)} because={kind?.because} none={CLAIMS_TAB.unknownKind} />
            {others.length === 0 ? null : <span>{mayAlsoBe(others.map(({ name }) => name))}</span>}
          </dd>
        </div>
        <div>
          <dt>{CLAIMS_TAB.issuer}</dt>
          <dd>
            <Answer
              words={issuer && looksLikeIssuer(issuer.name)}
              because={issuer?.because}
              none={CLAIMS_TAB.unknownIssuer}
            />
          </dd>
        </div>
      </dl>
      <p className="layer-note">{CLAIMS_TAB.notProof}</p>
    </div>
  );
}

interface AnswerProps {
  readonly words: string | undefined;
  readonly because: string | undefined;
  readonly none: string;
}

function Answer({ words, because = '', none }: AnswerProps) {
  if (words === undefined) return <span>{none}</span>;
  return (
    <>
      <b className="font-semibold text-ink">{words}</b>{' '}
      <span>
        <VisibleText>{because}</VisibleText>
      </span>
    </>
  );
}
