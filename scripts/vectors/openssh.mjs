/** OpenSSH's public line (RFC 4253 section 6.6, RFC 5656, RFC 8709) and private file (its PROTOCOL.key), without cipher. */
import { randomBytes } from 'node:crypto';

const EC_NAMES = { 'P-256': 'nistp256', 'P-384': 'nistp384', 'P-521': 'nistp521' };

/** The line and the file for a private JWK; undefined for keys that OpenSSH does not have. */
export function openSshTexts(jwk) {
  const parts = partsOf(jwk);
  if (!parts) return undefined;
  const blob = Buffer.concat([field(parts.type), ...parts.public.map(field)]);
  return {
    public: `${parts.type} ${blob.toString('base64')} somebody@example\n`,
    private: privateFile(blob, parts),
  };
}

function partsOf(jwk) {
  const bytes = (name) => Buffer.from(jwk[name], 'base64url');
  if (jwk.kty === 'RSA') {
    const [n, e, d, p, q, qi] = ['n', 'e', 'd', 'p', 'q', 'qi'].map((name) => mpint(bytes(name)));
    return { type: 'ssh-rsa', public: [e, n], private: [n, e, d, qi, p, q] };
  }
  if (jwk.kty === 'EC' && jwk.crv in EC_NAMES) {
    const curve = EC_NAMES[jwk.crv];
    const point = Buffer.concat([Buffer.from([4]), bytes('x'), bytes('y')]);
    return { type: `ecdsa-sha2-${curve}`, public: [curve, point], private: [curve, point, mpint(bytes('d'))] };
  }
  if (jwk.crv === 'Ed25519') {
    return {
      type: 'ssh-ed25519',
      public: [bytes('x')],
      private: [bytes('x'), Buffer.concat([bytes('d'), bytes('x')])],
    };
  }
  return undefined;
}

function privateFile(blob, parts) {
  const check = randomBytes(4);
  const secret = Buffer.concat([
    check,
    check,
    field(parts.type),
    ...parts.private.map(field),
    field('somebody@example'),
  ]);
  const padding = Buffer.from(Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1));
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    Buffer.from([0, 0, 0, 1]),
    field(blob),
    field(Buffer.concat([secret, padding])),
  ]);
  const lines = body
    .toString('base64')
    .match(/.{1,70}/g)
    .join('\n');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

function field(content) {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Big-endian, shortest, with a zero in front where the first bit is set. */
function mpint(bytes) {
  let start = 0;
  while (bytes[start] === 0) start += 1;
  const shortest = bytes.subarray(start);
  return shortest[0] >= 128 ? Buffer.concat([Buffer.from([0]), shortest]) : shortest;
}
