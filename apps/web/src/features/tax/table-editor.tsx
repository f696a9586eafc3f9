import { Alert, Button, Group, List, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { asProblem, type FieldProblem } from '../../lib/api/problem.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { type Table, tableQuery } from './tax.queries.ts';

interface TableEditorProps {
  /** null: the next version begins as a copy of the table in force. */
  readonly draftId: string | null;
  readonly onChosen: (id: string) => void;
  readonly onClose: () => void;
}

/** The draft of the next version: written as it is kept, checked by itself, published for a day. */
export function TableEditor({ draftId: atFirst, onChosen, onClose }: TableEditorProps) {
  const { t } = useLingui();
  // What is typed stays when the draft is kept meanwhile, and its publication refused.
  const [draftId] = useState(atFirst);
  const { data, error, refetch } = useQuery(tableQuery(draftId));
  return (
    <SideDrawer title={t`The next version of the table`} onClose={onClose} size="xl">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={400} />}
      {data !== undefined && <Draft key={data.id} table={data} draftId={draftId} onChosen={onChosen} onClose={onClose} />}
    </SideDrawer>
  );
}

function Draft(props: TableEditorProps & { table: Table }) {
  const { t } = useLingui();
  const { draftId, table } = props;
  const [name, setName] = useState(draftId === null ? '' : table.name);
  const [text, setText] = useState(() => JSON.stringify(table.document, null, 2));
  const { busy, fault, keep, publish } = useDraft(props, name, text);
  return (
    <Stack>
      <TextInput
        label={t`Name`}
        required
        maxLength={120}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t`Zones, thresholds, mentions and rules`}
        description={t`JSON, as the API has it. The first rule that is not false decides; vatRate 2000 is 20%.`}
        autosize
        minRows={12}
        maxRows={24}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {fault !== null && <Faults fault={fault} />}
      <Means busy={busy} isNamed={name.trim() !== ''} onKeep={keep} onPublish={publish} />
      <Text size="sm" c="dimmed">
        <Trans>A published table never changes again. What was decided before stays as it was decided.</Trans>
      </Text>
    </Stack>
  );
}

interface MeansProps {
  readonly busy: boolean;
  readonly isNamed: boolean;
  readonly onKeep: () => void;
  readonly onPublish: (validFrom: string) => void;
}

function Means({ busy, isNamed, onKeep, onPublish }: MeansProps) {
  const { t } = useLingui();
  const [validFrom, setValidFrom] = useState('');
  return (
    <Group align="end" gap="sm">
      <Button variant="default" loading={busy} disabled={!isNamed} onClick={onKeep}>
        <Trans>Keep the draft</Trans>
      </Button>
      <TextInput
        type="date"
        label={t`In force from`}
        value={validFrom}
        onChange={(event) => setValidFrom(event.currentTarget.value)}
      />
      <Button loading={busy} disabled={!isNamed || validFrom === ''} onClick={() => onPublish(validFrom)}>
        <Trans>Publish</Trans>
      </Button>
    </Group>
  );
}

/** Keeps what was typed as the draft, and publishes it; a refusal leaves it to be corrected. */
function useDraft({ draftId, onChosen, onClose }: TableEditorProps, name: string, text: string) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [keptId, setKeptId] = useState(draftId);
  const keep = async () => {
    const body = { name, document: JSON.parse(text) as Table['document'] };
    const kept =
      keptId === null ? await call('draftTaxTable', { body }) : await call('changeTaxTable', { params: { id: keptId }, body });
    if (kept.id === null) throw new Error('a draft has an id');
    setKeptId(kept.id);
    onChosen(kept.id);
    return kept.id;
  };
  const attempt = async (work: () => Promise<string>) => {
    setBusy(true);
    setFault(null);
    try {
      const said = await work();
      await refresh(client, 'listTaxTables', 'getTaxTable', 'getTaxTableInForce', 'getPartnerTax');
      toast(said);
      onClose();
    } catch (error) {
      // A draft that was kept before its publication was refused stays kept.
      await refresh(client, 'listTaxTables');
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const keepOnly = async () => {
    await keep();
    return t`The draft is kept.`;
  };
  const keepAndPublish = async (validFrom: string) => {
    const id = await keep();
    await call('publishTaxTable', { params: { id }, body: { validFrom } });
    return t`The table is published.`;
  };
  return {
    busy,
    fault,
    keep: () => void attempt(keepOnly),
    publish: (validFrom: string) => void attempt(() => keepAndPublish(validFrom)),
  };
}

/** Each fault with its place; what is no JSON is said in the browser's words. */
function Faults({ fault }: { fault: unknown }) {
  const { t } = useLingui();
  if (fault instanceof SyntaxError) {
    return (
      <Alert color="red" title={t`This is not valid JSON`} role="alert">
        {fault.message}
      </Alert>
    );
  }
  const { fields } = asProblem(fault);
  if (fields.length === 0) return <ProblemNotice error={fault} />;
  return (
    <Alert color="red" title={t`The table cannot be kept so`} role="alert">
      <List size="sm">
        {fields.map(({ path, message }: FieldProblem) => (
          <List.Item key={`${path} ${message}`}>
            {path}: {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
