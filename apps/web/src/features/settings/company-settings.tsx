import { Button, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { LocalDate } from '../../ui/values.tsx';
import { CompanyForm } from './company-form.tsx';
import { CompanyHistory } from './company-history.tsx';
import { CompanyLines } from './company-lines.tsx';
import { datumWords, purposeWords } from './company-words.ts';
import { Part } from './part.tsx';
import { type Company, companyQuery } from './ask-company.ts';

/** Who the company is: what holds today, what comes next, what documents lack of it, and all that was ever written. */
export function CompanySettings() {
  const { t } = useLingui();
  const [isWriting, setWriting] = useState(false);
  const { data, error, refetch } = useQuery(companyQuery);
  const mayWrite = ['owner', 'finance'].includes(chosenMembership()?.role ?? '');
  const record = data?.record ?? null;
  return (
    <>
      <Part
        title={t`Company`}
        lead={
          <Trans>
            Who you are on invoices, statements, charters, books and declarations. A change holds from the day you say; what was
            made out before keeps what it says.
          </Trans>
        }
        actions={
          data !== undefined &&
          mayWrite && (
            <Button variant={record === null ? 'filled' : 'default'} onClick={() => setWriting(true)}>
              {t`Enter the company`}
            </Button>
          )
        }
      >
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton h={260} />}
        {data !== undefined && <Known company={data} mayWrite={mayWrite} />}
      </Part>
      {record !== null && <CompanyHistory />}
      {isWriting && data !== undefined && <CompanyForm company={data} onClose={() => setWriting(false)} />}
    </>
  );
}

function Known({ company: { record, next, lacks }, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useLingui();
  if (record === null) {
    return (
      <EmptyState title={t`Nobody has said yet who the company is`}>
        {mayWrite ? (
          <Trans>Its name is enough to begin with; what invoices and declarations need besides is listed then.</Trans>
        ) : (
          <Trans>Owners and finance say it.</Trans>
        )}
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm" maw={720}>
      <Paper withBorder p="md">
        <CompanyLines identity={record.identity} />
      </Paper>
      {next !== null && (
        <Text>
          <Trans>
            From <LocalDate date={next.validFrom} /> on another record holds; see the history.
          </Trans>
        </Text>
      )}
      {lacks.map(({ purpose, data }) => {
        const [what, listed] = [t(purposeWords[purpose]), data.map((datum) => t(datumWords[datum])).join(', ')];
        return (
          <Text key={purpose}>
            <Trans>
              <b>{what}</b> still lack: {listed}.
            </Trans>
          </Text>
        );
      })}
    </Stack>
  );
}
