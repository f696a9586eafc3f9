import { Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Days } from '../../ui/period-presets.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { statementQuery } from './statement.queries.ts';
import { StatementSheet } from './statement-sheet.tsx';

/** Each currency of a partner's account over a period. */
export function StatementBody({ partnerId, days, isOwn = true }: { partnerId: string; days: Days; isOwn?: boolean }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(statementQuery(partnerId, days));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={220} />;
  return (
    <Stack gap="xl">
      {data.currencies.map((part) => (
        <StatementSheet key={part.currency} part={part} days={days} titled={data.currencies.length > 1} />
      ))}
      {data.currencies.length === 0 && (
        <EmptyState
          title={
            isOwn ? t`Nothing moved on your account in this period.` : t`Nothing moved on this partner’s account in this period.`
          }
        >
          {isOwn ? <Trans>Choose other days, or see all your commissions.</Trans> : <Trans>Choose other days.</Trans>}
        </EmptyState>
      )}
    </Stack>
  );
}
