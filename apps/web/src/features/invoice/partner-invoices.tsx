import { Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DraftsPart } from './drafts-part.tsx';
import { mayInvoice } from './may-invoice.ts';
import { RecordMandate } from './give-mandate.tsx';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { invoicesQuery } from './invoice.queries.ts';
import { MandatePart } from './mandate-part.tsx';

const route = getRouteApi('/console/partners/$partnerId/invoices');

/** A tab of a partner's page: what is to be invoiced, its documents, and by which mandate. */
export function PartnerInvoices() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { partnerId } = route.useParams();
  const list = useInfiniteQuery(invoicesQuery({ partnerId }));
  return (
    <Stack gap="xl" mt="md">
      <DraftsPart partnerId={partnerId} />
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
          empty={<EmptyState title={t`No document yet.`} />}
        />
      </section>
      <MandatePart partnerId={partnerId} mayAct={mayInvoice()} Giving={RecordMandate} />
    </Stack>
  );
}
