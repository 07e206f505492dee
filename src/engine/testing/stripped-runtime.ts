/** WebCrypto as browsers have it, made of Node's by refusing what they refuse. For Node. */
import type { Runtime } from '../crypto/answer.ts';

/** What a runtime lacks of Node's WebCrypto. */
interface Lacks {
  /** names of algorithms, as WebCrypto writes them, that it does not know (`NotSupportedError`) */
  isUnknown(name: string): boolean;
  /** it answers `OperationError` to AES keys of 192 bits, as Chromium does */
  readonly aes192: boolean;
}

const CURVE_448 = ['Ed448', 'X448'];
const ML_DSA = ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'];

/** What every browser of the last two years has: the rest is optional. */
const EVERYWHERE = new Set([
  ...['RSASSA-PKCS1-v1_5', 'RSA-PSS', 'RSA-OAEP', 'ECDSA', 'ECDH', 'HMAC', 'PBKDF2', 'HKDF'],
  ...['AES-CBC', 'AES-CTR', 'AES-GCM', 'AES-KW', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
]);

/**
 * The columns of measured browsers, and one with nothing optional. Chromium alone has ML-DSA; Node 20 has none to
 * keep, so where it is done by WebCrypto shows in the browser run only.
 */
export const STRIPPED = {
  chromium: { isUnknown: oneOf(CURVE_448), aes192: true },
  firefox: { isUnknown: oneOf([...CURVE_448, ...ML_DSA]), aes192: false },
  webkitgtk: { isUnknown: oneOf([...CURVE_448, ...ML_DSA]), aes192: false },
  bare: { isUnknown: (name) => !EVERYWHERE.has(name), aes192: true },
} as const satisfies Readonly<Record<string, Lacks>>;

/** Node's WebCrypto without what the named runtime lacks; refusals have the names that browsers give them. */
export function strippedRuntime(name: keyof typeof STRIPPED): Runtime {
  const lacks = STRIPPED[name];
  const subtle = new Proxy(globalThis.crypto.subtle, {
    get(target, method) {
      const original: unknown = Reflect.get(target, method, target);
      if (typeof original !== 'function') return original;
      return (...parameters: unknown[]) => answer(() => original.apply(target, parameters), parameters, lacks);
    },
  });
  return { subtle };
}

async function answer(work: () => unknown, parameters: readonly unknown[], lacks: Lacks): Promise<unknown> {
  const unknown = parameters.flatMap(algorithmNames).find((each) => lacks.isUnknown(each));
  if (unknown !== undefined) throw new DOMException(`${unknown} is not known here`, 'NotSupportedError');
  const made = await work();
  if (lacks.aes192 && isAes192(made)) throw new DOMException('192-bit AES keys are not supported', 'OperationError');
  return made;
}

/** An algorithm is an object with a name or, for digests, the name itself; key usages and formats name none. */
function algorithmNames(parameter: unknown): readonly string[] {
  if (typeof parameter === 'string') return NAME.test(parameter) ? [parameter] : [];
  if (typeof parameter !== 'object' || parameter === null || isKey(parameter)) return [];
  return 'name' in parameter && typeof parameter.name === 'string' ? [parameter.name] : [];
}

/** `spki`, `raw` and the like are lower case throughout; algorithms are not. */
const NAME = /[A-Z]/;

/** However it came to be: imported, generated, derived or unwrapped. */
function isAes192(made: unknown): boolean {
  if (!isKey(made)) return false;
  const { algorithm } = made;
  return algorithm.name.startsWith('AES-') && 'length' in algorithm && algorithm.length === 192;
}

function isKey(value: unknown): value is CryptoKey {
  return value instanceof CryptoKey;
}

function oneOf(names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}
