import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { HistoryItem } from '../../ui/history-item.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { LocalDate } from '../../ui/values.tsx';
import { CompanyLines } from './company-lines.tsx';
import { stateWords } from './company-words.ts';
import { Part } from './part.tsx';
import { type CompanyEntry, companyRecordsQuery } from './ask-company.ts';

/** All that was written about the company, newest first: nothing is ever altered. */
export function CompanyHistory() {
  const { t } = useLingui();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(companyRecordsQuery);
  return (
    <Part title={t`History`} lead={<Trans>A document takes what held on its day.</Trans>}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      <Stack component="ol" gap="md" aria-label={t`History`} p={0} m={0} maw={720} style={{ listStyle: 'none' }}>
        {(data ?? []).map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </Stack>
      {hasNextPage && (
        <Button mt="sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </Part>
  );
}

function Entry({ entry }: { entry: CompanyEntry }) {
  const { t } = useLingui();
  const { validFrom, validTo, state, identity, reason, writtenAt, author } = entry;
  return (
    <HistoryItem what={t(stateWords[state])} more={[identity.legalName, author]} at={writtenAt} isPartner={false} text={reason}>
      <Text size="sm">
        {validTo === null ? (
          <Trans>
            From <LocalDate date={validFrom} /> on
          </Trans>
        ) : (
          <Trans>
            From <LocalDate date={validFrom} /> to <LocalDate date={validTo} />
          </Trans>
        )}
      </Text>
      <details>
        <summary>
          <Trans>What it says</Trans>
        </summary>
        <CompanyLines identity={identity} />
      </details>
    </HistoryItem>
  );
}
