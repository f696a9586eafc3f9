import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { AccountsOf } from './accounts-of.tsx';
import { mayPay } from './may-pay.ts';

const route = getRouteApi('/console/partners/$partnerId/account');

/** The accounts of a partner, for the company. */
export function PartnerAccounts() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return <AccountsOf partnerId={partnerId} mayEnter={mayPay()} empty={t`No account was entered for this partner.`} />;
}
