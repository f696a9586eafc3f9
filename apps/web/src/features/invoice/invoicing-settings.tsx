import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { PartHead } from '../../ui/part-head.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { invoicingQuery } from './invoice.queries.ts';
import { mayInvoice } from './may-invoice.ts';
import { InvoicingForm } from './invoicing-form.tsx';
import { OwnCompany } from './own-company.tsx';

/** How documents are made out, and what payment waits for. */
export function InvoicingSettings() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(invoicingQuery);
  return (
    <section>
      <PartHead title={<Title order={2}>{t`Invoicing`}</Title>}>
        <Trans>
          How documents of partners’ commissions come about. A change holds for what is made out from then on; mandates keep the
          text that was shown. Wordings and days are yours to check with your accountant.
        </Trans>
      </PartHead>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && (
        <Stack>
          {!mayInvoice() && (
            <Text c="dimmed">
              <Trans>Owners and finance change this.</Trans>
            </Text>
          )}
          <OwnCompany />
          <InvoicingForm invoicing={data.invoicing} key={data.version} />
        </Stack>
      )}
    </section>
  );
}
