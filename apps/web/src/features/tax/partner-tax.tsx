import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { mayDecide } from './may-decide.ts';
import { TaxOf } from './tax-of.tsx';

const route = getRouteApi('/console/partners/$partnerId/tax');

/** Who a partner is for tax, for the company. */
export function PartnerTax() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return (
    <TaxOf partnerId={partnerId} mayEnter={mayDecide()} isOwn={false} empty={t`No tax details were entered for this partner.`} />
  );
}
