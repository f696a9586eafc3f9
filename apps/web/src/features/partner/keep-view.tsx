import { Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { toast } from '../../ui/toast.ts';

/** Keeps the list as it is shown, under a name. */
export function KeepView({ query, onClose }: { query: Readonly<Record<string, string>>; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const keep = async () => {
    const view = await call('saveView', { body: { screen: 'partners', name, query } });
    await refresh(client, 'listViews');
    toast(t`The view ${view.name} is kept.`);
  };
  return (
    <Confirm title={t`Keep this view`} verb={t`Keep`} disabled={name.trim() === ''} onConfirm={keep} onClose={onClose}>
      <Stack gap="sm">
        <Text>
          <Trans>Filters, order and columns as they are now. Only you see your views.</Trans>
        </Text>
        <TextInput
          label={t`Name of the view`}
          data-autofocus
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Stack>
    </Confirm>
  );
}
