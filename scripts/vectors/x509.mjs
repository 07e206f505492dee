/**
 * Writes X.509 certificates (RFC 5280) byte by byte, so that any date, name and algorithm can stand in one, also wrong
 * ones. Signed by node:crypto; ML-DSA, which Node 20 lacks, by @noble/post-quantum.
 */
import { constants, createHash, sign } from 'node:crypto';
import { ML_DSA } from './issue.mjs';

const CLASS = { universal: 0, context: 0x80 };

export function tlv(tag, ...content) {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

export const sequence = (...content) => tlv(0x30, ...content);
export const set = (...content) => tlv(0x31, ...content);
export const bitString = (bytes, unused = 0) => tlv(0x03, Buffer.from([unused]), bytes);
export const octets = (bytes) => tlv(0x04, bytes);
export const boolean = (value) => tlv(0x01, Buffer.from([value ? 0xff : 0]));
export const text = (tag, value) => tlv(tag, Buffer.isBuffer(value) ? value : Buffer.from(value, 'utf8'));
export const explicit = (number, ...content) => tlv(CLASS.context | 0x20 | number, ...content);
export const implicit = (number, bytes) => tlv(CLASS.context | number, bytes);

export function integer(hex) {
  const bytes = Buffer.from(hex, 'hex');
  return tlv(0x02, bytes[0] >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export function oid(dotted) {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  const octetsOf = (arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  };
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(octetsOf)));
}

const ATTRIBUTES = { CN: '2.5.4.3', C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11' };
const UTF8 = 0x0c;

/** [['C', 'DE'], ['O', 'Example'], ['CN', …]] in the order of the encoding; a third member is the string's tag. */
export function name(attributes) {
  return sequence(
    ...attributes.map(([type, value, tag = UTF8]) =>
      set(sequence(oid(ATTRIBUTES[type] ?? type), Buffer.isBuffer(value) ? value : text(tag, value))),
    ),
  );
}

/** '20260101000000Z' as RFC 5280 section 4.1.2.5 wants it: two digits of the year up to 2049. */
export function time(moment) {
  const isShort = moment >= '1950' && moment < '2050';
  return isShort ? text(0x17, moment.slice(2)) : text(0x18, moment);
}

const NULL = Buffer.from([5, 0]);
const HASH_OIDS = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1', sha384: '2.16.840.1.101.3.4.2.2' };

const rsa = (arc, hash) => ({
  identifier: sequence(oid(`1.2.840.113549.1.1.${arc}`), NULL),
  sign: (key, bytes) => sign(hash, bytes, key),
});
const ecdsa = (arcs, hash) => ({
  identifier: sequence(oid(`1.2.840.10045.4.${arcs}`)),
  sign: (key, bytes) => sign(hash, bytes, { key, dsaEncoding: 'der' }),
});
const pss = (hash, saltLength) => {
  const hashIdentifier = sequence(oid(HASH_OIDS[hash]), NULL);
  const fields = [
    explicit(0, hashIdentifier),
    explicit(1, sequence(oid('1.2.840.113549.1.1.8'), hashIdentifier)),
    explicit(2, integer(saltLength.toString(16).padStart(2, '0'))),
  ];
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return {
    identifier: sequence(oid('1.2.840.113549.1.1.10'), sequence(...fields)),
    sign: (key, bytes) => sign(hash, bytes, { key, padding, saltLength }),
  };
};
const plain = (dotted, signBytes = (key, bytes) => sign(null, bytes, key)) => ({
  identifier: sequence(oid(dotted)),
  sign: signBytes,
});

export const ALGORITHMS = {
  'rsa-md5': rsa(4, 'md5'),
  'rsa-sha1': rsa(5, 'sha1'),
  'rsa-sha224': rsa(14, 'sha224'),
  'rsa-sha256': rsa(11, 'sha256'),
  'rsa-sha384': rsa(12, 'sha384'),
  'rsa-sha512': rsa(13, 'sha512'),
  'pss-sha256': pss('sha256', 32),
  'pss-sha256-salt20': pss('sha256', 20),
  'pss-sha384': pss('sha384', 48),
  'ecdsa-sha1': ecdsa('1', 'sha1'),
  'ecdsa-sha256': ecdsa('3.2', 'sha256'),
  'ecdsa-sha384': ecdsa('3.3', 'sha384'),
  'ecdsa-sha512': ecdsa('3.4', 'sha512'),
  'dsa-sha256': plain('2.16.840.1.101.3.4.3.2', (key, bytes) => sign('sha256', bytes, key)),
  ed25519: plain('1.3.101.112'),
  ed448: plain('1.3.101.113'),
  'ml-dsa-44': plain('2.16.840.1.101.3.4.3.17', (key, bytes) => Buffer.from(ML_DSA['ML-DSA-44'].sign(bytes, key))),
  unknown: plain('1.3.6.1.4.1.99999.1', (_, bytes) => createHash('sha256').update(bytes).digest()),
};

const USAGE_BITS = ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyAgreement'];
const USAGES = [...USAGE_BITS, 'keyCertSign', 'cRLSign', 'encipherOnly', 'decipherOnly'];

export function keyUsage(names) {
  const bits = USAGES.map((usage) => names.includes(usage));
  const length = bits.lastIndexOf(true) + 1;
  const bytes = Buffer.alloc(Math.ceil(length / 8));
  for (const [bit, isSet] of bits.entries()) if (isSet) bytes[bit >> 3] |= 0x80 >> (bit & 7);
  return extension('2.5.29.15', true, bitString(bytes, bytes.length * 8 - length));
}

export function basicConstraints({ ca, pathLength }) {
  const limit = pathLength === undefined ? [] : [integer(pathLength.toString(16).padStart(2, '0'))];
  return extension('2.5.29.19', true, sequence(...(ca ? [boolean(true)] : []), ...limit));
}

export function alternativeNames(...names) {
  return extension('2.5.29.17', false, sequence(...names));
}

function extension(dotted, critical, value) {
  return sequence(oid(dotted), ...(critical ? [boolean(true)] : []), octets(value));
}

/**
 * The certificate in DER. `issuer` and `subject` are encoded names, `spki` the subject's public key, `key` the issuer's
 * private key; `innerAlgorithm` only where it is to differ from that of the signature.
 */
export function certificate({ version = 3, serial = '01', issuer, subject, from, to, spki, extensions = [], ...by }) {
  const { identifier, sign: signBytes } = ALGORITHMS[by.algorithm];
  const inner = by.innerAlgorithm === undefined ? identifier : ALGORITHMS[by.innerAlgorithm].identifier;
  const content = sequence(
    ...(version === 1 ? [] : [explicit(0, integer(`0${version - 1}`))]),
    integer(serial),
    inner,
    issuer,
    sequence(from, to),
    subject,
    spki,
    ...(extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
  );
  return sequence(content, identifier, bitString(signBytes(by.key, content)));
}
