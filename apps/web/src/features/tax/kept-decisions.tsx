import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant, LocalDate } from '../../ui/values.tsx';
import { mayDecide } from './may-decide.ts';
import { decisionsQuery, type KeptDecision } from './tax.queries.ts';
import { outcomeTones, outcomeWords } from './tax-words.ts';

/** The decisions kept about a partner with what they were taken by, and the way to keep today's. */
export function KeptDecisions({ partnerId, today }: { partnerId: string; today: string }) {
  const { t } = useLingui();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(decisionsQuery(partnerId));
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2} fz="lg">
          <Trans>Decisions kept</Trans>
        </Title>
        {mayDecide() && <Keep partnerId={partnerId} today={today} />}
      </Group>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Text c="dimmed">
          <Trans>None yet. A decision that is kept stays as it was, with its inputs and the version of the table.</Trans>
        </Text>
      )}
      {data !== undefined && data.length > 0 && (
        <Stack component="ul" gap="sm" aria-label={t`Decisions kept`} p={0} m={0} style={{ listStyle: 'none' }}>
          {data.map((kept) => (
            <Paper key={kept.id} component="li" withBorder p="md">
              <Kept kept={kept} />
            </Paper>
          ))}
        </Stack>
      )}
      {hasNextPage && (
        <Button mt="sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </section>
  );
}

function Kept({ kept: { on, decidedAt, outcome, text, tableVersion } }: { kept: KeptDecision }) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <>
      <Group justify="space-between" align="start">
        <Text fw={600}>
          <Trans>
            For <LocalDate date={on} />
          </Trans>
        </Text>
        <Status tone={outcomeTones[outcome]}>{t(outcomeWords[outcome])}</Status>
      </Group>
      <List size="sm">
        {text[language].map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        <Trans>
          Decided on <Instant at={decidedAt} />, by version {tableVersion} of the table
        </Trans>
      </Text>
    </>
  );
}

function Keep({ partnerId, today }: { partnerId: string; today: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const keep = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await call('decideTax', { params: { id: partnerId }, body: { on: today } });
      // The first that is kept makes the table that comes with the program one of the company's own.
      await refresh(client, 'listTaxDecisions', 'listTaxTables', 'getTaxTableInForce', 'getPartnerTax');
      toast(t`Today’s decision is kept.`);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void keep()}>
        <Trans>Keep today’s decision</Trans>
      </Button>
      {problem !== null && <ProblemNotice error={problem} />}
    </>
  );
}
