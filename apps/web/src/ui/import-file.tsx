import { Alert, List, Progress, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { upload, type AnswerOf, type InputOf } from '../lib/api/call.ts';
import { asProblem } from '../lib/api/problem.ts';
import { queryOf } from '../lib/api/queries.ts';
import { CsvButton } from './csv-button.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SendFile } from './send-file.tsx';

export type ImportKind = InputOf<'startImport'>['query']['kind'];
type Import = AnswerOf<'startImport'>;

interface ImportFileProps {
  readonly kind: ImportKind;
  /** Of partners: the program they are enrolled in. */
  readonly programId?: string;
  /** Told once, when all rows were read. */
  readonly onDone?: (finished: Import) => void;
}

/** Takes a file, sends it, and follows what becomes of its rows. */
export function ImportFile({ kind, programId, onDone }: ImportFileProps) {
  const { t } = useLingui();
  const [started, setStarted] = useState<Import | null>(null);
  const send = async (file: File) => {
    const query = { kind, fileName: file.name.slice(0, 200), ...(programId === undefined ? {} : { programId }) };
    setStarted(await upload('startImport', { query }, file, 'text/csv'));
  };
  return (
    <Stack gap="sm">
      <SendFile
        label={t`CSV file`}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        verb={t`Import the file`}
        onSend={send}
        Told={Faults}
      />
      {started !== null && <ImportProgress key={started.id} first={started} {...(onDone === undefined ? {} : { onDone })} />}
    </Stack>
  );
}

/** What does not fit, column by column. */
function Faults({ error }: { error: unknown }) {
  const { fields } = asProblem(error);
  return (
    <>
      <ProblemNotice error={error} />
      {fields.length > 0 && (
        <List size="sm">
          {fields.map(({ path, message }) => (
            <List.Item key={path}>
              <b>{path}</b>: {message}
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

/** How far an import is, then what came of it. */
function ImportProgress({ first, onDone }: { first: Import; onDone?: (finished: Import) => void }) {
  const { t } = useLingui();
  const { data = first } = useQuery({
    ...queryOf('getImport', { params: { id: first.id } }),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 500),
  });
  const over = isOver(data);
  useEffect(() => {
    if (over) onDone?.(data);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- told once, at the end
  }, [over]);
  const { accepted, duplicates, rejected, fileName, fault } = data;
  if (fault !== null) {
    return (
      <Alert color="red" variant="outline" role="alert" title={t`${fileName} could not be read to its end.`}>
        {fault.message}
      </Alert>
    );
  }
  return (
    <Stack gap={6} component="output">
      {!over && <Progress value={Math.max(3, data.progress * 100)} aria-label={t`Progress of the import`} />}
      <Text>
        {over ? (
          <Trans>
            {fileName}: {accepted} rows taken, {duplicates} known already, {rejected} rejected.
          </Trans>
        ) : (
          <Trans>
            Reading {fileName}: {data.lines} rows so far.
          </Trans>
        )}
      </Text>
      {rejected > 0 && (
        <CsvButton route="getImportRejects" input={{ params: { id: first.id } }} name={`rejects-${fileName}`}>
          {t`Rejected rows with their reasons (CSV)`}
        </CsvButton>
      )}
    </Stack>
  );
}

function isOver(one: Import | undefined): boolean {
  return one?.state === 'done' || one?.state === 'failed';
}
