/** A key that was read, written again as JWK (RFC 7517) or PEM (RFC 7468). */
import { type ExportRefusal, sayExport } from '../messages/key.ts';
import type { JsonObject } from '../types.ts';
import { standardBase64 } from './key-text.ts';
import type { KeyMaterial } from './shapes.ts';

export type KeyExportForm = 'jwk-public' | 'jwk-private' | 'pem-public' | 'pem-private';

export type KeyExport =
  | { readonly text: string }
  | { /** the sentence for it */ readonly cannot: string; readonly code: ExportRefusal };

function refusal(code: ExportRefusal): KeyExport {
  return { cannot: sayExport(code), code };
}

/**
 * The text of a key in another form: a JWK on several lines, or a PEM block (SubjectPublicKeyInfo, PKCS#8) of 64
 * characters a line that ends with a line break. Reading it again gives a key of the same thumbprint.
 */
export async function exportKey(material: KeyMaterial, as: KeyExportForm): Promise<KeyExport> {
  const isPublic = as === 'jwk-public' || as === 'pem-public';
  if (material.kty === 'oct' && as !== 'jwk-private') return refusal(isPublic ? 'secret-not-public' : 'secret-not-pem');
  const jwk = isPublic ? material.publicJwk : material.privateJwk;
  if (jwk === undefined) return refusal('no-private-half');
  if (as === 'jwk-public' || as === 'jwk-private') return { text: jwkText(material, jwk, isPublic) };
  return pemText(jwk, isPublic);
}

async function pemText(jwk: JsonObject, isPublic: boolean): Promise<KeyExport> {
  const { pkcs8From, spkiFrom } = await import('./der/write-der.ts');
  const der = isPublic ? spkiFrom(jwk) : pkcs8From(jwk);
  return der === undefined
    ? refusal('secret-not-pem')
    : { text: pemFrom(isPublic ? 'PUBLIC KEY' : 'PRIVATE KEY', der) };
}

/** What the private half may do, said of the public one (RFC 7517 section 4.3). */
const PUBLIC_OPERATIONS: Readonly<Record<string, string>> = {
  sign: 'verify',
  decrypt: 'encrypt',
  unwrapKey: 'wrapKey',
};

function jwkText({ keyOps }: KeyMaterial, jwk: JsonObject, isPublic: boolean): string {
  const operations = isPublic ? keyOps?.map((operation) => PUBLIC_OPERATIONS[operation] ?? operation) : keyOps;
  return JSON.stringify(operations === undefined ? jwk : { ...jwk, key_ops: [...new Set(operations)] }, null, 2);
}

function pemFrom(label: string, der: Uint8Array): string {
  const lines = standardBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
