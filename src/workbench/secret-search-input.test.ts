import { describe, expect, it } from 'vitest';
import { handClient } from './testing/hand-client.ts';
import { answerOf, encrypted, jweOf, signed } from './testing/layers.ts';
import { tokenOf } from './testing/tokens.ts';
import { createWorkbench } from './workbench.ts';

const TOKEN = tokenOf('{"sub":"a"}');
const OTHER = tokenOf('{"sub":"b"}');

function start() {
  const client = handClient();
  const { actions } = createWorkbench({ client, now: () => 0 });
  const searched = (list?: string) => {
    void actions.searchSecret(list, new AbortController().signal, () => undefined);
    return client.last().question;
  };
  return { client, actions, searched };
}

describe('a search for a weak secret', () => {
  it('is about the picked token of the text', () => {
    const { actions, searched } = start();
    const text = `${TOKEN} and ${OTHER}`;
    actions.pasteToken(text);
    actions.pick(1);
    expect(searched()).toEqual({ call: 'searchSecrets', input: { token: text, pick: 1 } });
  });

  it('has the list, and the content that the token leaves out', () => {
    const { actions, searched } = start();
    const text = TOKEN.replace(/\..*\./, '..');
    actions.pasteToken(text);
    actions.setDetached({ kind: 'text', text: 'content' });
    expect(searched('a\nb')).toEqual({
      call: 'searchSecrets',
      input: { token: text, pick: 0, list: 'a\nb', detachedPayload: 'content' },
    });
  });

  it('is about the open layer', async () => {
    const { client, actions, searched } = start();
    actions.pasteToken(jweOf('first'));
    actions.setKey('outer');
    await client.last().answer(answerOf([encrypted(TOKEN), signed()], [true, true]));
    actions.openLayer(1);
    expect(searched()).toEqual({ call: 'searchSecrets', input: { token: TOKEN } });
  });
});
