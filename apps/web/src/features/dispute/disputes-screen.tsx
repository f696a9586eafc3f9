import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DisputeList } from './dispute-list.tsx';
import { OpenButton } from './open-button.tsx';

/** Disputes over all partners. */
export function DisputesScreen() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Disputes`} actions={<OpenButton partnerId={null} side="company" />}>
        <Trans>
          What you and a partner do not agree on. Each climbs its ladder: when the days of a step are over, it goes one step up by
          itself.
        </Trans>
      </PageHeader>
      <DisputeList
        partnerId={null}
        side="company"
        empty={
          <EmptyState title={t`No dispute here.`}>
            <Trans>Either side can open one. It follows the steps of the charter, else those of the settings.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
