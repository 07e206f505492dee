/**
 * Makes src/engine/vectors/certificates.json: certificates for `x5c`, good and faulty. Run by hand, `node
 * scripts/make-certificates.mjs`, with Node 20 or newer; every run makes new keys. OpenSSL, through Node's own
 * X509Certificate, must agree about each link that it can check, or nothing is written.
 */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mlDsaSpki } from './vectors/der.mjs';
import { ML_DSA } from './vectors/issue.mjs';
import {
  alternativeNames,
  basicConstraints,
  certificate,
  explicit,
  implicit,
  keyUsage,
  name,
  oid,
  sequence,
  text,
  time,
} from './vectors/x509.mjs';

const FROM = '20260101000000Z';
const TO = '20360101000000Z';

function pair(type, options) {
  const { privateKey, publicKey } = generateKeyPairSync(type, options);
  return { key: privateKey, spki: publicKey.export({ type: 'spki', format: 'der' }) };
}

function mlDsaPair() {
  const { publicKey, secretKey } = ML_DSA['ML-DSA-44'].keygen(randomBytes(32));
  return { key: secretKey, spki: mlDsaSpki('ML-DSA-44', Buffer.from(publicKey)) };
}

const KEYS = {
  rsa: pair('rsa', { modulusLength: 2048 }),
  p256: pair('ec', { namedCurve: 'P-256' }),
  p384: pair('ec', { namedCurve: 'P-384' }),
  p521: pair('ec', { namedCurve: 'P-521' }),
  k256: pair('ec', { namedCurve: 'secp256k1' }),
  ed25519: pair('ed25519'),
  ed448: pair('ed448'),
  dsa: pair('dsa', { modulusLength: 2048, divisorLength: 256 }),
  mldsa: mlDsaPair(),
  impostor: pair('rsa', { modulusLength: 2048 }),
  other: pair('ec', { namedCurve: 'P-256' }),
};

const EXAMPLE = [
  ['C', 'DE', 0x13],
  ['O', 'Example GmbH'],
];
const ROOT = name([...EXAMPLE, ['CN', 'Example Root']]);
const MIDDLE = name([...EXAMPLE, ['CN', 'Example Intermediate']]);
const LEAF = name([...EXAMPLE, ['CN', 'api.example.com']]);

/** A certificate whose owner is `whose`, signed with the key of `by`. */
function make({ whose, by, from = FROM, to = TO, ...rest }) {
  const { spki } = KEYS[whose];
  const moment = (value) => (typeof value === 'string' ? time(value) : value);
  return certificate({ ...rest, spki, key: KEYS[by].key, from: moment(from), to: moment(to) });
}

const CA = [basicConstraints({ ca: true }), keyUsage(['keyCertSign', 'cRLSign'])];
const root = make({ whose: 'rsa', by: 'rsa', algorithm: 'rsa-sha256', issuer: ROOT, subject: ROOT, extensions: CA });
const middle = make({
  whose: 'p384',
  by: 'rsa',
  algorithm: 'rsa-sha256',
  serial: 'f00dcafe',
  issuer: ROOT,
  subject: MIDDLE,
  extensions: [basicConstraints({ ca: true, pathLength: 0 }), keyUsage(['digitalSignature', 'keyCertSign'])],
});
const UPN = '1.3.6.1.4.1.311.20.2.3';
const LEAF_NAMES = alternativeNames(
  implicit(2, Buffer.from('api.example.com')),
  implicit(2, Buffer.from('*.example.com')),
  implicit(1, Buffer.from('ada@example.com')),
  implicit(6, Buffer.from('https://id.example.com/')),
  implicit(7, Buffer.from([192, 0, 2, 1])),
  implicit(7, Buffer.from('20010db8000000000000000000000001', 'hex')),
  explicit(4, LEAF),
  implicit(8, oid('2.5.4.3').subarray(2)),
  explicit(0, oid(UPN), explicit(0, text(0x0c, 'ada@corp.example.com'))),
);
const leafWith = (change) =>
  make({
    whose: 'p256',
    by: 'p384',
    algorithm: 'ecdsa-sha384',
    serial: '0a1b2c',
    issuer: MIDDLE,
    subject: LEAF,
    extensions: [LEAF_NAMES, keyUsage(['digitalSignature']), basicConstraints({ ca: false })],
    ...change,
  });
const leaf = leafWith({});

const selfSigned = (whose, algorithm, change = {}) =>
  make({ whose, by: whose, algorithm, issuer: ROOT, subject: ROOT, extensions: CA, ...change });

const ALGORITHMS = {
  'rsa-md5': 'rsa',
  'rsa-sha1': 'rsa',
  'rsa-sha224': 'rsa',
  'rsa-sha384': 'rsa',
  'rsa-sha512': 'rsa',
  'pss-sha256': 'rsa',
  'pss-sha256-salt20': 'rsa',
  'pss-sha384': 'rsa',
  'ecdsa-sha1': 'p256',
  'ecdsa-sha256': 'p256',
  'ecdsa-sha384': 'p384',
  'ecdsa-sha512': 'p521',
  'dsa-sha256': 'dsa',
  ed25519: 'ed25519',
  ed448: 'ed448',
  'ml-dsa-44': 'mldsa',
};

function longChain(length) {
  const nameOf = (index) => name([['CN', `Link ${index}`]]);
  return Array.from({ length }, (_, index) =>
    make({
      whose: index % 2 === 0 ? 'p256' : 'other',
      by: index % 2 === 0 ? 'other' : 'p256',
      algorithm: 'ecdsa-sha256',
      issuer: nameOf(index + 1),
      subject: nameOf(index),
      extensions: index === 0 ? [] : CA,
    }),
  );
}

const BMP = 0x1e;
const strange = name([
  ['O', 'Example, O=Other'],
  ['O', 'Example\u202egnp.exe\u0000'],
  ['OU', text(BMP, Buffer.from('\u00dcbung', 'utf16le').swap16())],
  ['1.3.6.1.4.1.99999.2', text(0x0c, ' #x ')],
  ['CN', Buffer.from([0x02, 0x01, 0x05])],
]);

const certificates = {
  leaf,
  middle,
  root,
  impostorRoot: selfSigned('impostor', 'rsa-sha256'),
  expired: leafWith({ from: '20200101000000Z', to: '20210101000000Z' }),
  notYet: leafWith({ from: '20990101000000Z', to: '21000101000000Z' }),
  noEnd: leafWith({ to: '99991231235959Z' }),
  badTime: leafWith({ to: text(0x17, 'next year, maybe') }),
  offsetTime: leafWith({ from: text(0x18, '20260101013000+0130'), to: text(0x17, '3601010000Z') }),
  notCa: make({
    whose: 'p384',
    by: 'rsa',
    algorithm: 'rsa-sha256',
    issuer: ROOT,
    subject: MIDDLE,
    extensions: [basicConstraints({ ca: false })],
  }),
  version1: selfSigned('rsa', 'rsa-sha256', { version: 1, extensions: [] }),
  otherCase: selfSigned('rsa', 'rsa-sha256', {
    issuer: name([
      ['C', 'de'],
      ['O', 'EXAMPLE  gmbh ', 0x13],
      ['CN', 'example root', 0x13],
    ]),
  }),
  selfNamed: make({ whose: 'p256', by: 'other', algorithm: 'ecdsa-sha256', issuer: ROOT, subject: ROOT }),
  twoAlgorithms: selfSigned('rsa', 'rsa-sha256', { innerAlgorithm: 'rsa-sha512' }),
  unknownAlgorithm: selfSigned('rsa', 'unknown'),
  p256WithSha512: selfSigned('p256', 'ecdsa-sha512'),
  k256: selfSigned('k256', 'ecdsa-sha256'),
  k256WithSha512: selfSigned('k256', 'ecdsa-sha512'),
  strange: selfSigned('p256', 'ecdsa-sha256', { issuer: strange, subject: strange, serial: '00' }),
  noName: selfSigned('p256', 'ecdsa-sha256', { issuer: name([]), subject: name([]) }),
  ...Object.fromEntries(
    Object.entries(ALGORITHMS).map(([algorithm, whose]) => [algorithm, selfSigned(whose, algorithm)]),
  ),
};
const chain = longChain(20);
const bare = {
  spki: KEYS.p256.spki,
  pkcs8: KEYS.p256.key.export({ type: 'pkcs8', format: 'der' }),
  notDer: Buffer.from('This is no certificate.'),
  sequenceOfNothing: sequence(),
};

agreeWithOpenssl();
write('certificates.json', {
  source: 'made by scripts/make-certificates.mjs; the keys are throw-away keys',
  certificates: mapped(certificates),
  chain: chain.map((bytes) => bytes.toString('base64')),
  others: mapped(bare),
});

function mapped(record) {
  return Object.fromEntries(Object.entries(record).map(([key, bytes]) => [key, bytes.toString('base64')]));
}

/** OpenSSL reads these bytes and finds the signatures where this script put them. */
function agreeWithOpenssl() {
  const isSigned = (one, next) => new X509Certificate(one).verify(new X509Certificate(next).publicKey);
  const links = [
    [leaf, middle, true],
    [middle, root, true],
    [root, root, true],
    [middle, certificates.impostorRoot, false],
    [certificates['pss-sha256-salt20'], certificates['pss-sha256-salt20'], true],
    [certificates.ed448, certificates.ed448, true],
    [certificates.k256, certificates.k256, true],
    [certificates['dsa-sha256'], certificates['dsa-sha256'], true],
    ...chain.slice(1).map((next, index) => [chain[index], next, true]),
  ];
  for (const [one, next, expected] of links) {
    if (isSigned(one, next) !== expected)
      throw new Error(`OpenSSL does not agree: ${new X509Certificate(one).subject}`);
  }
}

function write(file, content) {
  const path = fileURLToPath(new URL(`../src/engine/vectors/${file}`, import.meta.url));
  writeFileSync(path, JSON.stringify(content));
  execFileSync('npx', ['biome', 'format', '--write', path]);
  console.log(`${file}: ${Object.keys(content.certificates).length} certificates, a chain of ${content.chain.length}`);
}
