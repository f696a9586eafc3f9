import { Trans, useLingui } from '@lingui/react/macro';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TermsTabs } from '../../ui/terms-tabs.tsx';
import { DisputeList } from './dispute-list.tsx';
import { OpenButton } from './open-button.tsx';

/** What a partner and the company do not agree on. */
export function OwnDisputes() {
  const { t } = useLingui();
  const partnerId = shownPartnerId();
  return (
    <>
      <PageHeader title={t`Disputes`} actions={<OpenButton partnerId={partnerId} side="partner" />}>
        <Trans>
          What you and the company do not agree on. Each climbs its ladder: when the days of a step are over, it goes one step up
          by itself.
        </Trans>
      </PageHeader>
      <TermsTabs />
      <DisputeList
        partnerId={partnerId}
        side="partner"
        empty={
          <EmptyState title={t`No dispute here.`}>
            <Trans>Either side can open one. It follows the steps of the charter, else those the company set.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
