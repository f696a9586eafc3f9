import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import type { Auxiliary } from './ask-books.ts';

/** Sets the account of one partner. */
export function AuxiliaryDrawer({
  auxiliary: { partnerId, partnerName, number },
  onClose,
}: {
  auxiliary: Auxiliary;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'setAuxiliary',
    schema: async () => (await import('@cordee/contract/accounting')).accountingRoutes.setAuxiliary.body,
    initial: { number: number ?? '' },
    toInput: (values) => ({ params: { id: partnerId }, body: { number: values.number.trim().toUpperCase() } }),
    onDone: async () => {
      await refresh(client, 'listAuxiliaries');
      toast(t`The account is kept.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={partnerName} onClose={onClose} size="sm">
      <ContractForm state={state} verb={t`Keep the account`}>
        <TextInput
          label={t`Auxiliary account`}
          description={t`Capitals and digits, 17 at most`}
          autoComplete="off"
          data-autofocus
          key={form.key('number')}
          {...form.getInputProps('number')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
