import { Button, Group, SegmentedControl } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useActions } from '../../lib/actions.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListTools, type ToolsProps } from './list-tools.tsx';
import { PartnerList } from './partner-list.tsx';
import { shownColumns } from './partner-columns.ts';
import { isNarrowed, partnerFilters, partnerSearch, viewQuery } from './partner-filters.ts';
import { ViewsMenu } from './views-menu.tsx';

const AddPartner = lazy(async () => ({ default: (await import('./add-partner.tsx')).AddPartner }));
const StageBoard = lazy(async () => ({ default: (await import('./stage-board.tsx')).StageBoard }));
const route = getRouteApi('/console/partners');

/** Everybody the company works with. */
export function PartnersScreen() {
  const { t } = useLingui();
  const search = partnerSearch({ ...route.useSearch() });
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  useActions(
    useMemo(
      () => (mayManage ? [{ id: 'add-partner', label: t`Add a partner`, keys: 'n', run: () => setAdding(true) }] : []),
      [mayManage, t],
    ),
  );
  // What is searched is typed freely: a view that is shown fills the field anew.
  const [shownAnew, setShownAnew] = useState(0);
  const show = (query: Readonly<Record<string, string>>) => {
    setShownAnew((times) => times + 1);
    void navigate({ search: partnerSearch(query), replace: true });
  };
  const change: ToolsProps['onChange'] = (changes) =>
    void navigate({ search: (now) => partnerSearch({ ...now, ...changes }), replace: true });
  const addButton = mayManage && (
    <Button onClick={() => setAdding(true)}>
      <Trans>Add a partner</Trans>
    </Button>
  );
  const filters = partnerFilters({ ...search });
  const columns = shownColumns(search.columns);
  const isBoard = search.view === 'board';
  const tools = (
    <>
      <SegmentedControl
        aria-label={t`As`}
        value={isBoard ? 'board' : 'list'}
        onChange={(view) => change({ view })}
        data={[
          { value: 'list', label: t`List` },
          { value: 'board', label: t`Board` },
        ]}
      />
      <ListTools key={shownAnew} search={search} columns={columns} onChange={change} />
      <ViewsMenu query={viewQuery(search, columns)} onShow={show} />
    </>
  );
  const empty = <Nothing narrowed={isNarrowed(filters)} onAll={() => show({})} add={addButton} />;
  return (
    <>
      <PageHeader title={t`Partners`} actions={addButton} />
      {isBoard ? (
        <>
          <Group gap="xs" mb="sm">
            {tools}
          </Group>
          <Suspense>
            <StageBoard filters={filters} mayManage={mayManage} />
          </Suspense>
        </>
      ) : (
        <PartnerList filters={filters} columns={columns} mayManage={mayManage} tools={tools} empty={empty} />
      )}
      <Suspense>{adding && <AddPartner onClose={() => setAdding(false)} />}</Suspense>
    </>
  );
}

function Nothing({ narrowed, onAll, add }: { narrowed: boolean; onAll: () => void; add: ReactNode }) {
  const { t } = useLingui();
  if (narrowed) {
    return (
      <EmptyState title={t`No partner fits.`} action={<Button variant="default" onClick={onAll}>{t`Show all partners`}</Button>}>
        <Trans>Archived partners are shown only when a filter asks for them.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t`No partner yet.`} action={add}>
      <Trans>
        Add the first one, or import a file. Links, codes and commissions follow from the program they are enrolled in.
      </Trans>
    </EmptyState>
  );
}
