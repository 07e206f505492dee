/** The tabs of the inspector; on small screens sections one after the other, with a link to each. */
import './inspector.css';
import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMedia } from '../../ui/use-media.ts';
import { INSPECTOR } from '../../words/inspector.ts';
import { BytesTab } from '../bytes/bytes-tab.tsx';
import { ChecksTab } from '../checks/checks-tab.tsx';
import { ClaimsTab } from '../claims/claims-tab.tsx';
import { FindingsTab } from '../findings/findings-tab.tsx';
import { type SecretSearch, useSecretSearch } from '../findings/use-secret-search.ts';
import { CertificatesPanel } from './certificates-panel.tsx';
import { DisclosuresView } from './disclosures-view.tsx';
import type { InspectorProps, TabRequest } from './inspector.tsx';
import { type InspectorTab, isSdJwt } from './inspector-tabs.ts';
import { LayersView } from './layers-view.tsx';
import { type Badge, badgeOf } from './tab-badge.ts';

export function InspectorView(props: InspectorProps) {
  const isSmall = useMedia('(max-width: 639px)');
  const search = useSecretSearch(props.view, props.actions);
  return isSmall ? <Sections {...props} search={search} /> : <TabbedView {...props} search={search} />;
}

interface ViewProps extends InspectorProps {
  readonly search: SecretSearch;
}

function TabbedView(props: ViewProps) {
  const { tabs, view, asked } = props;
  const [chosen, setChosen] = useState(asked?.tab);
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<TabRequest>();
  useAsked(asked, (request) => {
    setChosen(request.tab);
    setShown(request);
  });
  useEffect(() => {
    // once the tab has been selected; a step has the focus go to the finding itself
    if (shown !== undefined && !isStep(shown))
      list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [shown]);
  const current = chosen !== undefined && tabs.includes(chosen) ? chosen : firstTab(tabs, view);
  return (
    <Tabs.Root className="tabs" value={current} onValueChange={setChosen}>
      <Tabs.List ref={list} className="tab-list" aria-label={INSPECTOR.name}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab} className="tab">
            {INSPECTOR.tabs[tab]}
            <TabBadge tab={tab} badge={badgeOf(tab, view)} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab} value={tab} className="tab-panel">
          <PanelOf tab={tab} {...props} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

/**
 * What is particular about the token, else its claims. An SD-JWT that lies in nothing has one layer, which the panes
 * show anyway.
 */
function firstTab(tabs: readonly InspectorTab[], { opened, layers }: InspectorProps['view']): InspectorTab | undefined {
  if (isSdJwt(opened) && layers.length < 2) return 'disclosures';
  return tabs.includes('layers') ? 'layers' : tabs[0];
}

/** These come after the verdict; the tabs beside them stand where they are. */
const LATE: ReadonlySet<InspectorTab> = new Set(['checks', 'findings']);

interface TabBadgeProps {
  readonly tab: InspectorTab;
  readonly badge: Badge | undefined;
}

/** For the eye; what it counts stands in the panel in words. */
function TabBadge({ tab, badge }: TabBadgeProps) {
  const isLate = LATE.has(tab);
  if (badge === undefined && !isLate) return null;
  return (
    <span
      aria-hidden="true"
      data-late={isLate ? tab : undefined}
      className={badge === undefined ? 'tab-badge invisible' : `tab-badge tone-${badge.tone}`}
    >
      {badge?.words}
    </span>
  );
}

function Sections(props: ViewProps) {
  const id = useId();
  const { tabs, asked } = props;
  useAsked(asked, (request) => {
    if (!isStep(request)) goTo(request.tab);
  });
  function goTo(tab: InspectorTab) {
    const heading = document.getElementById(`${id}-${tab}`);
    heading?.scrollIntoView();
    heading?.focus();
  }
  return (
    <>
      <nav aria-label={INSPECTOR.parts} className="section-links">
        {tabs.map((tab) => (
          <a
            key={tab}
            href={`#${id}-${tab}`}
            onClick={(event) => {
              // the address is for tokens: a press goes to the section and leaves the address as it is
              event.preventDefault();
              goTo(tab);
            }}
          >
            {INSPECTOR.tabs[tab]}
          </a>
        ))}
      </nav>
      {tabs.map((tab) => (
        <Section key={tab} id={`${id}-${tab}`} title={INSPECTOR.tabs[tab]}>
          <PanelOf tab={tab} {...props} />
        </Section>
      ))}
    </>
  );
}

/** To the next or the previous finding. */
function isStep(request: TabRequest): boolean {
  return request.tab === 'findings' && request.step !== undefined;
}

/** Each request once, also the one that was made before this part of the page came. */
function useAsked(asked: TabRequest | undefined, show: (request: TabRequest) => void): void {
  const answered = useRef<TabRequest>(undefined);
  useEffect(() => {
    if (asked === undefined || answered.current === asked) return;
    answered.current = asked;
    show(asked);
  });
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="inspector-section">
      <div className="pane-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  );
}

function PanelOf({ tab, ...props }: ViewProps & { readonly tab: InspectorTab }) {
  const { view, actions, acts, goTo, asked, ask, marks, search } = props;
  switch (tab) {
    case 'claims':
      return <ClaimsTab view={view} actions={actions} marks={marks} ask={ask} partMissing={acts.partMissing} />;
    case 'findings':
      return (
        <FindingsTab
          view={view}
          actions={actions}
          acts={acts}
          marks={marks}
          step={asked?.tab === 'findings' ? asked.step : undefined}
          search={search}
        />
      );
    case 'bytes':
      return <BytesTab view={view} actions={actions} acts={acts} marks={marks} />;
    case 'layers':
      return <LayersView view={view} openLayer={actions.openLayer} goTo={goTo} />;
    case 'disclosures':
      return <DisclosuresView view={view} showDisclosure={actions.showDisclosure} acts={acts} />;
    case 'certificates':
      return <CertificatesPanel view={view} actions={actions} acts={acts} />;
    case 'checks':
      return <ChecksTab view={view} actions={actions} />;
  }
}
