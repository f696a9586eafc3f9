import { Button, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ImportFile } from '../../ui/import-file.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { Count, Instant } from '../../ui/values.tsx';
import { importsQuery, programsQuery, type Import, type ImportKind } from './ingestion.queries.ts';
import { PartHead } from '../../ui/part-head.tsx';
import { importKinds, importWords } from './system-words.ts';

const isUnderWay = ({ state }: Import) => state === 'waiting' || state === 'running';

/** Files of what happened elsewhere, how far each is, and the rows that were rejected. */
export function ImportsScreen() {
  const { t } = useLingui();
  const list = useInfiniteQuery({
    ...importsQuery,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? 1000 : false),
  });
  const [adding, setAdding] = useState(false);
  const add = <Button onClick={() => setAdding(true)}>{t`Import a file`}</Button>;
  return (
    <section>
      <PartHead title={<Title order={2}>{t`Imports`}</Title>} actions={add}>
        <Trans>CSV files with columns in any order; rows known already are recognised and counted once.</Trans>
      </PartHead>
      <DataList
        label={t`Imports`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={t`Nothing imported yet.`} action={add}>
            <Trans>Bring your sales, partners or the export of another system.</Trans>
          </EmptyState>
        }
      />
      {adding && <NewImport onClose={() => setAdding(false)} />}
    </section>
  );
}

function NewImport({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [kind, setKind] = useState<ImportKind>('sales');
  const [program, setProgram] = useState<string | null>(null);
  const { data: programs } = useQuery(programsQuery);
  return (
    <SideDrawer title={t`Import a file`} onClose={onClose} size="md">
      <Stack>
        <Select
          label={t`What is in it`}
          allowDeselect={false}
          data={importKinds.map((value) => ({ value, label: t(importWords[value]) }))}
          value={kind}
          onChange={(value) => value !== null && setKind(value)}
        />
        {(kind === 'partners' || kind === 'rewardful_affiliates') && (
          <Select
            label={t`Enrolled in`}
            placeholder={t`No program`}
            clearable
            clearButtonProps={{ 'aria-label': t`No program` }}
            data={programs?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={program}
            onChange={setProgram}
          />
        )}
        <ImportFile
          key={kind}
          kind={kind}
          {...(program === null ? {} : { programId: program })}
          onDone={() => void refresh(client, 'listImports', 'getHome', 'listFacts', 'listPartners', 'listCommissions')}
        />
        <Text size="sm" c="dimmed">
          <Trans>The first row names the columns; if one is missing, nothing is written and you are told which.</Trans>
        </Text>
      </Stack>
    </SideDrawer>
  );
}

function useColumns(): Column<Import>[] {
  const { t } = useLingui();
  return [
    {
      id: 'file',
      header: t`File`,
      cell: ({ fileName, kind }) => (
        <div>
          {fileName}
          <Text size="sm" c="dimmed">
            {t(importWords[kind])}
          </Text>
        </div>
      ),
    },
    { id: 'state', header: t`State`, width: '24%', cell: (one) => <ImportState one={one} /> },
    { id: 'taken', header: t`Taken`, align: 'end', cell: ({ accepted }) => <Count of={accepted} /> },
    { id: 'known', header: t`Known already`, align: 'end', cell: ({ duplicates }) => <Count of={duplicates} /> },
    {
      id: 'rejected',
      header: t`Rejected`,
      align: 'end',
      cell: ({ id, rejected, fileName }) =>
        rejected === 0 ? (
          <Count of={0} />
        ) : (
          <CsvButton route="getImportRejects" input={{ params: { id } }} name={`rejects-${fileName}`}>
            <Trans>
              <Count of={rejected} />, why
            </Trans>
          </CsvButton>
        ),
    },
    { id: 'at', header: t`When`, align: 'end', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  ];
}

function ImportState({ one }: { one: Import }) {
  const { t } = useLingui();
  if (isUnderWay(one)) {
    return <Progress value={Math.max(3, one.progress * 100)} aria-label={t`Progress of the import`} mt={6} w="100%" miw={80} />;
  }
  if (one.state === 'done') return <Status tone={one.rejected > 0 ? 'wait' : 'good'}>{t`All read`}</Status>;
  return (
    <div>
      <Status tone="bad">{t`Failed`}</Status>
      <Text size="sm" c="dimmed">
        {one.fault?.message}
      </Text>
    </div>
  );
}
