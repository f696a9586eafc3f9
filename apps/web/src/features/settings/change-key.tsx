import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { OriginsInput } from './create-key.tsx';
import type { Key } from './settings.queries.ts';

/** Another name for a key, other origins for a publishable one. */
export function ChangeKey({ known, onClose }: { known: Key; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'changeKey',
    schema: async () => (await import('@cordee/contract/identity-keys')).changeKey.body,
    initial: { name: known.name, origins: [...known.origins] },
    toInput: ({ name, origins }) => ({
      params: { id: known.id },
      body: { name, ...(known.publishable ? { origins } : {}) },
    }),
    fieldOf: (path) => path.split('.')[0] ?? path,
    onDone: async ({ name }) => {
      await refresh(client, 'listKeys');
      toast(t`${name} is changed.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Change ${known.name}`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Change the key`}>
        <TextInput label={t`Name`} data-autofocus autoComplete="off" key={form.key('name')} {...form.getInputProps('name')} />
        {known.publishable && <OriginsInput inputKey={form.key('origins')} props={form.getInputProps('origins')} />}
      </ContractForm>
    </SideDrawer>
  );
}
