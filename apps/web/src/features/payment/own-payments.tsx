import { Trans, useLingui } from '@lingui/react/macro';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { EarningsTabs } from '../../ui/earnings-tabs.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PartnerDebts } from './partner-debts.tsx';
import { PaymentTimelines } from './payment-timelines.tsx';

/** What the partner who looks was paid, and what is on its way. */
export function OwnPayments() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Payments`}>
        <Trans>Each payment from what you earned to what arrived: what was promised, and when it happened.</Trans>
      </PageHeader>
      <EarningsTabs />
      <PartnerDebts partnerId={shownPartnerId()} side="partner" />
      <PaymentTimelines
        partnerId={shownPartnerId()}
        empty={<Trans>What is payable is paid by the company; each payment then stands here, step by step.</Trans>}
      />
    </>
  );
}
