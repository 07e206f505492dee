/** What is drawn of someone else's text: as text, with no character hidden. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../engine/types.ts';
import { layerViewOf } from '../../workbench/testing/layer-view.ts';
import { segmentOf, tokenOf } from '../../workbench/testing/tokens.ts';
import type { LayerView, WorkbenchView } from '../../workbench/types.ts';
import { EMPTY_VIEW } from '../../workbench/workbench.ts';
import { ChecksTab } from '../checks/checks-tab.tsx';
import { DisclosuresView } from './disclosures-view.tsx';
import { LayersView } from './layers-view.tsx';

const TRICK = '<b>\u202Egpj.exe\u0000</b>';
const DRAWN = '&lt;b&gt;<span class="unseen">U+202E</span>gpj.exe<span class="unseen">U+0000</span>&lt;/b&gt;';
const nothing = () => undefined;

function viewOf(text: string, more: Partial<LayerView>, whole: Partial<WorkbenchView> = {}): WorkbenchView {
  const layer = layerViewOf(text, more);
  const { opened, verdict } = layer;
  return { ...EMPTY_VIEW, text, opened, layers: [layer], verdict, ...whole };
}

describe('text of a token', () => {
  it('is drawn in the layers as it stands', () => {
    const text = tokenOf(JSON.stringify({ sub: '\u202Ea' }), JSON.stringify({ alg: 'ES256', kid: TRICK }));
    const html = renderToStaticMarkup(<LayersView view={viewOf(text, {})} openLayer={nothing} goTo={nothing} />);
    expect(html).toContain(DRAWN);
    expect(html).not.toContain('\u202E');
    expect(html).toContain('1 claim, readable but not proven');
    expect(html).toContain('aria-current="true"');
  });

  it('is drawn in the disclosures as it stands', () => {
    const disclosure: Disclosure = {
      text: segmentOf(JSON.stringify(['salt', TRICK, TRICK])),
      digest: 'digest',
      salt: 'salt',
      name: TRICK,
      value: TRICK,
      pointer: `/${TRICK}`,
      state: 'referenced',
    };
    const text = `${tokenOf('{"_sd":["digest","other"]}')}~${disclosure.text}~`;
    const presentation = { count: 1, shown: new Set([0]), disclosures: [disclosure], keyBindingDropped: true };
    const view = viewOf(text, { disclosures: [disclosure] }, { presentation });
    const html = renderToStaticMarkup(
      <DisclosuresView view={view} showDisclosure={nothing} acts={{ copyRefused: nothing }} />,
    );
    expect(html).toContain(DRAWN);
    expect(html).not.toContain('\u202Eg');
    expect(html).toContain('1 of 1 disclosure shown, 1 digest without a disclosure');
    expect(html).toContain('a claim, hidden or decoy: only the issuer can tell');
    expect(html).toContain('role="switch"');
    expect(html).toContain('The key binding JWT was left out');
  });

  it('is drawn in the checks as it stands', () => {
    const check = { id: 'kb-aud', outcome: 'fail', code: 'x', message: TRICK, refs: ['RFC 9901 section 7.3'] } as const;
    const view = viewOf(`${tokenOf('{}')}~`, {}, { checks: [check] });
    const html = renderToStaticMarkup(
      <ChecksTab view={view} actions={{ setExpectations: nothing, setAsOf: nothing }} />,
    );
    expect(html).toContain(DRAWN);
    expect(html).toContain('<th scope="row"><code>aud</code> <span class="check-words">Of the key binding</span></th>');
    expect(html).toContain('RFC 9901 §7.3');
    expect(html.match(/autocomplete="off"/gi)).toHaveLength(3);
  });
});
