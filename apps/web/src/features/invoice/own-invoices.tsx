import { Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import { DataList } from '../../ui/data-list.tsx';
import { EarningsTabs } from '../../ui/earnings-tabs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { GiveMandate } from './give-mandate.tsx';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { invoicesQuery, offerQuery } from './invoice.queries.ts';
import { MandatePart } from './mandate-part.tsx';

const SendInvoice = lazy(async () => ({ default: (await import('./send-invoice.tsx')).SendInvoice }));

/** The partner's documents, its mandate, and where it sends an invoice of its own when the company makes out none. */
export function OwnInvoices() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useInfiniteQuery(invoicesQuery());
  const { data: offer } = useQuery(offerQuery);
  const mayAct = portalView() === null;
  return (
    <>
      <PageHeader title={t`Earnings`}>
        <Trans>Invoices and credit notes of what you earned, from closed months.</Trans>
      </PageHeader>
      <EarningsTabs />
      <Stack gap="xl">
        <section>
          <Title order={2} mb="xs">
            <Trans>Documents</Trans>
          </Title>
          <DataList
            label={t`Documents`}
            list={list}
            columns={useInvoiceColumns(true)}
            keyOf={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: '/portal/invoices/$invoiceId', params: { invoiceId: id } })}
            empty={
              <EmptyState title={t`No document yet.`}>
                <Trans>Documents follow when a month is closed.</Trans>
              </EmptyState>
            }
          />
        </section>
        <Suspense>{offer?.wanted === false && mayAct && <SendInvoice />}</Suspense>
        <MandatePart partnerId={shownPartnerId()} mayAct={mayAct} Giving={GiveMandate} />
      </Stack>
    </>
  );
}
