import { Group, Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { CsvButton } from '../../ui/csv-button.tsx';
import { PeriodFields, useToday } from '../../ui/period-fields.tsx';
import { daysOf, periodPresets } from '../../ui/period-presets.ts';
import { ClosedStatements } from './closed-statements.tsx';
import { YearSummary } from './year-summary.tsx';
import { StatementBody } from './statement-body.tsx';
import { statementInput } from './statement.queries.ts';

const route = getRouteApi('/console/partners/$partnerId/statement');

/** The account of one partner over a period, as its own statement says it: a tab of its page. */
export function PartnerStatement() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { partnerId } = route.useParams();
  const today = useToday();
  const days = daysOf({ ...route.useSearch() }) ?? periodPresets(today).thisMonth;
  const input = statementInput(partnerId, days);
  return (
    <Stack>
      <Group gap="xs">
        <PeriodFields
          period={days}
          onPeriod={(next) => void navigate({ search: { ...next }, replace: true, resetScroll: false })}
        />
        <CsvButton
          route="getStatement"
          input={{ ...input, query: { ...input.query, format: 'csv' } }}
          name={`statement-${days.from}-${days.to}.csv`}
        >
          {t`CSV`}
        </CsvButton>
      </Group>
      <StatementBody partnerId={partnerId} days={days} isOwn={false} />
      <ClosedStatements partnerId={partnerId} />
      <YearSummary partnerId={partnerId} />
    </Stack>
  );
}
