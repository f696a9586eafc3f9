import { Button, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import type { Connection, ConnectionKind } from './ingestion.queries.ts';
import { secretHints, systemNames } from './system-words.ts';

/** Connects a system, then shows the address its events go to. */
export function AddConnection({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [kind, setKind] = useState<ConnectionKind>('stripe');
  const [made, setMade] = useState<Connection | null>(null);
  const state = useContractForm({
    route: 'createConnection',
    schema: async () => (await import('@cordee/contract/connection')).connectionRoutes.createConnection.body,
    initial: { name: '', secret: '' },
    toInput: ({ name, secret }) => ({ body: { kind, name, secret } }),
    onDone: async (connection) => {
      setMade(connection);
      await refresh(client, 'listConnections');
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Connect a system`} onClose={onClose} size="md">
      {made === null ? (
        <ContractForm state={state} verb={t`Connect`}>
          <Select
            label={t`System`}
            allowDeselect={false}
            data={[
              ...Object.entries(systemNames).map(([value, label]) => ({ value, label })),
              { value: 'generic', label: t`Any system that signs (Standard Webhooks)` },
            ]}
            value={kind}
            onChange={(value) => value !== null && setKind(value as ConnectionKind)}
          />
          <TextInput
            label={t`Name`}
            description={t`To tell several apart.`}
            autoComplete="off"
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <PasswordInput
            label={t`Signing secret`}
            description={t(secretHints[kind])}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t`Show the secret` }}
            key={form.key('secret')}
            {...form.getInputProps('secret')}
          />
        </ContractForm>
      ) : (
        <Made connection={made} onClose={onClose} />
      )}
    </SideDrawer>
  );
}

function Made({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <Stack>
      <Text>
        <Trans>Enter this address in the other system, as the place it sends its events to.</Trans>
      </Text>
      <CopyField label={t`Address for events`} value={`${location.origin}${connection.hookPath}`} />
      <Button
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          onClose();
          void navigate({ to: '/console/settings/connections/$connectionId', params: { connectionId: connection.id } });
        }}
      >
        <Trans>Watch its events arrive</Trans>
      </Button>
    </Stack>
  );
}
