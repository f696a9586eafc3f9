import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { CsvButton } from '../../../ui/csv-button.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { Status } from '../../../ui/status.tsx';
import { Instant } from '../../../ui/values.tsx';
import { archivesQuery, type Archive, type Side } from './leaving.queries.ts';
import { archiveTones, archiveWords } from './leaving-words.ts';
import { Part } from './part.tsx';

const isUnderWay = ({ state }: Archive) => state === 'waiting' || state === 'running';

/** What a side takes with it: everything it may read, in one archive made in the background. */
export function Archives({ partnerId, side, mayStart }: { partnerId: string; side: Side; mayStart: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useInfiniteQuery({
    ...archivesQuery(partnerId),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? 1000 : false),
  });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const start = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await call('startPartnerArchive', { params: { id: partnerId } });
      await refresh(client, 'listPartnerArchives');
    } catch (refusal) {
      setRefused(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part
      title={t`What you take with you`}
      about={
        side === 'company'
          ? t`Everything of this partnership the company may read: data, statements, invoices, charters, proofs and files, with a list of fingerprints. The partner’s own notes are not in it.`
          : t`Everything of this partnership you may read: data, statements, invoices, charters, proofs and files, with a list of fingerprints. The company’s notes are not in it.`
      }
    >
      {mayStart && (
        <Group>
          <Button variant="default" loading={busy} disabled={data?.some(isUnderWay) === true} onClick={() => void start()}>
            <Trans>Make an archive</Trans>
          </Button>
        </Group>
      )}
      {refused !== null && <ProblemNotice error={refused} />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t`Archives`}>
        {(data ?? []).map((archive) => (
          <li key={archive.id}>
            <ArchiveLine archive={archive} />
          </li>
        ))}
      </Stack>
    </Part>
  );
}

function ArchiveLine({ archive }: { archive: Archive }) {
  const { t } = useLingui();
  const { id, state, partsDone, parts, createdAt, expiresAt, sha256 } = archive;
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Instant at={createdAt} />
        <Status tone={archiveTones[state]}>{t(archiveWords[state])}</Status>
        {state === 'done' && (
          <CsvButton
            route="downloadPartnerArchive"
            input={{ params: { id } }}
            type="application/zip"
            name={`${archive.partnerId}-${createdAt.slice(0, 10)}.zip`}
          >
            {t`Download`}
          </CsvButton>
        )}
        {state === 'done' && expiresAt !== null && (
          <Text size="sm" c="dimmed">
            <Trans>
              until <Instant at={expiresAt} show="day" />
            </Trans>
          </Text>
        )}
      </Group>
      {isUnderWay(archive) && (
        <Progress
          value={parts === 0 ? 2 : (100 * (partsDone + 1)) / (parts + 1)}
          maw={420}
          animated
          aria-label={t`The archive is being written`}
        />
      )}
      {sha256 !== null && state === 'done' && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          <Trans>Fingerprint (SHA-256): {sha256}</Trans>
        </Text>
      )}
    </Stack>
  );
}
