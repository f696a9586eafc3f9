import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { useWorkspace } from '../../lib/workspace.tsx';
import { CsvButton } from '../../ui/csv-button.tsx';
import { EarningsTabs } from '../../ui/earnings-tabs.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PeriodFields, useToday } from '../../ui/period-fields.tsx';
import { daysOf, periodPresets } from '../../ui/period-presets.ts';
import { LocalDate } from '../../ui/values.tsx';
import { statementInput, statementQuery } from './statement.queries.ts';
import { ClosedStatements } from './closed-statements.tsx';
import { YearSummary } from './year-summary.tsx';
import { StatementBody } from './statement-body.tsx';

const route = getRouteApi('/portal/statement');

/** The partner's account over a period; what it says on paper stands on the screen. */
export function StatementScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const today = useToday();
  const days = daysOf({ ...route.useSearch() }) ?? periodPresets(today).thisMonth;
  const { data } = useQuery(statementQuery(shownPartnerId(), days));
  const workspace = useWorkspace();
  const input = statementInput(shownPartnerId(), days);
  return (
    <>
      <PageHeader
        title={t`Statement`}
        actions={
          <Group gap="xs" data-print="off">
            <CsvButton
              route="getStatement"
              input={{ ...input, query: { ...input.query, format: 'csv' } }}
              name={`statement-${days.from}-${days.to}.csv`}
            >
              {t`CSV`}
            </CsvButton>
            <Button variant="default" size="xs" onClick={() => window.print()}>
              <Trans>Print</Trans>
            </Button>
          </Group>
        }
      >
        <div>{[data?.partnerName, workspace?.name].filter((name) => name !== undefined).join(' · ')}</div>
        <Trans>
          From <LocalDate date={days.from} /> to <LocalDate date={days.to} />
        </Trans>
      </PageHeader>
      <EarningsTabs />
      <Group gap="xs" mb="md" data-print="off">
        <PeriodFields period={days} onPeriod={(next) => void navigate({ search: { ...next }, replace: true })} />
      </Group>
      <StatementBody partnerId={shownPartnerId()} days={days} />
      <ClosedStatements partnerId={shownPartnerId()} />
      <YearSummary partnerId={shownPartnerId()} />
    </>
  );
}
