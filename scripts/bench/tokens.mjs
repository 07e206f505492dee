// @ts-check
/** Tokens of a wanted length, signed with HS256. */
import { createHmac } from 'node:crypto';

export const SECRET = 'a secret of forty letters for the tests.';

/** Names and lengths of the tokens that are measured. */
export const SIZES = /** @type {const} */ ([
  ['0.3 KB', 300],
  ['8 KB', 8_192],
  ['200 KB', 204_800],
  ['1 MB', 1_048_576],
]);

/**
 * A token whose first claim is the mark that a measurement waits for; claims of 60 letters make up the length.
 *
 * @param {number} length about how many characters
 * @param {string} mark
 * @returns {string}
 */
export function tokenOf(length, mark) {
  const claims = [`"mark":"${mark}"`, '"count":1'];
  const bytes = Math.floor((length - 90) * 0.75);
  let used = claims.join().length;
  for (let index = 0; used < bytes - 70; index += 1) {
    const claim = `"claim_${index}":"${'abcdefghijklmnopqrst'.repeat(3)}"`;
    claims.push(claim);
    used += claim.length + 1;
  }
  const input = ['{"alg":"HS256","typ":"JWT"}', `{${claims.join()}}`]
    .map((text) => Buffer.from(text).toString('base64url'))
    .join('.');
  return `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`;
}
