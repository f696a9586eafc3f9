import { Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { AccountsOf } from './accounts-of.tsx';
import { mayPay } from './may-pay.ts';
import { PartnerDebts } from './partner-debts.tsx';
import { PaymentTimelines } from './payment-timelines.tsx';

const route = getRouteApi('/console/partners/$partnerId/account');

/** Where a partner is paid and what it was paid, for the company. */
export function PartnerAccounts() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return (
    <Stack gap="xl">
      <AccountsOf partnerId={partnerId} mayEnter={mayPay()} empty={t`No account was entered for this partner.`} />
      <PartnerDebts partnerId={partnerId} side="company" />
      <section>
        <Title order={2} mb="sm">
          <Trans>Payments</Trans>
        </Title>
        <PaymentTimelines partnerId={partnerId} empty={<Trans>Nothing was paid to this partner yet.</Trans>} />
      </section>
    </Stack>
  );
}
