import { Button } from '../../ui/button.tsx';
import { TOKEN } from '../../words/token.ts';
import type { PageActs } from '../page-acts.ts';

/** What lies over the empty token editor: what to do, and the marks of the three parts. Only its buttons take the pointer. */
export function TokenStart({ acts }: { readonly acts: PageActs }) {
  return (
    <div className="token-start">
      <p className="max-w-[310px] text-title font-[650] tracking-[-0.014em] text-balance">{TOKEN.startTitle}</p>
      <p className="mt-2 mb-4 max-w-[420px] text-pretty text-ink-2">{TOKEN.startText}</p>
      <div className="pointer-events-auto flex flex-wrap gap-2 self-start">
        <Button look="primary" large icon="paste" onClick={acts.paste}>
          {TOKEN.paste}
          <span aria-hidden="true" className="coarse-hidden text-small opacity-75">
            Ctrl V
          </span>
        </Button>
        <Button large icon="file" onClick={acts.openTokenFile}>
          {TOKEN.openFile}
        </Button>
      </div>
      <div className="mt-auto pt-5">
        <p className="font-mono leading-[22px]" aria-hidden="true">
          <span className="seg seg-h">{TOKEN.parts.h}</span>
          <b className="font-extrabold">.</b>
          <span className="seg seg-p">{TOKEN.parts.p}</span>
          <b className="font-extrabold">.</b>
          <span className="seg seg-s">{TOKEN.parts.s}</span>
        </p>
        <p className="mt-1.5 max-w-[420px] text-small text-pretty text-ink-3">{TOKEN.startLegend}</p>
      </div>
    </div>
  );
}
