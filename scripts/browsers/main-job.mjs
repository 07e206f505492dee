// @ts-check
/** What a person comes for, step by step, for browsers that Playwright does not drive. */
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { EncryptJWT, exportPKCS8, exportSPKI, SignJWT } from 'jose';
import { VISIT } from './visit.mjs';

/**
 * A page in some browser. The functions of `run` run in the page and stand alone for that.
 *
 * @typedef {object} Visitor
 * @property {(hash: string) => Promise<void>} open the page anew, with '' or '#…'
 * @property {<Answer>(work: (given: string) => Answer, given: string) => Promise<Awaited<Answer>>} run
 * @property {(letter: 'a' | 'v' | 'x') => Promise<void>} chord with Control, as a person presses it
 *
 * @typedef {{ name: string, act: (visitor: Visitor) => Promise<void>, code: string }} Step an act, and the verdict's code after it
 */

const ANSWER_MS = 30_000;
const SECRET = 'a secret of forty letters for the tests.';
const CLAIMS = { sub: 'visitor' };

/** @returns {Promise<readonly Step[]>} keys and tokens made for this run */
export async function mainJob() {
  const hs256 = signedByHand('{"sub":"visitor"}');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rs256 = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'RS256' }).sign(rsa.privateKey);
  const es256 = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'ES256' }).sign(ec.privateKey);
  const jwe = await new EncryptJWT(CLAIMS)
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A192GCM' })
    .encrypt(rsa.publicKey);
  const rsaPublic = await exportSPKI(rsa.publicKey);
  const rsaPrivate = await exportPKCS8(rsa.privateKey);
  const ecPublic = JSON.stringify(ec.publicKey.export({ format: 'jwk' }));
  return [
    step('an empty page', async (visitor) => visitor.open(''), 'nothing-pasted'),
    step('a token is pasted', (visitor) => put(visitor, 'Encoded token', hs256), 'key-missing'),
    step('its secret verifies it', (visitor) => put(visitor, 'Key', SECRET), 'signature-match'),
    step('another secret does not', (visitor) => put(visitor, 'Key', 'some other secret'), 'signature-mismatch'),
    step('the secret again', (visitor) => put(visitor, 'Key', SECRET), 'signature-match'),
    step('an edit is signed', (visitor) => put(visitor, 'Payload', '{"sub":"edited"}'), 'signed-here'),
    step('RS256', (visitor) => putBoth(visitor, rs256, rsaPublic), 'signature-match'),
    step('the key of another', (visitor) => put(visitor, 'Key', ecPublic), 'key-wrong-kind'),
    step('ES256', (visitor) => putBoth(visitor, es256, ecPublic), 'signature-match'),
    step('an encrypted token is opened', (visitor) => putBoth(visitor, jwe, rsaPrivate), 'decrypted'),
    step('a damaged token', (visitor) => put(visitor, 'Encoded token', hs256.replace('.', '')), 'segment-count'),
    step('Clear', (visitor) => visitor.run(VISIT.press, 'Clear'), 'nothing-pasted'),
    step('a token in the address', (visitor) => visitor.open(`#token=${hs256}`), 'key-missing'),
  ];
}

/**
 * @param {string} name
 * @param {Step['act']} act
 * @param {string} code
 * @returns {Step}
 */
const step = (name, act, code) => ({ name, act, code });

/**
 * Does every step, whatever came of the one before.
 *
 * @param {Visitor} visitor
 * @returns {Promise<{ passed: number, failures: string[] }>}
 */
export async function doMainJob(visitor) {
  const failures = [];
  let passed = 0;
  for (const { name, act, code } of await mainJob()) {
    await act(visitor);
    const seen = await visitor.run(VISIT.verdict, JSON.stringify({ code, within: ANSWER_MS }));
    if (seen === code) passed += 1;
    else failures.push(`${name}: the verdict should be ${code} and is ${seen}`);
  }
  const left = await visitor.run(() => location.hash + location.search, '');
  if (left === '') passed += 1;
  else failures.push('the address still holds what it brought');
  return { passed, failures };
}

/**
 * Focuses a box by its accessible name, selects what is in it and pastes from the clipboard.
 *
 * @param {Visitor} visitor
 * @param {string} name
 * @param {string} text
 */
async function put(visitor, name, text) {
  await visitor.run(VISIT.select, text);
  await visitor.chord('x');
  await visitor.run(VISIT.focus, name);
  await visitor.chord('a');
  await visitor.chord('v');
}

/**
 * @param {Visitor} visitor
 * @param {string} token
 * @param {string} key
 */
async function putBoth(visitor, token, key) {
  await put(visitor, 'Encoded token', token);
  await put(visitor, 'Key', key);
}

/**
 * @param {string} payload
 * @returns {string} a compact JWS
 */
function signedByHand(payload) {
  const input = ['{"alg":"HS256","typ":"JWT"}', payload]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  return `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`;
}
