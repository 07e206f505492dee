import { LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { UPDATE } from '../../words/offline.ts';

interface UpdateNoticeProps {
  /** a token or a key is in the page, which the reload would clear */
  readonly filled: boolean;
  reload(): void;
  later(): void;
}

/** Asks, since a reload ends what the person is doing. It stays until it is answered, and covers nothing that is typed in. */
export function UpdateNotice({ filled, reload, later }: UpdateNoticeProps) {
  return (
    <div className="float toast items-start">
      <Icon name="circleInfo" />
      <div className="min-w-0 grow">
        <div role="status">
          <p className="font-semibold">{UPDATE.title}</p>
          <p className="text-pretty text-ink-2">{filled ? UPDATE.cleared : UPDATE.empty}</p>
        </div>
        <div className="mt-1 flex flex-wrap gap-x-4">
          <LinkButton onClick={reload}>{UPDATE.reload}</LinkButton>
          <LinkButton onClick={later}>{UPDATE.later}</LinkButton>
        </div>
      </div>
    </div>
  );
}
