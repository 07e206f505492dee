import { describe, expect, it, test } from 'vitest';
import { say } from '../engine/messages/verdict.ts';
import { UTC } from './claims-tab.ts';
import type { Judged } from './time-cell.ts';
import { type WholeFacts, wholeSentence } from './whole-sentence.ts';

/** 24 Nov 2026 15:25:28 UTC */
const NOW = 1_795_533_928;

const MOMENTS = {
  valid: { state: 'valid', exp: NOW + 872, left: 872 },
  expired: { state: 'expired', exp: NOW - 11_700, ago: 11_700 },
  'not yet': { state: 'not-yet-valid', nbf: NOW + 130, ahead: 130 },
  'just over': { state: 'within-skew', name: 'exp', at: NOW, by: 20 },
  'just before': { state: 'within-skew', name: 'nbf', at: NOW, by: 20 },
  endless: { state: 'no-end' },
  timeless: { state: 'not-asked' },
  ignored: { state: 'exp-ignored' },
  unreadable: { state: 'unreadable', name: 'exp', found: 'string' },
  contradictory: { state: 'contradict', name: 'nbf', apart: 9 },
} as const satisfies Readonly<Record<string, Judged['verdict']>>;

type MomentName = keyof typeof MOMENTS;

const AUD = { id: 'aud', asked: 'orders-api' };
const OTHERS = ['iss', 'nonce', 'azp', 'max-age', 'sub'].map((id) => ({ id, asked: undefined }));

function at(moment: MomentName, over: Partial<Judged> = {}): Judged {
  return {
    kind: 'judged',
    verdict: MOMENTS[moment],
    failed: [],
    skewSeconds: 60,
    now: NOW,
    isNow: true,
    zone: UTC,
    ...over,
  };
}

const facts = (over: Partial<WholeFacts>): WholeFacts => ({
  state: 'verified',
  code: 'signature-match',
  own: say('signature-match', { keyWord: 'public key' }),
  trust: 'your-key',
  isInside: false,
  time: at('valid'),
  finding: undefined,
  notAsked: [],
  ...over,
});

const NO_KEY = 'Readable, but not checked: add a key to see who signed it.';
const MISMATCH = 'The signature does not match. Either the token was changed, or this is not the key that signed it.';
const ITS_OWN = 'The signature matches the key inside the token. That proves nothing about who made it.';
const HERE = 'Signed here with the key in the box, after your edit. The signature matches that key.';
const OPENED = 'Your private key opened this token and its content arrived unchanged.';
const FINDING = 'The secret is in public word lists.';
const UNSECURED = say('alg-none');

const verified = facts({});
const unchecked = facts({ state: 'unchecked', code: 'key-missing', own: NO_KEY, trust: undefined });
const failed = facts({ state: 'failed', code: 'signature-mismatch', own: MISMATCH, trust: undefined });
const changed = { ...failed, own: 'The signature does not match: the payload changed after signing.' };
const unsecured = facts({ state: 'unsecured', code: 'alg-none', own: UNSECURED, trust: undefined });
const ownKey = facts({ own: ITS_OWN, trust: 'token-supplied-key' });
const signed = facts({ state: 'signed', code: 'signed-here', own: HERE });
const decrypted = facts({ state: 'decrypted', code: 'decrypted', own: OPENED });
const unsupported = facts({
  state: 'unsupported',
  code: 'alg-unknown',
  own: say('alg-unknown', { alg: 'XY999' }),
  trust: undefined,
});
const malformed = facts({
  state: 'malformed',
  code: 'segment-count',
  own: say('segment-count', { count: 2 }),
  trust: undefined,
});

describe('the whole sentence', () => {
  it.each<[string, WholeFacts, string]>([
    [
      'names signature, time and what was not asked',
      { ...verified, notAsked: ['issuer', 'audience'] },
      'The signature matches your key and the token is valid for another 14 minutes. Issuer and audience were not asked for.',
    ],
    [
      'one of them',
      { ...verified, notAsked: ['audience'] },
      'The signature matches your key and the token is valid for another 14 minutes. The audience was not asked for.',
    ],
    [
      'of an expired token with a good signature',
      { ...verified, time: at('expired') },
      'The signature matches your key, but the token expired 3 hours ago.',
    ],
    [
      'says that it was a secret',
      { ...verified, own: say('signature-match', { keyWord: 'secret' }), time: at('not yet') },
      'The signature matches your secret, but the token is not valid yet: it starts in 2 minutes.',
    ],
    [
      'within the skew',
      { ...verified, time: at('just over') },
      'The signature matches your key, but the token expired less than a minute ago, within the clock skew.',
    ],
    [
      'within the skew before the start',
      { ...verified, time: at('just before') },
      'The signature matches your key, but the token starts in less than a minute, within the clock skew.',
    ],
    [
      'without an end',
      { ...verified, time: at('endless') },
      'The signature matches your key, but the token never expires.',
    ],
    [
      'an end that is not looked at',
      { ...verified, time: at('ignored'), notAsked: ['issuer', 'audience'] },
      'The signature matches your key, but exp was not looked at: the token may have expired. Issuer and audience were not asked for.',
    ],
    [
      'an end that is not looked at, of a token that nobody vouches for',
      { ...unchecked, time: at('ignored') },
      `${NO_KEY} Its exp claim was not looked at.`,
    ],
    [
      'a failed check and an end that is not looked at',
      { ...verified, time: at('ignored', { failed: [AUD] }) },
      'The signature matches your key, but the token’s audience is not the one you asked for and exp was not looked at.',
    ],
    [
      'an end that is not looked at behind a failure',
      { ...failed, time: at('ignored') },
      'The signature does not match, and exp was not looked at. Either the token was changed, or this is not the key that signed it.',
    ],
    [
      'times that cannot be read',
      { ...verified, time: at('unreadable') },
      'The signature matches your key, but the token’s times cannot be read: exp is text, not a number.',
    ],
    [
      'times that contradict each other',
      { ...verified, time: at('contradictory') },
      'The signature matches your key, but the token’s times contradict each other: exp is before nbf.',
    ],
    [
      'a failed check in place of a valid time',
      { ...verified, time: at('valid', { failed: [AUD] }) },
      'The signature matches your key, but the token’s audience is not the one you asked for.',
    ],
    [
      'a failed check and a time that is over',
      { ...verified, time: at('expired', { failed: [AUD] }) },
      'The signature matches your key, but the token’s audience is not the one you asked for and the token expired 3 hours ago.',
    ],
    [
      'failed checks by their names',
      { ...verified, time: at('valid', { failed: [AUD, { id: 'kb-nonce', asked: undefined }] }) },
      'The signature matches your key, but 2 checks failed (aud, nonce).',
    ],
    [
      'many of them by their number',
      { ...verified, time: at('valid', { failed: OTHERS }) },
      'The signature matches your key, but 5 checks failed.',
    ],
    [
      'the worst finding before what was not asked',
      { ...verified, finding: FINDING, notAsked: ['issuer', 'audience'] },
      `The signature matches your key and the token is valid for another 14 minutes. ${FINDING}`,
    ],
    [
      'no finding that does not fit',
      { ...verified, finding: `${'A long finding, '.repeat(9)}.`, notAsked: ['issuer'] },
      'The signature matches your key and the token is valid for another 14 minutes. The issuer was not asked for.',
    ],
    [
      'keeps what is said of the disclosures',
      {
        ...verified,
        own: 'The signature matches your public key. All 3 disclosures belong to this token, and the key binding fits.',
      },
      'The signature matches your key and the token is valid for another 14 minutes. All 3 disclosures belong to this token, and the key binding fits.',
    ],
    [
      'nothing of the time of a content without claims',
      { ...verified, time: undefined },
      'The signature matches your key.',
    ],
    ['as it is of the key that the token brings', ownKey, ITS_OWN],
    [
      'bad news of a token that brings its key',
      { ...ownKey, time: at('expired') },
      'The signature matches the key inside the token, which proves nothing about who made it. The token also expired 3 hours ago.',
    ],
    ['does not call valid what nobody checked', unchecked, NO_KEY],
    [
      'tells of it what it says of itself',
      { ...unchecked, time: at('expired') },
      `${NO_KEY} By its exp claim it expired 3 hours ago.`,
    ],
    ['tells its start', { ...unchecked, time: at('not yet') }, `${NO_KEY} By its nbf claim it starts in 2 minutes.`],
    ['tells its worst finding', { ...unchecked, finding: FINDING }, `${NO_KEY} ${FINDING}`],
    ['nor what nobody signed', unsecured, UNSECURED],
    [
      'tells when that is over',
      { ...unsecured, time: at('expired') },
      `${UNSECURED} By its exp claim it expired 3 hours ago.`,
    ],
    ['nor what failed', failed, MISMATCH],
    [
      'begins with the signature where both failed',
      { ...failed, time: at('expired') },
      'The signature does not match, and the token expired 3 hours ago. Either the token was changed, or this is not the key that signed it.',
    ],
    [
      'of an edit after signing',
      { ...changed, time: at('expired') },
      'The signature does not match: the payload changed after signing. The token also expired 3 hours ago.',
    ],
    ['of an edit in time', changed, 'The signature does not match: the payload changed after signing.'],
    [
      'of an edit, with a finding',
      { ...changed, finding: FINDING },
      `The signature does not match: the payload changed after signing. ${FINDING}`,
    ],
    [
      'what is signed here',
      signed,
      'Signed here with the key in the box, after your edit. The signature matches that key and the token is valid for another 14 minutes.',
    ],
    [
      'what is signed here and over',
      { ...signed, time: at('expired') },
      'Signed here with the key in the box, after your edit. The signature matches that key, but the token expired 3 hours ago.',
    ],
    ['what was decrypted', decrypted, `${OPENED} By its exp claim it is valid for another 14 minutes.`],
    [
      'what lies in it and is not checked',
      { ...unchecked, isInside: true },
      'Your key opened this token and its content arrived unchanged. Inside is a signed token whose signature has not been checked yet.',
    ],
    ['what cannot be checked', { ...unsupported, time: at('expired') }, unsupported.own],
    ['what is no token, without its findings', { ...malformed, time: at('expired'), finding: FINDING }, malformed.own],
    ['nothing while a check is young', facts({ state: 'unchecked', code: 'checking', own: '' }), ''],
    [
      'nothing more of what was stopped',
      facts({ state: 'unchecked', code: 'stopped', own: 'Stopped.', finding: FINDING }),
      'Stopped.',
    ],
    [
      'that another moment is meant',
      { ...verified, time: at('expired', { isNow: false }), notAsked: ['issuer'] },
      'The signature matches your key, but the token expired 3 hours ago. Judged as of 24 Nov 2026 15:25:28 UTC, not now.',
    ],
    ['no other moment where there is no room to say that', { ...signed, time: at('valid', { isNow: false }) }, HERE],
    [
      'of the empty page',
      facts({ state: 'empty', code: 'nothing-pasted', own: 'Paste a token.', time: undefined }),
      'Paste a token.',
    ],
  ])('%s', (_rule, given, sentence) => {
    expect(wholeSentence(given)).toBe(sentence);
  });
});

const ROOM = 140;
const STATES = { verified, ownKey, unchecked, failed, changed, unsecured, signed, decrypted, unsupported, malformed };
const TIMES = [undefined, ...(Object.keys(MOMENTS) as MomentName[])];

describe.each(Object.entries(STATES))('of every time, %s', (_name, given) => {
  test.each(TIMES)('%s', (moment) => {
    for (const failedOnes of [[], [AUD], OTHERS]) {
      for (const isNow of [true, false]) {
        for (const finding of [undefined, FINDING]) {
          const time = moment && at(moment, { failed: failedOnes, isNow });
          const sentence = wholeSentence({ ...given, time, finding, notAsked: ['issuer', 'audience'] });
          expect(sentence).toMatch(/^[A-Z].*\.$/);
          expect(sentence.length).toBeLessThanOrEqual(ROOM);
          expect(sentence).not.toMatch(/\.\.|,,| {2}|\$/);
          expect(sentence.split(/\.\s/).length).toBeLessThanOrEqual(2);
          const mayBeValid = moment === 'valid' && failedOnes.length === 0;
          const vouched = given === verified || given === signed;
          if (!mayBeValid || !vouched) expect(sentence).not.toMatch(/token is valid/);
          if (!mayBeValid || !(vouched || given === decrypted)) expect(sentence).not.toMatch(/is valid for/);
          if (!vouched) expect(sentence).not.toMatch(/asked for\. |not asked for\.$/);
          if (moment === 'ignored' && failedOnes.length === 0 && (given === verified || (vouched && isNow)))
            expect(sentence).toMatch(/, but exp was not looked at/);
          if (moment === 'expired' && vouched && isNow && failedOnes.length === 0)
            expect(sentence).toMatch(/expired 3 hours ago/);
        }
      }
    }
  });
});
