import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { Count, Instant } from '../../ui/values.tsx';
import { FileStorage } from './file-storage.tsx';
import { Part } from './part.tsx';
import { Retention } from './retention.tsx';
import { exportsQuery, type Archive } from './settings.queries.ts';

/** What leaves, what is kept and what is deleted: the archive of everything, the room of files, and how long clicks are kept. */
export function DataSettings() {
  return (
    <>
      <ExportEverything />
      <FileStorage />
      <Retention />
    </>
  );
}

const isUnderWay = ({ state }: Archive) => state === 'waiting' || state === 'running';

function ExportEverything() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useInfiniteQuery({
    ...exportsQuery,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? 1000 : false),
  });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const start = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await call('startExport', {});
      await refresh(client, 'listExports');
    } catch (refusal) {
      setRefused(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part
      title={t`Export everything`}
      lead={
        <Trans>
          One documented archive of all that is in this workspace, as it is at one instant. It can be downloaded for a day, and
          brought back elsewhere with <code>cordee restore</code>.
        </Trans>
      }
      actions={
        <Button loading={busy} disabled={data?.some(isUnderWay) === true} onClick={() => void start()}>
          <Trans>Make an archive</Trans>
        </Button>
      }
    >
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {refused !== null && <ProblemNotice error={refused} />}
      {data !== undefined && data.length === 0 && (
        <Text c="dimmed">
          <Trans>No archive yet.</Trans>
        </Text>
      )}
      <Stack gap={0}>
        {data?.map((archive) => (
          <ArchiveLine key={archive.id} archive={archive} />
        ))}
      </Stack>
    </Part>
  );
}

function ArchiveLine({ archive }: { archive: Archive }) {
  const { t } = useLingui();
  const { id, state, rows, bytes, createdAt, expiresAt } = archive;
  return (
    <Group justify="space-between" gap="sm" py="sm" style={{ borderBottom: '1px solid var(--line)' }}>
      <div style={{ minWidth: 220, flex: 1 }}>
        <Instant at={createdAt} />
        <Text size="sm" c="dimmed">
          {isUnderWay(archive) ? (
            <Trans>
              <Count of={rows} /> rows written so far
            </Trans>
          ) : (
            <Trans>
              <Count of={rows} /> rows
            </Trans>
          )}
          {bytes !== null && (
            <>
              {' · '}
              <Bytes of={bytes} />
            </>
          )}
        </Text>
        {isUnderWay(archive) && <Progress value={100} animated mt={4} aria-label={t`The archive is being written`} />}
      </div>
      {state === 'done' && (
        <Group gap="sm">
          {expiresAt !== null && (
            <Text size="sm" c="dimmed">
              <Trans>
                until <Instant at={expiresAt} />
              </Trans>
            </Text>
          )}
          <CsvButton
            route="downloadExport"
            input={{ params: { id } }}
            type="application/gzip"
            name={`cordee-${createdAt.slice(0, 10)}.gz`}
          >
            {t`Download`}
          </CsvButton>
        </Group>
      )}
      {state === 'failed' && <Status tone="bad">{t`Failed: make another`}</Status>}
      {state === 'expired' && <Status tone="calm">{t`No longer there`}</Status>}
    </Group>
  );
}

function Bytes({ of }: { of: number }) {
  const { i18n } = useLingui();
  const unit = of < 1_000_000 ? 'kilobyte' : 'megabyte';
  const size = of / (unit === 'kilobyte' ? 1000 : 1_000_000);
  return i18n.number(size, { style: 'unit', unit, maximumFractionDigits: 1 });
}
