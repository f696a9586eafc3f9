import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CsvButton } from '../../ui/csv-button.tsx';
import { CommissionList } from './commission-list.tsx';

const route = getRouteApi('/console/partners/$partnerId/');

/** What one partner earned: the first tab of its page. */
export function PartnerCommissions() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  return (
    <CommissionList
      label={t`Commissions`}
      withCsv
      filters={{ partnerId }}
      tools={<StatementButton partnerId={partnerId} />}
      empty={
        <EmptyState title={t`This partner has earned nothing yet.`}>
          <Trans>Its facts say what was recorded, and why it paid nothing.</Trans>
        </EmptyState>
      }
    />
  );
}

/** Every movement of the year so far: the sum of the commissions and what became of them. */
function StatementButton({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const [year] = useState(() => new Date().getFullYear());
  return (
    <CsvButton
      route="getStatement"
      input={{ params: { id: partnerId }, query: { from: `${year}-01-01`, to: `${year + 1}-01-01`, format: 'csv' } }}
      name={`statement-${year}.csv`}
    >
      {t`Statement of ${year} (CSV)`}
    </CsvButton>
  );
}
