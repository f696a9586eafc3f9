import { Anchor, Button, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { portalView } from '../../lib/portal-view.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { InvoiceBody } from './invoice-body.tsx';
import { invoiceQuery, touched, type InvoiceDetail } from './invoice.queries.ts';
import { ownStateWords, stateTones } from './invoice-words.ts';

const SayWhy = lazy(async () => ({ default: (await import('./say-why.tsx')).SayWhy }));
const route = getRouteApi('/portal/invoices/$invoiceId');

/** A document as its partner sees it: to be accepted, or contested while the days last. */
export function OwnInvoice() {
  const { t } = useLingui();
  const { invoiceId } = route.useParams();
  const { data, error, refetch } = useQuery(invoiceQuery(invoiceId));
  const mayAnswer = portalView() === null && data !== undefined && ['issued', 'delivered', 'contested'].includes(data.state);
  return (
    <>
      <PageHeader
        title={data?.number ?? t`Document`}
        above={
          <Anchor component={Link} to="/portal/invoices" size="sm">
            <Trans>All documents</Trans>
          </Anchor>
        }
        actions={mayAnswer && <Answers invoice={data} />}
      >
        {data !== undefined && <Status tone={stateTones[data.state]}>{t(ownStateWords[data.state])}</Status>}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && <InvoiceBody invoice={data} />}
    </>
  );
}

function Answers({ invoice: { id, state } }: { invoice: InvoiceDetail }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const accept = async () => {
    try {
      await call('acceptInvoice', { params: { id } });
      await refresh(client, ...touched);
      toast(t`It is accepted.`);
    } catch (refusal) {
      problemToast(refusal);
    }
  };
  const contest = async (reason: string) => {
    await call('contestInvoice', { params: { id }, body: { reason } });
    await refresh(client, ...touched);
    toast(t`It is contested. The company is told why.`);
  };
  return (
    <>
      <Button onClick={() => void accept()}>{t`Accept`}</Button>
      {state !== 'contested' && <Button variant="default" onClick={() => setAsking(true)}>{t`Contest`}</Button>}
      <Suspense>
        {asking && (
          <SayWhy title={t`Contest this document?`} verb={t`Contest`} onSay={contest} onClose={() => setAsking(false)}>
            <Trans>Say what is wrong on it. A document rightly contested is taken back and made out anew.</Trans>
          </SayWhy>
        )}
      </Suspense>
    </>
  );
}
