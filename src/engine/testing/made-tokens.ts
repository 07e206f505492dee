/** Tokens that the engine makes itself, for tests of making them anew. */
import { generateKeyFor } from '../crypto/jwe/generate.ts';
import { inspect, reseal } from '../index.ts';
import { encryptNew } from '../seal/encrypt-new.ts';
import type { ResealInput } from '../seal/reseal.ts';
import { decodeBase64url, encodeBase64url } from '../token/base64url.ts';
import type { Serialization } from '../token/shapes.ts';
import { decodeUtf8, encodeUtf8 } from '../token/utf8.ts';
import type { JsonObject, KeyInput } from '../types.ts';

/** An octet sequence key of this many bytes, all the same. */
export const secret = (fill: number, bytes = 16, more: JsonObject = {}): KeyInput => ({
  text: JSON.stringify({ kty: 'oct', k: encodeBase64url(new Uint8Array(bytes).fill(fill)), ...more }),
});
export const seg = (value: unknown) =>
  encodeBase64url(encodeUtf8(typeof value === 'string' ? value : JSON.stringify(value)));

export async function sealed(input: ResealInput): Promise<string> {
  const answer = await reseal(input);
  if (!answer.sealed) throw new Error(answer.message);
  return answer.text;
}

export async function encrypted(
  content: string,
  header: JsonObject | string,
  key: KeyInput,
  serialization: Serialization = 'compact',
): Promise<string> {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const answer = await encryptNew({ header: encodeUtf8(text), content: encodeUtf8(content), key, serialization });
  if (!answer.encrypted) throw new Error(answer.message);
  return answer.text;
}

/** Signed here: the signature of a token that has none yet is made. */
export async function signed(header: JsonObject, payload: string, key: KeyInput): Promise<string> {
  return sealed({ text: `${seg(header)}.${seg(payload)}.AA`, keys: [key], layer: 0, resign: true });
}

/** The protected header of a compact token, as text. */
export const headerText = (token: string) => {
  const decoded = decodeUtf8(decodeBase64url(token.slice(0, token.indexOf('.'))).bytes ?? new Uint8Array());
  return decoded.ok ? decoded.text : '';
};

/** The state of the whole and of each layer, and the innermost content. */
export const states = async (text: string, keys: readonly KeyInput[]) => {
  const { layers, verdict } = await inspect({ text, keys });
  return [verdict.state, layers.map((layer) => layer.verdict.state), layers.at(-1)?.payload?.text];
};

export async function agreementKey(crv: 'P-256' | 'X25519') {
  const made = await generateKeyFor('ECDH-ES', 'A128GCM', { crv });
  if (!made.done) throw new Error(made.code);
  const { alg: _alg, ...privateJwk } = made.value.privateJwk;
  return { ...made.value, privateJwk };
}
