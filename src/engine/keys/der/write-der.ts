/** JWKs as SubjectPublicKeyInfo and PKCS#8. Written by asn1js; the structures are those that `read-der.ts` reads. */
import { BitString, Constructed, Integer, Null, ObjectIdentifier, OctetString, Primitive, Sequence } from 'asn1js';
import { decodeBase64url } from '../../token/base64url.ts';
import type { JsonObject } from '../../types.ts';
import { akpSet, ecCurve, okpCurve } from '../curves.ts';

type Block = Sequence | Integer | ObjectIdentifier | BitString | OctetString | Null | Constructed | Primitive;
type Bytes = Uint8Array<ArrayBuffer>;

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const CONTEXT_SPECIFIC = 3;

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) of a judged public JWK; undefined for a kind that has none (oct). */
export function spkiFrom(jwk: JsonObject): Bytes | undefined {
  const identifier = algorithmIdentifier(jwk);
  const key = publicKeyBytes(jwk);
  return identifier && key && encoded(sequence(identifier, bits(key)));
}

/** PrivateKeyInfo (RFC 5958 section 2) of a judged private JWK; undefined for a kind that has none. */
export function pkcs8From(jwk: JsonObject): Bytes | undefined {
  const identifier = algorithmIdentifier(jwk);
  const key = privateKey(jwk);
  return identifier && key && encoded(sequence(integer(0), identifier, octets(encoded(key))));
}

function algorithmIdentifier(jwk: JsonObject): Sequence | undefined {
  if (jwk.kty === 'RSA') return sequence(identifierOf(RSA), new Null());
  const curve = ecCurve(String(jwk.crv));
  if (jwk.kty === 'EC') return curve && sequence(identifierOf(EC), identifierOf(curve.oid));
  const named = jwk.kty === 'OKP' ? okpCurve(String(jwk.crv)) : akpSet(String(jwk.alg));
  return named && sequence(identifierOf(named.oid));
}

function publicKeyBytes(jwk: JsonObject): Bytes | undefined {
  switch (jwk.kty) {
    case 'RSA':
      return encoded(sequence(positive(member(jwk, 'n')), positive(member(jwk, 'e'))));
    case 'EC':
      return point(jwk);
    case 'OKP':
      return member(jwk, 'x');
    case 'AKP':
      return member(jwk, 'pub');
    default:
      return undefined;
  }
}

function privateKey(jwk: JsonObject): Block | undefined {
  switch (jwk.kty) {
    case 'RSA':
      return sequence(
        integer(0),
        ...['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'].map((name) => positive(member(jwk, name))),
      );
    case 'EC':
      // RFC 5915 section 3; the curve is named outside, the public key goes along
      return sequence(integer(1), octets(member(jwk, 'd')), tagged(1, bits(point(jwk))));
    case 'OKP':
      return octets(member(jwk, 'd'));
    case 'AKP':
      // the seed alone (RFC 9881 section 6): an octet string under an implicit tag
      return new Primitive({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber: 0 }, valueHex: member(jwk, 'priv') });
    default:
      return undefined;
  }
}

/** SEC 1 section 2.3.3, uncompressed. */
function point(jwk: JsonObject): Bytes {
  const x = member(jwk, 'x');
  const whole = new Uint8Array(1 + 2 * x.length);
  whole.set([4]);
  whole.set(x, 1);
  whole.set(member(jwk, 'y'), 1 + x.length);
  return whole;
}

function member(jwk: JsonObject, name: string): Bytes {
  return new Uint8Array(decodeBase64url(String(jwk[name])).bytes ?? []);
}

function sequence(...value: Block[]): Sequence {
  return new Sequence({ value });
}

function tagged(tagNumber: number, block: Block): Constructed {
  return new Constructed({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber }, value: [block] });
}

function identifierOf(value: string): ObjectIdentifier {
  return new ObjectIdentifier({ value });
}

function integer(value: number): Integer {
  return new Integer({ value });
}

/** A positive integer: a zero goes in front where the first bit is set, which DER reads as a sign. */
function positive(bytes: Bytes): Integer {
  const isNegative = (bytes[0] ?? 0) >= 0x80;
  return new Integer({ valueHex: isNegative ? Uint8Array.from([0, ...bytes]) : bytes });
}

function bits(valueHex: Bytes): BitString {
  return new BitString({ valueHex });
}

function octets(valueHex: Bytes): OctetString {
  return new OctetString({ valueHex });
}

function encoded(block: Block): Bytes {
  return new Uint8Array(block.toBER());
}
