import { describe, expect, it } from 'vitest';
import { type SentenceFacts, verdictSentence } from './sentence.ts';

const facts = (over: Partial<SentenceFacts>): SentenceFacts => ({
  state: 'failed',
  code: 'signature-mismatch',
  message: 'The signature does not match. Either the token was changed, or this is not the key that signed it.',
  edited: [],
  origin: 'paste',
  arrivalVerified: false,
  encrypted: false,
  slow: false,
  ...over,
});
const NO_KEY = 'Readable, but not checked: add the shared secret to see whether it was signed with it.';

describe('the sentence of the verdict bar', () => {
  it.each<[string, Partial<SentenceFacts>, string]>([
    ['says the engine’s sentence where nothing was edited', {}, facts({}).message],
    [
      'names the change after signing only where the token had verified',
      { edited: ['payload'], arrivalVerified: true },
      'The signature does not match: the payload changed after signing.',
    ],
    [
      'names the change since the paste otherwise',
      { edited: ['payload'] },
      'The signature does not match. The payload changed since the paste.',
    ],
    [
      'joins the names of two parts',
      { edited: ['header', 'payload'] },
      'The signature does not match. Header and payload changed since the paste.',
    ],
    [
      'joins the names of three parts',
      { edited: ['header', 'payload', 'signature'], arrivalVerified: true },
      'The signature does not match: header, payload and signature changed after signing.',
    ],
    [
      'says how the token came in',
      { edited: ['payload'], origin: 'example' },
      'The signature does not match. The payload changed since the example was opened.',
    ],
    [
      'adds the change where no key is given',
      { state: 'unchecked', code: 'key-missing', message: NO_KEY, edited: ['payload'] },
      `${NO_KEY} The payload changed since the paste.`,
    ],
    ['keeps a message without edits as it is', { state: 'unchecked', code: 'key-missing', message: NO_KEY }, NO_KEY],
    [
      'leaves out a second sentence where both do not fit',
      {
        state: 'unchecked',
        code: 'kid-unknown',
        message: `No key has kid “a”. ${'The set has 4 keys. '.repeat(6)}`,
        edited: ['header'],
      },
      'No key has kid “a”. The header changed since the paste.',
    ],
    ['is blank while a check is young', { state: 'unchecked', code: 'checking', message: '' }, ''],
    [
      'says that it checks when that takes long',
      { state: 'unchecked', code: 'checking', message: '', slow: true },
      'Checking the signature…',
    ],
    [
      'never calls a signature made here verified',
      { state: 'signed', code: 'signed-here', message: 'The signature matches your secret.' },
      'Signed here with the key in the box, after your edit. The signature matches that key.',
    ],
    [
      'asks for a token where there is none',
      { state: 'empty', code: 'nothing-pasted', message: '' },
      'Paste a token to see what it says, whether it holds, and what is wrong with it.',
    ],
    [
      'says that nothing was checked where the engine is missing',
      { state: 'unchecked', code: 'engine-missing', message: '' },
      'The part of this page that checks signatures could not be loaded. Nothing was checked; reload the page.',
    ],
    [
      'names a signature that was cut off here',
      { code: 'signature-empty', message: 'The signature is empty.', edited: ['signature'] },
      'The signature is empty. It was changed since the paste.',
    ],
  ])('%s', (_rule, over, sentence) => {
    expect(verdictSentence(facts(over))).toBe(sentence);
    expect(sentence.length).toBeLessThanOrEqual(140);
  });
});
