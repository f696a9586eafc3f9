import { Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CommissionList } from './commission-list.tsx';

/** What the partner who looks earned last. */
export function LatestCommissions() {
  const { t } = useLingui();
  return (
    <section>
      <Title order={2} mt="xl" mb="sm">
        <Trans>Commissions</Trans>
      </Title>
      <CommissionList
        label={t`Commissions`}
        filters={{}}
        empty={
          <EmptyState title={t`Nothing earned yet.`}>
            <Trans>What your links and codes bring appears here, each with its reason and the date it becomes payable.</Trans>
          </EmptyState>
        }
      />
    </section>
  );
}
