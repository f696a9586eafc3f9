import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ObligationButtons } from './obligation-buttons.tsx';
import { ObligationList } from './obligation-list.tsx';

/** What is due over all partners. */
export function ObligationsScreen() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Obligations`} actions={<ObligationButtons partnerId={null} side="company" />}>
        <Trans>What you and your partners owe each other, the earliest due first: documents, meetings, payments, notices.</Trans>
      </PageHeader>
      <ObligationList
        partnerId={null}
        side="company"
        empty={
          <EmptyState title={t`Nothing is owed here.`}>
            <Trans>Obligations follow from charters, or are added by hand.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
