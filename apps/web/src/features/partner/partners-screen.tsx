import { Anchor, Button, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useActions } from '../../lib/actions.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Instant } from '../../ui/values.tsx';
import { kindWords } from './kind-words.ts';
import { partnerFilters, partnerKinds } from './partner-kinds.ts';
import { partnersQuery, type PartnerFilters } from './partner.queries.ts';
import { useCountryName } from '../../lib/use-country-name.ts';
import type { ItemOf } from '../../lib/api/queries.ts';

const AddPartner = lazy(async () => ({ default: (await import('./add-partner.tsx')).AddPartner }));
const route = getRouteApi('/console/partners');
type Row = ItemOf<'listPartners'>;

/** Everybody the company works with. */
export function PartnersScreen() {
  const { t } = useLingui();
  const { search, kind } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(partnersQuery(partnerFilters({ search, kind })));
  const [adding, setAdding] = useState(false);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  useActions(
    useMemo(
      () => (mayManage ? [{ id: 'add-partner', label: t`Add a partner`, keys: 'n', run: () => setAdding(true) }] : []),
      [mayManage, t],
    ),
  );
  const show = (filters: PartnerFilters) => void navigate({ search: filters, replace: true });
  const addButton = mayManage && (
    <Button onClick={() => setAdding(true)}>
      <Trans>Add a partner</Trans>
    </Button>
  );
  const isFiltered = search !== undefined || kind !== undefined;
  return (
    <>
      <PageHeader title={t`Partners`} actions={addButton} />
      <DataList
        label={t`Partners`}
        list={list}
        columns={useColumns()}
        keyOf={(partner) => partner.id}
        onOpen={(partner) => void navigate({ to: '/console/partners/$partnerId', params: { partnerId: partner.id } })}
        tools={
          <>
            <SearchField
              label={t`Name, e-mail or reference`}
              value={search ?? ''}
              onSearch={(text) => show(partnerFilters({ search: text, kind }))}
            />
            <Select
              aria-label={t`Kind`}
              placeholder={t`Every kind`}
              clearable
              clearButtonProps={{ 'aria-label': t`Every kind` }}
              data={partnerKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
              value={kind ?? null}
              onChange={(value) => show(partnerFilters({ search, kind: value }))}
            />
          </>
        }
        empty={
          isFiltered ? (
            <EmptyState
              title={t`No partner fits.`}
              action={<Button variant="default" onClick={() => show({})}>{t`Show all partners`}</Button>}
            >
              <Trans>Archived partners are not searched.</Trans>
            </EmptyState>
          ) : (
            <EmptyState title={t`No partner yet.`} action={addButton}>
              <Trans>
                Add the first one, or import a file. Links, codes and commissions follow from the program they are enrolled in.
              </Trans>
            </EmptyState>
          )
        }
      />
      <Suspense>{adding && <AddPartner onClose={() => setAdding(false)} />}</Suspense>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  const countryName = useCountryName();
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: (partner) => (
        <Anchor
          fw={500}
          c="inherit"
          renderRoot={(props) => <Link to="/console/partners/$partnerId" params={{ partnerId: partner.id }} {...props} />}
        >
          {partner.name}
        </Anchor>
      ),
    },
    { id: 'kind', header: t`Kind`, cell: (partner) => t(kindWords[partner.kind]) },
    { id: 'country', header: t`Country`, cell: (partner) => countryName(partner.country) },
    { id: 'email', header: t`E-mail`, cell: (partner) => partner.email },
    { id: 'reference', header: t`Your reference`, cell: (partner) => partner.externalId },
    { id: 'since', header: t`Since`, align: 'end', cell: (partner) => <Instant at={partner.createdAt} show="day" /> },
  ];
}
