import { Button, Checkbox, Fieldset, Select, Textarea, TextInput } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { touched, type Decision, type DisputeDetail } from './dispute.queries.ts';
import { outcomeWords } from './dispute-words.ts';

const owners = {
  company: msg`The company`,
  partner: msg`The partner`,
  both: msg`Both`,
  nobody: msg`Nobody: a sentence only`,
} as const;
type Owner = keyof typeof owners;

interface Row {
  readonly id: number;
  readonly text: string;
  readonly owner: Owner;
  readonly dueOn: string;
}

/** How the dispute could end: outcome, reasons, and what follows by when. */
export function DecideForm({ of, onClose }: { of: DisputeDetail; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [outcome, setOutcome] = useState<Decision['outcome']>('compromise');
  const [isFinal, setIsFinal] = useState(false);
  const outcomes = Object.keys(outcomeWords) as Decision['outcome'][];
  const state = useContractForm({
    route: 'decideDispute',
    schema: async () => (await import('@cordee/contract/dispute-actions')).disputeActionRoutes.decideDispute.body,
    initial: { reasons: '' },
    toInput: ({ reasons }) => ({
      params: { id: of.id },
      body: { final: isFinal, outcome, reasons, consequences: rows.filter(({ text }) => text.trim() !== '').map(consequenceOf) },
    }),
    fieldOf: (path) => (path.startsWith('consequences') ? 'consequences' : path),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(isFinal ? t`It is decided.` : t`It is proposed; the other side is told.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Propose a decision`} onClose={onClose}>
      <ContractForm state={state} verb={isFinal ? t({ message: 'Decide', context: 'dispute' }) : t`Propose it`}>
        <Select
          label={t`Outcome, for whoever opened the dispute`}
          allowDeselect={false}
          data={outcomes.map((value) => ({ value, label: t(outcomeWords[value]) }))}
          value={outcome}
          onChange={(value) => setOutcome(outcomes.find((one) => one === value) ?? 'compromise')}
        />
        <Textarea
          label={t`Reasons`}
          autosize
          minRows={3}
          maxRows={12}
          key={form.key('reasons')}
          {...form.getInputProps('reasons')}
        />
        <Rows rows={rows} error={form.errors['consequences']} onChange={setRows} />
        {of.acts.includes('decide') && (
          <Checkbox
            label={t`Decide alone: somebody of our side was named for this step`}
            checked={isFinal}
            onChange={(event) => setIsFinal(event.currentTarget.checked)}
          />
        )}
      </ContractForm>
    </SideDrawer>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly error: ReactNode;
  readonly onChange: (rows: readonly Row[]) => void;
}

/** What follows from the decision, one after the other. */
function Rows({ rows, error, onChange }: RowsProps) {
  const { t } = useLingui();
  const change = (id: number, next: Partial<Row>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...next } : row)));
  return (
    <>
      {rows.map((row, index) => (
        <Fieldset key={row.id} legend={t`What follows, no. ${index + 1}`}>
          <TextInput
            label={t`What`}
            value={row.text}
            error={index === 0 ? error : undefined}
            onChange={(event) => change(row.id, { text: event.currentTarget.value })}
          />
          <Select
            label={t`Owed by`}
            allowDeselect={false}
            data={Object.entries(owners).map(([value, label]) => ({ value, label: t(label) }))}
            value={row.owner}
            onChange={(value) => change(row.id, { owner: (value ?? 'nobody') as Owner })}
          />
          <TextInput
            type="date"
            label={t`Due on`}
            value={row.dueOn}
            onChange={(event) => change(row.id, { dueOn: event.currentTarget.value })}
          />
        </Fieldset>
      ))}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...rows, { id: rows.length, text: '', owner: 'company', dueOn: inDays(30) }])}
      >
        <Trans>Add what follows</Trans>
      </Button>
    </>
  );
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What is written in one language stands for both. */
function consequenceOf({ text, owner, dueOn }: Row) {
  if (owner === 'nobody') return { kind: 'text' as const, text, dueOn: dueOn === '' ? null : dueOn };
  return { kind: 'obligation' as const, by: owner, title: { fr: text, en: text }, dueOn };
}
