import { Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Count, Instant } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { workspaceQuery } from './settings.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
type Found = AnswerOf<'purgeClicks'> & { readonly days: number };

/** How long clicks are kept: what would be deleted is shown before anything is. */
export function Retention() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [found, setFound] = useState<Found | null>(null);
  const [asking, setAsking] = useState<'purge' | 'daily' | null>(null);
  const purge = async (olderThanDays: number) => {
    const { clicks } = await call('purgeClicks', { body: { olderThanDays, dryRun: false } });
    setFound(null);
    toast(t`Deleted clicks: ${clicks}.`);
  };
  const daily = async (clickRetentionDays: number) => {
    await call('changeWorkspace', { body: { clickRetentionDays } });
    await refresh(client, 'getWorkspace');
    toast(t`Saved.`);
  };
  return (
    <Part
      title={t`How long clicks are kept`}
      lead={<Trans>Daily figures stay, and sales keep the clicks they were credited to: every replay stays the same.</Trans>}
    >
      <Stack gap="sm" align="flex-start">
        <Kept />
        <Look onFound={setFound} />
        {found !== null && <WhatIsFound found={found} onAsk={setAsking} />}
      </Stack>
      <Suspense>
        {asking !== null && found !== null && (
          <Confirm
            title={asking === 'purge' ? t`Delete these clicks now?` : t`Delete every day from now on?`}
            verb={asking === 'purge' ? t`Delete ${found.clicks} clicks` : t`Delete every day`}
            dangerous
            onConfirm={() => (asking === 'purge' ? purge(found.days) : daily(found.days))}
            onClose={() => setAsking(null)}
          >
            <Trans>Deleted clicks do not come back, except from a backup.</Trans>
          </Confirm>
        )}
      </Suspense>
    </Part>
  );
}

/** What happens every day at present, and the way back. */
function Kept() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: workspace } = useQuery(workspaceQuery);
  if (workspace === undefined) return null;
  const days = workspace.clickRetentionDays;
  const keepAll = async () => {
    try {
      await call('changeWorkspace', { body: { clickRetentionDays: null } });
      await refresh(client, 'getWorkspace');
      toast(t`Saved.`);
    } catch (error) {
      problemToast(error);
    }
  };
  if (days === null) {
    return (
      <Text>
        <Trans>All clicks are kept at present.</Trans>
      </Text>
    );
  }
  return (
    <Group gap="sm">
      <Text>
        <Plural
          value={days}
          one="Clicks older than # day are deleted every day."
          other="Clicks older than # days are deleted every day."
        />
      </Text>
      <Button size="xs" variant="default" onClick={() => void keepAll()}>
        <Trans>Keep all from now on</Trans>
      </Button>
    </Group>
  );
}

/** Asks what would be deleted; nothing is. */
function Look({ onFound }: { onFound: (found: Found | null) => void }) {
  const { t } = useLingui();
  const [days, setDays] = useState<number | string>(400);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const look = async (event: FormEvent) => {
    event.preventDefault();
    const olderThanDays = Number(days);
    setBusy(true);
    setError(null);
    try {
      onFound({ ...(await call('purgeClicks', { body: { olderThanDays, dryRun: true } })), days: olderThanDays });
    } catch (refusal) {
      onFound(null);
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void look(event)}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <NumberInput
            label={t`Clicks older than (days)`}
            min={1}
            max={3650}
            allowDecimal={false}
            value={days}
            onChange={setDays}
          />
          <Button type="submit" variant="default" loading={busy}>
            <Trans>Show what would be deleted</Trans>
          </Button>
        </Group>
        {error !== null && <ProblemNotice error={error} />}
      </Stack>
    </form>
  );
}

function WhatIsFound({ found, onAsk }: { found: Found; onAsk: (what: 'purge' | 'daily') => void }) {
  return (
    <Stack gap="sm" align="flex-start" component="output">
      <Text>
        <Trans>
          <Count of={found.clicks} /> clicks from before <Instant at={found.before} show="day" /> would be deleted. Never less
          than {found.minimumDays} days are kept: plans may still credit those clicks.
        </Trans>
      </Text>
      {found.months.length > 0 && <Months months={found.months} />}
      <Group gap="xs">
        {found.clicks > 0 && (
          <Button color="red.9" onClick={() => onAsk('purge')}>
            <Trans>Delete them now…</Trans>
          </Button>
        )}
        {found.days >= 31 && (
          <Button variant="default" onClick={() => onAsk('daily')}>
            <Trans>Delete as old ones every day…</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Months({ months }: { months: readonly { readonly month: string; readonly clicks: number }[] }) {
  const { t } = useLingui();
  return (
    <Table aria-label={t`Clicks by month`} maw={320}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t`Month`}</Table.Th>
          <Table.Th scope="col" ta="end">{t`Clicks`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map(({ month, clicks }) => (
          <Table.Tr key={month}>
            <Table.Td>{month}</Table.Td>
            <Table.Td ta="end">
              <Count of={clicks} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
