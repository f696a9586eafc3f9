import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { touched, type QualificationDetail } from './qualification.queries.ts';

/** What proves the answers, with the day it ends on. */
export function Evidence({ detail, mayWrite }: { detail: QualificationDetail; mayWrite: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [adding, setAdding] = useState(0);
  const remove = async (evidenceId: string) => {
    try {
      await call('removeEvidence', { params: { id: detail.id, evidenceId } });
      await refresh(client, ...touched);
      toast(t`Removed.`);
    } catch (refusal) {
      problemToast(refusal);
    }
  };
  return (
    <Stack gap="sm" component="section" maw={760}>
      <Title order={2}>
        <Trans context="qualification">Evidence</Trans>
      </Title>
      {detail.evidence.length === 0 && (
        <Text c="dimmed">
          <Trans>None yet. The other side sees yours once both are revealed; you are told thirty days before one ends.</Trans>
        </Text>
      )}
      {detail.evidence.map(({ id, title, url, expiresOn, expired, side }) => (
        <Group key={id} gap="md">
          <Anchor href={url} target="_blank" rel="noreferrer">
            {title}
          </Anchor>
          <Text span size="sm" c="dimmed">
            {side === 'company' ? t`Company` : detail.partnerName}
          </Text>
          {expiresOn !== null && (
            <Status tone={expired ? 'bad' : 'calm'}>{expired ? t`ended on ${expiresOn}` : t`until ${expiresOn}`}</Status>
          )}
          {mayWrite && side === detail.side && (
            <Button variant="subtle" size="compact-sm" onClick={() => void remove(id)}>
              <Trans>Remove</Trans>
            </Button>
          )}
        </Group>
      ))}
      {mayWrite && <AddEvidence key={adding} id={detail.id} onAdded={() => setAdding((now) => now + 1)} />}
    </Stack>
  );
}

function AddEvidence({ id, onAdded }: { id: string; onAdded: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'addEvidence',
    schema: async () => (await import('@cordee/contract/qualification')).qualificationRoutes.addEvidence.body,
    initial: { title: '', url: '', expiresOn: '' },
    toInput: ({ title, url, expiresOn }) => ({ params: { id }, body: { title, url, ...filled({ expiresOn }) } }),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Added.`);
      onAdded();
    },
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Add`}>
      <TextInput
        label={t({ message: 'What it is', context: 'qualification' })}
        key={form.key('title')}
        {...form.getInputProps('title')}
      />
      <TextInput label={t`Where it is`} key={form.key('url')} {...form.getInputProps('url')} />
      <TextInput label={t`Ends on`} type="date" maw={220} key={form.key('expiresOn')} {...form.getInputProps('expiresOn')} />
    </ContractForm>
  );
}
