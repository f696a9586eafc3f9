import { webhookEventTypes } from '@cordee/contract/webhook-events';
import { Button, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf, InputOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';

type Types = InputOf<'createWebhook'>['body']['types'];

/** Has a system told what happens; its secret is shown this once. */
export function AddWebhook({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [made, setMade] = useState<AnswerOf<'createWebhook'> | null>(null);
  const state = useContractForm({
    route: 'createWebhook',
    schema: async () => (await import('@cordee/contract/webhook')).webhookRoutes.createWebhook.body,
    initial: { url: '', description: '', types: [] as string[] },
    toInput: ({ url, description, types }) => ({
      body: { url, description, types: (types.length === 0 ? ['*'] : types) as Types },
    }),
    fieldOf: (path) => path.split('.')[0] ?? path,
    onDone: async (webhook) => {
      setMade(webhook);
      await refresh(client, 'listWebhooks');
    },
  });
  const { form } = state;
  if (made !== null) {
    return (
      <SideDrawer title={t`The webhook is ready`} onClose={onClose} size="md">
        <Stack>
          <Text>
            <Trans>Copy the secret now: it is shown this once. Your system checks the signature of each call with it.</Trans>
          </Text>
          {made.secret !== null && <CopyField label={t`Signing secret`} value={made.secret} />}
          <Button
            style={{ alignSelf: 'flex-start' }}
            onClick={() => void navigate({ to: '/console/settings/webhooks/$webhookId', params: { webhookId: made.id } })}
          >
            <Trans>Go on: send it a test</Trans>
          </Button>
        </Stack>
      </SideDrawer>
    );
  }
  return (
    <SideDrawer title={t`Add a webhook`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Add the webhook`}>
        <TextInput
          type="url"
          label={t`Address`}
          description={t`A public https address of your system.`}
          data-autofocus
          key={form.key('url')}
          {...form.getInputProps('url')}
        />
        <TextInput
          label={t`What it is for`}
          autoComplete="off"
          key={form.key('description')}
          {...form.getInputProps('description')}
        />
        <MultiSelect
          label={t`Told of`}
          description={t`Empty: everything, what is to come included.`}
          searchable
          data={[...webhookEventTypes]}
          key={form.key('types')}
          {...form.getInputProps('types')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
