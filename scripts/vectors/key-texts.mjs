/** The texts in which a key pair may be pasted, by format word. openssl makes certificates, requests and encrypted keys. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mlDsaPkcs8, mlDsaSpki } from './der.mjs';
import { openSshTexts } from './openssh.mjs';

export const PASSPHRASE = 'plum-harbour-17';

export function pem(label, der) {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

export function pemBody(text) {
  return text.replace(/-----[^-]+-----|\s/g, '');
}

/** [format, text, private, passphrase?] for a key pair of node:crypto. */
export function textsOfPair(family, pair) {
  const spki = pair.publicKey.export({ type: 'spki', format: 'pem' });
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
  return [
    ...commonTexts(family, pair, spki, pkcs8),
    ...traditionalTexts(pair),
    ...encryptedTexts(pair),
    ...certificateTexts(pkcs8),
    ...sshTexts(pair),
  ];
}

/** The same for ML-DSA, of which neither Node 20 nor OpenSSL 3.0 writes PEM. */
export function textsOfMlDsa(family, keys) {
  const spki = pem('PUBLIC KEY', mlDsaSpki(family, Buffer.from(keys.jwk.pub, 'base64url')));
  return commonTexts(family, keys, spki, pem('PRIVATE KEY', mlDsaPkcs8(family, keys.seed)));
}

function commonTexts(family, { jwk, privateJwk }, spki, pkcs8) {
  const kid = `${family.toLowerCase()}-1`;
  return [
    ['pem-spki', spki, false],
    ['pem-pkcs8', pkcs8, true],
    ['der-base64-spki', pemBody(spki), false],
    ['der-base64-pkcs8', pemBody(pkcs8), true],
    ['pem-escaped-newlines', spki.replaceAll('\n', '\\n'), false],
    ['pem-private-escaped-newlines', pkcs8.replaceAll('\n', '\\n'), true],
    ['pem-env-line', `PUBLIC_KEY="${spki.trim().replaceAll('\n', '\\n')}"`, false],
    ['pem-crlf', spki.replaceAll('\n', '\r\n'), false],
    ['pem-indented', spki.trim().replaceAll(/^/gm, '    '), false],
    ['pem-one-line', spki.trim().replaceAll('\n', ' '), false],
    ['pem-both-halves', pkcs8 + spki, true],
    ['jwk', JSON.stringify(jwk), false],
    ['jwk-pretty', JSON.stringify(jwk, null, 2), false],
    ['jwk-private', JSON.stringify(privateJwk), true],
    ['jwks', JSON.stringify({ keys: [{ ...jwk, kid, use: 'sig' }] }), false],
    ['jwks-private', JSON.stringify({ keys: [{ ...privateJwk, kid }] }), true],
  ];
}

function traditionalTexts({ privateKey, publicKey }) {
  if (privateKey.asymmetricKeyType === 'rsa') {
    return [
      ['pem-pkcs1-public', publicKey.export({ type: 'pkcs1', format: 'pem' }), false],
      ['pem-pkcs1-private', privateKey.export({ type: 'pkcs1', format: 'pem' }), true],
    ];
  }
  if (privateKey.asymmetricKeyType !== 'ec') return [];
  const sec1 = privateKey.export({ type: 'sec1', format: 'pem' });
  const parameters = openssl(['ecparam', '-name', curveOf(privateKey)], '');
  return [
    ['pem-sec1', sec1, true],
    ['pem-sec1-with-params', parameters + sec1, true],
  ];
}

function curveOf(privateKey) {
  return privateKey.asymmetricKeyDetails.namedCurve;
}

function encryptedTexts({ privateKey }) {
  const text = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE });
  return [['pem-pkcs8-encrypted', text, true, PASSPHRASE]];
}

function certificateTexts(pkcs8) {
  const { leaf, authority } = certificatesFor(pkcs8);
  const readable = openssl(['x509', '-text'], leaf);
  return [
    ['pem-x509', leaf, false],
    ['pem-x509-text-before', readable, false],
    ['pem-x509-chain', leaf + authority, false],
    ['der-base64-x509', pemBody(leaf), false],
  ];
}

function sshTexts({ privateJwk }) {
  const texts = openSshTexts(privateJwk);
  if (!texts) return [];
  return [
    ['openssh-public', texts.public, false],
    ['openssh-private', texts.private, true],
  ];
}

/** A certificate for the key, and that of the authority which signed it. */
export function certificatesFor(pkcs8) {
  return inScratchFolder((folder) => {
    const file = (name) => join(folder, name);
    writeFileSync(file('key.pem'), pkcs8);
    openssl(['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', file('ca.key')], '');
    openssl(
      [
        'req',
        '-x509',
        '-new',
        '-key',
        file('ca.key'),
        '-subj',
        '/CN=Example Authority',
        '-days',
        '3650',
        '-out',
        file('ca.pem'),
      ],
      '',
    );
    openssl(['req', '-new', '-key', file('key.pem'), '-subj', '/CN=signer.example', '-out', file('csr.pem')], '');
    const signing = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-set_serial', '17', '-days', '3650'];
    const leaf = openssl(['x509', '-req', '-in', file('csr.pem'), ...signing], '');
    return { leaf, authority: readFileSync(file('ca.pem'), 'utf8'), request: readFileSync(file('csr.pem'), 'utf8') };
  });
}

/** The public key of a DSA pair, which no JOSE algorithm uses. */
export function dsaPublicPem() {
  const parameters = openssl(['genpkey', '-genparam', '-algorithm', 'DSA', '-pkeyopt', 'dsa_paramgen_bits:1024'], '');
  return inScratchFolder((folder) => {
    writeFileSync(join(folder, 'parameters.pem'), parameters);
    const key = openssl(['genpkey', '-paramfile', join(folder, 'parameters.pem')], '');
    return openssl(['pkey', '-pubout'], key);
  });
}

function openssl(args, input) {
  return execFileSync('openssl', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}

function inScratchFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
