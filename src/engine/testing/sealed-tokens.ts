/** Encrypted tokens made by the engine, for another implementation to open. For Node. */
import { CONTENT_ENCRYPTION } from '../crypto/jwe/content-encryption.ts';
import { generateKeyFor } from '../crypto/jwe/generate.ts';
import { KEY_MANAGEMENT_ALGORITHMS, type KeyManagementAlgorithm } from '../crypto/jwe/key-management.ts';
import { encryptNew } from '../seal/encrypt-new.ts';
import { encodeUtf8 } from '../token/utf8.ts';
import { AGREEMENT_CURVES } from './agreement-pairs.ts';
import { unwrap } from './crypto-answers.ts';

export interface SealedToken {
  readonly alg: string;
  readonly enc: string;
  readonly crv: string | undefined;
  readonly token: string;
  /** a JWK */
  readonly key: string;
  readonly content: string;
}

const SERIALIZATIONS = ['compact', 'flattened', 'general'] as const;
const CONTENT = '{"sub":"rider-48213","name":"Zoë"}';

/** Each algorithm that can be made with each content encryption, ECDH-ES on each curve; the serializations take turns. */
export async function sealedTokens(): Promise<readonly SealedToken[]> {
  const algorithms = Object.values(KEY_MANAGEMENT_ALGORITHMS).filter(({ canEncrypt }) => canEncrypt);
  const tokens: SealedToken[] = [];
  for (const algorithm of algorithms)
    for (const crv of curvesOf(algorithm))
      for (const { enc } of Object.values(CONTENT_ENCRYPTION)) {
        const { alg } = algorithm;
        const made = unwrap(await generateKeyFor(alg, enc, crv === undefined ? {} : { crv }));
        const key = JSON.stringify(made.privateJwk);
        tokens.push({ alg, enc, crv, key, content: CONTENT, token: await sealed(alg, enc, key, tokens.length) });
      }
  return tokens;
}

function curvesOf({ mode }: KeyManagementAlgorithm): readonly ((typeof AGREEMENT_CURVES)[number] | undefined)[] {
  return mode === 'agreement' || mode === 'agreement-wrap' ? AGREEMENT_CURVES : [undefined];
}

async function sealed(alg: string, enc: string, key: string, at: number): Promise<string> {
  const serialization = SERIALIZATIONS[at % SERIALIZATIONS.length] ?? 'compact';
  const header = encodeUtf8(JSON.stringify({ alg, enc, ...(alg.startsWith('PBES2') && { p2c: 1000 }) }));
  const answer = await encryptNew({ header, content: encodeUtf8(CONTENT), key: { text: key }, serialization });
  if (!answer.encrypted) throw new Error(`${alg} with ${enc}: ${answer.message}`);
  return answer.text;
}
