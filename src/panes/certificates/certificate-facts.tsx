/** What stands in a certificate, as pairs of name and value. All of it is someone else's text. */
import { Fragment, type ReactNode, useState } from 'react';
import type { AlternativeName, Certificate, Name } from '../../engine/certificates/shapes.ts';
import type { KeyReport } from '../../engine/types.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import {
  authorityWords,
  between,
  CERTIFICATES,
  copyFact,
  moreCharacters,
  publicKeyWords,
  showAllNames,
  spanWords,
  usageWords,
  type Validity,
  validityWords,
  weakHashWords,
} from '../../words/certificates.ts';
import { numbered } from './numbered.ts';

interface CertificateFactsProps {
  readonly certificate: Certificate;
  readonly index: number;
  readonly nowSeconds: number;
  copyRefused(): void;
}

export function CertificateFacts({ certificate, index, nowSeconds, copyRefused }: CertificateFactsProps) {
  const { subject, issuer, alternativeNames, fingerprints, thumbprints, keyUsage, basicConstraints } = certificate;
  const copied = (fact: string, value: string) => (
    <Copied label={copyFact(fact, index)} value={value} copyRefused={copyRefused} />
  );
  return (
    <dl className="certificate-facts">
      <Fact name={CERTIFICATES.subject}>
        <NameText name={subject} />
      </Fact>
      {alternativeNames.length === 0 ? null : (
        <Fact name={CERTIFICATES.names}>
          <AlternativeNames names={alternativeNames} />
        </Fact>
      )}
      <Fact name={CERTIFICATES.issuer}>
        {issuer.text === subject.text ? CERTIFICATES.sameAsSubject : <NameText name={issuer} />}
      </Fact>
      <Fact name={CERTIFICATES.validity}>
        <ValidityText certificate={certificate} nowSeconds={nowSeconds} />
      </Fact>
      <Fact name={CERTIFICATES.key}>
        <PublicKey report={certificate.publicKey} />
      </Fact>
      {certificate.publicKey.thumbprint === undefined ? null : (
        <Fact name={CERTIFICATES.thumbprint}>{copied(CERTIFICATES.thumbprint, certificate.publicKey.thumbprint)}</Fact>
      )}
      <Fact name={CERTIFICATES.signedWith}>
        <SignedWith certificate={certificate} />
      </Fact>
      <Fact name={CERTIFICATES.usage}>{usageWords(keyUsage)}</Fact>
      <Fact name={CERTIFICATES.authority}>{authorityWords(basicConstraints)}</Fact>
      <Fact name={CERTIFICATES.serial}>{copied(CERTIFICATES.serial, certificate.serialNumber)}</Fact>
      <Fact name={CERTIFICATES.sha256}>{copied(CERTIFICATES.sha256, fingerprints.sha256)}</Fact>
      <Fact name={CERTIFICATES.sha1}>{copied(CERTIFICATES.sha1, fingerprints.sha1)}</Fact>
      <Fact name={CERTIFICATES.x5tS256}>{copied(CERTIFICATES.x5tS256, thumbprints.x5tS256)}</Fact>
      <Fact name={CERTIFICATES.x5t}>{copied(CERTIFICATES.x5t, thumbprints.x5t)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface CopiedProps {
  readonly label: string;
  readonly value: string;
  copyRefused(): void;
}

function Copied({ label, value, copyRefused }: CopiedProps) {
  return (
    <span className="certificate-copied">
      {value.includes(':') ? (
        <Bytes>{value}</Bytes>
      ) : (
        <code className="min-w-0">
          <ShortText>{value}</ShortText>
        </code>
      )}
      <CopyButton label={label} text={() => value} onRefused={copyRefused} />
    </span>
  );
}

/** Bytes with colons between them. */
function Bytes({ children }: { readonly children: string }) {
  return (
    <code className="min-w-0 certificate-bytes">
      {numbered(children.split(':')).map(({ at, item }) => (
        <Fragment key={at}>
          {at === 0 ? null : ':'}
          {at === 0 ? null : <wbr />}
          {item}
        </Fragment>
      ))}
    </code>
  );
}

/** What is longer is no name that anyone reads. */
const MOST_CHARACTERS = 400;

function ShortText({ children }: { readonly children: string }) {
  const rest = children.length - MOST_CHARACTERS;
  if (rest <= 0) return <VisibleText>{children}</VisibleText>;
  return (
    <>
      <VisibleText>{children.slice(0, MOST_CHARACTERS)}</VisibleText> {moreCharacters(rest)}
    </>
  );
}

/** Each relative name is isolated, so that none reads into the next. */
function NameText({ name: { parts } }: { readonly name: Name }) {
  if (parts.length === 0) return <span className="text-ink-3">{CERTIFICATES.noName}</span>;
  return numbered(parts.slice(0, MOST_PARTS)).map(({ at, item }) => (
    <span key={at}>
      {at === 0 ? '' : between}
      <ShortText>{item}</ShortText>
    </span>
  ));
}

const MOST_PARTS = 40;

const FEW_NAMES = 6;
const MOST_NAMES = 1000;

function AlternativeNames({ names }: { readonly names: readonly AlternativeName[] }) {
  const [all, setAll] = useState(false);
  const drawn = names.slice(0, all ? MOST_NAMES : FEW_NAMES);
  return (
    <>
      <ul>
        {numbered(drawn).map(({ at, item: { kind, value } }) => (
          <li key={at}>
            <span className="text-ink-3">{kind}</span> <ShortText>{value}</ShortText>
          </li>
        ))}
      </ul>
      {names.length > FEW_NAMES ? (
        <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? CERTIFICATES.showLess : showAllNames(names.length)}
        </LinkButton>
      ) : null}
    </>
  );
}

const VALIDITY_TONES: Readonly<Record<Validity['state'], Tone>> = {
  valid: 'ok',
  expired: 'fail',
  'not-yet': 'warn',
  contradiction: 'fail',
  unreadable: 'fail',
};

function ValidityText({ certificate, nowSeconds }: Pick<CertificateFactsProps, 'certificate' | 'nowSeconds'>) {
  const { notBefore, notAfter } = certificate;
  const { state, words } = validityWords(notBefore, notAfter, nowSeconds);
  return (
    <>
      <span className={`certificate-tone tone-${VALIDITY_TONES[state]}`}>{words}</span>
      <br />
      {spanWords(notBefore, notAfter)}
    </>
  );
}

function PublicKey({ report }: { readonly report: KeyReport }) {
  if (report.problem !== undefined) {
    return (
      <span className="tone-fail certificate-tone">
        <VisibleText>{report.problem.message}</VisibleText>
      </span>
    );
  }
  return (
    <>
      {publicKeyWords(report)}
      {report.notes.map(({ code, message }) => (
        <span key={code} className="tone-warn certificate-tone certificate-line">
          {message}
        </span>
      ))}
    </>
  );
}

function SignedWith({ certificate: { signatureAlgorithm } }: Pick<CertificateFactsProps, 'certificate'>) {
  const { name, weakHash } = signatureAlgorithm;
  return (
    <>
      {name}
      {weakHash === undefined ? null : (
        <span className="tone-warn certificate-tone certificate-line">{weakHashWords(weakHash)}</span>
      )}
    </>
  );
}
