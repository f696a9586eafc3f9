import { Button, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateFilter } from '../../ui/state-filter.tsx';
import { DraftsPart } from './drafts-part.tsx';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { invoicesQuery } from './invoice.queries.ts';
import { invoiceFilters, invoiceStates, stateWords } from './invoice-words.ts';

const route = getRouteApi('/console/invoices');

/** Documents of what partners earned: what is to be made out, and what was. */
export function InvoicesScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { state, partnerId } = route.useSearch();
  const filters = useMemo(() => invoiceFilters({ state, partnerId }), [state, partnerId]);
  const list = useInfiniteQuery(invoicesQuery(filters));
  const all = () => void navigate({ search: {}, replace: true });
  return (
    <>
      <PageHeader title={t`Invoices`}>
        <Trans>
          Documents of what partners earned, from closed months: made out in their names by mandate, or sent by them. The money is
          in the books already; a document adds its VAT.
        </Trans>
      </PageHeader>
      <Stack gap="xl">
        <DraftsPart />
        <section>
          <Title order={2} mb="xs">
            <Trans>Documents</Trans>
          </Title>
          <DataList
            label={t`Documents`}
            list={list}
            columns={useInvoiceColumns(false)}
            keyOf={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: '/console/invoices/$invoiceId', params: { invoiceId: id } })}
            tools={
              <StateFilter
                states={invoiceStates}
                words={stateWords}
                value={filters.state}
                onChange={(value) => void navigate({ search: invoiceFilters({ ...filters, state: value }), replace: true })}
              />
            }
            empty={
              Object.keys(filters).length > 0 ? (
                <EmptyState
                  title={t`No document fits.`}
                  action={<Button variant="default" onClick={all}>{t`Show all documents`}</Button>}
                />
              ) : (
                <EmptyState title={t`No document yet.`}>
                  <Trans>Close a month, then issue what it comes to.</Trans>
                </EmptyState>
              )
            }
          />
        </section>
      </Stack>
    </>
  );
}
