import { Trans, useLingui } from '@lingui/react/macro';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TermsTabs } from '../../ui/terms-tabs.tsx';
import { ObligationButtons } from './obligation-buttons.tsx';
import { ObligationList } from './obligation-list.tsx';

/** What a partner owes, and what it is owed. */
export function OwnObligations() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Obligations`} actions={<ObligationButtons partnerId={null} side="partner" />}>
        <Trans>
          What you and the company owe each other, the earliest due first. Open one to hand in what shows that it is kept.
        </Trans>
      </PageHeader>
      <TermsTabs />
      <ObligationList
        partnerId={shownPartnerId()}
        side="partner"
        empty={
          <EmptyState title={t`Nothing is owed here.`}>
            <Trans>What you agreed on with the company will appear with its dates.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
