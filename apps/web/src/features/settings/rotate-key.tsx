import { Select, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { NewSecret } from './new-secret.tsx';
import type { Key } from './settings.queries.ts';

/** Replaces a key: the new one is shown once, the former one works for a while. */
export function RotateKey({ known, onClose }: { known: Key; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [secret, setSecret] = useState<string | null | undefined>(undefined);
  const state = useContractForm({
    route: 'rotateKey',
    schema: async () => (await import('@cordee/contract/identity-keys')).rotateKey.body,
    initial: { graceHours: '24' },
    toInput: ({ graceHours }) => ({ params: { id: known.id }, body: { graceHours: Number(graceHours) } }),
    onDone: async (answer) => {
      setSecret(answer.secret);
      await refresh(client, 'listKeys');
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Rotate ${known.name}`} onClose={onClose} size="md">
      {secret !== undefined ? (
        <NewSecret secret={secret} onClose={onClose} />
      ) : (
        <ContractForm state={state} verb={t`Make the new key`}>
          <Text>
            <Trans>The new key may do the same. Put it in place while the former one still works.</Trans>
          </Text>
          <Select
            label={t`The former key works for`}
            allowDeselect={false}
            data={[
              { value: '0', label: t`no longer: it ends now` },
              { value: '1', label: t`1 hour` },
              { value: '24', label: t`1 day` },
              { value: '168', label: t`7 days` },
              { value: '720', label: t`30 days` },
            ]}
            key={form.key('graceHours')}
            {...form.getInputProps('graceHours')}
          />
        </ContractForm>
      )}
    </SideDrawer>
  );
}
