/** Just enough DER to wrap ML-DSA keys by RFC 9881; OpenSSL 3.0 cannot write them. */

const OIDS = { 'ML-DSA-44': 17, 'ML-DSA-65': 18, 'ML-DSA-87': 19 };

/** AlgorithmIdentifier without parameters: 2.16.840.1.101.3.4.3.17 to .19 */
function algorithm(alg) {
  return tlv(0x30, tlv(0x06, Buffer.from([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, OIDS[alg]])));
}

export function mlDsaSpki(alg, publicKey) {
  return tlv(0x30, algorithm(alg), tlv(0x03, Buffer.from([0]), publicKey));
}

/** PKCS#8 with the seed alone, the form that RFC 9881 section 6 recommends. */
export function mlDsaPkcs8(alg, seed) {
  return tlv(0x30, tlv(0x02, Buffer.from([0])), algorithm(alg), tlv(0x04, tlv(0x80, seed)));
}

function tlv(tag, ...content) {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
}

function lengthOf(length) {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
