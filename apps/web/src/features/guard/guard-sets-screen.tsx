import { Alert, Anchor, Button, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useCountryName } from '../../lib/use-country-name.ts';
import type { Column } from '../../ui/data-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { allSetsQuery, type GuardSet } from './guard.queries.ts';
import { NotAdvice } from './not-advice.tsx';

/** The sets of rules there are: ours and the company's own, switched on or off. */
export function GuardSetsScreen() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(allSetsQuery);
  const columns = useColumns();
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const isCovered = data?.items.some(({ isOfCompany, retiredAt }) => isOfCompany && retiredAt === null) ?? true;
  return (
    <>
      <PageHeader
        title={t`Sets of rules`}
        actions={
          mayWrite && (
            <Button component={Link} to="/console/law" search={{ sets: 'new' } as never}>
              <Trans>Add a set</Trans>
            </Button>
          )
        }
      >
        <Trans>Each set is the law of a country, or your own reading of it, as dated rules with their sources.</Trans>
      </PageHeader>
      <Stack gap="md" maw={900}>
        <Anchor component={Link} to="/console/law" search={{} as never} size="sm">
          <Trans>What the law asks</Trans>
        </Anchor>
        <NotAdvice />
        {!isCovered && (
          <Alert color="red" variant="outline" title={t`No set for your country`}>
            <Trans>
              What the sets below say is the law of other countries. Add one for yours, or have your lawyer look at each case.
            </Trans>
          </Alert>
        )}
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton h={160} />}
        {data !== undefined && (
          <Sheet label={t`Sets of rules`} rows={[...data.items]} keyOf={({ id }) => id ?? 'french'} columns={columns} />
        )}
      </Stack>
    </>
  );
}

function useColumns(): Column<GuardSet>[] {
  const { t } = useLingui();
  const countryName = useCountryName();
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: ({ id, name }) => (
        <Anchor component={Link} to="/console/law" search={{ sets: id ?? 'french' } as never}>
          {name}
        </Anchor>
      ),
    },
    { id: 'country', header: t`Country`, cell: ({ country }) => countryName(country) },
    { id: 'rules', header: t`Rules`, align: 'end', cell: ({ rules }) => rules },
    {
      id: 'state',
      header: t`State`,
      cell: ({ retiredAt, createdAt }) =>
        retiredAt !== null ? (
          <Status tone="calm">{t`Switched off`}</Status>
        ) : (
          <>
            <Status tone="good">{t({ message: 'In use', context: 'set of rules' })}</Status>
            {createdAt !== null && (
              <Text size="sm" c="dimmed">
                <Trans context="set of rules">
                  added on <Instant at={createdAt} show="day" />
                </Trans>
              </Text>
            )}
          </>
        ),
    },
  ];
}
