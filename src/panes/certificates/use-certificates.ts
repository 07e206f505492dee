import { useEffect, useMemo, useState } from 'react';
import type { CertificateChain } from '../../engine/certificates/shapes.ts';
import type { JsonObject } from '../../engine/types.ts';
import type { CertificatesProps } from './certificates-props.ts';

export type Reading =
  | { readonly state: 'reading' }
  /** the engine could not be loaded */
  | { readonly state: 'missing' }
  /** `nowSeconds`: when the answer came */
  | { readonly state: 'read'; readonly chain: CertificateChain | undefined; readonly nowSeconds: number };

const MEMBERS = ['x5c', 'x5t', 'x5t#S256'];

/** Asks the engine anew where the members that count have changed; an answer is shown only for what was asked. */
export function useCertificates(header: JsonObject, actions: CertificatesProps['actions']): Reading {
  const asked = useMemo(() => JSON.stringify(header, MEMBERS), [header]);
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly reading: Reading }>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const answerWith = (reading: Reading) => {
      if (!signal.aborted) setAnswer({ asked, reading });
    };
    actions.readCertificates(JSON.parse(asked), signal).then(
      (chain) => answerWith({ state: 'read', chain, nowSeconds: Math.floor(Date.now() / 1000) }),
      () => answerWith({ state: 'missing' }),
    );
    return () => controller.abort();
  }, [asked, actions]);
  return answer?.asked === asked ? answer.reading : { state: 'reading' };
}
