/** One good token for each algorithm, so that a browser can be asked who does the work there. For Node. */
import { SIGNATURE_ALGORITHMS } from '../crypto/algorithms.ts';
import { CONTENT_ENCRYPTION } from '../crypto/jwe/content-encryption.ts';
import { KEY_MANAGEMENT_ALGORITHMS } from '../crypto/jwe/key-management.ts';
import type { InspectInput } from '../types.ts';
import { AGREEMENT_CURVES } from './agreement-pairs.ts';
import { ownObjectCases, ownTokenCases } from './own-vectors.ts';
import type { VectorCase } from './vector-case.ts';

export interface RuntimeSample {
  readonly group: 'signature' | 'key management' | 'content encryption';
  /** `alg` or `enc`; with the curve where the curve decides */
  readonly name: string;
  readonly input: InspectInput;
}

/**
 * A verdict names one doer for all the work on a token. So the parts of a sample that it is not about are such as every
 * browser has: AES of 128 or 256 bits, a NIST curve. `dir` has no work of its own.
 */
export function runtimeSamples(): readonly RuntimeSample[] {
  const encrypted = [...ownObjectCases('jwe'), ...ownObjectCases('jwe-by-hand')].flatMap(openedFrom);
  const find = (group: RuntimeSample['group'], name: string, fits: (opened: OpenedCase) => boolean) =>
    sample(group, name, encrypted.find(fits)?.input);
  const onCurve = (curve: string) => (opened: OpenedCase) => opened.crv === curve && isPlain(opened);
  return [
    ...signatureSamples(),
    ...AGREEMENT_CURVES.map((curve) => find('key management', `ECDH-ES on ${curve}`, onCurve(curve))),
    ...Object.keys(KEY_MANAGEMENT_ALGORITHMS)
      .filter((alg) => alg !== 'ECDH-ES')
      .map((name) => find('key management', name, (opened) => opened.alg === name && hasPlainContent(opened))),
    ...Object.keys(CONTENT_ENCRYPTION).map((name) =>
      find('content encryption', name, ({ alg, enc }) => alg === 'dir' && enc === name),
    ),
  ];
}

/** The rows of tokens.json are named by the algorithm; `EdDSA` has one for each curve. */
function signatureSamples(): readonly RuntimeSample[] {
  const inputs = new Map(ownTokenCases().map(({ id, input }) => [id, input]));
  const names = Object.keys(SIGNATURE_ALGORITHMS).flatMap((alg) =>
    alg === 'EdDSA' ? ['EdDSA on Ed25519', 'EdDSA on Ed448'] : [alg],
  );
  return names.map((name) => sample('signature', name, inputs.get(name.replace(' on ', '-').toLowerCase())));
}

function sample(group: RuntimeSample['group'], name: string, input: InspectInput | undefined): RuntimeSample {
  if (input === undefined) throw new Error(`no vector is a plain token of ${name}`);
  return { group, name, input };
}

interface OpenedCase {
  readonly alg: string;
  readonly enc: string;
  /** of `epk` */
  readonly crv: string | undefined;
  readonly input: InspectInput;
}

/** The compact tokens that are decrypted, with what their headers name. */
function openedFrom({ input, expect }: VectorCase): readonly OpenedCase[] {
  if (expect.state !== 'decrypted' || !COMPACT.test(input.text)) return [];
  const header = JSON.parse(Buffer.from(input.text.split('.')[0] ?? '', 'base64url').toString());
  return [{ alg: header.alg, enc: header.enc, crv: header.epk?.crv, input }];
}

const COMPACT = /^[\w-]+(\.[\w-]*){4}$/;

function hasPlainContent({ enc, crv }: OpenedCase): boolean {
  return /^A(128|256)/.test(enc) && (crv === undefined || crv.startsWith('P-'));
}

function isPlain({ alg, enc }: OpenedCase): boolean {
  return /^A(128|256)/.test(enc) && !alg.includes('192');
}
