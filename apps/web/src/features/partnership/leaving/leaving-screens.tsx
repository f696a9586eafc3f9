import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { embed } from '../../../lib/embed.ts';
import { chosenMembership, shownPartnerId } from '../../../lib/membership-choice.ts';
import { portalView } from '../../../lib/portal-view.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { LeavingPage } from './leaving-page.tsx';

const route = getRouteApi('/console/partners/$partnerId');

/** How this partnership ends: tried at a day, or under way. */
export function PartnerLeaving() {
  const { partnerId } = route.useParams();
  const role = chosenMembership()?.role ?? 'viewer';
  return (
    <LeavingPage
      key={partnerId}
      partnerId={partnerId}
      side="company"
      mayWrite={role === 'owner' || role === 'manager'}
      mayTakeAway={role !== 'viewer'}
    />
  );
}

/** How the partnership ends, as the partner tries it, gives notice, or takes what is its own. */
export function OwnLeaving() {
  const { t } = useLingui();
  // Whoever looks with its eyes, or sees it framed, changes nothing.
  const isOwn = portalView() === null && embed() === null;
  return (
    <>
      <PageHeader title={t`Leaving`}>
        <Trans>When and how the partnership with the company could end, what is owed then, and what you take with you.</Trans>
      </PageHeader>
      <LeavingPage partnerId={shownPartnerId()} side="partner" mayWrite={isOwn} mayTakeAway={isOwn} />
    </>
  );
}
