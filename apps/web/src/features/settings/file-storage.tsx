import { Button, Group, NumberInput, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { Part } from './part.tsx';
import { storageQuery } from './settings.queries.ts';

const MEGABYTE = 1_000_000;
const GIGABYTE = 1000 * MEGABYTE;

/** How much room the files people handed in take, and how much they may take. */
export function FileStorage() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(storageQuery);
  return (
    <Part
      title={t`Room for files`}
      narrow
      lead={<Trans>Evidence, proofs and documents that you and your partners hand in, kept in the database with the rest.</Trans>}
    >
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data !== undefined && <Room key={data.quotaBytes} storage={data} />}
    </Part>
  );
}

function Room({ storage: { usedBytes, quotaBytes, files, largestFileBytes } }: { storage: AnswerOf<'getFileStorage'> }) {
  const { t } = useLingui();
  const share = quotaBytes === 0 ? 100 : Math.min(100, (100 * usedBytes) / quotaBytes);
  const isTight = share >= 90;
  return (
    <Stack gap="sm">
      <Progress value={share} {...(isTight ? { color: 'red' } : {})} aria-label={t`Room taken by files`} />
      <Text>
        <Trans>
          <Size of={usedBytes} /> of <Size of={quotaBytes} /> taken
        </Trans>
        {' · '}
        <Plural value={files} one="# file" other="# files" />
      </Text>
      {isTight && (
        <Text c="red" component="output">
          <Trans>Nearly full: what is handed in beyond it is refused. Allow more room.</Trans>
        </Text>
      )}
      <Allowed quotaBytes={quotaBytes} />
      <Text size="sm" c="dimmed">
        <Trans>
          One file weighs <Size of={largestFileBytes} /> at most. With less room than is taken nothing is removed: new files are
          refused.
        </Trans>
      </Text>
    </Stack>
  );
}

function Allowed({ quotaBytes }: { quotaBytes: number }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [megabytes, setMegabytes] = useState<number | string>(quotaBytes / MEGABYTE);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await call('setFileStorage', { body: { quotaBytes: Number(megabytes) * MEGABYTE } });
      await refresh(client, 'getFileStorage');
      toast(t`Saved.`);
    } catch (refusal) {
      setProblem(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Group gap="sm" align="flex-end">
        <NumberInput
          label={t`Room for files (MB)`}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          value={megabytes}
          onChange={setMegabytes}
        />
        <Button type="submit" variant="default" loading={busy} disabled={megabytes === ''}>
          <Trans>Save</Trans>
        </Button>
      </Group>
      {problem !== null && <ProblemNotice error={problem} />}
    </form>
  );
}

function Size({ of }: { of: number }) {
  const { i18n } = useLingui();
  const [unit, divided] =
    of < 1_000_000
      ? (['kilobyte', 1000] as const)
      : of < GIGABYTE
        ? (['megabyte', MEGABYTE] as const)
        : (['gigabyte', GIGABYTE] as const);
  return i18n.number(of / divided, { style: 'unit', unit, maximumFractionDigits: 1 });
}
