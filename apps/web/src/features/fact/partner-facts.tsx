import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from './fact-list.tsx';

const route = getRouteApi('/console/partners/$partnerId/facts');

/** The facts that credit a partner or move its accounts: a tab of its page. */
export function PartnerFacts() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return (
    <FactList
      label={t`Facts`}
      filters={{ partnerId }}
      empty={
        <EmptyState title={t`No fact credits this partner yet.`}>
          <Trans>Enroll it in a program and give it a link or a code.</Trans>
        </EmptyState>
      }
    />
  );
}
