import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CommissionList } from './commission-list.tsx';

const route = getRouteApi('/console/partners/$partnerId/');

/** What one partner earned: the first tab of its page. */
export function PartnerCommissions() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return (
    <CommissionList
      label={t`Commissions`}
      filters={{ partnerId }}
      empty={
        <EmptyState title={t`This partner has earned nothing yet.`}>
          <Trans>Its facts say what was recorded, and why it paid nothing.</Trans>
        </EmptyState>
      }
    />
  );
}
