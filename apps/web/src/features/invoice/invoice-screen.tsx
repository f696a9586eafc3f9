import { Anchor, Button, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { mayInvoice } from './may-invoice.ts';
import { InvoiceBody } from './invoice-body.tsx';
import { invoiceQuery, touched, type InvoiceDetail } from './invoice.queries.ts';
import { stateTones, stateWords } from './invoice-words.ts';

const SayWhy = lazy(async () => ({ default: (await import('./say-why.tsx')).SayWhy }));
const route = getRouteApi('/console/invoices/$invoiceId');

/** A document as the company sees it, and what it may do about it. */
export function InvoiceScreen() {
  const { t } = useLingui();
  const { invoiceId } = route.useParams();
  const { data, error, refetch } = useQuery(invoiceQuery(invoiceId));
  return (
    <>
      <PageHeader
        title={data?.number ?? t`Document`}
        above={
          <Anchor component={Link} to="/console/invoices" size="sm">
            <Trans>All documents</Trans>
          </Anchor>
        }
        actions={data !== undefined && mayInvoice() && <Steps invoice={data} />}
      >
        {data !== undefined && (
          <span style={{ display: 'inline-flex', gap: 16 }}>
            <Status tone={stateTones[data.state]}>{t(stateWords[data.state])}</Status>
            <PartnerName id={data.partnerId} />
          </span>
        )}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && <InvoiceBody invoice={data} />}
    </>
  );
}

function Steps({ invoice: { id, type, state } }: { invoice: InvoiceDetail }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'credit' | 'refuse' | null>(null);
  const done = async (text: string) => {
    await refresh(client, ...touched);
    toast(text);
  };
  const accept = async () => {
    try {
      await call('acceptInvoice', { params: { id } });
      await done(t`Accepted. Its VAT is payable along with the commissions.`);
    } catch (refusal) {
      problemToast(refusal);
    }
  };
  const credit = async (reason: string) => {
    await call('creditInvoice', { params: { id }, body: { reason } });
    await done(t`Taken back by a credit note. Its amounts can be made out anew.`);
  };
  const refuse = async (reason: string) => {
    await call('refuseInvoice', { params: { id }, body: { reason } });
    await done(t`Refused. The partner is told the reason.`);
  };
  return (
    <>
      {state === 'submitted' && <Button onClick={() => void accept()}>{t`Accept`}</Button>}
      {state === 'submitted' && <Button variant="default" onClick={() => setAsking('refuse')}>{t`Refuse`}</Button>}
      {type === '389' && state !== 'credited' && (
        <Button variant="default" onClick={() => setAsking('credit')}>{t`Take back by a credit note`}</Button>
      )}
      <Suspense>
        {asking === 'credit' && (
          <SayWhy
            title={t`Take this invoice back?`}
            verb={t`Make the credit note`}
            onSay={credit}
            onClose={() => setAsking(null)}
          >
            <Trans>A credit note over all that is left of it is issued. What was earned stays, and can be invoiced anew.</Trans>
          </SayWhy>
        )}
        {asking === 'refuse' && (
          <SayWhy title={t`Refuse this invoice?`} verb={t`Refuse`} onSay={refuse} onClose={() => setAsking(null)}>
            <Trans>The partner can send another one for the same months.</Trans>
          </SayWhy>
        )}
      </Suspense>
    </>
  );
}
