import { NativeSelect, Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { CareUnitName } from '../../contracts/index.js';
import { HoursPage } from './manage/hours-page.js';
import { useDesk } from './shared/desk-context.js';
import { Failure } from './shared/failure.js';
import { keys } from './shared/query.js';
import { MANAGE_PAGES, type ManagePage, manageAddress } from './shared/use-manage-page.js';
import { useTexts } from './texts/desk-texts.js';
import './manage/manage.css';
import { late } from '../ui/late.js';
import { SimulationPage } from './manage/simulation-page.js';
import { StaffPage } from './manage/staff-page.js';
import { useManageTexts } from './manage/texts.js';

/** Comes when it is asked for. */
const PolicyPage = late(() => import('./policy/policy-page.js').then((module) => module.default));

const VisitsPage = late(() => import('./manage/visits-page.js').then((module) => module.default));

/** What each page shows of the chosen unit. */
const PAGES: Record<ManagePage, (props: { unit: CareUnitName }) => ReactNode> = {
  hours: ({ unit }) => <HoursPage unitId={unit.id} />,
  staff: ({ unit }) => <StaffPage unitId={unit.id} />,
  policy: ({ unit }) => <PolicyPage slug={unit.slug} />,
  simulation: SimulationPage,
  visits: ({ unit }) => <VisitsPage unitId={unit.id} />,
};

interface Props {
  page: ManagePage;
  unitId: string;
}

/** The managers' pages: which unit, and what of it. */
export default function ManageView({ page, unitId }: Props) {
  const { t } = useManageTexts();
  const { commission } = useDesk();
  const units = useManagedUnits();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // When a person came here by a link, not when the page was reloaded.
    if (document.activeElement !== document.body) heading.current?.focus();
  }, []);
  const go = (next: ManagePage, unit: string) => {
    window.location.hash = manageAddress(next, unit === commission.unit.id ? undefined : unit);
  };
  const list = units.data ?? [];
  const unit = list.find(({ id }) => id === unitId);
  const Page = PAGES[page];
  return (
    <div className="manage">
      <div className="manage-top">
        <h1 ref={heading} tabIndex={-1} className="manage-title">
          {unit?.name ?? t('manageTitle')}
        </h1>
        {list.length > 1 && (
          <NativeSelect
            label={t('manageUnit')}
            value={unitId}
            data={list.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => go(page, event.currentTarget.value)}
          />
        )}
      </div>
      <Tabs value={page} onChange={(next) => go(asPage(next), unitId)} keepMounted={false}>
        <Tabs.List aria-label={t('manageTabs')}>
          {MANAGE_PAGES.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`page_${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={page} className="manage-panel">
          <Shown units={units} unit={unit}>
            {(shown) => (
              <Suspense fallback={<Skeleton className="loading-block" />}>
                <Page key={unitId} unit={shown} />
              </Suspense>
            )}
          </Shown>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

interface ShownProps {
  units: ReturnType<typeof useManagedUnits>;
  unit: CareUnitName | undefined;
  children: (unit: CareUnitName) => ReactNode;
}

/** The page once it is known that the unit is one's to change. */
function Shown({ units, unit, children }: ShownProps) {
  const { t } = useManageTexts();
  const texts = useTexts();
  if (units.isError) return <Failure text={t('manageFailed')} onTry={() => void units.refetch()} />;
  if (units.isPending)
    return (
      <div aria-busy="true">
        <p className="quiet">{texts.t('loading')}</p>
        <Skeleton className="loading-block" />
      </div>
    );
  return unit ? children(unit) : <p>{t('notYours')}</p>;
}

function useManagedUnits() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.managedUnits,
    queryFn: () => api.call('GET /api/desk/managed-units'),
  });
}

function asPage(name: string | null): ManagePage {
  return MANAGE_PAGES.find((each) => each === name) ?? 'hours';
}
